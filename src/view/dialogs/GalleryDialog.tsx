import { useState } from 'react'
import { draftNamed, keptStories } from '../../store/persist'
import { PRESETS } from '../../gallery/presets'
import { FIRST } from '../../gallery/first'
import { SCENARIO_IDS, SHIPPED, shippedScenario } from '../../gallery/gallery'
import { spelled } from '../../engine/releases/releases'
import type { Scenario } from '../../simulation/scenario'
import { fill } from '../../words/fill'
import { useActions, useWords } from '../context'
import { Dialog } from './Dialog'

export function GalleryDialog() {
  const words = useWords()
  const { open } = useActions()
  const text = words.panels.galleryDialog
  return (
    <Dialog title={text.title} wide>
      <p className="quiet">{text.kept}</p>
      <div className="buttons">
        <button
          type="button"
          onClick={() =>
            open(blank({ title: words.ui.fresh, question: words.panels.galleryDialog.freshQuestion }), {
              kind: 'info',
              text: words.ui.notices.freshStart,
              undoable: true,
            })
          }
        >
          {words.ui.fresh}
        </button>
      </div>
      <KeptStories />
      <ul className="gallery">
        {SCENARIO_IDS.map((id) => {
          const told = words.gallery[id]
          return (
            <li key={id}>
              <button
                type="button"
                onClick={() =>
                  open(shippedScenario(id, told), {
                    kind: 'info',
                    text: fill(words.ui.notices.opened, { title: told.title }),
                    undoable: true,
                  })
                }
              >
                <b>{told.title}</b>
                <span>{told.question}</span>
                <span className="quiet">
                  4D {spelled(SHIPPED[id].release)} ·{' '}
                  {fill(words.ui.timeline.steps, { count: SHIPPED[id].steps.length })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** The same office, and nothing has happened yet. */
const blank = (told: { readonly title: string; readonly question: string }): Scenario => ({
  ...shippedScenario(FIRST, told),
  steps: [],
  at: 0,
})

/** Stories this browser kept: what one worked on before something else was opened. */
function KeptStories() {
  const words = useWords()
  const { open, tell } = useActions()
  const [stories] = useState(keptStories)
  if (stories.length === 0) return null
  const bring = async (id: string, title: string) => {
    const { readDraft } = await import('../../share/readDraft')
    const text = draftNamed(id)
    const read = text === null ? { problem: true as const } : readDraft(text, PRESETS)
    if ('problem' in read) tell({ kind: 'problem', text: words.ui.noWork, undoable: false })
    else open(read.draft.scenario, { kind: 'info', text: fill(words.ui.notices.opened, { title }), undoable: true })
  }
  return (
    <details>
      <summary>
        {words.panels.galleryDialog.keptStories} ({stories.length})
      </summary>
      <ul className="kept">
        {stories.map(({ id, title, steps }) => (
          <li key={id}>
            <button type="button" onClick={() => void bring(id, title)}>
              {title} · {fill(words.ui.timeline.steps, { count: steps })}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
