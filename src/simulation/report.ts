import type { Json } from '../engine/json'
import { spelled } from '../engine/releases/releases'
import { step } from '../engine/step'
import { checkExpectations, type Failure } from './expectations'
import type { Scenario } from './scenario'
import { stateOf, stepDocument, type Document } from './state'
import type { Story } from './story'

/** A story as plain JSON: what the terminal prints. */
export interface Report {
  readonly format: string
  readonly title: string
  readonly release: string
  readonly steps: readonly Json[]
  readonly end: Document
  readonly expectations: { readonly passed: number; readonly failed: readonly Failure[] }
}

/** The whole story with its reasons, and what became of the scenario's expectations. */
export function reportOf(scenario: Scenario, story: Story): Report {
  const expect = scenario.expect ?? []
  const failed = checkExpectations(story, expect)
  const steps: Json[] = []
  let world = story.start
  for (const [i, command] of story.commands.entries()) {
    const told = step(world, command)
    world = told.world
    steps.push(stepDocument(told, i + 1))
  }
  const { step: _, ...end } = stateOf(world)
  return {
    format: scenario.format,
    title: scenario.title,
    release: spelled(story.start.release),
    steps,
    end,
    expectations: { passed: expect.length - new Set(failed.map(({ number }) => number)).size, failed },
  }
}
