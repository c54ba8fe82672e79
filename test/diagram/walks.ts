import { decision, isEnding, type Answer, type Decision, type Facts, type Verdict } from '../../src/decision/decision'
import { en } from '../../src/words/en'
import { reasons } from '../../src/words/en.reasons'
import type { Words } from '../../src/words/words'

export const words: Words = { ...en, ...reasons }

/** Every way through a table, whether or not any facts lead along it. */
export function walks(table: Decision<never, string>, facts: Facts = {}): readonly Verdict[] {
  const from = (name: string, turns: Verdict['turns']): readonly Verdict[] => {
    const node = table.nodes[name]!
    if (isEnding(node)) {
      const { outcome, tone } = node
      return [{ decision: table.name, turns, ending: name, outcome, tone, facts }]
    }
    if (turns.length > 64) throw new Error(`${table.name} loops`)
    const next = (answer: Answer): readonly Verdict[] => from(node[answer], [...turns, { node: name, answer }])
    return [...next('yes'), ...next('no')]
  }
  return from(table.start, [])
}

interface Ticket {
  readonly known: boolean
  readonly used: boolean
  readonly late: boolean
}

/** A table of the tests' own, which stays as it is when the engine learns something. */
export const ticket = decision<Ticket, 'in' | 'out' | 'nobody'>()({
  name: 'ticket',
  start: 'known',
  nodes: {
    known: { rules: ['A', 'B'], test: (it) => it.known, yes: 'unused', no: 'unknown' },
    unused: { rules: ['C'], test: (it) => !it.used, yes: 'inTime', no: 'used' },
    inTime: { rules: ['D'], test: (it) => !it.late, yes: 'restored', no: 'expired', assumed: ['no'] },
    restored: { rules: ['E'], outcome: 'in', tone: 'good' },
    unknown: { rules: ['A', 'F'], outcome: 'nobody', tone: 'none', assumed: true },
    used: { rules: ['C'], outcome: 'out', tone: 'bad' },
    expired: { rules: ['D'], outcome: 'out', tone: 'bad' },
  },
}) as Decision<never, string>
