import type { Command } from '../engine/command'
import type { Scenario } from '../simulation/scenario'

/** What the browser keeps between two visits. */
export interface Draft {
  readonly scenario: Scenario
  readonly branches: readonly (readonly Command[])[]
  readonly current: number
}

export const DRAFT_FORMAT = 'session-playground-draft/1'

export const writeDraft = ({ scenario, branches, current }: Draft): string =>
  JSON.stringify({
    format: DRAFT_FORMAT,
    scenario: { ...scenario, steps: [] },
    branches,
    current,
    at: scenario.at ?? 0,
  })
