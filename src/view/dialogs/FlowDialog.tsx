import { explain } from '../../diagram/explain'
import { decisionNamed } from '../../engine/decisions'
import { lookedVerdict, shownStep } from '../../store/playground'
import { flowOf, withLabels } from '../../words/words'
import { usePlayground, useWords } from '../context'
import { FlowSection } from '../why/FlowSection'
import { CopyButtons } from './CopyButtons'
import { Dialog } from './Dialog'

/** The flow with room around it, and ways to take it along. */
export function FlowDialog() {
  const words = useWords()
  const step = usePlayground(shownStep)
  const looked = usePlayground(lookedVerdict)
  const number = usePlayground(({ work }) => work.shown)
  const verdict = looked === null ? undefined : step?.verdicts[looked]
  if (!verdict) return null
  const decision = decisionNamed(verdict.decision)
  const flow = flowOf(words, verdict.decision)
  const answers = { yes: words.panels.why.yes, no: words.panels.why.no }
  const mermaid = async (): Promise<string> => {
    const [{ flowchart }, { withLooks }] = await Promise.all([
      import('../../diagram/flowchart'),
      import('../flow/exportPicture'),
    ])
    return withLooks(flowchart(decision, { ...withLabels(flow, words), ...answers }, verdict))
  }
  const said = (): string =>
    explain(decision, verdict, { ...flow, ...answers })
      .map((it, i) => `${i + 1}. ${it.sentence}${it.answer === null ? '' : ` ${it.says}.`} (${it.rules.join(', ')})`)
      .join('\n')
  return (
    <Dialog title={flow.title} wide>
      <CopyButtons
        name={`${verdict.decision}-${number}`}
        mermaid={mermaid}
        said={said}
        drawn=".flow-large svg:not(.sign)"
      />
      <FlowSection verdict={verdict} large />
    </Dialog>
  )
}
