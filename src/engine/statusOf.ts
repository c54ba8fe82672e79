import { restsOnAssumption, rulesOf, type Verdict } from '../decision/decision'
import { decisionNamed } from './decisions'
import type { Release } from './releases/releases'
import { holdsFor, noteOf, type Status } from './releases/rules'

/**
 * How sure an answer is: assumed where the walk passed something the manual does not say, contradicted where the sources
 * of its most telling rule disagree about this release, else documented.
 */
export function statusOf(verdict: Verdict, release: Release): Status {
  const decision = decisionNamed(verdict.decision)
  if (restsOnAssumption(decision, verdict)) return 'assumed'
  const note = noteOf(rulesOf(decision, verdict)[0] ?? '')
  return note && holdsFor(note, release) ? note.status : 'documented'
}
