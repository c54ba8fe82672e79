import { isRecord, readJson } from '../engine/json'
import type { Scenario } from '../simulation/scenario'
import { checkScenario, type Presets } from './checkScenario'
import { DRAFT_FORMAT, type Draft } from './writeDraft'

/** A draft comes from storage, so it is checked like anything from outside. */
export function readDraft(text: string, presets: Presets): { readonly draft: Draft } | { readonly problem: true } {
  const reading = readJson(text)
  if ('problem' in reading || !isRecord(reading.value) || reading.value.format !== DRAFT_FORMAT)
    return { problem: true }
  const { scenario, branches, current, at } = reading.value
  if (!isRecord(scenario) || !Array.isArray(branches) || branches.length === 0 || branches.length > 100)
    return { problem: true }
  const checked: Scenario[] = []
  for (const steps of branches) {
    // What is expected belongs to the shown branch alone.
    const { expect, ...told } = scenario
    const result = checkScenario(
      { ...told, steps, at: 0, ...(checked.length === current && expect !== undefined ? { expect } : {}) },
      presets,
    )
    if ('fault' in result) return { problem: true }
    checked.push(result.scenario)
  }
  const shown = typeof current === 'number' && Number.isInteger(current) && checked[current] ? current : 0
  const story = checked[shown]
  if (!story) return { problem: true }
  const length = story.steps.length
  const stands = typeof at === 'number' && Number.isInteger(at) ? Math.min(Math.max(0, at), length) : length
  return { draft: { scenario: { ...story, at: stands }, branches: checked.map(({ steps }) => steps), current: shown } }
}
