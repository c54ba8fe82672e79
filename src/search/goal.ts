import { isEnding, type Tone, type Verdict } from '../decision/decision'
import { decisionNamed } from '../engine/decisions'
import type { Step } from '../engine/step'
import { tellingVerdict } from './telling'

/** The answer a reader would like to see otherwise: that of the whole step, or of one table on the way. */
export interface Goal {
  readonly decision: string
  readonly outcome: string
  readonly tone: Tone
  readonly whole: boolean
}

/** What to turn in a step; without a choice, the answer that tells it. */
export function goalOf(step: Step, looked: number = step.telling): Goal {
  const verdict = step.verdicts[looked] ?? tellingVerdict(step)
  const { decision, outcome, tone } = verdict
  return { decision, outcome, tone, whole: verdict === step.verdicts[step.telling] }
}

/** Who is there and what runs: an answer that only says so turns nothing worth knowing. */
const ofStage = (verdict: Verdict): boolean =>
  decisionNamed(verdict.decision).nodes[verdict.ending]?.rules[0]?.startsWith('PLAY-') ?? false

const hasGood = (decision: string): boolean =>
  Object.values(decisionNamed(decision).nodes).some((it) => isEnding(it) && it.tone === 'good')

const isOpen = ({ tone }: Verdict): boolean => tone !== 'bad' && tone !== 'none'

/**
 * The verdict that now decides, when the step comes out as wanted: a refusal is granted, a "nothing there" is something,
 * a grant is refused, a plain answer is another one. Where a table never grants, a plain answer of it is as good.
 */
export function turned({ decision, outcome, tone, whole }: Goal, step: Step): Verdict | undefined {
  const same = step.verdicts.findLast((it) => it.decision === decision)
  const now = whole ? tellingVerdict(step) : same
  if (!now) return undefined
  switch (tone) {
    case 'bad':
      return now.tone === 'good' || (isOpen(now) && now === same && !hasGood(decision)) ? now : undefined
    case 'none':
      return isOpen(now) && same?.tone !== 'none' ? now : undefined
    case 'good':
      return !isOpen(now) && !ofStage(now) ? now : undefined
    case 'plain':
    case 'aside':
      return same && same.outcome !== outcome && !ofStage(now) ? same : undefined
  }
}
