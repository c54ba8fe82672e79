import { decide, type Decision, type Verdict } from '../decision/decision'
import type { Event } from './event'
import { evolve } from './evolve'
import type { MachineName } from './ids'
import type { World } from './world'

/** How one thing is decided: what we need to know, the table, what follows from each outcome. */
export interface Rule<Input, F extends object, O extends string> {
  /** The only part that reads the world. Flat, already named as a person would say it. */
  facts(world: World, input: Input): F
  readonly decision: Decision<F, O>
  readonly then: Readonly<Record<O, (world: World, input: Input, facts: F) => readonly Event[]>>
}

export const rule = <Input, F extends object, O extends string>(it: Rule<Input, F, O>): Rule<Input, F, O> => it

/** The consequence of an outcome that changes nothing. */
export const nothing = (): readonly Event[] => []

/**
 * A command being answered: the world so far, and everything found out on the way. The only thing in the engine that
 * changes; it is born and ends inside one `step` and never leaves it.
 */
export interface Run {
  world: World
  readonly verdicts: Verdict[]
  readonly events: Event[]
  /** Clients to be dropped when all code of the step has run. */
  later: readonly MachineName[]
}

const NOBODY: readonly MachineName[] = []

export const begin = (world: World): Run => ({ world, verdicts: [], events: [], later: NOBODY })

export function happen(run: Run, ...events: readonly Event[]): void {
  for (const event of events) {
    run.world = evolve(run.world, event)
    run.events.push(event)
  }
}

/** Decides by a rule, keeps the verdict, and lets its consequences happen. */
export function ask<Input, F extends object, O extends string>(
  run: Run,
  by: Rule<Input, F, O>,
  input: Input,
): Verdict<O> & { readonly facts: F } {
  const facts = by.facts(run.world, input)
  const verdict = decide<F, O>(by.decision, facts)
  run.verdicts.push(verdict)
  for (const event of by.then[verdict.outcome](run.world, input, facts)) happen(run, event)
  return verdict as Verdict<O> & { readonly facts: F }
}
