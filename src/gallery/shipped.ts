import type { Command } from '../engine/command'
import type { Release } from '../engine/releases/releases'
import { FORMAT, type Scenario } from '../simulation/scenario'

/** A story that ships with the page. Its title and question are words, so they stand with the words, under its id. */
export interface Shipped {
  readonly world: 'office' | 'thousand'
  readonly release: Release
  readonly at?: number
  readonly settings?: Scenario['settings']
  readonly steps: readonly unknown[]
}

/** A shipped story as a scenario; the words come from the language in use. */
export const scenarioFrom = (
  { release, world, settings, at, steps }: Shipped,
  { title, question }: { readonly title: string; readonly question: string },
): Scenario => ({
  format: FORMAT,
  title,
  question,
  release,
  world,
  ...(settings ? { settings } : {}),
  ...(at === undefined ? {} : { at }),
  // Names in shipped steps are plain texts; a test reads every shipped scenario back through the schema.
  steps: steps as readonly Command[],
})

export const onOpen = (call: string, ...args: readonly unknown[]) => ({
  type: 'runCall',
  machine: 'ana',
  in: 'onServerOpenConnection',
  call,
  ...(args.length ? { with: args } : {}),
})
export const connect = { type: 'connectClient', machine: 'ana' }
export const page = (token?: string, from = 'ana-area') => ({
  type: 'sendRequest',
  from,
  to: 'web',
  url: '/$lib/renderer/?w=People',
  ...(token ? { token } : {}),
})
export const rest = (url: string, from = 'ana-area', method?: string) => ({
  type: 'sendRequest',
  from,
  to: 'web',
  url,
  ...(method ? { method } : {}),
})

/** Ana connects; her twin clears and sets the privilege "basic". */
export const prepared = [connect, onOpen('clearPrivileges'), onOpen('setPrivileges', 'basic')]
