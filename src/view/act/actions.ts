import type { Command } from '../../engine/command'
import { step } from '../../engine/step'
import type { World } from '../../engine/world'
import { sentenceOf, toldVerdict } from '../../diagram/telling'
import type { Words } from '../../words/words'

/** Something that can be done with one press, on every surface that offers it. */
export interface Action {
  readonly id: string
  readonly label: string
  readonly command: Command
  /** Why it cannot be done now; null when it can. Asked of the engine, never guessed here. */
  readonly hindrance: string | null
}

/** A refusal of the stage itself (not running, already there): nothing a reader could learn by trying. */
const isHindrance = (rules: readonly string[] | undefined): boolean => rules?.[0]?.startsWith('PLAY-') ?? false

export function action(
  world: World,
  words: Words,
  id: string,
  label: string,
  command: Command,
  rulesOfEnding: (decision: string, ending: string) => readonly string[] | undefined,
): Action {
  const verdict = toldVerdict(step(world, command))
  const refused = verdict.tone === 'bad' && isHindrance(rulesOfEnding(verdict.decision, verdict.ending))
  return { id, label, command, hindrance: refused ? sentenceOf(verdict, words) : null }
}
