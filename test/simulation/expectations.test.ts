import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/engine/command'
import type { Json } from '../../src/engine/json'
import { office } from '../../src/gallery/office'
import { checkExpectations, lookInto, same } from '../../src/simulation/expectations'
import type { Expectation } from '../../src/simulation/scenario'
import { worldOf } from '../../src/simulation/scenario'
import { tell } from '../../src/simulation/story'

const STEPS = [
  { type: 'connectClient', machine: 'ana' },
  { type: 'runCall', machine: 'ana', in: 'onServerOpenConnection', call: 'setPrivileges', with: ['basic'] },
  { type: 'runCall', machine: 'ana', in: 'onServerOpenConnection', call: 'createOTP' },
  { type: 'sendRequest', from: 'ana-area', to: 'web', url: '/$lib/renderer/?w=People', token: 'otp-1' },
  { type: 'sendRequest', from: 'ana-area', to: 'web', url: '/rest/Salaries' },
]
// Names in a test are plain words; the engine is told them as a file would.
const story = tell(worldOf(office, '21'), STEPS as unknown as readonly Command[])
const failures = (...expectations: readonly Expectation[]) => checkExpectations(story, expectations)

describe('an expectation about a moment', () => {
  it.each<Expectation>([
    { after: 0, look: 'licences.used', is: 0 },
    { after: 0, look: 'step', is: null },
    { after: 1, look: 'licences.used', is: 1 },
    { after: 1, look: 'step.outcome', is: 'connected' },
    { after: 2, look: 'sessions.remote-ana.privileges', is: ['basic'] },
    { after: 2, look: 'step.answers.-1.value', is: true },
    { after: 3, look: 'tokens.otp-1.used', is: false },
    { after: 3, look: 'tokens.otp-1.secondsLeft', is: 10 },
    { after: 4, look: 'tokens.otp-1.used', is: true },
    { after: 4, look: 'browsers.ana-area.session', is: 'remote-ana' },
    { after: 4, look: 'licences.holders.length', is: 1 },
    { after: 5, look: 'step.reply.status', is: 401 },
    { after: 5, look: 'step.rules', has: 'PRIV-052' },
    { after: 5, look: 'step.verdicts.-1.outcome', is: 'denied' },
    { after: 5, look: 'sessions', has: 'remote-ana' },
    { after: 5, look: 'cookies.ana-area@web.session', is: 'remote-ana' },
    { after: 5, look: 'processes.ana.twin.session', is: 'remote-ana' },
    { after: 5, look: 'sessions.remote-bruno', is: null },
  ])('holds: after $after, $look', (it) => {
    expect(failures(it)).toEqual([])
  })

  it('that fails tells what was expected and what was found', () => {
    expect(
      failures(
        { after: 1, look: 'licences.used', is: 1 },
        { after: 4, look: 'browsers.ana-area.session', isNot: 'remote-ana', says: 'a session of its own' },
      ),
    ).toEqual([
      {
        number: 2,
        after: 4,
        look: 'browsers.ana-area.session',
        expected: { isNot: 'remote-ana' },
        found: 'remote-ana',
        says: 'a session of its own',
      },
    ])
  })

  it('fails once for each of its operators', () => {
    expect(failures({ after: 1, look: 'licences.used', is: 2, has: 1 })).toHaveLength(2)
  })
})

describe('looking into a document', () => {
  const document: Json = { a: { 'b.c': [1, 2, { d: 'deep' }], b: { e: 4 } }, list: [] }

  it.each<[string, Json]>([
    ['a.b.e', 4],
    ['a.b.c.0', 1],
    ['a.b.c.-1.d', 'deep'],
    ['a.b.c.length', 3],
    ['a.b.c.3', null],
    ['a.b.c.x', null],
    ['a.toString', null],
    ['a.b.e.f', null],
    ['list.0', null],
    ['', null],
  ])('%s finds %j', (look, found) => {
    expect(lookInto(document, look)).toEqual(found)
  })
})

describe('equality', () => {
  it('does not mind the order of keys, but that of items', () => {
    expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true)
    expect(same([1, 2], [2, 1])).toBe(false)
  })

  it.each<[Json, Json]>([
    [null, {}],
    [[], {}],
    [{}, []],
    [1, '1'],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: null }, {}],
  ])('tells %j from %j', (a, b) => {
    expect(same(a, b)).toBe(false)
  })
})
