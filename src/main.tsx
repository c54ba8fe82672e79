import { StrictMode, type ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { fromStill, type Still } from './simulation/still'
import { HOME, readAddress, writeAddress } from './share/address'
import { writeDraft } from './share/writeDraft'
import { keepDrafts, kept, keptDraft, setAside } from './store/persist'
import { createPlayground, workOf, type Beginning, type PlaygroundStore } from './store/playground'
import { App } from './view/app/App'
import { Around } from './view/context'
import { problemText } from './view/problemText'
import { Failed, Safety } from './view/app/Safety'
import { en } from './words/en'
import type { SomeReasons } from './words/words'
import './view/app/base.css'

/** Puts the parts together, and reads the address bar: the only file that does. */
const words = en

/** What tells stories is on its way while the first screen, which needs none, is taken over. */
const telling = import('./gallery/teller').then(({ teller }) => teller)

const isFresh = (): boolean => new URLSearchParams(location.search).has('fresh')

/** What the build wrote into the page beside the first screen; absent while developing. */
interface FirstScreen {
  readonly reasons: SomeReasons
  readonly still: Still
}

function firstScreen(): FirstScreen | undefined {
  const text = document.getElementById('first-screen')?.textContent
  return text ? (JSON.parse(text) as FirstScreen) : undefined // written by the same build as this file
}

interface Start {
  readonly beginning: Beginning
  readonly refused: boolean
  /** The first screen is not the reader's. */
  readonly own: boolean
}

/** The draft of the last visit, or the first story. What reads drafts is fetched only when there is one. */
async function startOf(screen: FirstScreen | undefined): Promise<Start> {
  const text = isFresh() ? null : keptDraft()
  if (text === null && screen) return { beginning: fromStill<Beginning>(screen.still), refused: false, own: false }
  const teller = await telling
  const first = (await import('./gallery/first')).firstScenario(words.first)
  const fresh = { beginning: { work: workOf(teller, first, teller.begin(first)) }, own: true }
  if (text === null) return { ...fresh, refused: false }
  const [{ readDraft }, { PRESETS }] = await Promise.all([import('./share/readDraft'), import('./gallery/presets')])
  try {
    const read = readDraft(text, PRESETS)
    if ('problem' in read) return { ...fresh, refused: true }
    const { scenario, branches, current } = read.draft
    const work = workOf(teller, scenario, teller.begin(scenario), branches, current)
    return { beginning: { work }, refused: false, own: true }
  } catch {
    // A draft that breaks the telling must not break every visit from now on: it is set aside.
    return { ...fresh, refused: true }
  }
}

/**
 * What the address says. A page is gone to; a link with a story is opened on top of what is there, so that Undo brings
 * the earlier work back.
 */
async function openAddress(playground: PlaygroundStore): Promise<void> {
  const hash = location.hash.slice(1)
  // The way past the picture, for those who go by keys.
  if (document.getElementById(hash)) return
  const { open, tell, visit, retell } = playground.getState()
  const address = hash === '' ? HOME : readAddress(hash)
  if (address) {
    visit(address)
    if (address.release) retell(address.release)
    return
  }
  const [{ fromLink }, { shippedGallery }, { PRESETS }, reasons] = await Promise.all([
    import('./share/link'),
    import('./gallery/gallery'),
    import('./gallery/presets'),
    loadReasons(),
  ])
  const result = fromLink(hash, { gallery: shippedGallery(reasons.gallery), presets: PRESETS })
  if ('problem' in result) tell({ kind: 'problem', text: problemText(result.problem, reasons), undoable: false })
  else
    open(
      { ...result.shared.scenario, at: result.shared.at },
      { kind: 'info', text: words.ui.notices.linkOpened, undoable: true },
    )
  // The story is in the page now; a reload must keep what is done with it instead of opening the link again.
  history.replaceState(null, '', location.pathname + location.search)
}

/** The bar follows the page that is open, so that Back works and the address can be copied. */
function writeAddresses(playground: PlaygroundStore): void {
  playground.subscribe(({ address }, before) => {
    if (address === before.address) return
    const hash = address.page === 'play' ? '' : writeAddress(address)
    if (hash === location.hash) return
    const samePage = address.page === before.address.page
    history[samePage ? 'replaceState' : 'pushState'](null, '', location.pathname + location.search + hash)
  })
}

const loadReasons = async () => (await import('./words/en.reasons')).reasons

/** Asked for before anything is drawn: the panel of reasons, and what draws its flow. */
void import('./view/why/WhyPanel')
void import('./view/flow/draw').then(({ prepareToDraw }) => prepareToDraw())

/**
 * When nothing of the reader's own changes the first screen, React takes it over as it stands, and what is read already
 * does not move. Otherwise the page is drawn anew.
 */
function show(root: HTMLElement, page: (reasons?: SomeReasons) => ReactNode, asBuilt: FirstScreen | undefined): void {
  if (asBuilt) {
    hydrateRoot(root, page(asBuilt.reasons))
  } else {
    root.replaceChildren()
    root.classList.remove('first-frame')
    createRoot(root).render(page())
  }
}

/** Not a top-level await: the parts that come later share code with this file. */
async function main(): Promise<void> {
  const screen = firstScreen()
  const { beginning, refused, own } = await startOf(screen)
  const playground = createPlayground(beginning, telling)
  const linked = location.hash.length > 1
  // Another story will be shown: not this one for a moment.
  if (linked) await telling
  if (refused) {
    // The draft stays where it is until the reader does something; then the new work is kept beside it.
    setAside()
    playground.getState().tell({ kind: 'problem', text: words.ui.noWork, undoable: false })
  }
  await openAddress(playground)
  writeAddresses(playground)
  addEventListener('hashchange', () => void openAddress(playground))
  keepDrafts(playground, writeDraft, () =>
    playground.getState().tell({ kind: 'info', text: words.ui.notices.storageOff, undoable: false }),
  )

  document.documentElement.lang = words.code
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  const page = (reasons?: SomeReasons) => (
    <StrictMode>
      <Safety instead={<Failed text={words.ui.crash} again={words.ui.reload} fresh={words.ui.fresh} />}>
        <Around playground={playground} words={words} loadReasons={loadReasons} {...(reasons ? { reasons } : {})}>
          <App />
        </Around>
      </Safety>
    </StrictMode>
  )
  show(root, page, own || linked || kept('theme') !== null ? undefined : screen)
}

void main()
