import { cureOf, sentenceOf } from '../../../diagram/telling'
import { spelled } from '../../../engine/releases/releases'
import { differ } from '../../../survey/compare'
import type { Cell, Survey } from '../../../survey/survey'
import { useWords } from '../../context'
import { ToneSign } from '../../signs'
import { usePageWords } from '../pageWords'
import { Play } from '../Play'
import { RuleSource } from '../RuleSource'
import { shortAnswer, wholeAnswer } from './names'

interface AnswerProps {
  readonly cell: Cell | undefined
  readonly survey: Survey
}

/** The answer alone, with the sign of how it feels. */
export function AnswerValue({ cell }: Pick<AnswerProps, 'cell'>) {
  const words = useWords()
  const pages = usePageWords()
  if (!cell) return <span className="quiet">{pages.where.notAsked}</span>
  const tone = cell.answer.value === null ? 'none' : cell.answer.error !== undefined ? 'bad' : cell.verdict.tone
  return (
    <span className="value">
      <ToneSign tone={tone} size={14} />
      {cell.answer.error === undefined && cell.lives === null && cell.answer.call !== 'Session' ? (
        <code>{shortAnswer(cell, words, pages)}</code>
      ) : (
        <span>{shortAnswer(cell, words, pages)}</span>
      )}
    </span>
  )
}

/** Why: the sentence of the walk, its rule with the source, all of the value, and the story to play. */
export function AnswerWhy({ cell, survey }: AnswerProps & { readonly cell: Cell }) {
  const words = useWords()
  const { where } = usePageWords()
  const whole = wholeAnswer(cell)
  const cure = cureOf(cell.verdict, words)
  return (
    <>
      <p className="sentence">{sentenceOf(cell.verdict, words)}</p>
      {cell.answer.error !== 'onNull' && cure && (
        <p className="cure">
          <b>{words.panels.why.otherwise}:</b> {cure}
        </p>
      )}
      {whole && (
        <details>
          <summary className="quiet">{where.whole}</summary>
          <pre tabIndex={0} className="whole">
            {whole}
          </pre>
        </details>
      )}
      <p className="from">
        {cell.rules[0] && <RuleSource id={cell.rules[0]} release={survey.release} status={cell.status} />}
        <Play cell={cell} survey={survey} />
      </p>
    </>
  )
}

/** An answer that opens to its reason. */
export function Answer({ cell, survey }: AnswerProps) {
  if (!cell) return <AnswerValue cell={cell} />
  return (
    <details className="answer">
      <summary>
        <AnswerValue cell={cell} />
      </summary>
      <AnswerWhy cell={cell} survey={survey} />
    </details>
  )
}

/** Whether two answers differ, by sign and word. */
export function DifferMark({ a, b }: { readonly a: Cell | undefined; readonly b: Cell | undefined }) {
  const { where } = usePageWords()
  const other = differ(a, b)
  return (
    <span className={other ? 'differ-mark' : 'quiet same-mark'}>
      <span aria-hidden="true">{other ? '≠' : '='}</span> {other ? where.differs : where.same}
    </span>
  )
}

/** What stands above a column: the place and the release. */
export const columnText = ({ release }: Survey, place: string): string => `${place}, 4D ${spelled(release)}`
