import type { Command, SettingName } from '../engine/command'
import type { Json } from '../engine/json'
import { settingsWith } from '../engine/rules/changeSetting'
import type { Release } from '../engine/releases/releases'
import type { World } from '../engine/world'
import type { Scenario } from '../simulation/scenario'

/** What part of a command is another one. */
export type Aspect =
  'place' | 'machine' | 'token' | 'noToken' | 'browser' | 'webServer' | 'method' | 'argument' | 'less'

/** One edit of a story. A step is named by its place in the story as the reader told it, from 0, whatever else moves. */
export type Change =
  | { readonly type: 'drop'; readonly step: number }
  | { readonly type: 'move'; readonly step: number; readonly before: number }
  | { readonly type: 'insert'; readonly before: number; readonly command: Command }
  | { readonly type: 'replace'; readonly step: number; readonly aspect: Aspect; readonly command: Command }
  | { readonly type: 'setting'; readonly setting: SettingName; readonly value: Json; readonly grant?: Grant }
  | { readonly type: 'release'; readonly release: Release }

/** One more name in one list of roles.json. */
export interface Grant {
  readonly privilege: string
  readonly action: string
  readonly resource: string
}

/** A step of an edited story: what is wanted, and which step of the told story it was; null for a new one. */
export interface Line {
  readonly command: Command
  readonly step: number | null
}

/** A story that is being edited: where it begins, and its lines. */
export interface Tale {
  readonly scenario: Scenario
  readonly start: World
  readonly lines: readonly Line[]
}

/** Where a scenario begins: presets are known outside. */
export type Begin = (scenario: Scenario) => World

export const taleOf = (scenario: Scenario, commands: readonly Command[], begin: Begin): Tale => ({
  scenario,
  start: begin(scenario),
  lines: commands.map((command, step) => ({ command, step })),
})

/** The tale after an edit; undefined when there is nothing it could be done to, or when nothing would be different. */
export function edit(tale: Tale, change: Change, begin: Begin): Tale | undefined {
  const { scenario, start, lines } = tale
  switch (change.type) {
    case 'drop':
      return { ...tale, lines: lines.filter(({ step }) => step !== change.step) }
    case 'move': {
      const line = lines.find(({ step }) => step === change.step)
      const others = lines.filter((it) => it !== line)
      const at = placeOf(others, change.before)
      if (!line || at === lines.indexOf(line)) return undefined
      return { ...tale, lines: [...others.slice(0, at), line, ...others.slice(at)] }
    }
    case 'insert': {
      const at = placeOf(lines, change.before)
      return { ...tale, lines: [...lines.slice(0, at), { command: change.command, step: null }, ...lines.slice(at)] }
    }
    case 'replace':
      return {
        ...tale,
        lines: lines.map((it) => (it.step === change.step ? { command: change.command, step: it.step } : it)),
      }
    case 'setting': {
      const settings = settingsWith(start, change.setting, change.value)
      return settings ? from({ ...scenario, settings: { ...scenario.settings, ...settings } }, tale, begin) : undefined
    }
    case 'release':
      return change.release === scenario.release
        ? undefined
        : from({ ...scenario, release: change.release }, tale, begin)
  }
}

const from = (scenario: Scenario, tale: Tale, begin: Begin): Tale => ({ ...tale, scenario, start: begin(scenario) })

/** Where the line of a told step stands; after all lines when it is none of them. */
const placeOf = (lines: readonly Line[], step: number): number => {
  const at = lines.findIndex((it) => it.step === step)
  return at < 0 ? lines.length : at
}

/** Changes of the story come before those of its surroundings: a reader can act otherwise sooner than upgrade. */
export const reachOf = (changes: readonly Change[]): number =>
  Math.max(...changes.map(({ type }) => (type === 'release' ? 2 : type === 'setting' ? 1 : 0)))
