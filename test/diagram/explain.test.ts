import { describe, expect, it } from 'vitest'
import { explain } from '../../src/diagram/explain'
import { DECISIONS } from '../../src/engine/decisions'
import { flowOf } from '../../src/words/words'
import { ticket, walks, words } from './walks'

const said = {
  title: '',
  nodes: { known: 'Is {token} known?', unknown: 'Nobody knows {token}.' },
  yes: 'oui',
  no: 'non',
}

describe('explaining a verdict', () => {
  it('says every turn and then the ending, with the facts in their places', () => {
    const verdict = walks(ticket, { token: 'otp-1' }).find(({ ending }) => ending === 'unknown')!
    expect(explain(ticket, verdict, said)).toEqual([
      { node: 'known', sentence: 'Is otp-1 known?', answer: 'no', says: 'non', rules: ['A', 'B'], assumed: false },
      {
        node: 'unknown',
        sentence: 'Nobody knows otp-1.',
        answer: null,
        says: '∅',
        rules: ['A', 'F'],
        assumed: true,
      },
    ])
  })

  it('says which answer rests on an assumption', () => {
    const late = walks(ticket).find(({ ending }) => ending === 'expired')!
    expect(explain(ticket, late, said).map(({ node, assumed }) => (assumed ? node : ''))).toEqual([
      '',
      '',
      'inTime',
      '',
    ])
  })

  it('takes the same way as every walk of every table', () => {
    for (const decision of DECISIONS.values()) {
      const texts = { ...flowOf(words, decision.name), yes: 'yes', no: 'no' }
      for (const verdict of walks(decision)) {
        const way = explain(decision, verdict, texts).map(({ node, answer }) => (answer ? `${node} ${answer}` : node))
        expect(way).toEqual([...verdict.turns.map(({ node, answer }) => `${node} ${answer}`), verdict.ending])
      }
    }
  })
})
