import type { Verdict } from '../../decision/decision'
import { explain } from '../../diagram/explain'
import { decisionNamed } from '../../engine/decisions'
import { lookedVerdict, shownStep } from '../../store/playground'
import { flowOf, withLabels } from '../../words/words'
import { usePlayground, useWords } from '../context'
import { CountedList, CountingBar, useCounting } from '../flow/Counting'
import { FlowSection } from '../why/FlowSection'
import { CopyButtons } from './CopyButtons'
import { Dialog } from './Dialog'

/** The flow with room around it, and ways to take it along. */
export function FlowDialog() {
  const step = usePlayground(shownStep)
  const looked = usePlayground(lookedVerdict)
  const number = usePlayground(({ work }) => work.shown)
  const verdict = looked === null ? undefined : step?.verdicts[looked]
  return verdict ? <WalkDialog verdict={verdict} number={number} /> : null
}

function WalkDialog({ verdict, number }: { readonly verdict: Verdict; readonly number: number }) {
  const words = useWords()
  const decision = decisionNamed(verdict.decision)
  const counting = useCounting(decision)
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
      <CountingBar counting={counting} decision={decision} step={words.panels.coverage.step} />
      <FlowSection
        verdict={verdict}
        large
        counting={
          counting.coverage && {
            overlay: counting.overlay,
            said: <CountedList decision={decision} coverage={counting.coverage} />,
          }
        }
      />
    </Dialog>
  )
}
