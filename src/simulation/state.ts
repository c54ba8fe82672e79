import { mainOf } from '../engine/ids'
import { restsOnAssumption, rulesOf, type Verdict } from '../decision/decision'
import { clockOf } from '../engine/clock'
import { decisionNamed } from '../engine/decisions'
import type { Release } from '../engine/releases/releases'
import { statusOf } from '../engine/statusOf'
import { isRecord, type Json } from '../engine/json'
import { spelled } from '../engine/releases/releases'
import { ask, begin } from '../engine/rule'
import { isGuest } from '../engine/rules/members/guest'
import type { Step } from '../engine/step'
import { Table } from '../engine/table'
import { pair, secondsLeft, type Browser, type Session, type World } from '../engine/world'

/** A moment as plain JSON: what a terminal prints, what an expectation looks into. Names of the world are its keys. */
export type Document = { readonly [key: string]: Json }

/** The first words of a `look`: the parts of the state. */
export const PARTS = [
  'now',
  'clock',
  'release',
  'sessions',
  'tokens',
  'licences',
  'machines',
  'webServers',
  'browsers',
  'cookies',
  'processes',
  'settings',
  'step',
] as const

/** A value of the world or of an event as JSON: tables become objects in their order, what is undefined is left out. */
function plain(value: unknown): Json {
  if (value instanceof Table) return objectOf(value, plain)
  if (Array.isArray(value)) return value.map(plain)
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, it]) => it !== undefined)
        .map(([key, it]) => [key, plain(it)]),
    )
  return (value ?? null) as Json // the world holds nothing that JSON would lose
}

const objectOf = <V>(table: Table<V>, how: (value: V) => Json): Document =>
  Object.fromEntries(table.entries().map(([name, it]) => [name, how(it)]))

function sessionOf(world: World, session: Session): Json {
  const { name: _, ...rest } = session
  const place = { context: 'rest', machine: session.machine, process: mainOf(session.machine) } as const
  const guest = ask(begin(world), isGuest, { place, session, side: 'server', args: [] })
  return {
    ...(plain(rest) as Document),
    isGuest: guest.outcome === 'true',
    licence: world.licences.has(session.name),
  }
}

/** The living session that answered the page of a browser; without one, the first its cookies lead to. */
function sessionBehind({ sessions, cookies, webServers }: World, { name, page }: Browser): Json {
  if (page?.session && sessions.has(page.session)) return page.session
  const held = webServers.values().map((it) => cookies.get(pair(name, it.name))?.session)
  return held.find((it) => it !== undefined && sessions.has(it)) ?? null
}

const cookiesOf = ({ cookies }: World, browser: Browser): Json =>
  Object.fromEntries(
    cookies
      .values()
      .filter((it) => it.browser === browser.name)
      .map(({ webServer, session, value }) => [webServer, { session, value }]),
  )

/** The state of one moment; with the step that led to it, when there is one. */
export function stateOf(world: World, told?: Step, number?: number): Document {
  const { roles, ...settings } = world.settings
  return {
    now: world.now,
    clock: clockOf(world.now),
    release: spelled(world.release),
    sessions: objectOf(world.sessions, (it) => sessionOf(world, it)),
    tokens: objectOf(world.tokens, (it) => ({
      value: it.value,
      session: it.session,
      side: it.side,
      secondsLeft: secondsLeft(world, it),
      used: it.usedAt !== null,
      expired: secondsLeft(world, it) === 0,
      expiresAt: it.expiresAt,
    })),
    licences: {
      used: world.licences.size,
      total: world.settings.licences,
      free: Math.max(0, world.settings.licences - world.licences.size),
      holders: plain(world.licences.values()),
    },
    machines: objectOf(world.machines, ({ name: _, times: __, ...it }) => plain(it)),
    webServers: objectOf(world.webServers, ({ name: _, ...it }) => plain(it)),
    browsers: objectOf(world.browsers, (it) => ({
      label: it.label,
      machine: it.machine,
      session: sessionBehind(world, it),
      page: plain(it.page),
      cookies: cookiesOf(world, it),
    })),
    cookies: objectOf(world.cookies, plain),
    processes: objectOf(world.processes, ({ name: _, ...it }) => plain(it)),
    settings: { ...(plain(settings) as Document), roles: roles !== null },
    step: told ? stepDocument(told, number) : null,
  }
}

function verdictOf(verdict: Verdict, release: Release): Json {
  const table = decisionNamed(verdict.decision)
  return {
    decision: verdict.decision,
    outcome: verdict.outcome,
    tone: verdict.tone,
    path: verdict.turns.map(({ node, answer }) => ({ node, answer })),
    ending: verdict.ending,
    rules: rulesOf(table, verdict),
    assumed: restsOnAssumption(table, verdict),
    status: statusOf(verdict, release),
  }
}

/** One step with its reasons. */
export function stepDocument(
  { command, outcome, tone, verdicts, telling, answers, reply, events, world }: Step,
  number = 0,
): Json {
  const verdict = verdicts[telling]
  return {
    number,
    command: plain(command),
    outcome,
    tone,
    decision: verdict?.decision ?? '',
    rules: verdict ? rulesOf(decisionNamed(verdict.decision), verdict) : [],
    answers: plain(answers),
    reply: plain(reply),
    verdicts: verdicts.map((it) => verdictOf(it, world.release)),
    events: plain(events),
  }
}
