import type { Verdict } from '../decision/decision'
import type { Command } from './command'
import { decisionNamed } from './decisions'
import { step } from './step'
import type { World } from './world'

/** Rules of the stage: who is there, what is running, whether a client may come in at all. */
const STAGE: readonly string[] = ['PLAY-001', 'PLAY-002', 'PLAY-005']

/**
 * Why a command cannot be given now; null when it can. A refusal that teaches something is an answer, not a hindrance:
 * an expired token, a place that the release lacks.
 */
export function hindrance(world: World, command: Command): Verdict | null {
  const { verdicts, telling } = step(world, command)
  const verdict = verdicts[telling]
  if (verdict?.tone !== 'bad') return null
  const [first = ''] = decisionNamed(verdict.decision).nodes[verdict.ending]?.rules ?? []
  return STAGE.includes(first) ? verdict : null
}
