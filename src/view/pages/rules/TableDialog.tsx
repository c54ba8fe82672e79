import { decisionNamed, DECISIONS } from '../../../engine/decisions'
import { spelled } from '../../../engine/releases/releases'
import type { Evidence } from '../../../evidence/evidence'
import { explain } from '../../../diagram/explain'
import { fill } from '../../../words/fill'
import { flowOf } from '../../../words/words'
import type { Address } from '../../../share/address'
import { useActions, useWords } from '../../context'
import { Dialog } from '../../dialogs/Dialog'
import { CountedList, CountingBar, useCounting } from '../../flow/Counting'
import { FlowPicture } from '../../flow/FlowPicture'
import { RuleChip } from '../../why/RuleChip'
import { useRulebookWords } from './rulebookWords'

interface TableDialogProps {
  readonly address: Address
  /** The walk of the rule that is open, when it leads through this table. */
  readonly evidence: Evidence | undefined
}

/** A table of the address, drawn large: with the walk of a rule, or with what was taken of it. */
export function TableDialog(props: TableDialogProps) {
  const { address } = props
  const name = address.with.table ?? ''
  return DECISIONS.has(name) ? <Table {...props} name={name} /> : null
}

function Table({ address, evidence, name }: TableDialogProps & { readonly name: string }) {
  const words = useWords()
  const text = useRulebookWords()
  const { visit } = useActions()
  const decision = decisionNamed(name)
  const { table: _, node = '', ...others } = address.with
  const walk = evidence?.verdict.decision === name ? evidence.verdict : undefined
  const counting = useCounting(decision, walk || address.item ? 'step' : 'suite')
  const texts = flowOf(words, name)
  const answers = { yes: words.panels.why.yes, no: words.panels.why.no }
  const pointed = Object.hasOwn(decision.nodes, node) ? decision.nodes[node] : undefined
  const point = (to: string): void =>
    visit({ ...address, with: { ...others, table: name, ...(to === node ? {} : { node: to }) } })
  return (
    <Dialog title={texts.title} wide onClose={() => visit({ ...address, with: others })}>
      <CountingBar
        counting={counting}
        decision={decision}
        step={
          walk && evidence
            ? fill(text.evidenceFor, { rule: evidence.rule, release: spelled(evidence.release) })
            : text.wholeTable
        }
      />
      <section className="flow flow-large">
        <div className="flow-frame">
          <FlowPicture
            decision={decision}
            verdict={counting.coverage ? undefined : walk}
            overlay={counting.overlay}
            texts={texts}
            states={words.panels.why.states}
            {...answers}
            selected={node}
            onNode={point}
          />
        </div>
        {pointed && (
          <div className="pointed">
            {pointed.rules.map((id) => (
              <RuleChip key={id} id={id} full />
            ))}
          </div>
        )}
        {(counting.coverage || walk) && (
          <details className="in-words">
            <summary>{words.panels.why.words}</summary>
            {counting.coverage ? (
              <CountedList decision={decision} coverage={counting.coverage} />
            ) : (
              <ol className="walk">
                {walk &&
                  explain(decision, walk, { ...texts, ...answers }).map((it) => (
                    <li key={it.node} className={it.assumed ? 'assumed' : ''}>
                      {it.sentence} {it.answer !== null && <b>{it.says}</b>}
                    </li>
                  ))}
              </ol>
            )}
          </details>
        )}
      </section>
    </Dialog>
  )
}
