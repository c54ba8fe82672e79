import type { Command } from '../engine/command'
import type { Release } from '../engine/releases/releases'
import { worldOf, type SettingsSpec, type WorldSpec } from '../simulation/scenario'
import type { World } from '../engine/world'
import { office } from '../gallery/office'

/** A short story that shows something, in any release: who is there, and what they want. Never what comes out. */
export interface Tale {
  /** A word of its own; a shipped story and a test vector keep theirs. */
  readonly id: string
  readonly title: Title
  /** The rules it was written for; empty when it simply happens to pass some. */
  readonly names: readonly string[]
  /** The release it was written for; absent when it has something to say in all of them. */
  readonly release?: Release
  readonly spec: WorldSpec
  readonly settings?: SettingsSpec
  readonly commands: readonly Command[]
}

/** What a tale is called: a title of the gallery, a sentence of the words with its blanks, or the text it came with. */
export type Title =
  | { readonly gallery: string }
  | { readonly key: string; readonly about: Readonly<Record<string, string>> }
  | { readonly said: string }

export const startIn = ({ spec, settings }: Tale, release: Release): World =>
  worldOf({ ...spec, settings: { ...spec.settings, ...settings } }, release)

export interface Scene {
  /** The rules it is told for, where a shorter tale would pass them by the way. */
  readonly names?: readonly string[]
  readonly settings?: SettingsSpec
  readonly spec?: WorldSpec
}

/** A tale of the office, called by the sentence of its word. */
export const tale = (
  id: string,
  commands: readonly Command[],
  { names = [], settings, spec = office }: Scene = {},
): Tale => ({
  id,
  title: { key: id, about: {} },
  names,
  spec,
  ...(settings ? { settings } : {}),
  commands,
})
