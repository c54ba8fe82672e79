import { restsOnAssumption, rulesOf, type Verdict } from '../decision/decision'
import type { Command } from '../engine/command'
import { decisionNamed } from '../engine/decisions'
import { named } from '../engine/ids'
import type { Release } from '../engine/releases/releases'
import { noteOf } from '../engine/releases/rules'
import { step, type Step } from '../engine/step'
import type { World } from '../engine/world'
import { worldOf } from '../simulation/scenario'
import { actsOf, worldFor, type Act } from './acts'
import type { Day, Minute } from './day'

/**
 * A day as it came out. Told by the engine, command after command; nothing here decides about licences. What is counted
 * is `world.licences` and `world.sessions`, and why is read from the verdicts.
 */
export interface Plan {
  readonly day: Day
  readonly release: Release
  /** The first minute of the curves. */
  readonly from: Minute
  /** Licences held for the connection of a client, at the fullest moment of each minute. */
  readonly connections: readonly number[]
  /** Licences held by web sessions at the same moment. */
  readonly web: readonly number[]
  /** Sessions of clients and of the web that are open, without that of the stored procedures. */
  readonly sessions: readonly number[]
  /** The most licences held at once, and when that was first so. */
  readonly peak: { readonly held: number; readonly at: Minute }
  readonly refusals: readonly Refusal[]
  readonly reasons: readonly Reason[]
  /** What was told, in order: what somebody who was turned away wanted later is left out. */
  readonly commands: readonly Command[]
}

/** Somebody did not get a licence, and gave up for the day. */
export interface Refusal {
  readonly at: Minute
  readonly row: number
  readonly person: number
  readonly verdict: Verdict
}

/** Takes one, takes none, was refused one, gave one back. */
export type Effect = 'took' | 'none' | 'refused' | 'gaveBack'

/** One ending of a table that speaks of licences: how often, for how many people, and when first. */
export interface Reason {
  /** Null when it concerns several rows at once, as a wait does. */
  readonly row: number | null
  readonly effect: Effect
  /** The first verdict of this kind, an example for all. */
  readonly verdict: Verdict
  readonly at: Minute
  /** Licences taken or given back, or people concerned. */
  readonly count: number
  readonly rules: readonly string[]
  readonly assumed: boolean
  /** Open questions of the references behind these rules. */
  readonly questions: readonly string[]
}

/** How far the telling has come: commands told and to be told. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** After so many commands the telling can be interrupted. */
const PIECE = 100
/** No day goes further than the night after it. */
const LAST: Minute = 2 * 24 * 60

const wait = (minutes: number): Command => ({ type: 'wait', seconds: minutes * 60 })

/** Tells the day in pieces; the last piece is the plan. */
export function* planning(day: Day, release: Release): Generator<Progress, Plan> {
  const acts = actsOf(day, release)
  const first = acts[0]?.at ?? 0
  const tally = tallyFrom(first)
  const gone = new Set<string>()
  const telling: Telling = { world: worldOf(worldFor(day), release), commands: [] }
  let done = 0
  for (let at = first; at <= LAST; at++) {
    if (at > first) tell(telling, tally, wait(1), at, null)
    tally.begin(telling.world)
    for (let act = acts[done]; act !== undefined && act.at === at; act = acts[done]) {
      live(telling, tally, act, gone)
      done += 1
      if (done % PIECE === 0) yield { done, total: acts.length }
    }
    // When everybody has gone and every session has ended, nothing can change any more.
    if (done === acts.length && openSessions(telling.world) === 0 && telling.world.licences.size === 0) break
  }
  return { day, release, commands: telling.commands, ...tally.result() }
}

interface Telling {
  world: World
  readonly commands: Command[]
}

/** Somebody does what they came for, unless they were turned away before. */
function live(telling: Telling, tally: Tally, act: Act, gone: Set<string>): void {
  const { command, actor, login, at } = act
  const machine = telling.world.browsers.get(actor)?.machine
  if (gone.has(actor) || (machine && gone.has(machine))) return
  let last = tell(telling, tally, command, at, act)
  if (login && last.reply?.status === 401) {
    last = tell(telling, tally, login, at, act)
    if (!refused(last)) last = tell(telling, tally, command, at, act)
  }
  if (refused(last)) gone.add(actor)
}

function tell(telling: Telling, tally: Tally, command: Command, at: Minute, act: Act | null): Step {
  const told = step(telling.world, command)
  tally.add(told, telling.world, at, act)
  telling.world = told.world
  telling.commands.push(command)
  return told
}

const LICENCE_TABLES = ['takeLicence', 'connectClient']
/** The outcomes that turn somebody away for want of a licence. */
export const NO_LICENCE: readonly string[] = ['exhausted', 'tooMany', 'noLicence']

/** The verdict that refused a licence in this step, if one did. */
const refusing = ({ verdicts }: Step): Verdict | undefined =>
  verdicts.find((it) => LICENCE_TABLES.includes(it.decision) && NO_LICENCE.includes(it.outcome))
const refused = (it: Step): boolean => refusing(it) !== undefined

/** Tables after which licences may be fewer. */
const GIVING_BACK = ['wait', 'logOut', 'disconnectClient']

const openSessions = ({ sessions }: World): number => sessions.size - (sessions.has('stored-procedures') ? 1 : 0)

interface Tally {
  begin(world: World): void
  add(it: Step, before: World, at: Minute, act: Act | null): void
  result(): Pick<Plan, 'from' | 'connections' | 'web' | 'sessions' | 'peak' | 'refusals' | 'reasons'>
}

/** Counts while a day is told; used up when its result has been taken. */
function tallyFrom(from: Minute): Tally {
  const [connections, web, sessions]: [number[], number[], number[]] = [[], [], []]
  const refusals: Refusal[] = []
  const found = new Map<string, { reason: Reason; people: Set<number>; licences: number }>()
  let peak = { held: 0, at: from }

  /** The fullest moment of the minute is its value. */
  const look = (world: World): void => {
    const last = connections.length - 1
    sessions[last] = Math.max(sessions[last] ?? 0, openSessions(world))
    const held = world.licences.size
    if (held <= (connections[last] ?? 0) + (web[last] ?? 0)) return
    connections[last] = world.licences.filter(({ because }) => because === 'connection').length
    web[last] = held - connections[last]
    if (held > peak.held) peak = { held, at: from + last }
  }

  const note = (verdict: Verdict, effect: Effect, at: Minute, act: Act | null, licences: number): void => {
    const row = act?.row ?? null
    const key = `${row} ${effect} ${verdict.decision}.${verdict.ending}`
    const known = found.get(key) ?? {
      reason: reasonOf(verdict, effect, at, row),
      people: new Set<number>(),
      licences: 0,
    }
    if (act) known.people.add(act.person)
    known.licences += licences
    found.set(key, known)
  }

  return {
    begin(world) {
      connections.push(0)
      web.push(0)
      sessions.push(0)
      look(world)
    },
    add(it, before, at, act) {
      if (act) look(it.world)
      const turnedAway = refusing(it)
      if (turnedAway && act) refusals.push({ at, row: act.row, person: act.person, verdict: turnedAway })
      const taken = it.world.licences.size - before.licences.size
      for (const verdict of it.verdicts) {
        if (LICENCE_TABLES.includes(verdict.decision)) {
          const took = verdict.outcome === 'taken' || verdict.outcome === 'connected'
          const effect = verdict === turnedAway ? 'refused' : took ? 'took' : 'none'
          note(verdict, effect, at, act, took ? 1 : 0)
        } else if (GIVING_BACK.includes(verdict.decision) && taken < 0) note(verdict, 'gaveBack', at, act, -taken)
        else if (verdict.decision === 'clearPrivileges' && holds(before, act))
          note(verdict, taken < 0 ? 'gaveBack' : 'none', at, act, 0)
      }
    },
    result: () => ({
      from,
      connections,
      web,
      sessions,
      peak,
      refusals,
      reasons: [...found.values()].map(({ reason, people, licences }) => ({
        ...reason,
        count: licences > 0 ? licences : people.size,
      })),
    }),
  }
}

/** Does the session behind this browser's cookie hold a licence? */
function holds({ cookies, licences }: World, act: Act | null): boolean {
  const cookie = act && cookies.filter(({ browser }) => browser === named(act.actor))[0]
  return cookie ? licences.has(cookie.session) : false
}

function reasonOf(verdict: Verdict, effect: Effect, at: Minute, row: number | null): Reason {
  const table = decisionNamed(verdict.decision)
  const ending = table.nodes[verdict.ending]?.rules ?? []
  const notes = ending.flatMap((id) => noteOf(id) ?? [])
  return {
    row,
    effect,
    verdict,
    at,
    count: 0,
    rules: rulesOf(table, verdict).slice(0, Math.max(ending.length, 2)),
    assumed: restsOnAssumption(table, verdict) || notes[0]?.status === 'assumed',
    questions: [...new Set(notes.flatMap((it) => it.questions ?? []))],
  }
}

/** The whole day at once. */
export function planOf(day: Day, release: Release): Plan {
  const telling = planning(day, release)
  for (;;) {
    const piece = telling.next()
    if (piece.done) return piece.value
  }
}

/** How many licences everybody of the day would take when there are enough. */
export const ENOUGH = 100_000

export const heldAt = ({ from, connections, web }: Plan, at: Minute): number =>
  (connections[at - from] ?? 0) + (web[at - from] ?? 0)

export const turnedAway = ({ refusals }: Plan): number => new Set(refusals.map(({ person }) => person)).size
