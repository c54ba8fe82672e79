import { rulesOf, type Verdict } from '../decision/decision'
import type { CallAnswer } from '../engine/call'
import type { Command } from '../engine/command'
import { contextExists, contextOf } from '../engine/contexts'
import { decisionNamed } from '../engine/decisions'
import type { SessionName } from '../engine/ids'
import type { Call } from '../engine/method'
import type { Release } from '../engine/releases/releases'
import type { Status } from '../engine/releases/rules'
import { placeSince } from '../engine/releases/since'
import { statusOf } from '../engine/statusOf'
import { step, type Step } from '../engine/step'
import { secondsLeft, type Session, type Side, type World } from '../engine/world'
import { office } from '../gallery/office'
import { FORMAT, worldOf, type Scenario } from '../simulation/scenario'
import { PROBES, type Probe } from './probes'
import { wayTo, type PlaceName, type Way } from './ways'

/** One answer of the Session object in one place, with the walk that gave it and the story that can be played. */
export interface Cell {
  readonly probe: Probe
  /** The lines that were run before in the same session. */
  readonly before: readonly Call[]
  readonly commands: readonly Command[]
  readonly answer: CallAnswer
  readonly verdict: Verdict
  readonly rules: readonly string[]
  readonly status: Status
  /** Seconds the token lives that the call made; null when it made none. */
  readonly lives: number | null
}

/** Where code runs, and what Session is there, in one release: everything computed by telling small stories. */
export interface Survey {
  readonly release: Release
  readonly way: Way
  /** Has this release the place at all? If not, since when is there one? */
  readonly exists: boolean
  readonly since: Release | null
  /** The world in which Session was asked. */
  readonly world: World
  readonly session: { readonly session: Session; readonly side: Side } | null
  /** The walks that resolved Session, in order; none where the place does not exist. */
  readonly walks: readonly Verdict[]
  readonly cells: readonly Cell[]
}

const RESOLVING = ['resolveSession', 'resolveWebSession']

function startFor({ world, settings }: Way, release: Release): World {
  const spec = world === 'office' ? office : world
  return worldOf({ ...spec, settings: { ...spec.settings, ...settings } }, release)
}

const told = (world: World, commands: readonly Command[]): World =>
  commands.reduce((before, command) => step(before, command).world, world)

/** What answers one probe once one has arrived, the last command giving the answer. */
function commandsFor(way: Way, { token }: Probe, before: readonly Call[], call: Call): readonly Command[] {
  const spare = token ? [way.spare] : []
  return before.length === 0 || way.oneProcess
    ? [...spare, ...way.use([...before, call], { first: true })]
    : [...spare, ...way.prepared(before), ...way.use([call], { first: false })]
}

/** The walk that tells an answer: the member's own, what it handed over to, or the one that found no session. */
function tellingWalk({ verdicts, answers }: Step): Verdict {
  const answer = answers.at(-1)
  const last = (name: string) => verdicts.findLast(({ decision }) => decision === name)
  const own = answer && last(answer.call)
  const found =
    answer?.error === 'noLicence'
      ? last('takeLicence')
      : own?.decision === 'restore' && own.outcome === 'check'
        ? last('checkToken')
        : own
  const resolving = verdicts.findLast(({ decision }) => RESOLVING.includes(decision))
  const verdict = found ?? resolving ?? verdicts.at(-1)
  if (!verdict) throw new Error('a step has a verdict') // the engine sees to it
  return verdict
}

/** One answer. Where Session is Null nothing can be called before, and every member fails alike. */
function cellOf(way: Way, arrived: World, probe: Probe, session: SessionName | null): Cell | undefined {
  if (probe.oneProcess && !way.oneProcess) return undefined
  const call = probe.ofSession ? { ...probe.call, with: [session ?? SOMEBODY] } : probe.call
  const prepared = session === null ? undefined : answered(way, arrived, probe, probe.before, call)
  // A release that lacks what is called before ends the method there: then the question is asked by itself.
  return prepared ?? answered(way, arrived, probe, [], call)
}

/** The session of the connected client: what a place without one may still ask for by its id. */
const SOMEBODY = 'remote-ana'

function answered(way: Way, arrived: World, probe: Probe, before: readonly Call[], call: Call): Cell | undefined {
  const commands = commandsFor(way, probe, before, call)
  const last = commands.at(-1)
  if (!last) return undefined
  const done = step(told(arrived, commands.slice(0, -1)), last)
  const answer = done.answers.at(-1)
  // A request that was refused, or a method that ended, before the question was asked has answered nothing.
  if (answer?.call !== probe.call.call) return undefined
  const verdict = tellingWalk(done)
  const made = done.events.findLast(({ type }) => type === 'tokenCreated')
  return {
    probe,
    before,
    commands: [...way.arrive, ...commands],
    answer,
    verdict,
    rules: rulesOf(decisionNamed(verdict.decision), verdict),
    status: statusOf(verdict, arrived.release),
    lives:
      probe.call.call === 'createOTP' && made?.type === 'tokenCreated' ? secondsLeft(done.world, made.token) : null,
  }
}

/** What Session is in this place, and what each of its members answers there. */
export function survey(release: Release, name: PlaceName): Survey {
  const way = wayTo(name)
  const start = startFor(way, release)
  const context = contextOf(way.context)
  if (!contextExists(context, release))
    return {
      release,
      way,
      exists: false,
      since: placeSince(way.context),
      world: start,
      session: null,
      walks: [],
      cells: [],
    }
  const arrived = told(start, way.arrive)
  const [ask] = way.use([{ call: 'Session' }], { first: true })
  if (!ask) throw new Error(`${name} is used by no command`) // every way has one
  const asked = step(arrived, ask)
  const answer = asked.answers.at(-1)
  const session = asked.world.sessions.get(answer?.session ?? '')
  return {
    release,
    way,
    exists: true,
    since: placeSince(way.context),
    world: asked.world,
    session: session && answer?.side ? { session, side: answer.side } : null,
    walks: asked.verdicts.filter(({ decision }) => RESOLVING.includes(decision)),
    cells: PROBES.flatMap((probe) => cellOf(way, arrived, probe, session?.name ?? null) ?? []),
  }
}

/** The story behind a cell, for the playground. */
export const scenarioOf = ({ release, way }: Survey, commands: readonly Command[], title: string): Scenario => ({
  format: FORMAT,
  title,
  release,
  world: way.world,
  ...(Object.keys(way.settings).length > 0 ? { settings: way.settings } : {}),
  steps: commands,
  at: commands.length,
})

export const cellNamed = ({ cells }: Survey, probe: string): Cell | undefined =>
  cells.find((it) => it.probe.name === probe)
