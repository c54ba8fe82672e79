import { useMemo } from 'react'
import { toLink } from '../../share/link'
import { writeScenario } from '../../share/writeScenario'
import { scenarioOf } from '../../store/persist'
import { shippedGallery } from '../../gallery/gallery'
import { fill } from '../../words/fill'
import { shownWork } from '../../store/playground'
import { useActions, usePlayground, useWords } from '../context'
import { Dialog } from './Dialog'
import { saveFile, useCopy } from './saving'

/** Programs that cut longer links are common enough to be warned of. */
const LONG = 2000
/** Beyond this a link is not read back. */
const LONGEST = 900_000

export function ShareDialog() {
  const words = useWords()
  const work = usePlayground(shownWork)
  const { ask } = useActions()
  const copy = useCopy()
  const text = words.panels.shareDialog
  const scenario = useMemo(() => scenarioOf(work), [work])
  const link = useMemo(
    () => `${location.href.split('#')[0]}#${toLink({ scenario, at: work.shown }, shippedGallery(words.gallery))}`,
    [scenario, work.shown, words],
  )
  return (
    <Dialog title={text.title}>
      <p>{text.text}</p>
      <textarea
        className="link"
        readOnly
        rows={4}
        value={link}
        aria-label={text.title}
        onFocus={(event) => event.target.select()}
      />
      <p className="quiet">
        {fill(text.length, { count: link.length })}
        {link.length > LONG ? ` ${text.long}` : ''}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={link.length > LONGEST}
          onClick={() => {
            void copy(link).then((done) => done && ask(null))
          }}
        >
          {text.copy}
        </button>
        <button type="button" onClick={() => saveFile('story.json', writeScenario(scenario))}>
          {text.file}
        </button>
      </div>
    </Dialog>
  )
}
