import { useMemo } from 'react'
import { READING_IDS, READINGS } from '../../engine/readings'
import { readingsIn } from '../../simulation/readings'
import { storyOf } from '../../store/playground'
import { fill } from '../../words/fill'
import { usePlayground, useWords } from '../context'
import { ReadingChoice } from './ReadingChoice'

const GROUPS = [
  { group: 'questions', letter: 'Q' },
  { group: 'contradictions', letter: 'C' },
] as const

/** Every open question and contradiction, with those first marked that the story rests on. */
export function Readings() {
  const words = useWords()
  const story = usePlayground(({ work }) => storyOf(work))
  const used = useMemo(() => readingsIn(story), [story])
  const chosen = usePlayground((it) => it.work.start.settings.readings)
  const text = words.panels.readings
  return (
    <section className="readings">
      <h3>{text.title}</h3>
      <p className="quiet">{text.text}</p>
      {GROUPS.map(({ group, letter }) => {
        const ids = READING_IDS.filter((id) => id.startsWith(letter))
        const turned = ids.filter((id) => chosen[id] !== undefined).length
        return (
          <details key={group} open={turned > 0}>
            <summary>
              {text[group]} <span className="quiet">{fill(text.counts, { count: ids.length, turned })}</span>
            </summary>
            {[...ids]
              .sort((a, b) => Number(READINGS[b].length > 1) - Number(READINGS[a].length > 1))
              .map((id) => (
                <ReadingChoice key={id} id={id} used={used.has(id)} />
              ))}
          </details>
        )
      })}
    </section>
  )
}
