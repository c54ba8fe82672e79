import type { SettingName } from '../engine/command'
import type { Json } from '../engine/json'
import { settingsWith } from '../engine/rules/changeSetting'
import type { Scenario } from '../simulation/scenario'
import type { Family } from './alphabet'
import { castOf, type CastName } from './cast'
import type { Begin } from './change'
import { explore, type Explored, type Reached } from './explore'
import { partsOf, PROMISES, type Parts, type PromiseName } from './promises'

/** A sentence to break, and where: plain data, so that a link can carry it. */
export interface Hunt {
  readonly promise: PromiseName
  readonly parts: Parts
  /** Where it begins; its steps do not count. */
  readonly scenario: Scenario
  readonly cast: CastName
  readonly families: readonly Family[]
  readonly depth: number
}

export interface Hunted extends Explored {
  /** The beginning, with what belongs to the sentence. */
  readonly scenario: Scenario
}

/** As many different worlds are visited at most. */
export const MOST_STATES = 20_000

/** Searches for the shortest story that breaks the sentence. */
export function* hunt(
  { promise: name, parts, scenario, cast: who, families, depth }: Hunt,
  begin: Begin,
  states: number = MOST_STATES,
): Generator<Reached, Hunted> {
  const promise = PROMISES[name]
  const there = (promise.begins ?? []).reduce(
    (it, [setting, value]) => withSetting(it, setting, value, begin),
    scenario,
  )
  const start = begin(there)
  const cast = castOf(start, who)
  const filled = partsOf(name, start, cast, parts)
  const explored = yield* explore({
    start,
    cast,
    families,
    broken: (before, step) => promise.broken(before, step, filled),
    ...(promise.remembers ? { remembers: promise.remembers } : {}),
    named: Object.values(filled),
    depth,
    states,
  })
  return { ...explored, scenario: there }
}

function withSetting(scenario: Scenario, setting: SettingName, value: Json, begin: Begin): Scenario {
  const settings = settingsWith(begin(scenario), setting, value)
  return settings ? { ...scenario, settings: { ...scenario.settings, ...settings } } : scenario
}
