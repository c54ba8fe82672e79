import { nextExpiry } from '../../engine/nextExpiry'
import { keep, kept } from '../../store/persist'
import { viewOf, type Playground, type PlaygroundStore, type Tab } from '../../store/playground'

const TABS: readonly Tab[] = ['why', 'act', 'session', 'sequence', 'rules']

/** The keys of the page, each an action of the store. Written once; the help lists the same. */
const KEYS: Readonly<Record<string, (it: Playground) => void>> = {
  ArrowRight: (it) => it.goTo(it.work.shown + 1),
  ArrowLeft: (it) => it.goTo(it.work.shown - 1),
  Home: (it) => it.goTo(0),
  End: (it) => it.goTo(Infinity),
  p: (it) => it.play(!it.playing),
  w: (it) => it.act({ type: 'wait', seconds: 10 }),
  W: (it) => it.act({ type: 'wait', seconds: 3600 }),
  e: (it) => {
    const left = nextExpiry(viewOf(it).world)
    if (left !== null) it.act({ type: 'wait', seconds: left })
  },
  g: (it) => it.ask('gallery'),
  s: (it) => it.ask('share'),
  '?': (it) => it.ask('help'),
  Escape: (it) => it.select(null),
}

/** Single letters can be turned off: those who speak to their machine would press them unawares (WCAG 2.1.4). */
export const lettersWork = (): boolean => kept('letters') !== 'off'
export const letLetters = (work: boolean): boolean => keep('letters', work ? 'on' : 'off')

/** Where arrows move the view itself. */
const scrolls = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.flow-picture') !== null

const types = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

export function listenToKeys(store: PlaygroundStore): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const it = store.getState()
    if (event.defaultPrevented || it.dialog !== null) return
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z' && !types(event.target)) {
      event.preventDefault()
      if (event.shiftKey) it.redo()
      else it.undo()
      return
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'y' && !types(event.target)) {
      event.preventDefault()
      it.redo()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || types(event.target)) return
    // Away from the story its keys are silent: nothing is changed unseen.
    if (it.address.page !== 'play') return
    if (scrolls(event.target) && /^(Arrow|Home|End)/.test(event.key)) return
    const tab = TABS[Number(event.key) - 1]
    const act = tab ? () => it.show(tab) : KEYS[event.key]
    if (event.key.length === 1 && !lettersWork()) return
    if (!act) return
    event.preventDefault()
    act(it)
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}
