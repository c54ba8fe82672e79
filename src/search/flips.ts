import type { Verdict } from '../decision/decision'
import type { Command } from '../engine/command'
import { RELEASES, type Release } from '../engine/releases/releases'
import { step } from '../engine/step'
import type { Scenario } from '../simulation/scenario'
import { candidates, EARLIER } from './candidates'
import { edit, reachOf, taleOf, type Begin, type Change, type Tale } from './change'
import { goalOf, turned, type Goal } from './goal'
import { tellTo, type Telling } from './telling'

/** A change of a story after which the step in question comes out otherwise. */
export interface Flip {
  readonly changes: readonly Change[]
  /** The story that results: its beginning, what is wanted in it, and the number of the step, from 1. */
  readonly scenario: Scenario
  readonly commands: readonly Command[]
  readonly shown: number
  /** What decides now. */
  readonly verdict: Verdict
  /** How many of the other steps come out otherwise as well. */
  readonly sideEffects: number
}

export interface Flips {
  readonly flips: readonly Flip[]
  /** How many stories were told to find them. */
  readonly tried: number
  /** How many changes at once: 2 when no single one was enough. */
  readonly atOnce: number
  /** Two changes at once are tried until so many stories were told: were there more to tell? */
  readonly cut: boolean
}

export interface Question {
  readonly scenario: Scenario
  readonly commands: readonly Command[]
  /** The step in question, from 1. */
  readonly number: number
  /** The table whose answer should turn, among those of the step; the telling one when nothing is said. */
  readonly looked?: number
}

/** Two changes at once: the most stories that are told. Earlier steps are edited this far back. */
export const BOUND = { stories: 20_000, earlier: EARLIER } as const

/** As many are shown; of several that differ only in where or by whom, the best one. */
const MOST_SHOWN = 10

/**
 * The smallest changes that turn a step, best first. Tells one story after the other; every so many, it hands out how
 * many there were, so that whoever asks can show it. The same question has the same answer, always.
 */
export function* flips(
  { scenario, commands, number, looked }: Question,
  begin: Begin,
  bound: number = BOUND.stories,
): Generator<number, Flips> {
  const tale = taleOf(scenario, commands, begin)
  const told = number - 1
  const first = tellTo(tale, told)
  if (!first) return { flips: [], tried: 0, atOnce: 1, cut: false }
  const goal = goalOf(first.step, looked)
  const found = new Map<string, Flip>()
  const search: Search = { goal, told, begin, base: first, unchanged: outcomes(first), found, tried: 0 }

  const singles: Attempt[] = []
  for (const changes of candidates(first, goal)) {
    const attempt = attempted(search, first, changes)
    if (attempt) singles.push(attempt)
    if (search.tried % 100 === 0) yield search.tried
  }
  if (search.found.size > 0) return { flips: best(search), tried: search.tried, atOnce: 1, cut: false }

  // First those after which another table, or another ending of it, refuses: they are on the way.
  const ending = endingOf(first)
  const onTheWay = singles.filter((it) => endingOf(it.telling) !== ending)
  for (const { changes, telling } of [...onTheWay, ...singles.filter((it) => !onTheWay.includes(it))]) {
    for (const more of candidates(telling, goal)) {
      if (search.tried >= bound) return { flips: best(search), tried: search.tried, atOnce: 2, cut: true }
      attempted(search, telling, more, changes)
      if (search.tried % 100 === 0) yield search.tried
    }
  }
  return { flips: best(search), tried: search.tried, atOnce: 2, cut: false }
}

interface Search {
  readonly goal: Goal
  readonly told: number
  readonly begin: Begin
  readonly base: Telling
  /** How each step comes out when nothing is changed. */
  readonly unchanged: ReadonlyMap<number, string>
  readonly found: Map<string, Flip>
  tried: number
}

interface Attempt {
  readonly changes: readonly Change[]
  readonly telling: Telling
}

const endingOf = ({ step: { verdicts, telling } }: Telling): string =>
  `${verdicts[telling]?.decision}.${verdicts[telling]?.ending}`

/** Tells the story after these changes, and keeps it when the step has turned; else it may be a beginning of two. */
function attempted(
  search: Search,
  from: Telling,
  more: readonly Change[],
  before: readonly Change[] = [],
): Attempt | undefined {
  let tale: Tale | undefined = from.tale
  for (const change of more) tale = tale && edit(tale, change, search.begin)
  const telling = tale && tellTo(tale, search.told, from)
  if (!tale || !telling) return undefined
  search.tried += 1
  const changes = [...before, ...more]
  const verdict = turned(search.goal, telling.step)
  if (!verdict) return { changes, telling }
  if (!isSound(telling, changes)) return undefined
  const flip: Flip = {
    changes,
    scenario: tale.scenario,
    commands: tale.lines.map(({ command }) => command),
    shown: telling.at + 1,
    verdict,
    sideEffects: sideEffects(search, telling),
  }
  const group = changes.map(groupOf).sort().join(' & ')
  const known = search.found.get(group)
  if (!known || compare(flip, known, search) < 0) search.found.set(group, flip)
  return undefined
}

/** A new step that is itself refused, or finds nothing, helps nobody. */
const isSound = ({ tale, steps }: Telling, changes: readonly Change[]): boolean =>
  !changes.some(({ type }) => type === 'insert') ||
  tale.lines.every((line, i) => line.step !== null || !['bad', 'none'].includes(steps[i]?.tone ?? ''))

/** Changes that a reader would call the same advice. */
function groupOf(change: Change): string {
  switch (change.type) {
    case 'drop':
      return `drop ${change.step}`
    case 'move':
      return `move ${change.step}`
    case 'replace':
      return `replace ${change.step} ${change.aspect}`
    case 'insert': {
      const { command: it } = change
      return `insert ${it.type} ${it.type === 'runCall' ? it.call : it.type === 'sendRequest' ? it.url : ''}`
    }
    case 'setting':
      return `setting ${change.setting}`
    case 'release':
      return 'release'
  }
}

/** Of two ways of the same size, the one that says more about the answer: doing it right before leaving something out. */
const KINDS: readonly Change['type'][] = ['replace', 'insert', 'move', 'drop', 'setting', 'release']

const kindOf = ({ changes }: Flip): number => Math.max(...changes.map(({ type }) => KINDS.indexOf(type)))

/** How far from the step in question, and from its release, the changes are. */
const distanceOf = ({ changes }: Flip, { told, base }: Search): number =>
  changes.reduce((sum, it) => sum + distance(it, told, base.tale.scenario.release), 0)

function distance(change: Change, told: number, release: Release): number {
  switch (change.type) {
    case 'drop':
    case 'replace':
      return Math.abs(told - change.step)
    case 'insert':
      return Math.abs(told - change.before)
    case 'move':
      return Math.abs(change.step - change.before)
    case 'release':
      return Math.abs(RELEASES.indexOf(change.release) - RELEASES.indexOf(release))
    case 'setting':
      return 0
  }
}

/** Story before surroundings, few changes before many, few side effects before many, near before far. */
const compare = (a: Flip, b: Flip, search: Search): number =>
  reachOf(a.changes) - reachOf(b.changes) ||
  a.changes.length - b.changes.length ||
  a.sideEffects - b.sideEffects ||
  kindOf(a) - kindOf(b) ||
  distanceOf(a, search) - distanceOf(b, search)

/** The best of each group, best first; two edits that leave the same story are one. */
function best(search: Search): readonly Flip[] {
  const stories = new Set<string>()
  return [...search.found.values()]
    .sort((a, b) => compare(a, b, search))
    .filter(({ scenario, commands }) => {
      const story = JSON.stringify([scenario.release, scenario.settings, commands])
      return !stories.has(story) && stories.add(story)
    })
    .slice(0, MOST_SHOWN)
}

/** The told steps besides the one in question that come out otherwise. What was left out does not come out at all. */
function sideEffects({ unchanged, told }: Search, telling: Telling): number {
  return [...outcomes(telling)].filter(([line, outcome]) => line !== told && unchanged.get(line) !== outcome).length
}

/** How each told step came out, those after the one in question too. */
function outcomes({ tale: { lines }, steps }: Telling): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let world = steps.at(-1)?.world
  for (const [i, { command, step: told }] of lines.entries()) {
    const it = steps[i] ?? (world && step(world, command))
    if (!it) break
    if (i >= steps.length) world = it.world
    if (told !== null) found.set(told, `${it.verdicts[it.telling]?.decision} ${it.outcome} ${it.tone}`)
  }
  return found
}
