import type { Command } from '../engine/command'
import type { Scenario } from '../simulation/scenario'
import { storyOf, type PlaygroundStore, type Work } from './playground'

/**
 * The only file that knows the browser's storage. Everything works without it: a sandboxed frame or a strict browser
 * just keeps nothing.
 */
const PREFIX = 'session-playground.'

export function kept(key: string, where: 'tab' | 'browser' = 'browser'): string | null {
  try {
    return (where === 'tab' ? sessionStorage : localStorage).getItem(PREFIX + key)
  } catch {
    return null
  }
}

export function keep(key: string, text: string, where: 'tab' | 'browser' = 'browser'): boolean {
  try {
    ;(where === 'tab' ? sessionStorage : localStorage).setItem(PREFIX + key, text)
    return true
  } catch {
    return false
  }
}

export function forget(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key)
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept, so nothing needs to be forgotten.
  }
}

/** A draft: the scenario of the shown story, and the commands of the branches beside it. */
export interface Draft {
  readonly scenario: Scenario
  readonly branches: readonly (readonly Command[])[]
  readonly current: number
}

/** The story that is shown, as a scenario. */
export function scenarioOf(work: Work): Scenario {
  const { commands } = storyOf(work)
  return { ...work.scenario, steps: commands, at: work.shown }
}

export const draftOf = (work: Work): Draft => ({ scenario: scenarioOf(work), branches: work.stories.map(({ commands }) => commands), current: work.current })

const DRAFT = 'draft'

/** Each tab keeps its own draft, so that two tabs do not overwrite each other; a new tab begins with the latest. */
export const keptDraft = (): string | null => kept(DRAFT, 'tab') ?? kept(DRAFT)

/** Keeps the work a moment after each change, and at once when the page goes away. */
export function keepDrafts(store: PlaygroundStore, write: (draft: Draft) => string, onRefused: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let refused = false
  const save = (): void => {
    clearTimeout(timer)
    timer = undefined
    const text = write(draftOf(store.getState().work))
    const done = keep(DRAFT, text, 'tab')
    if (!keep(DRAFT, text) && !done && !refused) {
      refused = true
      onRefused()
    }
  }
  const stop = store.subscribe((now, before) => {
    if (now.work === before.work) return
    clearTimeout(timer)
    timer = setTimeout(save, 400)
  })
  const onHide = (): void => {
    if (timer !== undefined) save()
  }
  addEventListener('pagehide', onHide)
  return () => {
    stop()
    removeEventListener('pagehide', onHide)
    clearTimeout(timer)
  }
}
