import { contextOf, CONTEXTS, type ContextName } from '../engine/contexts'
import type { SettingName } from '../engine/command'
import type { Event } from '../engine/event'
import { ask } from '../engine/inspect'
import type { Json } from '../engine/json'
import { forcesLogin } from '../engine/place'
import type { Step } from '../engine/step'
import { isWeb, pair, type Machine, type Session, type World } from '../engine/world'
import { KEY, standingOf, type Family } from './alphabet'
import { ownerOf, type Cast, type CastName } from './cast'

/** The parts of a sentence that a reader chose, by the blank they fill. */
export type Parts = Readonly<Record<string, string>>

/** Something that must never happen: kept by the product as the manual tells it, or only believed. */
export interface Promised {
  /** `kept`: the manual says so. `believed`: a newcomer may think so. `stated`: the reader makes the sentence. */
  readonly kind: 'kept' | 'believed' | 'stated'
  /** What it rests on, or what breaks it. */
  readonly rules: readonly string[]
  /** What usually takes part, and how far one has to look to learn something. */
  readonly cast: CastName
  readonly families: readonly Family[]
  readonly depth: number
  /** The settings that belong to the sentence. */
  readonly begins?: readonly (readonly [SettingName, Json])[]
  /** What each blank of the sentence may be filled with; the first unless the reader chooses. */
  readonly parts?: (world: World, cast: Cast) => Readonly<Record<string, readonly string[]>>
  readonly broken: (before: World, step: Step, parts: Parts) => boolean
  /** What it looks at beyond what the tables do. */
  readonly remembers?: (world: World) => Json
}

export type PromiseName =
  | 'tokenOnce'
  | 'tokenOwn'
  | 'tokenLate'
  | 'tokenOrphan'
  | 'licenceGone'
  | 'licenceTotal'
  | 'guestLicence'
  | 'foreignSession'
  | 'sharedBrowsers'
  | 'clientStorage'
  | 'desktopFree'
  | 'closedAnswers'
  | 'areaShares'
  | 'areaReads'
  | 'refusedStays'
  | 'sessionKept'
  | 'clearGuest'
  | 'setAnywhere'
  | 'sessionThere'
  | 'lifespanAsked'
  | 'oneLicence'
  | 'privateStorage'
  | 'reads'

// --- what a step shows ----------------------------------------------------------------------------------------------

const all = <T extends Event['type']>({ events }: Step, type: T): readonly Extract<Event, { type: T }>[] =>
  events.filter((it): it is Extract<Event, { type: T }> => it.type === type)

/** Tokens that opened something in this step, as they stood before it. */
const opened = (before: World, step: Step) =>
  all(step, 'tokenUsed').flatMap(({ token }) => before.tokens.get(token) ?? [])

/** The session a web request ran in, once the token or the cookie had led to one. */
const answering = (before: World, { command, reply, events }: Step): Session | undefined => {
  if (command.type !== 'sendRequest' || !reply?.session) return undefined
  const made = events.some((it) => it.type === 'sessionOpened' && it.session.name === reply.session)
  return made ? undefined : before.sessions.get(reply.session)
}

const served = ({ command, reply }: Step): boolean => command.type === 'sendRequest' && reply?.status === 200

const isRead = ({ command, verdicts }: Step, dataclass: string): boolean =>
  command.type === 'sendRequest' &&
  verdicts.some(({ facts }) => facts.action === 'read' && facts.resource === dataclass)

const PLACES = new Map<string, ContextName>(
  // Its keys are those of the catalogue.
  (Object.keys(CONTEXTS) as ContextName[]).map((name) => [contextOf(name).id, name]),
)
const runsOn = (place: string): string | undefined => {
  const name = PLACES.get(place)
  return name && contextOf(name).runs
}

/** Living web sessions that a browser holds a cookie for. */
const heldBy = (world: World, browser: string): readonly string[] =>
  world.webServers.values().flatMap(({ name }) => {
    const session = world.cookies.get(pair(browser as never, name))?.session
    return session !== undefined && world.sessions.has(session) ? [session] : []
  })

/** Licences that one client takes: that of its connection, and those of the web sessions its Web areas hold. */
const licencesOf = (world: World, { name, kind, running }: Machine): number => {
  if (kind !== 'client') return 0
  const held = world.browsers.filter(({ machine }) => machine === name).flatMap((it) => heldBy(world, it.name))
  const web = new Set(held.filter((it) => world.licences.get(it) && world.sessions.get(it)?.webServer !== null))
  return web.size + (running ? 1 : 0)
}

/** Licences whose session is gone. Before a client had a session object, its connection held one all the same. */
const holdersGone = ({ licences, sessions, machines }: World): number =>
  licences.keys().filter((name) => !sessions.has(name)).length -
  machines.filter(({ kind, running, session }) => kind === 'client' && running && session === null).length

/** The session of the machine on which a Web area stands. */
const homeOf = ({ browsers, machines, sessions }: World, browser: string): Session | undefined =>
  sessions.get(machines.get(browsers.get(browser)?.machine ?? '')?.session ?? '')

/** What the page of a browser was refused last, and has not been given since. */
const refusedOn = (world: World): readonly string[] =>
  world.browsers.values().flatMap(({ name, page }) => {
    const last = new Map((page?.reads ?? []).map(({ what, status }) => [what, status]))
    return [...last].filter(([, status]) => status === 401).map(([what]) => `${name} ${what}`)
  })

// --- the sentences --------------------------------------------------------------------------------------------------

export const PROMISES: Readonly<Record<PromiseName, Promised>> = {
  tokenOnce: {
    kind: 'kept',
    rules: ['SES-050', 'SES-055'],
    cast: 'one',
    families: ['tokens', 'pages', 'leaving'],
    depth: 5,
    broken: (before, step) => opened(before, step).some(({ usedAt }) => usedAt !== null),
  },
  tokenOwn: {
    kind: 'kept',
    rules: ['SES-052', 'SES-053', 'SES-062'],
    cast: 'two',
    families: ['tokens', 'pages', 'leaving'],
    depth: 5,
    broken: (before, step) =>
      opened(before, step).some(({ session }) => step.reply !== null && step.reply.session !== session),
  },
  tokenLate: {
    kind: 'kept',
    rules: ['SES-051', 'SES-045'],
    cast: 'one',
    families: ['tokens', 'pages', 'time'],
    depth: 5,
    broken: (before, step) => opened(before, step).some((it) => it.expiresAt <= before.now),
  },
  tokenOrphan: {
    kind: 'kept',
    rules: ['SES-051', 'SES-018'],
    cast: 'one',
    families: ['tokens', 'pages', 'leaving'],
    depth: 5,
    broken: (before, step) => opened(before, step).some((it) => standingOf(before, it) === 'orphaned'),
  },
  licenceGone: {
    kind: 'kept',
    rules: ['SES-114', 'SES-117'],
    cast: 'two',
    families: ['leaving', 'pages', 'data', 'time'],
    depth: 5,
    broken: (_, { world }) => holdersGone(world) > 0,
  },
  licenceTotal: {
    kind: 'kept',
    rules: ['SES-122', 'SES-117'],
    cast: 'two',
    families: ['leaving', 'pages', 'data', 'methods'],
    depth: 5,
    begins: [['licences', 2]],
    broken: (_, { world }) => world.licences.size > world.settings.licences,
  },
  guestLicence: {
    kind: 'kept',
    rules: ['SES-111', 'SES-221', 'SES-225'],
    cast: 'one',
    families: ['pages', 'data', 'methods', 'privileges', 'tokens'],
    depth: 4,
    begins: [['forceLogin', true]],
    broken: (_, { world }) =>
      forcesLogin(world) && world.sessions.values().some((it) => isWeb(it) && !it.login && world.licences.has(it.name)),
  },
  foreignSession: {
    kind: 'kept',
    rules: ['SES-021', 'SES-022', 'SES-053'],
    cast: 'two',
    families: ['tokens', 'pages', 'data', 'leaving'],
    depth: 4,
    broken: (before, step) => {
      const session = answering(before, step)
      if (!session || step.command.type !== 'sendRequest') return false
      const token = opened(before, step).some((it) => it.session === session.name)
      return !token && !heldBy(before, step.command.from).includes(session.name)
    },
  },
  sharedBrowsers: {
    kind: 'kept',
    rules: ['SES-022', 'SES-053', 'SES-070'],
    cast: 'two',
    families: ['tokens', 'pages', 'data'],
    depth: 4,
    broken: (_, { world }) => {
      const held = world.browsers.values().flatMap(({ name }) => [...new Set(heldBy(world, name))])
      const twice = held.filter((name, i) => held.indexOf(name) < i)
      return twice.some((name) => !world.tokens.values().some((it) => it.session === name && it.usedAt !== null))
    },
  },
  clientStorage: {
    kind: 'kept',
    rules: ['SES-194', 'SES-195', 'SES-003'],
    cast: 'one',
    families: ['storage', 'tokens', 'leaving'],
    depth: 5,
    broken: (before, { answers }) =>
      answers.some(({ call, place, session, value }) => {
        if (call !== 'storage' || runsOn(place) !== 'client' || value === undefined) return false
        return before.sessions.get(session ?? '')?.clientStorage.get(KEY) !== value
      }),
  },
  desktopFree: {
    kind: 'kept',
    rules: ['SES-150', 'PRIV-003'],
    cast: 'one',
    families: ['privileges', 'storage', 'tokens', 'settings'],
    depth: 4,
    broken: (_, { answers }) => answers.some(({ error, place }) => error === 'privilege' && runsOn(place) !== 'web'),
  },
  closedAnswers: {
    kind: 'kept',
    rules: ['SES-085', 'SES-084', 'SES-199'],
    cast: 'one',
    families: ['pages', 'data', 'tokens', 'leaving', 'time'],
    depth: 5,
    broken: (before, { command, reply, events }) => {
      if (command.type !== 'sendRequest' || !reply?.session) return false
      const made = events.some((it) => it.type === 'sessionOpened' && it.session.name === reply.session)
      return !made && !before.sessions.has(reply.session)
    },
  },

  areaShares: {
    kind: 'believed',
    rules: ['SES-022', 'SES-062'],
    cast: 'one',
    families: ['pages', 'data', 'tokens'],
    depth: 4,
    broken: (_, step) => {
      if (!served(step) || step.command.type !== 'sendRequest') return false
      const home = homeOf(step.world, step.command.from)
      return home !== undefined && step.reply?.session !== home.name
    },
  },
  areaReads: {
    kind: 'believed',
    rules: ['SES-022', 'SES-064', 'PRIV-052'],
    cast: 'one',
    families: ['privileges', 'data', 'pages', 'tokens'],
    depth: 5,
    broken: (before, step) => {
      if (step.command.type !== 'sendRequest' || step.reply?.status !== 401) return false
      const held = homeOf(before, step.command.from)?.privileges ?? []
      const last = step.verdicts.findLast(({ facts }) => Array.isArray(facts.ownList))
      const lists = (last?.facts.ownList ?? []) as readonly string[] // every table with this fact has a list in it
      return last?.tone === 'bad' && lists.some((name) => held.includes(name))
    },
  },
  refusedStays: {
    kind: 'believed',
    rules: ['SES-064', 'PRIV-052'],
    cast: 'one',
    families: ['privileges', 'data', 'pages', 'tokens'],
    depth: 6,
    broken: (before, step) => {
      if (!served(step) || step.command.type !== 'sendRequest') return false
      const { from } = step.command
      const now = step.world.browsers.get(from)?.page?.reads.at(-1)
      const was = before.browsers.get(from)?.page
      return now?.status === 200 && was !== null && refusedOn(before).includes(`${from} ${now.what}`)
    },
    remembers: refusedOn,
  },
  sessionKept: {
    kind: 'believed',
    rules: ['SES-053'],
    cast: 'one',
    families: ['pages', 'tokens'],
    depth: 5,
    broken: (before, step) => {
      if (step.command.type !== 'sendRequest' || !step.reply?.session) return false
      const held = heldBy(before, step.command.from)
      return held.length > 0 && !held.includes(step.reply.session)
    },
  },
  clearGuest: {
    kind: 'believed',
    rules: ['SES-133', 'SES-131', 'SES-142'],
    cast: 'one',
    families: ['privileges', 'methods'],
    depth: 4,
    broken: (_, { answers, world }) =>
      answers.some(({ call, value, session }, i) => {
        const later = answers.slice(i + 1).some((it) => it.call === 'setPrivileges')
        const found = world.sessions.get(session ?? '')
        if (call !== 'clearPrivileges' || value !== true || later || !found) return false
        return ask(world, found, 'server', 'isGuest')?.answer.value === false
      }),
  },
  setAnywhere: {
    kind: 'believed',
    rules: ['SES-151', 'SES-003', 'SES-145'],
    cast: 'one',
    families: ['privileges'],
    depth: 3,
    broken: (_, { answers }) => answers.some(({ call, value }) => call === 'setPrivileges' && value !== true),
  },
  sessionThere: {
    kind: 'believed',
    rules: ['SES-003', 'SES-014', 'SES-002'],
    cast: 'one',
    families: ['privileges', 'methods', 'settings'],
    depth: 4,
    broken: (_, { answers }) => answers.some(({ error }) => error === 'onNull'),
  },
  lifespanAsked: {
    kind: 'believed',
    rules: ['SES-047', 'SES-045', 'SES-048'],
    cast: 'one',
    families: ['tokens'],
    depth: 3,
    broken: (_, step) => {
      if (step.command.type !== 'runCall' || step.command.call !== 'createOTP') return false
      const [asked] = step.command.with ?? []
      return (
        typeof asked === 'number' &&
        all(step, 'tokenCreated').some(({ token }) => token.expiresAt - token.createdAt !== asked)
      )
    },
  },
  oneLicence: {
    kind: 'believed',
    rules: ['SES-110', 'SES-111', 'SES-063'],
    cast: 'one',
    families: ['pages', 'data', 'tokens', 'methods'],
    depth: 4,
    broken: (_, { world }) => world.machines.values().some((it) => licencesOf(world, it) > 1),
  },
  privateStorage: {
    kind: 'believed',
    rules: ['SES-062', 'SES-052', 'SES-190'],
    cast: 'one',
    families: ['storage', 'tokens', 'pages'],
    depth: 6,
    broken: (_, { command, answers, world }) =>
      (command.type === 'sendRequest' || command.type === 'runCall') &&
      answers.some(({ call, value }) => {
        const who = command.type === 'sendRequest' ? ownerOf(world, command.from) : command.machine
        return call === 'storage' && typeof value === 'string' && value !== who
      }),
  },
  reads: {
    kind: 'stated',
    rules: ['PRIV-001', 'PRIV-052', 'PRIV-002'],
    cast: 'one',
    families: ['data', 'pages', 'tokens', 'privileges', 'methods'],
    depth: 5,
    parts: (world, { browsers }) => ({
      who: ['guest', ...browsers.map(({ name }) => name)],
      what: world.dataclasses.keys(),
    }),
    broken: (before, step, { who, what = '' }) => {
      if (step.command.type !== 'sendRequest' || !served(step) || !isRead(step, what)) return false
      if (who !== 'guest') return step.command.from === who
      // A guest: a session that nobody gave a privilege, or none at all.
      const session = step.world.sessions.get(step.reply?.session ?? '')
      return session === undefined || (session.privileges.length === 0 && isWeb(session) && before.sessions.size > 0)
    },
  },
}

export const PROMISE_NAMES = Object.keys(PROMISES) as readonly PromiseName[]
export const isPromise = (name: string): name is PromiseName => Object.hasOwn(PROMISES, name)

/** The blanks of a sentence filled: as the reader chose where that is possible, else with the first there is. */
export function partsOf(name: PromiseName, world: World, cast: Cast, chosen: Parts): Parts {
  const options = PROMISES[name].parts?.(world, cast) ?? {}
  return Object.fromEntries(
    Object.entries(options).map(([blank, all]) => {
      const wanted = chosen[blank]
      return [blank, wanted !== undefined && all.includes(wanted) ? wanted : (all[0] ?? '')]
    }),
  )
}
