import { RELEASES, spelled } from '../../../engine/releases/releases'
import type { RuleNote } from '../../../engine/releases/rules'
import { fill } from '../../../words/fill'
import type { RulebookWords } from '../../../words/words'

/** The releases a rule holds for, in words. */
export function heldText({ from, to }: RuleNote, text: RulebookWords): string {
  if (from === undefined && to === undefined) return fill(text.everywhere, { from: spelled(RELEASES[0]) })
  const blanks = { from: from && spelled(from), to: to && spelled(to) }
  if (from === to) return fill(text.only, blanks)
  return fill(from === undefined ? text.until : to === undefined ? text.since : text.fromTo, blanks)
}
