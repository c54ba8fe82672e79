import type { Verdict } from '../decision/decision'
import { step, type Step } from '../engine/step'
import type { World } from '../engine/world'
import type { Line, Tale } from './change'

/** A tale told up to the step in question. */
export interface Telling {
  readonly tale: Tale
  /** Where the step in question stands among the lines. */
  readonly at: number
  /** The world before each line up to it, and how each line came out. */
  readonly worlds: readonly World[]
  readonly steps: readonly Step[]
  /** The step in question. */
  readonly step: Step
}

/** Tells a tale; what it shares with one told before, from the beginning on, is not told again. */
export function tellTo(tale: Tale, told: number, before?: Telling): Telling | undefined {
  const at = tale.lines.findIndex((it) => it.step === told)
  if (at < 0) return undefined
  const shared = before?.tale.start === tale.start ? sharedLines(tale.lines, before.tale.lines, at) : 0
  const worlds = before ? before.worlds.slice(0, shared) : []
  const steps = before ? before.steps.slice(0, shared) : []
  let world = steps.at(-1)?.world ?? tale.start
  for (const { command } of tale.lines.slice(steps.length, at + 1)) {
    const next = step(world, command)
    worlds.push(world)
    steps.push(next)
    world = next.world
  }
  const last = steps[at]
  return last && { tale, at, worlds, steps: steps.slice(0, at + 1), step: last }
}

function sharedLines(lines: readonly Line[], others: readonly Line[], most: number): number {
  let count = 0
  while (count < most && lines[count] === others[count]) count++
  return count
}

export function tellingVerdict({ verdicts, telling }: Step): Verdict {
  const verdict = verdicts[telling]
  if (!verdict) throw new Error('a step has a telling verdict') // the engine sees to it
  return verdict
}
