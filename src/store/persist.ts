import type { Draft } from '../share/writeDraft'
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
    const place = where === 'tab' ? sessionStorage : localStorage
    // An older copy must not outlive a newer one that found no room.
    place.removeItem(PREFIX + key)
    place.setItem(PREFIX + key, text)
    return true
  } catch {
    return false
  }
}

/** The story that is shown, as a scenario. */
export function scenarioOf(work: Work): Scenario {
  const { commands } = storyOf(work)
  const { expect, ...scenario } = work.scenario
  // A branch may be shorter than the story it left: what was expected of later steps is not expected of it.
  const expected = expect?.filter(({ after }) => after <= commands.length) ?? []
  return { ...scenario, steps: commands, at: work.shown, ...(expected.length ? { expect: expected } : {}) }
}

export const draftOf = (work: Work): Draft => ({
  scenario: scenarioOf(work),
  branches: work.stories.map(({ commands }) => commands),
  current: work.current,
})

const DRAFT = 'draft'

/** Each tab keeps its own draft, so that two tabs do not overwrite each other; a new tab begins with the latest. */
export const keptDraft = (): string | null => kept(DRAFT, 'tab') ?? kept(DRAFT)

/** Keeps a draft that could not be read under another name, so that the next one does not overwrite it. */
export function setAside(): void {
  const text = keptDraft()
  if (text !== null) keep('draft.unread', text)
}

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
