import * as v from 'valibot'
import type { Command } from '../engine/command'
import type { JsonPath } from '../engine/json'
import type { Statement } from '../engine/method'
import type { Scenario, WorldSpec } from '../simulation/scenario'
import { shown, type Fault, type ProblemCode } from './problem'
import { scenarioSchema } from './scenarioSchema'

/** The worlds a scenario may name. */
export type Presets = Readonly<Record<string, WorldSpec>>

export type Checked = { readonly scenario: Scenario } | { readonly fault: Fault }

/** Is this JSON a scenario, in its shape and in the names it uses? The first fault is told. */
export function checkScenario(value: unknown, presets: Presets): Checked {
  const read = v.safeParse(scenarioSchema, value, { abortEarly: true })
  if (!read.success) return { fault: faultOf(read.issues[0]) }
  const fault = firstFault(read.output, presets)
  return fault ? { fault } : { scenario: read.output }
}

/** The first thing a schema found wrong, as a fault of ours. */
export function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = issue.path?.map(({ key }) => key as string | number) ?? [] // keys of JSON are texts and indices
  // Every rule of the schema has a code for its message.
  return {
    code: issue.message as ProblemCode,
    path,
    found: issue.message === 'unknownKey' || issue.message === 'missing' ? shown(path.at(-1)) : shown(issue.input),
  }
}

const fault = (code: ProblemCode, path: JsonPath, found: string | number): Fault => ({
  code,
  path,
  found: shown(String(found)),
})

function firstFault(scenario: Scenario, presets: Presets): Fault | undefined {
  const { world, steps, at = 0, expect = [] } = scenario
  if (typeof world === 'string' && !Object.hasOwn(presets, world)) return fault('unknownWorld', ['world'], world)
  const spec = typeof world === 'string' ? presets[world]! : world
  const late = expect.findIndex(({ after }) => after > steps.length)
  return (
    (typeof world === 'string' ? undefined : faultInWorld(world)) ??
    faultInSteps(steps, spec) ??
    tooMuchWork(steps, spec) ??
    (at > steps.length ? fault('tooLate', ['at'], at) : undefined) ??
    (late >= 0 ? fault('tooLate', ['expect', late, 'after'], expect[late]!.after) : undefined)
  )
}

/** What a page can tell in a second or two; a few characters of a link could ask for hours. */
const MOST_STATEMENTS = 400_000

const RUNS_METHODS: ReadonlySet<Command['type']> = new Set(['sendRequest', 'executeOnServer', 'openDatastore'])

const sizeOf = (code: readonly Statement[]): number =>
  code.reduce((sum, it) => sum + 1 + ('if' in it ? sizeOf(it.then) + sizeOf(it.else ?? []) : 0), 0)

/** An address may name any method: each step counts for the longest it could run. */
function tooMuchWork(steps: readonly Command[], world: WorldSpec): Fault | undefined {
  const longest = (world.methods ?? []).reduce((most, { code }) => Math.max(most, sizeOf(code)), 0)
  let sum = 0
  for (const [i, step] of steps.entries()) {
    sum += 1 + ('code' in step && step.code ? sizeOf(step.code) : RUNS_METHODS.has(step.type) ? longest : 0)
    if (sum > MOST_STATEMENTS) return fault('tooMuchWork', ['steps', i], step.type)
  }
  return undefined
}

const NAMED = ['machines', 'webServers', 'browsers', 'methods', 'dataclasses'] as const

function faultInWorld(world: WorldSpec): Fault | undefined {
  for (const kind of NAMED) {
    const names = new Set<string>()
    for (const [i, { name }] of (world[kind] ?? []).entries()) {
      if (names.has(name)) return fault('repeatedName', ['world', kind, i, 'name'], name)
      names.add(name)
    }
  }
  const server = world.machines.findIndex(({ kind }) => kind === 'server')
  const second = world.machines.findIndex(({ kind }, i) => kind === 'server' && i > server)
  if (second >= 0) return fault('twoServers', ['world', 'machines', second], world.machines[second]!.name)
  const machines = new Set(world.machines.map(({ name }) => name))
  for (const kind of ['webServers', 'browsers'] as const) {
    for (const [i, { machine }] of world[kind].entries()) {
      if (machine !== undefined && !machines.has(machine))
        return fault('unknownMachine', ['world', kind, i, 'machine'], machine)
    }
  }
  return undefined
}

/** What each name in a command must lead to. */
const LEADS: Readonly<Record<string, readonly [kind: 'machines' | 'webServers' | 'browsers', code: ProblemCode]>> = {
  machine: ['machines', 'unknownMachine'],
  webServer: ['webServers', 'unknownWebServer'],
  to: ['webServers', 'unknownWebServer'],
  from: ['browsers', 'unknownBrowser'],
}

function faultInSteps(steps: readonly Command[], world: WorldSpec): Fault | undefined {
  const known = {
    machines: new Set(world.machines.map(({ name }) => name)),
    webServers: new Set(world.webServers.map(({ name }) => name)),
    browsers: new Set(world.browsers.map(({ name }) => name)),
  }
  for (const [i, command] of steps.entries()) {
    for (const [key, name] of Object.entries(command)) {
      const leads = Object.hasOwn(LEADS, key) ? LEADS[key] : undefined
      if (leads && typeof name === 'string' && !known[leads[0]].has(name))
        return fault(leads[1], ['steps', i, key], name)
    }
  }
  return undefined
}
