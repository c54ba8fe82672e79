import { useMemo, type ReactNode } from 'react'
import type { Verdict } from '../../decision/decision'
import { explain } from '../../diagram/explain'
import { decisionNamed } from '../../engine/decisions'
import { flowOf } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { FlowPicture, type FlowPictureProps } from '../flow/FlowPicture'
import { RuleChip } from './RuleChip'

/** The table that decided, drawn with the walk lit, and the same walk in sentences. */
export function FlowSection({
  verdict,
  large = false,
  counting,
}: {
  readonly verdict: Verdict
  readonly large?: boolean
  /** Instead of the walk: what is written onto the table, and the same in words. */
  readonly counting?: { readonly overlay: FlowPictureProps['overlay']; readonly said: ReactNode } | undefined
}) {
  const words = useWords()
  const { point, ask } = useActions()
  const node = usePlayground((it) => it.node)
  const decision = decisionNamed(verdict.decision)
  const texts = flowOf(words, verdict.decision)
  const said = useMemo(
    () => explain(decision, verdict, { ...texts, yes: words.panels.why.yes, no: words.panels.why.no }),
    [decision, verdict, texts, words],
  )
  const inWords = (
    <ol className="walk">
      {said.map((it) => (
        <li key={it.node} className={it.assumed ? 'assumed' : ''}>
          {it.sentence} {it.answer !== null && <b>{it.says}</b>} <RuleChip id={it.rules[0] ?? ''} />
        </li>
      ))}
    </ol>
  )
  const pointed = node === null ? undefined : decision.nodes[node]
  return (
    <section className={`flow${large ? ' flow-large' : ''}`}>
      {!large && (
        <h2>
          <span className="flow-title">{texts.title}</span>
          <button type="button" className="inline" onClick={() => ask('flow')}>
            {words.panels.why.openLarge}
          </button>
        </h2>
      )}
      <div className="flow-frame">
        <FlowPicture
          decision={decision}
          verdict={counting ? undefined : verdict}
          overlay={counting?.overlay}
          texts={texts}
          states={words.panels.why.states}
          yes={words.panels.why.yes}
          no={words.panels.why.no}
          selected={node ?? undefined}
          onNode={(name) => point(name === node ? null : name)}
          fallback={inWords}
        />
      </div>
      {pointed && (
        <div className="pointed">
          {pointed.rules.map((id) => (
            <RuleChip key={id} id={id} full />
          ))}
        </div>
      )}
      <details className="in-words">
        <summary>{words.panels.why.words}</summary>
        {counting?.said ?? inWords}
      </details>
    </section>
  )
}
