import * as v from 'valibot'
import { isRecord, type Json } from '../engine/json'
import type { Scenario } from '../simulation/scenario'
import { scenarioSchema } from './scenarioSchema'

const WIDTH = 140

/**
 * A scenario as the text of a file: the same scenario is always the same text. Keys stand in the order of the schema;
 * what fits on a line stands on one, so that a step is a line.
 */
export function writeScenario(scenario: Scenario): string {
  const ordered = v.safeParse(scenarioSchema, scenario)
  return `${pretty((ordered.success ? ordered.output : scenario) as unknown as Json, '')}\n` // a scenario is JSON
}

function pretty(value: Json, indent: string): string {
  const flat = flatten(value)
  if (indent.length + flat.length <= WIDTH && indent !== '') return flat
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const items: readonly Json[] = value
    return items.length === 0 ? '[]' : `[\n${items.map((it) => inner + pretty(it, inner)).join(',\n')}\n${indent}]`
  }
  if (!isRecord(value)) return flat
  const entries = Object.entries(value as Readonly<Record<string, Json>>)
  if (entries.length === 0) return '{}'
  return `{\n${entries.map(([key, it]) => `${inner}${JSON.stringify(key)}: ${pretty(it, inner)}`).join(',\n')}\n${indent}}`
}

function flatten(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`
  if (!isRecord(value)) return JSON.stringify(value)
  const entries = Object.entries(value as Readonly<Record<string, Json>>)
  return entries.length === 0
    ? '{}'
    : `{ ${entries.map(([key, it]) => `${JSON.stringify(key)}: ${flatten(it)}`).join(', ')} }`
}
