import { useState } from 'react'
import { letLetters, lettersWork } from '../app/keys'
import { useWords } from '../context'
import { DiscMark, NullMark, ToneSign } from '../signs'
import { Dialog } from './Dialog'

const KEYS = [
  { keys: ['→', '←'], what: 'forward' },
  { keys: ['Home', 'End'], what: 'ends' },
  { keys: ['P'], what: 'play' },
  { keys: ['Ctrl Z', 'Ctrl Shift Z'], what: 'undo' },
  { keys: ['W', 'Shift W'], what: 'wait' },
  { keys: ['E'], what: 'next' },
  { keys: ['+', '−', '0'], what: 'zoom' },
  { keys: ['1', '2', '3', '4', '5'], what: 'tabs' },
  { keys: ['G'], what: 'gallery' },
  { keys: ['S'], what: 'share' },
  { keys: ['?'], what: 'help' },
  { keys: ['Esc'], what: 'close' },
] as const

const TYPES = ['remote', 'storedProcedure', 'standalone', 'web'] as const

export function HelpDialog() {
  const words = useWords()
  const text = words.panels.helpDialog
  const [letters, setLetters] = useState(lettersWork)
  return (
    <Dialog title={text.title} wide>
      <dl className="keys">
        {KEYS.map(({ keys, what }) => (
          <div key={what}>
            <dt>
              {keys.map((it) => (
                <kbd key={it}>{it}</kbd>
              ))}
            </dt>
            <dd>{text.keys[what]}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => {
            letLetters(event.target.checked)
            setLetters(event.target.checked)
          }}
        />{' '}
        {text.letters}
      </label>
      <p className="quiet">{text.picture}</p>
      <h3>{text.signs}</h3>
      <ul className="signs">
        {TYPES.map((type) => (
          <li key={type}>
            <DiscMark type={type} guest={false} initial="A" /> {words.panels.session.types[type]}
          </li>
        ))}
        <li>
          <DiscMark type="web" guest initial="" /> {words.ui.scene.guest}
        </li>
        <li>
          <NullMark /> {words.panels.session.nullTitle}
        </li>
        {(['good', 'bad', 'none'] as const).map((tone) => (
          <li key={tone}>
            <ToneSign tone={tone} /> {words.ui.verdict.tones[tone]}
          </li>
        ))}
      </ul>
      <h3>{text.about}</h3>
      <p>{text.honest}</p>
      <p>{text.embed}</p>
      <p className="quiet">{text.independent}</p>
    </Dialog>
  )
}
