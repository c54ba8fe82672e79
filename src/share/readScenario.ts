import { placeAt, readJson } from '../engine/json'
import type { Scenario } from '../simulation/scenario'
import { checkScenario, type Presets } from './checkScenario'
import { shown, type Problem } from './problem'

export type Read = { readonly scenario: Scenario } | { readonly problem: Problem }

/** The text of a file as a scenario, or the first thing that is wrong with it and where. Never throws. */
export function readScenario(text: string, presets: Presets): Read {
  const reading = readJson(text)
  if ('problem' in reading) return { problem: { ...reading.problem, path: '', found: shown(reading.problem.found) } }
  const checked = checkScenario(reading.value, presets)
  if ('scenario' in checked) return checked
  const { code, path, found } = checked.fault
  return { problem: { code, path: shown(path.join('.')), found, ...placeAt(text, path) } }
}
