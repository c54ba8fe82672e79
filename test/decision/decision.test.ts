import { describe, expect, it } from 'vitest'
import { decide, decision, restsOnAssumption, rulesAt, rulesOf, type Decision } from '../../src/decision/decision'

interface Facts {
  readonly known: boolean
  readonly left: number
}

const ticket = decision<Facts, 'opens' | 'refused'>()({
  name: 'ticket',
  start: 'known',
  nodes: {
    known: { rules: ['A', 'B'], test: (it) => it.known, yes: 'inTime', no: 'unknown' },
    inTime: { rules: ['C', 'B'], test: (it) => it.left > 0, yes: 'opens', no: 'late', assumed: ['no'] },
    opens: { rules: ['D'], outcome: 'opens', tone: 'good' },
    unknown: { rules: ['A'], outcome: 'refused', tone: 'bad', assumed: true },
    late: { rules: ['C'], outcome: 'refused', tone: 'bad' },
  },
})
const walk = (known: boolean, left: number) => decide(ticket, { known, left })

describe('walking a decision', () => {
  it('keeps every turn, where it ended and what it looked at', () => {
    expect(walk(true, 0)).toEqual({
      decision: 'ticket',
      turns: [
        { node: 'known', answer: 'yes' },
        { node: 'inTime', answer: 'no' },
      ],
      ending: 'late',
      outcome: 'refused',
      tone: 'bad',
      facts: { known: true, left: 0 },
    })
  })

  it.each([
    { left: 1, ending: 'opens' },
    { left: 0, ending: 'late' },
    { left: -1, ending: 'late' },
  ])('with $left left ends at $ending', ({ left, ending }) => {
    expect(walk(true, left).ending).toBe(ending)
  })

  it('refuses a table that loops', () => {
    const round: Decision<object, 'never'> = {
      name: 'round',
      start: 'a',
      nodes: { a: { rules: [], test: () => true, yes: 'a', no: 'a' } },
    }
    expect(() => decide(round, {})).toThrow('round: the table loops')
  })

  it('refuses a table that leads nowhere', () => {
    expect(() => decide({ name: 'gap', start: 'here', nodes: {} }, {})).toThrow('gap: no node named here')
  })
})

describe('the rules along a walk', () => {
  it('are those of the ending, then of the questions from the last to the first, each once', () => {
    expect(rulesOf(ticket, walk(true, 0))).toEqual(['C', 'B', 'A'])
    expect(rulesOf(ticket, walk(true, 1))).toEqual(['D', 'B', 'C', 'A'])
  })
})

describe('a walk', () => {
  it('rests on an assumption when its ending or one of its answers does', () => {
    expect([walk(false, 1), walk(true, 0), walk(true, 1)].map((it) => restsOnAssumption(ticket, it))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('a node that several rules share', () => {
  const shared = decision<{ readonly rule: string }, 'found'>()({
    name: 'shared',
    start: 'found',
    nodes: { found: { rules: ['A', 'B'], ruleIn: 'rule', outcome: 'found', tone: 'plain' } },
  })

  it.each([
    { rule: 'B', rules: ['B'] },
    { rule: 'C', rules: ['A', 'B'] },
  ])('rests on $rules when the facts name $rule', ({ rule, rules }) => {
    expect(rulesAt(shared, 'found', { rule })).toEqual(rules)
    expect(rulesOf(shared, decide(shared, { rule }))).toEqual(rules)
  })
})
