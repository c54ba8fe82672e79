import { isEnding, rulesAt, type Answer, type Decision, type Verdict } from '../decision/decision'
import { fill } from '../words/fill'
import { ICON, type FlowWords } from './flowchart'

/** One station of a walk: a question with its answer, or the ending with none. */
export interface Station {
  readonly node: string
  readonly sentence: string
  readonly answer: Answer | null
  /** The answer in the reader's language, or the sign of the ending. */
  readonly says: string
  readonly rules: readonly string[]
  readonly assumed: boolean
}

/** The same walk as words, in the order it was taken, the facts written into the sentences. */
export function explain(decision: Decision<never, string>, verdict: Verdict, words: FlowWords): readonly Station[] {
  const sentence = (node: string): string =>
    fill(words.nodes[node] ?? node, verdict.facts, [words.yes, words.no] as const)
  const turns = verdict.turns.map(({ node, answer }): Station => {
    const it = decision.nodes[node]
    const assumed = it !== undefined && !isEnding(it) && (it.assumed?.includes(answer) ?? false)
    return {
      node,
      sentence: sentence(node),
      answer,
      says: words[answer],
      rules: rulesAt(decision, node, verdict.facts),
      assumed,
    }
  })
  const end = decision.nodes[verdict.ending]
  return [
    ...turns,
    {
      node: verdict.ending,
      sentence: sentence(verdict.ending),
      answer: null,
      says: ICON[verdict.tone].trim(),
      rules: rulesAt(decision, verdict.ending, verdict.facts),
      assumed: end !== undefined && isEnding(end) && end.assumed === true,
    },
  ]
}
