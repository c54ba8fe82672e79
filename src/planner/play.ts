import type { Command } from '../engine/command'
import { FORMAT, worldOf, type Scenario } from '../simulation/scenario'
import { tell, worldAt } from '../simulation/story'
import { worldFor, type Naming } from './acts'
import type { Day, Row } from './day'
import { ENOUGH, NO_LICENCE, planOf, type Plan } from './plan'

/** Few enough to be looked at one by one. */
const FEW = 2
const ALONE = 4
const SHORT = 20
const VISIT = 60

const shrunkRow =
  (most: number) =>
  (it: Row): Row => ({
    ...it,
    count: Math.min(it.count, most),
    to: Math.min(it.to, it.from + SHORT),
    stay: Math.min(it.stay, VISIT),
  })

/**
 * The same kinds of people on the same day, a few of each, close together. There are as many licences as they need, or
 * one less when somebody was turned away in the whole day.
 */
export function shrunk({ day, release, refusals }: Plan): Day {
  const rows = day.rows.map(shrunkRow(day.rows.length === 1 ? ALONE : FEW))
  const need = planOf({ ...day, rows, licences: ENOUGH }, release).peak.held
  return { ...day, rows, licences: Math.max(0, refusals.length > 0 ? need - 1 : need) }
}

/** Several waits in a row are one. */
const joined = (commands: readonly Command[]): readonly Command[] =>
  commands.reduce<Command[]>((all, it) => {
    const last = all.at(-1)
    if (it.type === 'wait' && last?.type === 'wait') all[all.length - 1] = { ...it, seconds: it.seconds + last.seconds }
    else all.push(it)
    return all
  }, [])

/** The shrunk day as a story of the playground, shown at its first refusal, else where most licences are held. */
export function storyFor(
  plan: Plan,
  naming: Naming,
  texts: { readonly title: string; readonly question: string },
): Scenario {
  const day = shrunk(plan)
  const { release, commands } = planOf(day, plan.release)
  const world = worldFor(day, naming)
  const steps = joined(commands)
  const story = tell(worldOf(world, release), steps)
  const refused = story.marks.findIndex(({ outcome }) => NO_LICENCE.includes(outcome))
  const held = steps.map((_, i) => worldAt(story, i + 1).licences.size)
  const at = refused >= 0 ? refused + 1 : held.indexOf(Math.max(0, ...held)) + 1
  return { format: FORMAT, ...texts, release, world, steps, at }
}
