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
const INDEX = 'drafts'
/** Stories kept beside the latest one. */
const MOST_KEPT = 12

/** A story of this browser, told apart by a word of its own; the newest stands first. */
export interface Kept {
  readonly id: string
  readonly title: string
  readonly steps: number
}

function index(): readonly Kept[] {
  try {
    const read: unknown = JSON.parse(kept(INDEX) ?? '[]')
    return Array.isArray(read) ? read.filter(isKept) : []
  } catch {
    return []
  }
}

const isKept = (it: unknown): it is Kept =>
  typeof it === 'object' &&
  it !== null &&
  'id' in it &&
  typeof it.id === 'string' &&
  /^[\w-]{1,40}$/.test(it.id) &&
  'title' in it &&
  typeof it.title === 'string' &&
  'steps' in it &&
  typeof it.steps === 'number'

export const keptStories = index

export const draftNamed = (id: string): string | null => kept(`${DRAFT}.${id}`)

/** Each tab goes on with its own draft, so that two tabs do not overwrite each other; a new tab begins with the latest. */
export function keptDraft(): string | null {
  const mine = kept(DRAFT, 'tab')
  const latest = index()[0]
  return mine ?? (latest ? draftNamed(latest.id) : null)
}

/** Keeps a draft that could not be read under a name of its own, so that the next one does not overwrite it. */
export function setAside(): void {
  const text = keptDraft()
  if (text !== null) keep('draft.unread', text)
}

function keepStory(id: string, draft: Draft, text: string): boolean {
  if (!keep(`${DRAFT}.${id}`, text)) return false
  const entry: Kept = { id, title: draft.scenario.title, steps: draft.scenario.steps.length }
  const all = [entry, ...index().filter((it) => it.id !== id)]
  for (const old of all.slice(MOST_KEPT)) forget(`${DRAFT}.${old.id}`)
  return keep(INDEX, JSON.stringify(all.slice(0, MOST_KEPT)))
}

function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing was kept, so nothing needs to be forgotten.
  }
}

const isTouched = ({ scenario, stories }: Work): boolean =>
  stories.length > 1 || storyOf({ stories, current: 0 } as Work).commands !== scenario.steps

/**
 * Keeps the work a moment after each change, and at once when the page goes away. The tab keeps whatever it shows; the
 * browser keeps what the reader did, each opened story by itself, so that opening one never costs another.
 */
export function keepDrafts(store: PlaygroundStore, write: (draft: Draft) => string, onRefused: () => void): () => void {
  const ids = new Map<number, string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let refused = false
  const idOf = ({ opened }: Work): string => {
    const known = ids.get(opened) ?? (opened === 0 ? kept('id', 'tab') : null) ?? crypto.randomUUID()
    ids.set(opened, known)
    return known
  }
  const save = (): void => {
    clearTimeout(timer)
    timer = undefined
    const { work } = store.getState()
    const draft = draftOf(work)
    const text = write(draft)
    const id = idOf(work)
    const inTab = keep(DRAFT, text, 'tab') && keep('id', id, 'tab')
    const inBrowser = !isTouched(work) || keepStory(id, draft, text)
    if (!inTab && !inBrowser && !refused) {
      refused = true
      onRefused()
    }
  }
  if (store.getState().work.opened > 0) save()
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
