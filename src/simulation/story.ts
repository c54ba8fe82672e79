import type { Tone } from '../decision/decision'
import type { Command } from '../engine/command'
import { step, type Step } from '../engine/step'
import type { World } from '../engine/world'

/**
 * A start and what was wanted, in order. Worlds and reasons follow from these two, so only every SPACING-th world is
 * kept; the others are told again from the nearest one before. Going back is an index, a branch is another story.
 */
export interface Story {
  readonly start: World
  readonly commands: readonly Command[]
  /** How each step came out: enough for a timeline without telling anything again. */
  readonly marks: readonly Mark[]
  /** The world after SPACING, 2 × SPACING, … steps. */
  readonly kept: readonly World[]
  /** The world after the last step. */
  readonly end: World
}

export interface Mark {
  readonly tone: Tone
  readonly outcome: string
  readonly decision: string
  readonly now: number
}

const SPACING = 64

export const storyOf = (start: World): Story => ({ start, commands: [], marks: [], kept: [], end: start })

const markOf = ({ tone, outcome, verdicts, telling, world }: Step): Mark => ({
  tone,
  outcome,
  decision: verdicts[telling]?.decision ?? '',
  now: world.now,
})

/** The story with one more command at its end. */
export function extend(story: Story, command: Command): Story {
  const next = step(story.end, command)
  const commands = [...story.commands, command]
  return {
    start: story.start,
    commands,
    marks: [...story.marks, markOf(next)],
    kept: commands.length % SPACING === 0 ? [...story.kept, next.world] : story.kept,
    end: next.world,
  }
}

/** Tells a whole story: the same commands from the same start give the same story, always. */
export function tell(start: World, commands: readonly Command[]): Story {
  const marks: Mark[] = []
  const kept: World[] = []
  let world = start
  for (const [i, command] of commands.entries()) {
    const next = step(world, command)
    world = next.world
    marks.push(markOf(next))
    if ((i + 1) % SPACING === 0) kept.push(world)
  }
  return { start, commands, marks, kept, end: world }
}

/** The world after so many steps. */
export function worldAt(story: Story, shown: number): World {
  if (shown >= story.commands.length) return story.end
  const at = Math.floor(Math.max(0, shown) / SPACING)
  let world = at === 0 ? story.start : (story.kept[at - 1] ?? story.start)
  for (const command of story.commands.slice(at * SPACING, Math.max(0, shown))) world = step(world, command).world
  return world
}

/** The step that led to this moment, with its reasons; undefined at the beginning. */
export function stepAt(story: Story, shown: number): Step | undefined {
  const command = story.commands[shown - 1]
  return command && step(worldAt(story, shown - 1), command)
}

/** The first steps of a story, as a story: where a branch begins. */
export const prefix = (story: Story, shown: number): Story =>
  shown >= story.commands.length
    ? story
    : {
        start: story.start,
        commands: story.commands.slice(0, shown),
        marks: story.marks.slice(0, shown),
        kept: story.kept.slice(0, Math.floor(shown / SPACING)),
        end: worldAt(story, shown),
      }

/** The number of the first step that comes out differently in another telling; undefined when none does. */
export function firstDifference(a: Story, b: Story): number | undefined {
  const at = a.marks.findIndex((mark, i) => {
    const other = b.marks[i]
    return !other || other.outcome !== mark.outcome || other.decision !== mark.decision || other.tone !== mark.tone
  })
  return at < 0 ? undefined : at + 1
}
