import { FIRST, SCENARIO_IDS, SHIPPED, shippedScenario } from '../../gallery/gallery'
import { spelled } from '../../engine/releases/releases'
import type { Scenario } from '../../simulation/scenario'
import { fill } from '../../words/fill'
import { useActions, useWords } from '../context'
import { Dialog } from './Dialog'

export function GalleryDialog() {
  const words = useWords()
  const { open } = useActions()
  const text = words.ui.galleryDialog
  return (
    <Dialog title={text.title} wide>
      <p className="quiet">{text.kept}</p>
      <div className="buttons">
        <button
          type="button"
          onClick={() =>
            open(blank(words.gallery[FIRST]), { kind: 'info', text: words.ui.notices.freshStart, undoable: true })
          }
        >
          {words.ui.fresh}
        </button>
      </div>
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
