import { noLicence, nobody, open, serve, type Reply } from './answerRequest'
import type { CallAnswer } from './call'
import type { OpenDatastore } from './command'
import { uuidOf, type SessionName } from './ids'
import { has, type Release } from './releases/releases'
import { sessionsOf } from './place'
import type { Asked } from './request'
import { ask, happen, type Run } from './rule'
import { keptBy, LEAST_IDLE, lineOf, openDatastore } from './rules/openDatastore'
import { takeLicence } from './rules/takeLicence'
import { touch } from './touch'
import { cookieName } from './world'

/** What it asks of the REST server: its catalogue when it is only opened, else a function of the data model. */
function askedOf({ method, code }: OpenDatastore, release: Release): Asked {
  const plain = {
    context: 'remoteDatastore',
    rest: true,
    token: null,
    path: '/rest/$catalog',
    entitySet: null,
    page: '',
  } as const
  const execute = (applyTo: string): Asked['access'] => ({
    action: 'execute',
    resource: { type: 'method', applyTo },
    attributes: [],
  })
  // ds.authentify() can also be called through a remote datastore (SES-224).
  const knocks = method === 'ds.authentify' || method === 'authentify'
  if (knocks && has(release, 'forceLogin'))
    return { ...plain, kind: 'authentify', descriptive: true, access: execute('ds.authentify'), method: 'authentify' }
  const access = method === undefined ? null : execute(method)
  return { ...plain, kind: 'rest', descriptive: access === null && code === undefined, access, method: method ?? null }
}

/** Open datastore, and what is called through it: REST, in one web session for each machine and localID (CTX-17). */
export function useDatastore(run: Run, command: OpenDatastore, answers: CallAnswer[]): Reply {
  const { outcome } = ask(run, openDatastore, command)
  const webServer = run.world.webServers.get(command.to)
  if (outcome === 'absent' || outcome === 'notReached' || !webServer) return nobody
  const asked = askedOf(command, run.world.release)
  const exchange = { command, asked, webServer, sessions: sessionsOf(run.world, webServer) }
  if (outcome === 'none') return serve(run, exchange, null, answers)

  const existing = outcome === 'reused' ? (keptBy(run.world, command)?.session ?? null) : null
  const licence = ask(run, takeLicence, {
    moment: 'request',
    session: existing,
    rest: true,
    machine: webServer.machine,
  }).outcome
  if (licence === 'exhausted' || licence === 'tooMany')
    return { status: noLicence(run.world), body: null, session: null }
  const session = existing ?? open(run, true, webServer, Math.max(LEAST_IDLE, command.idleTimeout ?? LEAST_IDLE))
  if (licence === 'taken')
    happen(run, { type: 'licenceTaken', licence: { session, because: 'firstRequest', since: run.world.now } })
  touch(run, session)
  if (existing === null) keep(run, command, session)
  return serve(run, exchange, session, answers)
}

function keep(run: Run, command: OpenDatastore, session: SessionName): void {
  const { to } = command
  const value = uuidOf(run.world.seed, `cookie/${to}/${session}`)
  const cookie = { browser: lineOf(command), webServer: to, name: cookieName(run.world), value, session, secure: false }
  happen(run, { type: 'cookieSet', cookie })
}
