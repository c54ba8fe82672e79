import { settingsWith } from '../engine/rules/changeSetting'
import type { World } from '../engine/world'
import { startOf, worldOf, type Scenario, type WorldSpec } from './scenario'
import { extend, firstDifference, prefix, stepAt, tell, worldAt } from './story'

/** All that tells stories, as one thing: the page shows its first screen before this has come. */
export interface Teller {
  readonly tell: typeof tell
  readonly extend: typeof extend
  readonly prefix: typeof prefix
  readonly stepAt: typeof stepAt
  readonly worldAt: typeof worldAt
  readonly firstDifference: typeof firstDifference
  readonly settingsWith: typeof settingsWith
  /** The world a scenario begins with. */
  readonly begin: (scenario: Scenario) => World
}

/** A scenario that was read has a world that is known; for a preset nobody knows there is the one instead. */
export const tellerWith = (presets: Readonly<Record<string, WorldSpec>>, otherwise: WorldSpec): Teller => ({
  tell,
  extend,
  prefix,
  stepAt,
  worldAt,
  firstDifference,
  settingsWith,
  begin: (scenario) => startOf(scenario, presets) ?? worldOf(otherwise, scenario.release),
})
