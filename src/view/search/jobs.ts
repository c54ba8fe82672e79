import { PRESETS } from '../../gallery/presets'
import { flips, type Flips, type Question } from '../../search/flips'
import { hunt, type Hunt, type Hunted } from '../../search/hunt'
import type { Reached } from '../../search/explore'
import { startOf, type Scenario } from '../../simulation/scenario'
import type { World } from '../../engine/world'

/** What a search is asked, how far it is, and what it answers: all of it plain data, so that it can cross to a worker. */
export interface Jobs {
  readonly break: { readonly asks: Hunt; readonly progress: Reached; readonly answers: Hunted }
  readonly flip: { readonly asks: Question; readonly progress: number; readonly answers: Flips }
}
export type JobName = keyof Jobs

export interface Job<J extends JobName> {
  readonly name: J
  readonly asks: Jobs[J]['asks']
}

/** What comes back: how far it is, then the answer. */
export type Report<J extends JobName> =
  { readonly progress: Jobs[J]['progress'] } | { readonly answers: Jobs[J]['answers'] }

/** Each search, one bit of work at a time. */
export const SEARCHES: {
  readonly [J in JobName]: (asks: Jobs[J]['asks']) => Generator<Jobs[J]['progress'], Jobs[J]['answers']>
} = {
  break: (asked) => hunt(asked, begin),
  flip: (question) => flips(question, begin),
}

function begin(scenario: Scenario): World {
  const start = startOf(scenario, PRESETS)
  if (!start) throw new Error('a world nobody knows') // the page has told this scenario
  return start
}
