import { StrictMode, type ReactNode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { firstScenario } from './gallery/first'
import { PRESETS } from './gallery/presets'
import { startOf, worldOf, type Scenario } from './simulation/scenario'
import { office } from './gallery/office'
import { HOME, readAddress, writeAddress } from './share/address'
import { writeDraft } from './share/writeDraft'
import { keepDrafts, kept, keptDraft, setAside } from './store/persist'
import { createPlayground, workOf, type PlaygroundStore } from './store/playground'
import { App } from './view/app/App'
import { Around } from './view/context'
import { problemText } from './view/problemText'
import { Failed, Safety } from './view/app/Safety'
import { en } from './words/en'
import type { Reasons } from './words/words'
import './view/app/base.css'

/** Puts the parts together, and reads the address bar: the only file that does. */
const words = en

/** A scenario that was read has a world that is known; a preset nobody knows cannot get this far. */
const begin = (scenario: Scenario) => startOf(scenario, PRESETS) ?? worldOf(office, scenario.release)

const first = firstScenario(words.first)
const isFresh = (): boolean => new URLSearchParams(location.search).has('fresh')

/** The draft of the last visit, or the first story. What reads drafts is fetched only when there is one. */
async function firstWork() {
  const fresh = { work: workOf(first, begin(first)), refused: false, own: false }
  const text = isFresh() ? null : keptDraft()
  if (text === null) return fresh
  const { readDraft } = await import('./share/readDraft')
  try {
    const read = readDraft(text, PRESETS)
    if ('problem' in read) return { ...fresh, refused: true, own: true }
    const { scenario, branches, current } = read.draft
    return { work: workOf(scenario, begin(scenario), branches, current), refused: false, own: true }
  } catch {
    // A draft that breaks the telling must not break every visit from now on: it is set aside.
    return { ...fresh, refused: true, own: true }
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
  const [{ fromLink }, { shippedGallery }, reasons] = await Promise.all([
    import('./share/link'),
    import('./gallery/gallery'),
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

/** Asked for before anything is drawn: the reasons and their panel come while the picture is being made. */
const reasonsComing = import('./words/en.reasons')
const loadReasons = async () => (await reasonsComing).reasons
void import('./view/why/WhyPanel')
void import('./view/flow/draw').then(({ prepareToDraw }) => prepareToDraw())

/**
 * The build wrote the first screen into the page, and the sentences on it: when nothing of the reader's own changes it,
 * React takes it over as it stands, and what is read already does not move. Otherwise the page is drawn anew.
 */
function show(root: HTMLElement, page: (reasons?: Partial<Reasons>) => ReactNode, asBuilt: boolean): void {
  const said = document.getElementById('first-words')?.textContent
  if (asBuilt && said) {
    // Written by the same build as this file.
    hydrateRoot(root, page(JSON.parse(said) as Partial<Reasons>))
  } else {
    root.replaceChildren()
    root.classList.remove('first-frame')
    createRoot(root).render(page())
  }
}

/** Not a top-level await: the parts that come later share code with this file. */
async function main(): Promise<void> {
  const { work, refused, own } = await firstWork()
  const playground = createPlayground(work, begin)
  const linked = location.hash.length > 1
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
  const page = (reasons?: Partial<Reasons>) => (
    <StrictMode>
      <Safety instead={<Failed text={words.ui.crash} again={words.ui.reload} fresh={words.ui.fresh} />}>
        <Around playground={playground} words={words} loadReasons={loadReasons} {...(reasons ? { reasons } : {})}>
          <App />
        </Around>
      </Safety>
    </StrictMode>
  )
  show(root, page, !own && !linked && kept('theme') === null)
}

void main()
