import { useCallback, useMemo, useState } from 'react'
import { isEnding, type Decision } from '../../decision/decision'
import { sentenceOf } from '../../diagram/flowchart'
import { coveringStories, coveringSuite, takenOf, timesAt, timesTaken, type Coverage } from '../../evidence/coverage'
import { fill } from '../../words/fill'
import { flowOf, withLabels, type Words } from '../../words/words'
import { usePlayground, useWords } from '../context'
import { useInPieces } from '../inPieces'
import { cover } from './cover'
import type { Drawing } from './repaint'
import './counting.css'

const WHAT = ['step', 'mine', 'suite'] as const
export type What = (typeof WHAT)[number]

/** What a reader has done so far, counted; begun anew when they do more. */
export function useMine(wanted = true) {
  const stories = usePlayground((it) => it.work.stories)
  return useInPieces(useMemo(() => (wanted ? () => coveringStories(stories) : undefined), [stories, wanted]))
}

/** What the stories that ship come to, in every release. */
export const useSuite = (wanted = true) => useInPieces(wanted ? coveringSuite : undefined)

export interface Counting {
  readonly what: What
  readonly choose: (what: What) => void
  /** What is counted; undefined for the walk of the step, and while it is being counted. */
  readonly coverage: Coverage | undefined
  readonly share: number
  /** For the drawn table. */
  readonly overlay: ((drawing: Drawing) => () => void) | undefined
}

/** Whether a table shows one walk, what the reader has done, or what the stories that ship come to. */
export function useCounting(decision: Decision<never, string>, first: What = 'step'): Counting {
  const words = useWords()
  const [what, choose] = useState(first)
  const mine = useMine(what === 'mine')
  const suite = useSuite(what === 'suite')
  const worked = what === 'mine' ? mine : what === 'suite' ? suite : undefined
  const coverage = worked?.result
  const text = words.panels.coverage
  const draw = useCallback(
    (drawing: Drawing) =>
      coverage ? cover(drawing, decision, coverage, (count) => timesText(count, text)) : () => undefined,
    [coverage, decision, text],
  )
  return { what, choose, coverage, share: worked?.share ?? 1, overlay: coverage && draw }
}

const timesText = (count: number, text: Words['panels']['coverage']): string =>
  count === 0 ? text.never : fill(text.times, { count })

/** The choice, its legend, and what it comes to in this table. */
export function CountingBar({
  counting: { what, choose, coverage, share },
  decision,
  step,
}: {
  readonly counting: Counting
  readonly decision: Decision<never, string>
  /** What the first choice is called; without it there is no walk to show. */
  readonly step: string
}) {
  const words = useWords()
  const text = words.panels.coverage
  const taken = coverage && takenOf(coverage, [decision])
  return (
    <div className="counting">
      <fieldset className="counting-choice">
        <legend>{text.title}</legend>
        {WHAT.map((it) => (
          <label key={it}>
            <input type="radio" name="counting" value={it} checked={it === what} onChange={() => choose(it)} />
            {it === 'step' ? step : text[it]}
          </label>
        ))}
      </fieldset>
      <p role="status">
        {taken
          ? fill(text.taken, { taken: taken.taken, of: taken.of })
          : what !== 'step' && fill(text.counting, { percent: Math.floor(share * 100) })}
      </p>
      {coverage && (
        <p className="counting-legend">
          <span className="key-covered">12</span> {text.legendTaken}
          <span className="key-never">0</span> {text.legendNever}
        </p>
      )}
    </div>
  )
}

/** The counts as a list: for those who listen, and for copying. */
export function CountedList({
  decision,
  coverage,
}: {
  readonly decision: Decision<never, string>
  readonly coverage: Coverage
}) {
  const words = useWords()
  const text = words.panels.coverage
  const texts = withLabels(flowOf(words, decision.name), words)
  const said = (count: number): string => timesText(count, text)
  return (
    <ul className="counted-list">
      {Object.entries(decision.nodes).map(([name, node]) => (
        <li key={name}>
          {sentenceOf(texts, name)}{' '}
          <b>
            {isEnding(node)
              ? said(timesAt(coverage, decision.name, name))
              : (['yes', 'no'] as const)
                  .map((it) => `${words.panels.why[it]}: ${said(timesTaken(coverage, decision.name, name, it))}`)
                  .join('; ')}
          </b>
        </li>
      ))}
    </ul>
  )
}
