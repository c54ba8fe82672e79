import { switchesOf } from '../decision/decision'
import { decisionNamed } from '../engine/decisions'
import { step } from '../engine/step'
import type { Story } from './story'

/** So many steps are looked through: a longer story has shown by then what it rests on. */
const MOST = 1_000

/** The open questions and contradictions that some answer of a story rests on. */
export function readingsIn({ start, commands }: Story): ReadonlySet<string> {
  const found = new Set<string>()
  let world = start
  for (const command of commands.slice(0, MOST)) {
    const told = step(world, command)
    world = told.world
    for (const verdict of told.verdicts)
      for (const id of switchesOf(decisionNamed(verdict.decision), verdict)) found.add(id)
  }
  return found
}
