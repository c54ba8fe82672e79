import { switchesOf } from '../../decision/decision'
import { decisionNamed } from '../../engine/decisions'
import { isReading, readingOf } from '../../engine/readings'
import type { Step } from '../../engine/step'
import { textOf } from '../../words/words'
import { usePlayground, useWords } from '../context'
import { ReadingChoice } from './ReadingChoice'

/** The entries that the answers of a step rest on, each with its reading; opened, one can choose another. */
export function RestsOn({ step }: { readonly step: Step }) {
  const words = useWords()
  const settings = usePlayground((it) => it.work.start.settings)
  const along = step.verdicts.flatMap((it) => switchesOf(decisionNamed(it.decision), it))
  const ids = [...new Set(along)].filter(isReading)
  // The first screen has come with some of the reasons only: the sentences follow.
  if (!Object.hasOwn(words.readings, 'Q-01') || ids.length === 0) return null
  const text = words.panels.readings
  return (
    <section className="rests-on">
      <h2>{text.restsOn}</h2>
      {ids.map((id) => (
        <details key={id}>
          <summary>
            <b>{id}</b> {textOf(words.readings[id].readings, readingOf(settings, id))}{' '}
            <span className="reading-change">{text.change}</span>
          </summary>
          <ReadingChoice id={id} />
        </details>
      ))}
    </section>
  )
}
