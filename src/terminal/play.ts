import { PRESETS } from '../gallery/presets'
import type { Release } from '../engine/releases/releases'
import type { Problem } from '../share/problem'
import { readScenario } from '../share/readScenario'
import { reportOf, type Report } from '../simulation/report'
import { startOf } from '../simulation/scenario'
import { tell } from '../simulation/story'

/** The text of a scenario file, told to its end: the report, or why it cannot be read. */
export function play(text: string, release?: Release): { readonly report: Report } | { readonly problem: Problem } {
  const read = readScenario(text, PRESETS)
  if ('problem' in read) return read
  const scenario = release === undefined ? read.scenario : { ...read.scenario, release }
  const start = startOf(scenario, PRESETS)
  if (!start) throw new Error('a world nobody knows') // reading has refused it
  return { report: reportOf(scenario, tell(start, scenario.steps)) }
}
