import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FIRST, PRESETS, shippedGallery, shippedScenario } from './gallery/gallery'
import { startOf, worldOf, type Scenario } from './simulation/scenario'
import { office } from './gallery/office'
import { readDraft, writeDraft } from './share/draft'
import { fromLink } from './share/link'
import { keepDrafts, keptDraft } from './store/persist'
import { createPlayground, workOf } from './store/playground'
import { App } from './view/app/App'
import { Around } from './view/context'
import { problemText } from './view/problemText'
import { Safety } from './view/app/Safety'
import { en } from './words/en'
import './view/app/base.css'

/** Puts the parts together, and reads the address bar: the only file that does. */
const words = en

/** A scenario that was read has a world that is known; a preset nobody knows cannot get this far. */
const begin = (scenario: Scenario) => startOf(scenario, PRESETS) ?? worldOf(office, scenario.release)

const first = shippedScenario(FIRST, words.gallery[FIRST])
const isFresh = (): boolean => new URLSearchParams(location.search).has('fresh')

function firstWork() {
  const text = isFresh() ? null : keptDraft()
  if (text === null) return { work: workOf(first, begin(first)), refused: false }
  const read = readDraft(text, PRESETS)
  if ('problem' in read) return { work: workOf(first, begin(first)), refused: true }
  const { scenario, branches, current } = read.draft
  return { work: workOf(scenario, begin(scenario), branches, current), refused: false }
}

const { work, refused } = firstWork()
const playground = createPlayground(work, begin)
if (refused) playground.getState().tell({ kind: 'problem', text: words.ui.noWork, undoable: false })

/** A link in the address is opened on top of what is there, so that Undo brings the earlier work back. */
function openAddress(): void {
  const text = decodeURIComponent(location.hash.slice(1))
  if (text === '') return
  const result = fromLink(text, { gallery: shippedGallery(words.gallery), presets: PRESETS })
  const { open, tell } = playground.getState()
  if ('problem' in result) tell({ kind: 'problem', text: problemText(result.problem, words), undoable: false })
  else open({ ...result.shared.scenario, at: result.shared.at }, { kind: 'info', text: words.ui.notices.linkOpened, undoable: true })
  // The story is in the page now; a reload must keep what is done with it instead of opening the link again.
  history.replaceState(null, '', location.pathname + location.search)
}

openAddress()
addEventListener('hashchange', openAddress)
keepDrafts(playground, writeDraft, () => playground.getState().tell({ kind: 'info', text: words.ui.notices.storageOff, undoable: false }))

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')
createRoot(root).render(
  <StrictMode>
    <Safety words={words}>
      <Around playground={playground} words={words}>
        <App />
      </Around>
    </Safety>
  </StrictMode>,
)
