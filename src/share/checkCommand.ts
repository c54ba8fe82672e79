import * as v from 'valibot'
import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import { faultOf } from './checkScenario'
import type { Fault } from './problem'
import { DEFINITIONS } from './scenarioSchema'

/** Is this JSON a command, in its shape? What its names lead to is for the engine to say. */
export function checkCommand(value: Json): { readonly command: Command } | { readonly fault: Fault } {
  const read = v.safeParse(DEFINITIONS.Command, value, { abortEarly: true })
  return read.success ? { command: read.output } : { fault: faultOf(read.issues[0]) }
}
