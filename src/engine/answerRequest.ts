import type { CallAnswer, ErrorCode } from './call'
import type { FinishRequest, SendRequest } from './command'
import { contextExists, contextOf, type ContextName } from './contexts'
import { isoOf } from './clock'
import { named, uuidOf, type ProcessName, type SessionName } from './ids'
import { isRecord, type Json } from './json'
import type { Statement } from './method'
import { forcesLogin, sessionsOf, type Place } from './place'
import { read, type Asked, type EntitySetAsked } from './request'
import { reads } from './readings'
import { ask, happen, type Run } from './rule'
import { touch } from './touch'
import { mayAccess, promotedBy } from './rules/access'
import { addressThere, missingIn, type Missing } from './rules/addressThere'
import { checkToken } from './rules/checkToken'
import { entitySetNamed, makeEntitySet, useEntitySet } from './rules/entitySets'
import { bodyOf, entityShape } from './rules/entityShape'
import { exposure, hidingIn } from './rules/exposure'
import { findLegacySession, LEGACY_PROCESS } from './rules/findLegacySession'
import { findSession } from './rules/findSession'
import { giveCookie } from './rules/giveCookie'
import { newProcess, newSession } from './rules/machines'
import { passGate } from './rules/passGate'
import { presentToken } from './rules/presentToken'
import { hostOf, readHost } from './rules/readHost'
import { reachServer } from './rules/reachServer'
import { readCatalog } from './rules/readCatalog'
import { refuseAccess } from './rules/refuseAccess'
import { restInfo } from './rules/restInfo'
import { restLogin } from './rules/restLogin'
import { runHandler } from './rules/runHandler'
import { takeLicence } from './rules/takeLicence'
import { methodThere } from './rules/methodThere'
import { useHandler } from './rules/useHandler'
import { poolsProcesses } from './rules/variables'
import {
  acceptConnection,
  ON_WEB_AUTHENTICATION,
  ON_WEB_CONNECTION,
  webAuthentication,
  webConnection,
} from './rules/webMethods'
import { finishRequest, freeProcess, runTogether } from './rules/webProcesses'
import { runCode, type Ran } from './runCode'
import {
  cookieName,
  pair,
  tokenNamed,
  type Cookie,
  type LegacySession,
  type Page,
  type Session,
  type SessionMode,
  type Settings,
  type Variables,
  type WebServer,
  type World,
} from './world'

/** What the browser receives. Status 0: nothing was sent or nobody answered. */
export interface Reply {
  readonly status: number
  readonly body: Json
  /** The session that answered; null when there was none. */
  readonly session: SessionName | null
  /** Name of the cookie that came with it, when one did. */
  readonly setCookie?: string
  /** The process that still runs: nothing has been sent yet. */
  readonly held?: ProcessName
}

/** What is asked, of whom, and what came with the asking. */
export interface Exchange {
  readonly command: Pick<SendRequest, 'code' | 'in' | 'component' | 'stays'> & Partial<Pick<SendRequest, 'from'>>
  readonly asked: Asked
  readonly webServer: WebServer
  /** Which sessions that web server has. */
  readonly sessions: SessionMode
}

/** An exchange with a browser. */
type Sent = Exchange & { readonly command: SendRequest }

/** A web request from the first byte to the reply: token, session, licence, gate, access or code, cookie. */
export function answerRequest(run: Run, command: SendRequest, answers: CallAnswer[]): Reply {
  if (ask(run, reachServer, { from: command.from, to: command.to }).outcome !== 'reached') return nobody
  const webServer = run.world.webServers.get(command.to)
  if (!webServer) return nobody
  const host = hostOf(command.url)
  if (host !== null && ask(run, readHost, { host, to: command.to }).outcome === 'foreign') return nobody
  if (run.world.open.size > 0 && ask(run, freeProcess, { webServer: command.to }).outcome === 'busy') return unavailable
  const sessions = sessionsOf(run.world, webServer)
  const asked = understood(run, command, webServer, sessions)
  const exchange = { command, asked, webServer, sessions }

  const token = redeem(run, exchange, command.from)
  const attached = attach(run, exchange, token)
  if (sessions === 'legacy' && !asked.rest) keepLegacy(run, command)
  const reply =
    attached.refused ??
    authenticate(run, exchange, attached.session, answers) ??
    serve(run, exchange, attached.session, answers)
  if (command.stays !== undefined && reply.held !== undefined) return hold(run, command, attached, reply, token.name)
  return finish(run, exchange, attached, reply, token.name)
}

const unavailable: Reply = { status: 503, body: null, session: null }

/** What is asked for. An HTTP request handler gets it only where there are handlers (SES-106). */
function understood(run: Run, command: SendRequest, webServer: WebServer, sessions: SessionMode): Asked {
  const asked = read(run.world, command)
  if (asked.kind !== 'handler') return asked
  const matching = { webServer, scalable: sessions === 'scalable', path: asked.path }
  return ask(run, useHandler, matching).outcome === 'handled' ? asked : read(run.world, command, false)
}

const keepLegacy = (run: Run, { from, to, address }: SendRequest): void => {
  ask(run, findLegacySession, { browser: from, webServer: to, address: address ?? null })
}

/** On Web Authentication, where it is written or waited for: the reply when it refuses, or when it is all that runs. */
function authenticate(run: Run, exchange: Sent, session: SessionName | null, answers: CallAnswer[]): Reply | null {
  const { command, asked } = exchange
  const meant = command.in === ON_WEB_AUTHENTICATION
  const own = meant ? command.code : undefined
  const code = own ?? run.world.methods.get(ON_WEB_AUTHENTICATION)?.code
  if (code === undefined && !meant && run.world.settings.webAuthentication !== 'basic') return null
  const { outcome } = ask(run, webAuthentication, { asked, written: code !== undefined })
  if (outcome === 'refused') return { status: 401, body: null, session }
  if (outcome !== 'called' || code === undefined) return null
  const ran = inWebProcess(run, exchange, session, { context: ON_WEB_AUTHENTICATION, label: asked.path, code }, answers)
  const failed = ran.error !== null
  if (ask(run, acceptConnection, { failed, returned: ran.returned }).outcome === 'refused')
    return { status: 401, body: null, session: ran.session }
  return own === undefined ? null : { status: 200, body: ran.sent, session: ran.session }
}

export const nobody: Reply = { status: 0, body: null, session: null }

interface Redeemed {
  readonly opened: SessionName | null
  readonly failed: boolean
  readonly name: string | null
}

/** $4DSID in the address: does it open its session? */
function redeem(run: Run, { asked, webServer, sessions }: Exchange, from: SendRequest['from']): Redeemed {
  if (asked.token === null) return { opened: null, failed: false, name: null }
  const token = tokenNamed(run.world, asked.token)
  const name = token?.name ?? null
  const presented = ask(run, presentToken, { webServer, scalable: sessions === 'scalable', kind: asked.kind }).outcome
  // A release that does not know $4DSID has not failed to read it.
  if (presented !== 'read') return { opened: null, failed: presented === 'refused', name }
  const opened =
    ask(run, checkToken, { token: asked.token, machine: webServer.machine, from }).outcome === 'restored' &&
    token !== undefined
  return { opened: opened ? token.session : null, failed: !opened, name }
}

interface Attached {
  readonly session: SessionName | null
  readonly refused: Reply | null
  /** The browser must be told of a session it did not come with. */
  readonly tell: boolean
  /** It was opened for this request. */
  readonly made: boolean
}

/** Finds or opens the session, counting the licence on the way. */
function attach(run: Run, { command, asked, webServer, sessions }: Sent, token: Redeemed): Attached {
  const found = ask(run, findSession, {
    browser: command.from,
    webServer: command.to,
    rest: asked.rest,
    scalable: sessions === 'scalable',
    scheme: command.scheme ?? 'http',
    crossSite: command.crossSite ?? false,
    navigates: command.method !== 'POST' && (!asked.rest || asked.kind === 'renderer'),
    url: command.url,
    path: asked.path,
    address: command.address,
    opened: token.opened,
    tokenFailed: token.failed,
  }).outcome
  if (found === 'none') return { session: null, refused: null, tell: false, made: false }
  const existing = found === 'tokenSession' ? token.opened : found === 'reused' ? heldBy(run, command) : null
  const countable = existing === null || asked.rest
  const licence = countable
    ? ask(run, takeLicence, {
        moment: 'request',
        session: existing,
        rest: asked.rest,
        machine: webServer.machine,
        redeemed: found === 'tokenSession',
      }).outcome
    : 'kept'
  if (licence === 'exhausted' || licence === 'tooMany') {
    return {
      session: null,
      refused: { status: noLicence(run.world), body: null, session: null },
      tell: false,
      made: false,
    }
  }
  const session = existing ?? open(run, asked.rest, webServer)
  if (licence === 'taken') {
    happen(run, { type: 'licenceTaken', licence: { session, because: 'firstRequest', since: run.world.now } })
  }
  // Redeeming has moved the end already, or leaves it.
  if (found !== 'tokenSession') touch(run, session)
  return { session, refused: null, tell: found !== 'reused', made: existing === null }
}

const heldBy = ({ world }: Run, { from, to }: SendRequest): SessionName | null =>
  world.cookies.get(pair(from, to))?.session ?? null

/** A new web session of this web server. */
export function open(run: Run, rest: boolean, { name, machine }: WebServer, idleTimeout = 60): SessionName {
  const host = run.world.machines.get(machine)
  if (!host) throw new Error(`web server ${name} stands on no machine`) // a world is checked when it is made
  const session: Session = newSession(run.world, `web-${run.world.counts.web + 1}`, rest ? 'rest' : 'web', host, {
    webServer: name,
    userName: '',
    idleTimeout,
    expiresAt: run.world.now + idleTimeout * 60,
  })
  happen(run, { type: 'sessionOpened', session })
  return session.name
}

/** The texts the manual shows (PRIV-081), with the only number it gives; where it shows none, none is made up. */
function refusal(run: Run, access: NonNullable<Asked['access']>): Json {
  const { ending } = ask(run, refuseAccess, access)
  const [owner = '', name] = access.resource.applyTo.split('.')
  if (ending === 'silent') return null
  const message =
    ending === 'singleton'
      ? `No permission to execute the ${name} function in the ${owner} singleton class`
      : `No permission to ${access.action} for the ${owner} dataclass`
  return { __ERROR: [{ message, componentSignature: 'dbmg', ...(ending === 'numbered' ? { errCode: 1557 } : {}) }] }
}

/** What is answered when no licence is left. */
export const noLicence = (world: World): number => (reads(world, 'Q-19', 'unavailable') ? 503 : 402)

const statusOf = (world: World, error: ErrorCode): number =>
  error === 'privilege' ? 401 : error === 'noLicence' ? noLicence(world) : error === 'waits' ? 0 : 500
/** The gate, then what the address asks for: data, code, or just a page. */
export function serve(run: Run, exchange: Exchange, session: SessionName | null, answers: CallAnswer[]): Reply {
  const { asked, command } = exchange
  const scalable = exchange.sessions === 'scalable'
  if (run.world.open.size > 0) ask(run, runTogether, { session })
  // A page without code is served in any mode; what runs code elsewhere is brought to the gate only where there is one.
  const gated = asked.rest || (asked.kind !== 'page' && forcesLogin(run.world))
  if (gated && ask(run, passGate, { asked, scalable, session }).outcome === 'refused') {
    return { status: 401, body: null, session }
  }
  const missing = command.code === undefined && !connects(run, asked) ? missingIn(run.world, asked) : null
  if (missing && missing.what !== 'function') return notFound(run, missing, session)
  const hiding = hidingIn(run.world, asked)
  if (hiding && ask(run, exposure, hiding).outcome === 'hidden') return { status: 404, body: null, session }
  const access = asked.access
  const free = asked.kind === 'authentify'
  if (
    access &&
    !free &&
    !mayAccess(run, { action: access.action, resource: access.resource, forWeb: true, scalable, session, promoted: [] })
  ) {
    return { status: 401, body: refusal(run, access), session }
  }
  if (missing) return notFound(run, missing, session)
  if (asked.kind === 'handler') ask(run, runHandler, asked)
  if (asked.context === 'onRestAuthentication')
    ask(run, restLogin, { written: command.code !== undefined || asked.method !== null })
  const code = connects(run, asked) && command.code === undefined ? connectionOf(run, asked) : codeOf(run, exchange)
  if (code === 'missing') return { status: 404, body: null, session }
  if (code) return runFor(run, exchange, session, code, answers)
  if (access && asked.entitySet) return entitySetReply(run, asked.entitySet, access, scalable, session)
  if (access?.action === 'read') {
    const shape = ask(run, entityShape, { access, scalable, session })
    return { status: 200, body: bodyOf(shape.facts, shape.outcome), session }
  }
  if (asked.rest && access === null) return { status: 200, body: toldBy(run, exchange, session), session }
  return { status: 200, body: null, session }
}

/** Whether an address is left to On Web Connection is asked only where there is one. */
const connects = ({ world }: Run, { kind }: Asked): boolean => kind === 'page' && world.methods.has(ON_WEB_CONNECTION)

const connectionOf = (run: Run, asked: Asked): readonly Statement[] | undefined =>
  ask(run, webConnection, { asked }).outcome === 'called' ? run.world.methods.get(ON_WEB_CONNECTION)?.code : undefined

function notFound(run: Run, missing: Missing, session: SessionName | null): Reply {
  ask(run, addressThere, missing)
  return { status: 404, body: null, session }
}

/** What REST tells without touching data: itself, or its catalogue. */
function toldBy(run: Run, exchange: Exchange, session: SessionName | null): Json {
  const path = exchange.asked.path.toLowerCase()
  if (path.startsWith('/rest/$info')) return infoFor(run, exchange, session)
  return path.startsWith('/rest/$catalog') ? catalogFor(run, exchange.sessions === 'scalable', session) : null
}

/** /rest/$info: the sessions of this web server and the privileges of this one; or those privileges alone. */
function infoFor(run: Run, { asked, webServer }: Exchange, session: SessionName | null): Json {
  const privilegesOnly = /^\/rest\/\$info\/privileges/i.test(asked.path)
  const { outcome, facts } = ask(run, restInfo, { session, privilegesOnly })
  if (outcome === 'nothing') return null
  const held = outcome === 'guest' ? ['guest'] : facts.privileges
  const privileges = outcome === 'sessions' ? {} : { privileges: held.map((privilege) => ({ privilege })) }
  return privilegesOnly ? privileges : { ...setsAndSessions(run.world, webServer), ...privileges }
}

const setsAndSessions = (world: World, { name }: WebServer) => {
  const sets = world.entitySets.filter((it) => it.refreshedAt + it.timeout > world.now)
  return {
    entitySetCount: sets.length,
    entitySet: sets.map((it) => ({
      id: it.id,
      tableName: it.dataclass,
      refreshed: isoOf(it.refreshedAt),
      expires: isoOf(it.refreshedAt + it.timeout),
    })),
    sessionInfo: world.sessions
      .filter((it) => it.webServer === name)
      .map((it) => ({
        sessionID: it.id,
        userName: it.userName,
        lifeTime: it.idleTimeout * 60,
        expiration: isoOf(it.expiresAt ?? 0),
      })),
  }
}

/** /rest/$catalog. A world without dataclasses says nothing about them. */
function catalogFor(run: Run, scalable: boolean, session: SessionName | null): Json {
  const { shown } = ask(run, readCatalog, { scalable, session }).facts
  return run.world.dataclasses.size === 0 ? null : { dataClasses: shown.map((name) => ({ name })) }
}

/** $method=entityset and what follows from it: a number of sets over the quota is HTTP 429 (SES-242). */
function entitySetReply(
  run: Run,
  asked: EntitySetAsked,
  access: NonNullable<Asked['access']>,
  scalable: boolean,
  session: SessionName | null,
): Reply {
  const dataclass = access.resource.applyTo
  if (asked.does === 'make') {
    const { outcome } = ask(run, makeEntitySet, { dataclass, session, timeout: asked.timeout })
    if (outcome === 'refused') return { status: 429, body: null, session }
  } else {
    const { outcome } = ask(run, useEntitySet, { entitySet: asked.id, release: asked.does === 'release' })
    if (outcome === 'gone') return { status: 404, body: null, session }
    if (outcome === 'released') return { status: 200, body: null, session }
  }
  const kept = asked.does === 'make' ? run.world.entitySets.values().at(-1) : entitySetNamed(run.world, asked.id)
  const shape = ask(run, entityShape, { access, scalable, session })
  const body = bodyOf(shape.facts, shape.outcome)
  const address = `/rest/${dataclass}/$entityset/${kept?.id ?? ''}`
  return { status: 200, body: isRecord(body) ? { __ENTITYSET: address, ...body } : body, session }
}

/** The statements this request runs; undefined when it runs none, 'missing' when it names a method nobody wrote. */
function codeOf(run: Run, { asked, command }: Exchange): readonly Statement[] | undefined | 'missing' {
  if (command.code) return command.code
  if (asked.method === null) return undefined
  const method = run.world.methods.get(asked.method)
  // A function of the data model is there when its class says so; nobody has to write what it does.
  if (asked.access) return method?.code ?? []
  return ask(run, methodThere, { method: asked.method }).outcome === 'there' && method ? method.code : 'missing'
}

/** The place the request names, if this release has it, else the one its address leads to. */
const placeOf = ({ world }: Run, { in: wanted }: Exchange['command'], { context }: Asked): ContextName =>
  wanted !== undefined && contextExists(contextOf(wanted), world.release) ? wanted : context

/** Runs code in a web process of its own, with the promotions of the function it is. */
function runFor(
  run: Run,
  exchange: Exchange,
  session: SessionName | null,
  code: readonly Statement[],
  answers: CallAnswer[],
): Reply {
  const { asked, command } = exchange
  const context = command.component === undefined ? placeOf(run, command, asked) : 'componentInRequest'
  const ran = inWebProcess(run, exchange, session, { context, label: asked.method ?? asked.path, code }, answers)
  if (ran.error !== null) return { status: statusOf(run.world, ran.error), body: null, session: ran.session }
  if (ran.held !== null) return { status: 0, body: ran.sent, session: ran.session, held: ran.held }
  return { status: 200, body: ran.sent, session: ran.session }
}

interface Work {
  readonly context: ContextName
  readonly label: string
  readonly code: readonly Statement[]
}

type Done = Pick<Ran, 'sent' | 'error' | 'returned'> & {
  readonly session: SessionName | null
  readonly held: ProcessName | null
}

/** One web process from its beginning to its end; or up to the point where the request stays. */
function inWebProcess(
  run: Run,
  exchange: Exchange,
  session: SessionName | null,
  { context, label, code }: Work,
  answers: CallAnswer[],
): Done {
  const { asked, webServer, command } = exchange
  const name = processName(run.world, exchange, context)
  const promoted = asked.access ? promotedBy(run, asked.access.resource, session) : []
  const place = placeIn(exchange, session, context, name, promoted)
  const process = newProcess(name, 'web', webServer.machine, session, label, context)
  const inherited = inheritedBy(run, exchange, name)
  happen(run, { type: 'processStarted', process: inherited ? { ...process, inherited } : process })
  const ran = runCode(run, place, code, answers)
  const stays = command.stays !== undefined && ran.error === null && context !== ON_WEB_AUTHENTICATION
  if (!stays) endWebProcess(run, webServer, name)
  const { sent, error, returned } = ran
  return { sent, error, returned, session: ran.place.request?.session ?? session, held: stays ? name : null }
}

const placeIn = (
  { webServer, asked, sessions, command }: Exchange,
  session: SessionName | null,
  context: ContextName,
  process: ProcessName,
  promoted: readonly string[],
): Place => ({
  context,
  machine: webServer.machine,
  process,
  request: {
    webServer: webServer.name,
    session,
    rest: asked.rest,
    scalable: sessions === 'scalable',
    promoted,
    from: command.from,
  },
})

const legacyOf = ({ legacy }: World, { command, sessions, asked }: Exchange): LegacySession | undefined =>
  sessions === 'legacy' && !asked.rest && 'from' in command
    ? legacy.get(pair((command as SendRequest).from, (command as SendRequest).to))
    : undefined

/** A legacy session keeps its process; a request that stays names it; any other is counted. */
function processName(world: World, exchange: Exchange, context: ContextName): ProcessName {
  const kept = legacyOf(world, exchange)
  if (kept && !world.processes.has(kept.name)) return named(kept.name)
  const { stays } = exchange.command
  if (stays !== undefined && context !== ON_WEB_AUTHENTICATION && !world.processes.has(stays)) return named(stays)
  return named(`web-process-${world.counts.processes + 1}`)
}

/** The variables a web process begins with: those of its legacy session, or what an earlier request left (SES-029). */
function inheritedBy(run: Run, exchange: Exchange, name: ProcessName): Variables | undefined {
  const kept = legacyOf(run.world, exchange)
  if (kept?.name === name) return kept.variables
  const left = run.world.pooled.size > 0 ? run.world.pooled.get(exchange.webServer.name) : undefined
  if (left) happen(run, { type: 'poolChanged', webServer: exchange.webServer.name, variables: null })
  return left
}

const legacyNamed = ({ legacy }: World, name: string): LegacySession | undefined =>
  legacy.size > 0 ? legacy.find((it) => it.name === name) : undefined

/** The process ends or becomes free, with the variables its code has left in it. */
function endWebProcess(run: Run, webServer: WebServer, name: ProcessName): void {
  const process = run.world.processes.get(name)
  happen(run, { type: 'processEnded', process: name })
  if (!process?.variables && !process?.inherited) return
  const variables = { ...process.inherited, ...process.variables }
  const kept = legacyNamed(run.world, name)
  if (kept) happen(run, { type: 'legacyKept', session: { ...kept, variables } })
  // The process of a legacy session that was closed meanwhile is killed, not given on.
  else if (poolsProcesses(run.world, webServer) && !name.startsWith(LEGACY_PROCESS))
    happen(run, { type: 'poolChanged', webServer: webServer.name, variables })
}

/** The request stays: what its reply will need waits with it. */
function hold(run: Run, command: SendRequest, { tell, made }: Attached, reply: Reply, token: string | null): Reply {
  const { held, session, body } = reply
  if (held === undefined) return reply
  const sent = typeof body === 'string' ? body : null
  happen(run, { type: 'requestHeld', request: { process: held, command, session, sent, tell, made, token } })
  return { status: 0, body: null, session, held }
}

/** A request that stayed comes to its end. Its code goes on in the same process, with all that happened meanwhile. */
export function finishHeld(run: Run, command: FinishRequest, answers: CallAnswer[]): Reply {
  const { outcome } = ask(run, finishRequest, command)
  const request = run.world.open.get(command.process)
  const webServer = request && run.world.webServers.get(request.command.to)
  if (outcome === 'unknown' || !request || !webServer) return nobody
  const sessions = sessionsOf(run.world, webServer)
  const asked = read(run.world, request.command, sessions === 'scalable')
  const exchange = { command: request.command, asked, webServer, sessions }
  const { process, tell, made, token } = request
  const session = outcome === 'alone' ? null : request.session
  const context = run.world.processes.get(process)?.context ?? asked.context
  const promoted = asked.access ? promotedBy(run, asked.access.resource, session) : []
  const ran = runCode(run, placeIn(exchange, session, context, process, promoted), command.code ?? [], answers)
  endWebProcess(run, webServer, process)
  const after = ran.place.request?.session ?? session
  const reply: Reply =
    ran.error === null
      ? { status: 200, body: ran.sent ?? request.sent, session: after }
      : { status: statusOf(run.world, ran.error), body: null, session: after }
  return finish(run, exchange, { session: request.session, refused: null, tell, made }, reply, token)
}

/** Cookie, page and trace: what stays behind when the reply has arrived. */
function finish(
  run: Run,
  { command, asked, webServer }: Sent,
  { session: first, tell, made }: Attached,
  reply: Reply,
  token: string | null,
): Reply {
  const { from, to, url, method = 'GET' } = command
  const { scheme = 'http', crossSite = false, address } = command
  // The code of the request may have moved it on, by restore().
  const changed =
    reply.session !== null &&
    (tell || reply.session !== first) &&
    ask(run, giveCookie, { made: made && reply.session === first, scheme, crossSite, url }).outcome === 'set'
  if (changed && reply.session !== null) {
    const value = uuidOf(run.world.seed, `cookie/${webServer.name}/${reply.session}`)
    const secure = scheme === 'https'
    const name = cookieName(run.world)
    const cookie: Cookie = { browser: from, webServer: to, name, value, session: reply.session, secure }
    happen(run, { type: 'cookieSet', cookie: scoped(cookie, run.world.settings, address) })
  }
  happen(
    run,
    { type: 'pageShown', browser: from, page: pageAfter(run, command, asked, reply) },
    {
      type: 'requestAnswered',
      trace: {
        browser: from,
        webServer: to,
        method,
        url,
        status: reply.status,
        session: reply.session,
        token: token === null ? null : named(token),
        count: (run.world.traces.get(pair(from, to))?.count ?? 0) + 1,
        at: run.world.now,
      },
    },
  )
  return changed ? { ...reply, setCookie: cookieName(run.world) } : reply
}

/** With the fields that most cookies do not have. */
const scoped = (cookie: Cookie, { cookieDomain, cookiePath }: Settings, address: string | undefined): Cookie =>
  !cookieDomain && !cookiePath && address === undefined
    ? cookie
    : {
        ...cookie,
        ...(cookieDomain ? { domain: cookieDomain } : {}),
        ...(cookiePath ? { path: cookiePath } : {}),
        ...(address === undefined ? {} : { address }),
      }

const KEPT_READS = 6

/** A data request belongs to the page that sent it; anything else shows a new page. */
function pageAfter({ world }: Run, { from, url, method = 'GET' }: SendRequest, asked: Asked, reply: Reply): Page {
  const before = world.browsers.get(from)?.page
  const what = asked.access ? `${asked.access.action} ${asked.access.resource.applyTo}` : `${method} ${asked.path}`
  const data = asked.kind === 'rest' || asked.kind === 'singleton' || asked.kind === 'authentify'
  if (data && before) {
    return {
      ...before,
      session: reply.session,
      reads: [...before.reads, { what, status: reply.status }].slice(-KEPT_READS),
    }
  }
  const body = typeof reply.body === 'string' ? reply.body : ''
  return {
    url,
    status: reply.status,
    session: reply.session,
    body,
    reads: data ? [{ what, status: reply.status }] : [],
  }
}
