// @vitest-environment jsdom
import mermaid from 'mermaid'
import { describe, expect, it } from 'vitest'
import { sequence, SHOWN } from '../../src/diagram/sequence'
import type { Command } from '../../src/engine/command'
import { step, type Step } from '../../src/engine/step'
import { office } from '../../src/gallery/office'
import { worldOf } from '../../src/simulation/scenario'
import { steps as drawnByLot } from '../support/longStory'
import { words } from './walks'

function told(commands: readonly object[]): readonly Step[] {
  const steps: Step[] = []
  let world = worldOf(office, '21R3')
  for (const command of commands) {
    const next = step(world, command as Command) // what a file would hold
    steps.push(next)
    world = next.world
  }
  return steps
}

const inOrder = (text: string): readonly string[] =>
  [...text.matchAll(/participant P\d+ as (.*)/g)].map(([, it]) => it!)

describe('the sequence of a story', () => {
  it('names who took part, clients and browsers before the server', () => {
    const steps = told([
      { type: 'sendRequest', from: 'visitor', to: 'web', url: '/rest/People' },
      { type: 'connectClient', machine: 'ana' },
    ])
    expect(inOrder(sequence(steps, words))).toEqual(["Ana's Mac", "Visitor's browser", '4D Server'])
  })

  it('says what was asked and what came back', () => {
    const steps = told([
      { type: 'connectClient', machine: 'ana' },
      { type: 'runCall', machine: 'ana', in: 'executeOnServerMethod', call: 'isGuest' },
    ])
    expect(sequence(steps, words)).toMatch(/P0->>P1: isGuest\(\)\n {2}P1-->>P0: (true|false)\n/)
  })

  it('ends a refusal in a cross', () => {
    const steps = told([
      { type: 'stopWebServer', webServer: 'web' },
      { type: 'sendRequest', from: 'visitor', to: 'web', url: '/rest/People' },
    ])
    expect(sequence(steps, words)).toMatch(/P1--xP0: /)
  })

  it('lets who asks only himself say both at once', () => {
    expect(sequence(told([{ type: 'startStandalone', machine: 'solo' }]), words)).toMatch(/P0->>P0: .* → .*\n/)
  })

  it('notes a wait over everybody', () => {
    const steps = told([
      { type: 'connectClient', machine: 'ana' },
      { type: 'wait', seconds: 60 },
    ])
    expect(sequence(steps, words)).toMatch(/Note over P0,P1: .*60 s/)
  })

  it.each([SHOWN - 1, SHOWN, SHOWN + 1])('of %i steps shows the last 60 and counts the others', (count) => {
    const steps = told(Array.from({ length: count }, () => ({ type: 'connectClient', machine: 'ana' })))
    const text = sequence(steps, words, '{count} earlier steps')
    expect(text.match(/P0->>P1/g)).toHaveLength(Math.min(count, SHOWN))
    expect(text.includes('1 earlier steps')).toBe(count > SHOWN)
  })

  it.each([[[]], [[{ type: 'wait', seconds: 1 }]]])('of nobody is still a chart: %j', async (commands) => {
    await mermaid.parse(sequence(told(commands), words))
  })

  it.each([1, 2, 3, 4, 5, 6])('can be read by Mermaid whatever happened (lot %i)', async (seed) => {
    await mermaid.parse(sequence(told(drawnByLot(80, seed)), words))
  })
})
