import { lookedVerdict, shownStep, storyOf } from '../../store/playground'
import { usePlayground, useWords } from '../context'
import { flowOf, withLabels } from '../../words/words'
import { decisionNamed } from '../../engine/decisions'
import { explain } from '../../diagram/explain'
import { Dialog } from './Dialog'
import { FlowSection } from '../why/FlowSection'
import { useCopy, saveFile } from './saving'

/** The flow with room around it, and ways to take it along. */
export function FlowDialog() {
  const words = useWords()
  const step = usePlayground(shownStep)
  const looked = usePlayground(lookedVerdict)
  const number = usePlayground(({ work }) => Math.min(work.shown, storyOf(work).commands.length))
  const copy = useCopy()
  const verdict = looked === null ? undefined : step?.verdicts[looked]
  if (!verdict) return null
  const decision = decisionNamed(verdict.decision)
  const flow = flowOf(words, verdict.decision)
  const texts = { ...flow, yes: words.ui.verdict.yes, no: words.ui.verdict.no }
  const text = words.ui.verdict
  const name = `${verdict.decision}-${number}`
  const mermaid = async (): Promise<string> => {
    const [{ flowchart }, { withLooks }] = await Promise.all([
      import('../../diagram/flowchart'),
      import('../flow/exportPicture'),
    ])
    return withLooks(flowchart(decision, { ...withLabels(flow, words), yes: texts.yes, no: texts.no }, verdict))
  }
  const picture = async () =>
    (await import('../flow/exportPicture')).pictureOf(document.querySelector('.flow-large svg'))
  return (
    <Dialog title={flow.title} wide>
      <div className="buttons">
        <button type="button" onClick={() => void mermaid().then(copy)}>
          {text.copyMermaid}
        </button>
        <button type="button" onClick={() => void picture().then((it) => it && copy(it.svg))}>
          {text.copySvg}
        </button>
        <button
          type="button"
          onClick={() => void picture().then(async (it) => it && saveFile(`${name}.png`, await it.png(2)))}
        >
          {text.savePng}
        </button>
        <button
          type="button"
          onClick={() =>
            void copy(
              explain(decision, verdict, texts)
                .map(
                  (it, i) =>
                    `${i + 1}. ${it.sentence}${it.answer === null ? '' : ` ${it.says}.`} (${it.rules.join(', ')})`,
                )
                .join('\n'),
            )
          }
        >
          {text.copyWords}
        </button>
      </div>
      <FlowSection verdict={verdict} large />
    </Dialog>
  )
}
