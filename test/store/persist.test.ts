// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PRESETS } from '../../src/gallery/presets'
import { teller } from '../../src/gallery/teller'
import { readDraft } from '../../src/share/readDraft'
import { writeDraft } from '../../src/share/writeDraft'
import { FORMAT, startOf, type Scenario } from '../../src/simulation/scenario'
import { draftNamed, draftOf, keep, keepDrafts, kept, keptDraft, keptStories, setAside } from '../../src/store/persist'
import { createPlayground, workOf } from '../../src/store/playground'
import { connects, waits } from '../support/commands'

const scenario: Scenario = { format: FORMAT, title: 'A story', release: '21', world: 'office', steps: [connects()] }
const begin = (it: Scenario) => startOf(it, PRESETS)!
const playground = () => createPlayground({ work: workOf(teller, scenario, begin(scenario)) }, teller)
const stepsOf = (text: string | null) => {
  const read = readDraft(text ?? '', PRESETS)
  return 'draft' in read ? read.draft.branches : read
}

/** A browser that keeps nothing. */
function refuse(): void {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('full')
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('what the browser keeps', () => {
  it('is found again, each place on its own', () => {
    keep('theme', 'dark')
    expect([kept('theme'), kept('theme', 'tab'), kept('other')]).toEqual(['dark', null, null])
  })

  it('is nothing where it may keep nothing, and nothing breaks', () => {
    refuse()
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('denied')
    })
    expect([keep('theme', 'dark'), kept('theme')]).toEqual([false, null])
  })
})

describe('drafts', () => {
  it('are kept a moment after the last change, not after each', () => {
    const store = playground()
    const write = vi.fn(writeDraft)
    keepDrafts(store, write, () => {})
    store.getState().act(waits(1))
    vi.advanceTimersByTime(300)
    store.getState().act(waits(2))
    vi.advanceTimersByTime(300)
    expect(keptDraft()).toBeNull()
    vi.advanceTimersByTime(200)
    expect(write).toHaveBeenCalledTimes(1)
    expect(stepsOf(keptDraft())).toEqual([[connects(), waits(1), waits(2)]])
  })

  it('are not written when only a panel changed', () => {
    const store = playground()
    const write = vi.fn(writeDraft)
    keepDrafts(store, write, () => {})
    store.getState().show('rules')
    vi.advanceTimersByTime(1000)
    expect(write).not.toHaveBeenCalled()
  })

  it('are kept at once when the page goes away', () => {
    const store = playground()
    keepDrafts(store, writeDraft, () => {})
    store.getState().act(waits(1))
    dispatchEvent(new Event('pagehide'))
    expect(stepsOf(keptDraft())).toEqual([[connects(), waits(1)]])
  })

  it('of this tab come before those of another', () => {
    const elsewhere = playground()
    keepDrafts(elsewhere, writeDraft, () => {})
    elsewhere.getState().act(waits(7))
    vi.advanceTimersByTime(500)
    sessionStorage.clear()
    expect(stepsOf(keptDraft())).toEqual([[connects(), waits(7)]])
    keep('draft', 'mine', 'tab')
    expect(keptDraft()).toBe('mine')
  })

  it('that cannot be read are set aside', () => {
    setAside()
    expect(kept('draft.unread')).toBeNull()
    keep('draft', 'odd', 'tab')
    setAside()
    expect(kept('draft.unread')).toBe('odd')
  })

  it('of each opened story stand side by side, the latest first', () => {
    const store = playground()
    keepDrafts(store, writeDraft, () => {})
    store.getState().act(waits(1))
    vi.advanceTimersByTime(500)
    store.getState().open({ ...scenario, title: 'Another' })
    store.getState().act(waits(2))
    vi.advanceTimersByTime(500)
    const stories = keptStories()
    expect(stories.map(({ title }) => title)).toEqual(['Another', 'A story'])
    expect(stories.map(({ id }) => stepsOf(draftNamed(id)))).toEqual([
      [[connects(), waits(2)]],
      [[connects(), waits(1)]],
    ])
  })

  it('of a story nobody touched are not among them', () => {
    const store = playground()
    keepDrafts(store, writeDraft, () => {})
    store.getState().goTo(0)
    vi.advanceTimersByTime(500)
    expect([keptStories(), stepsOf(keptDraft())]).toEqual([[], [[connects()]]])
  })

  it('are no more than a dozen, and what is too many is forgotten', () => {
    const store = playground()
    keepDrafts(store, writeDraft, () => {})
    for (let i = 1; i <= 15; i++) {
      store.getState().open({ ...scenario, title: `Story ${i}` })
      store.getState().act(waits(i))
      vi.advanceTimersByTime(500)
    }
    expect(keptStories()).toHaveLength(12)
    expect(keptStories()[0]?.title).toBe('Story 15')
    expect(Object.keys(localStorage).filter((key) => /\.draft\./.test(key))).toHaveLength(12)
  })

  it.each(['{', '5', '[1, null, {"id": "../x", "title": "t", "steps": 1}]'])('whose list reads %s are none', (text) => {
    keep('drafts', text)
    expect([keptStories(), keptDraft()]).toEqual([[], null])
  })

  it('that cannot be kept are told once', () => {
    refuse()
    const store = playground()
    const refused = vi.fn()
    keepDrafts(store, writeDraft, refused)
    for (const seconds of [1, 2, 3]) {
      store.getState().act(waits(seconds))
      vi.advanceTimersByTime(500)
    }
    expect(refused).toHaveBeenCalledTimes(1)
  })

  it('are no longer kept when the page says stop', () => {
    const store = playground()
    const stop = keepDrafts(store, writeDraft, () => {})
    store.getState().act(waits(1))
    stop()
    vi.advanceTimersByTime(1000)
    dispatchEvent(new Event('pagehide'))
    expect(keptDraft()).toBeNull()
  })

  it('hold every branch and where the reader stands', () => {
    const store = playground()
    store.getState().goTo(0)
    store.getState().act(waits(1))
    store.getState().goTo(0)
    const { branches, current, scenario: shown } = draftOf(store.getState().work)
    expect([branches, current, shown.at]).toEqual([[[connects()], [waits(1)]], 1, 0])
  })
})
