import { useId } from 'react'
import { readingOf, READINGS, type ReadingId } from '../../engine/readings'
import { textOf } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import './readings.css'

/** One open question or contradiction with its readings; another one tells the story again. */
export function ReadingChoice({ id, used = false }: { readonly id: ReadingId; readonly used?: boolean }) {
  const words = useWords()
  const { restart } = useActions()
  const settings = usePlayground((it) => it.work.start.settings)
  const name = useId()
  const { asks, readings } = words.readings[id]
  const text = words.panels.readings
  const options: readonly string[] = READINGS[id]
  const chosen = readingOf(settings, id)
  return (
    <fieldset className={`reading${chosen === options[0] ? '' : ' reading-otherwise'}`}>
      <legend>
        <b>{id}</b> {asks} {used && <span className="reading-used">{text.used}</span>}
      </legend>
      {options.length === 1 ? (
        <p>{textOf(readings, chosen)}</p>
      ) : (
        options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              checked={option === chosen}
              onChange={() => restart('readings', { [id]: option })}
            />
            <span>
              {textOf(readings, option)}{' '}
              {option === options[0] && <span className="reading-default">{text.recommended}</span>}
            </span>
          </label>
        ))
      )}
    </fieldset>
  )
}
