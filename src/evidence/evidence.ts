import { rulesAt, type Answer, type Verdict } from '../decision/decision'
import type { Command } from '../engine/command'
import { CONTEXTS } from '../engine/contexts'
import { decisionNamed } from '../engine/decisions'
import type { Release } from '../engine/releases/releases'
import { holdsFor, noteOf } from '../engine/releases/rules'
import { step, type Step } from '../engine/step'
import type { SessionType, World } from '../engine/world'
import { office } from '../gallery/office'
import { FORMAT, type Scenario } from '../simulation/scenario'
import { atOnce, type Progress } from './work'
import { asRecommended } from './readings'
import { isSimulated, nearestRelease } from './simulated'
import { SUITE } from './suite'
import { startIn, type Tale } from './tale'

/** A story in which a walk passes a node that names a rule, cut after that step, with nothing in it that is not needed. */
export interface Evidence {
  readonly rule: string
  readonly release: Release
  readonly tale: Tale
  /** What is done; the last of it is the step concerned. */
  readonly commands: readonly Command[]
  /** The walk that passes the node, in the last step. */
  readonly verdict: Verdict
  /** Which of the walks of that step it is. */
  readonly at: number
  /** It is the walk that tells the step. */
  readonly telling: boolean
  readonly node: string
  /** The answer given at the node; null at an ending. */
  readonly answer: Answer | null
}

/** What is found by playing every story of the suite in one release. */
export interface Proofs {
  readonly release: Release
  readonly evidence: ReadonlyMap<string, Evidence>
  /** For which kinds of session each rule was walked. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<SessionType>>
}

/** What can be shown for a rule in a release. */
export type Proof =
  | { readonly kind: 'shown'; readonly evidence: Evidence }
  /** The rule is one of other releases; this one is the nearest. */
  | { readonly kind: 'elsewhere'; readonly release: Release }
  /** It holds, but what shows it can only happen in other releases. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'notSimulated' }

export function proofOf(rule: string, { release, evidence }: Proofs): Proof {
  if (!isSimulated(rule)) return { kind: 'notSimulated' }
  const nearest = nearestRelease(rule, release)
  if (nearest !== undefined && nearest !== release) return { kind: 'elsewhere', release: nearest }
  const found = evidence.get(rule)
  return found ? { kind: 'shown', evidence: found } : { kind: 'unseen' }
}

const known = new Map<Release, Proofs>()

/** The proofs of a release if they have been worked out already. */
export const knownProofs = (release: Release): Proofs | undefined => known.get(release)

/** All at once, for a command line and for tests. */
export const proofsIn = (release: Release): Proofs => atOnce(proving(release))

/** Plays the suite in a release, a story at a time, so that a page can do something else in between. Done once. */
export function* proving(release: Release): Generator<Progress, Proofs> {
  const before = known.get(release)
  if (before) return before
  const best = new Map<string, Candidate>()
  const kinds = new Map<string, Set<SessionType>>()
  for (const [i, tale] of SUITE.entries()) {
    if (!asRecommended(tale)) continue
    for (const it of candidatesOf(tale, release)) {
      const kept = best.get(it.rule)
      if (!kept || it.cost < kept.cost) best.set(it.rule, it)
      const seen = kinds.get(it.rule) ?? new Set()
      for (const kind of it.kinds) seen.add(kind)
      kinds.set(it.rule, seen)
    }
    yield { done: i + 1, of: SUITE.length + best.size }
  }
  const evidence = new Map<string, Evidence>()
  for (const candidate of best.values()) {
    evidence.set(candidate.rule, evidenceOf(candidate, release))
    yield { done: SUITE.length + evidence.size, of: SUITE.length + best.size }
  }
  const proofs = { release, evidence, kinds }
  known.set(release, proofs)
  return proofs
}

/** A walk over a node that names a rule, somewhere in a story. */
interface Candidate extends Pick<Evidence, 'rule' | 'tale' | 'node' | 'answer' | 'telling'> {
  readonly steps: number
  readonly decision: string
  readonly ending: string
  readonly kinds: readonly SessionType[]
  /** The lower, the more telling. */
  readonly cost: number
}

function* candidatesOf(tale: Tale, release: Release): Generator<Candidate> {
  let world = startIn(tale, release)
  for (const [i, command] of tale.commands.entries()) {
    const told = step(world, command)
    world = told.world
    const kinds = kindsOf(told)
    for (const [at, verdict] of told.verdicts.entries()) {
      const telling = at === told.telling
      const table = decisionNamed(verdict.decision)
      for (const { node, answer } of stationsOf(verdict)) {
        for (const [rank, rule] of rulesAt(table, node, verdict.facts).entries()) {
          const note = noteOf(rule)
          if (!note || !holdsFor(note, release)) continue
          const cost =
            i +
            1 +
            (telling ? 0 : BESIDE) +
            (answer === null ? 0 : ON_THE_WAY) +
            (answer === 'no' ? TURNED_AWAY : 0) +
            (rank === 0 ? 0 : SECONDARY) -
            (tale.names.includes(rule) ? MEANT : 0)
          const { decision, ending } = verdict
          yield { rule, tale, node, answer, telling, steps: i + 1, decision, ending, kinds, cost }
        }
      }
    }
  }
}

/** What a less telling place costs, counted in steps of a story. */
const BESIDE = 3
const ON_THE_WAY = 2
/** A question that stands for a rule mostly asks whether it applies. */
const TURNED_AWAY = 3
const SECONDARY = 2
/** What it is worth that a story was written for the rule. */
const MEANT = 4

const stationsOf = ({ turns, ending }: Verdict): readonly { node: string; answer: Answer | null }[] => [
  ...turns,
  { node: ending, answer: null },
]

/** Whose session a step is about: by the place it happens in, and by the session a page was opened in. */
function kindsOf({ command, world }: Step): readonly SessionType[] {
  switch (command.type) {
    case 'connectClient':
    case 'disconnectClient':
    case 'startProcess':
    case 'endProcess':
    case 'sleepClient':
    case 'wakeClient':
    case 'cutNetwork':
    case 'restoreNetwork':
    case 'dropSession':
      return ['remote']
    case 'startStandalone':
    case 'stopStandalone':
      return ['standalone']
    case 'runCall':
      return [KIND_ON[CONTEXTS[command.in].on]]
    case 'executeOnServer':
      return [world.machines.get(command.machine)?.kind === 'standalone' ? 'standalone' : 'storedProcedure']
    case 'sendRequest':
      return [command.url.startsWith('/rest') ? 'rest' : 'web', ...openedIn(world, command.from)]
    case 'logOut':
      return ['web', ...openedIn(world, command.from)]
    case 'openDatastore':
      return ['rest']
    case 'finishRequest':
    case 'startWebServer':
    case 'stopWebServer':
      return ['web']
    case 'changeSetting':
    case 'wait':
    case 'listSessions':
      return []
  }
}

const KIND_ON = { client: 'remote', server: 'storedProcedure', standalone: 'standalone', web: 'web' } as const

function openedIn({ browsers, sessions }: World, browser: Parameters<World['browsers']['get']>[0]): SessionType[] {
  const session = browsers.get(browser)?.page?.session
  const kind = session ? sessions.get(session)?.type : undefined
  return kind === 'remote' || kind === 'standalone' ? [kind] : []
}

/** The shortest telling of a candidate: its story cut after the step, and every command left out that it can do without. */
function evidenceOf(candidate: Candidate, release: Release): Evidence {
  const { rule, tale, steps, node, answer, telling } = candidate
  const last = tale.commands[steps - 1] as Command // the candidate was found at this step
  const shown = (before: readonly Command[]) => walkOf(candidate, release, [...before, last])
  const before = withoutNeedless(tale.commands.slice(0, steps - 1), (some) => shown(some) !== undefined)
  const walk = shown(before)
  if (!walk) throw new Error(`${tale.id}: the walk of ${rule} is gone`) // the same story, the same result
  return { rule, release, tale, commands: [...before, last], ...walk, telling, node, answer }
}

/** The walk of a candidate in the last step of these commands; undefined when they do not lead there. */
function walkOf(
  { tale, decision, ending, node, answer, telling }: Candidate,
  release: Release,
  commands: readonly Command[],
): Pick<Evidence, 'verdict' | 'at'> | undefined {
  let world = startIn(tale, release)
  let told: Step | undefined
  for (const command of commands) {
    told = step(world, command)
    world = told.world
  }
  const at = (told?.verdicts ?? []).findIndex(
    (it, i) =>
      it.decision === decision &&
      it.ending === ending &&
      (i === told?.telling) === telling &&
      stationsOf(it).some((station) => station.node === node && station.answer === answer),
  )
  const verdict = told?.verdicts[at]
  return verdict && { verdict, at }
}

/**
 * As few of the things as still do: pieces are left out while the rest holds, half of them first, then smaller ones
 * (delta debugging; Zeller and Hildebrandt, 2002). Order is kept.
 */
export function withoutNeedless<T>(things: readonly T[], holds: (some: readonly T[]) => boolean): readonly T[] {
  let kept = things
  for (let size = Math.ceil(kept.length / 2); size >= 1;) {
    const before = kept.length
    for (let at = Math.max(0, kept.length - size); ; at -= size) {
      const without = [...kept.slice(0, Math.max(0, at)), ...kept.slice(Math.max(0, at) + size)]
      if (without.length < kept.length && holds(without)) kept = without
      if (at <= 0) break
    }
    if (size === 1 && kept.length === before) break
    size = size === 1 ? 1 : Math.floor(size / 2)
  }
  return kept
}

/** The evidence as a scenario to play, shown at its last step. */
export const scenarioOf = (
  { release, tale, commands }: Evidence,
  words: { readonly title: string; readonly question: string },
): Scenario => ({
  format: FORMAT,
  ...words,
  release,
  world: tale.spec === office ? 'office' : tale.spec,
  ...(tale.settings ? { settings: tale.settings } : {}),
  steps: commands,
  at: commands.length,
})
