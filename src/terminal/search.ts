import { PRESETS } from '../gallery/presets'
import { RELEASES, spelled, type Release } from '../engine/releases/releases'
import { FAMILIES } from '../search/alphabet'
import { castOf, CASTS } from '../search/cast'
import { flips, type Flips } from '../search/flips'
import { hunt, type Hunted } from '../search/hunt'
import { isPromise, partsOf, PROMISES } from '../search/promises'
import type { Problem } from '../share/problem'
import { readScenario } from '../share/readScenario'
import { FORMAT, startOf, type Scenario } from '../simulation/scenario'
import { stepDocument, type Document } from '../simulation/state'
import { stepAt, tell } from '../simulation/story'
import type { World } from '../engine/world'

const begin = (scenario: Scenario): World => {
  const start = startOf(scenario, PRESETS)
  if (!start) throw new Error('a world nobody knows') // reading has refused it
  return start
}

/** To the end of a search that hands out how far it is. */
function ended<T>(search: Generator<unknown, T>): T {
  for (;;) {
    const next = search.next()
    if (next.done) return next.value
  }
}

/** A flip as plain JSON: the changes, what decides then, and the whole story, ready to be played. */
function flipDocument({ changes, scenario, commands, shown, sideEffects }: Flips['flips'][number]): object {
  const { at: _, expect: __, ...rest } = scenario
  return {
    changes,
    sideEffects,
    then: stepAfter(scenario, commands, shown),
    story: { ...rest, steps: commands, at: shown },
  }
}

/** How a step of a story comes out, in short. */
function stepAfter(scenario: Scenario, commands: Scenario['steps'], shown: number): object {
  const told = stepAt(tell(begin(scenario), commands), shown)
  if (!told) return {}
  const { decision, outcome, tone, rules } = stepDocument(told, shown) as Document
  return { decision, outcome, tone, rules }
}

/** The smallest changes that turn a step of a scenario file; without a number, the last refusal, else the last step. */
export function flip(
  text: string,
  asked: { readonly step?: number | undefined; readonly release?: Release | undefined },
): { readonly report: object; readonly found: boolean } | { readonly problem: Problem } | { readonly noStep: number } {
  const read = readScenario(text, PRESETS)
  if ('problem' in read) return read
  const scenario = asked.release === undefined ? read.scenario : { ...read.scenario, release: asked.release }
  const { marks } = tell(begin(scenario), scenario.steps)
  const refused = marks.findLastIndex(({ tone }) => tone === 'bad' || tone === 'none') + 1
  const number = asked.step ?? (refused > 0 ? refused : marks.length)
  if (number < 1 || number > marks.length) return { noStep: number }
  const { flips: all, tried, atOnce, cut } = ended(flips({ scenario, commands: scenario.steps, number }, begin))
  return {
    found: all.length > 0,
    report: {
      title: scenario.title,
      release: spelled(scenario.release),
      step: number,
      now: stepAfter(scenario, scenario.steps, number),
      flips: all.map(flipDocument),
      tried,
      atOnce,
      cut,
    },
  }
}

export interface Broken {
  readonly promise: string
  readonly release?: Release | undefined
  readonly depth?: number | undefined
  readonly cast?: string | undefined
  readonly commands?: string | undefined
  readonly who?: string | undefined
  readonly what?: string | undefined
}

const MOST_DEPTH = 12

/** The shortest story of the office that breaks a promise; undefined when nothing is called so. */
export function breaking(asked: Broken): { readonly report: object; readonly broken: boolean } | undefined {
  if (!isPromise(asked.promise)) return undefined
  const { kind, rules, ...usual } = PROMISES[asked.promise]
  const cast = asked.cast === undefined ? usual.cast : CASTS.find((it) => it === asked.cast)
  const wanted = asked.commands?.split(',')
  const families = wanted ? FAMILIES.filter((it) => wanted.includes(it)) : usual.families
  const depth = asked.depth ?? usual.depth
  if (!cast || (wanted && families.length !== wanted.length) || depth < 1 || depth > MOST_DEPTH) return undefined
  const release = asked.release ?? RELEASES.at(-1)!
  const scenario: Scenario = { format: FORMAT, title: asked.promise, release, world: 'office', steps: [] }
  const start = begin(scenario)
  const chosen = {
    ...(asked.who === undefined ? {} : { who: asked.who }),
    ...(asked.what === undefined ? {} : { what: asked.what }),
  }
  const parts = partsOf(asked.promise, start, castOf(start, cast), chosen)
  const found = ended(hunt({ promise: asked.promise, parts, scenario, cast, families, depth }, begin))
  return {
    broken: found.story !== null,
    report: {
      promise: asked.promise,
      kind,
      rules,
      parts,
      release: spelled(release),
      cast,
      commands: families,
      ...reached(found),
    },
  }
}

const reached = ({ story, scenario, states, depth, told, cut, whole }: Hunted): object => ({
  depth,
  states,
  told,
  cut,
  whole,
  story: story && { ...scenario, steps: story },
})
