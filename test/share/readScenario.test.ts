import { describe, expect, it } from 'vitest'
import { office } from '../../src/gallery/office'
import { PROBLEM_CODES } from '../../src/share/problem'
import { readScenario } from '../../src/share/readScenario'
import { writeScenario } from '../../src/share/writeScenario'
import { reasons } from '../../src/words/en.reasons'
import { story, steps } from '../support/longStory'

const PRESETS = { office }
const read = (text: string) => readScenario(text, PRESETS)
const problemIn = (text: string) => {
  const it = read(text)
  return 'problem' in it ? it.problem : undefined
}

/** A whole file, one part of it replaced by text that may be anything. */
const file = (parts: Readonly<Record<string, string>>): string => {
  const whole = {
    format: '"session-playground/1"',
    title: '"A"',
    release: '"21"',
    world: '"office"',
    steps: '[]',
    ...parts,
  }
  return `{\n${Object.entries(whole)
    .map(([key, value]) => `  "${key}": ${value}`)
    .join(',\n')}\n}`
}
const step = (text: string) => file({ steps: `[\n    { "type": "wait", "seconds": 1 },\n    ${text}\n  ]` })
const world = (parts: object) =>
  file({ world: JSON.stringify({ machines: [], webServers: [], browsers: [], ...parts }) })
const nested = (deep: number): object =>
  deep === 0 ? { send: 'x' } : { if: { call: 'isGuest' }, then: [nested(deep - 1)] }

describe('reading a scenario', () => {
  it('accepts a release with and without its space', () => {
    expect(read(file({ release: '"20 R10"' }))).toMatchObject({ scenario: { release: '20R10' } })
    expect(read(file({ release: '"20R10"' }))).toMatchObject({ scenario: { release: '20R10' } })
  })

  it('ignores $schema', () => {
    expect(read(file({ $schema: '"../scenario.schema.json"' }))).toEqual(read(file({})))
  })

  it.each([
    ['what is no JSON', step('{ "type": }'), { code: 'syntax', line: 8, column: 15 }],
    ['an end that is missing', '{', { code: 'syntax', found: 'end of file', line: 1, column: 2 }],
    ['a key of prototypes', step('{ "__proto__": 1 }'), { code: 'forbiddenKey', line: 8, column: 7 }],
    [
      'a key that stands twice',
      step('{ "type": "wait", "type": "wait" }'),
      { code: 'repeatedKey', line: 8, column: 23 },
    ],
    ['a number beyond numbers', step('{ "type": "wait", "seconds": 1e999 }'), { code: 'syntax', line: 8, column: 34 }],
    ['another format', file({ format: '"session-playground/2"' }), { code: 'unknownFormat', line: 2, column: 13 }],
    ['a release before 18 R6', file({ release: '"18 R5"' }), { code: 'unknownRelease', found: '18 R5', line: 4 }],
    [
      'a step that is missing',
      '{ "format": "session-playground/1" }',
      { code: 'missing', found: 'title', line: 1, column: 1 },
    ],
    ['an unknown key', file({ colour: '"red"' }), { code: 'unknownKey', found: 'colour', line: 7, column: 13 }],
    ['a number for a text', file({ title: '4' }), { code: 'notText', path: 'title', line: 3, column: 12 }],
    ['a list for settings', file({ settings: '[]' }), { code: 'notObject', path: 'settings' }],
    [
      'an unknown command',
      step('{ "type": "fly" }'),
      { code: 'unknownCommand', path: 'steps.1.type', found: 'fly', line: 8, column: 15 },
    ],
    [
      'a wait backwards',
      step('{ "type": "wait", "seconds": -1 }'),
      { code: 'outOfRange', found: '-1', line: 8, column: 34 },
    ],
    [
      'an unknown place',
      step('{ "type": "runCall", "machine": "ana", "in": "bed", "call": "id" }'),
      { code: 'notAChoice', path: 'steps.1.in' },
    ],
    [
      'an unknown machine',
      step('{ "type": "connectClient", "machine": "eva" }'),
      { code: 'unknownMachine', path: 'steps.1.machine', found: 'eva', line: 8, column: 43 },
    ],
    [
      'an unknown browser',
      step('{ "type": "logOut", "from": "eva", "to": "web" }'),
      { code: 'unknownBrowser', found: 'eva' },
    ],
    [
      'an unknown web server',
      step('{ "type": "logOut", "from": "visitor", "to": "www" }'),
      { code: 'unknownWebServer', found: 'www' },
    ],
    ['an unknown world', file({ world: '"moon"' }), { code: 'unknownWorld', found: 'moon', line: 5, column: 12 }],
    ['a world named like a member of all objects', file({ world: '"constructor"' }), { code: 'unknownWorld' }],
    [
      'a web server on no machine',
      world({ webServers: [{ name: 'web', machine: 'x' }] }),
      { code: 'unknownMachine', path: 'world.webServers.0.machine' },
    ],
    [
      'a name taken twice',
      world({ browsers: [{ name: 'b' }, { name: 'b' }] }),
      { code: 'repeatedName', path: 'world.browsers.1.name' },
    ],
    [
      'two servers',
      world({
        machines: [
          { name: 'a', kind: 'server' },
          { name: 'b', kind: 'server' },
        ],
      }),
      { code: 'twoServers', found: 'b' },
    ],
    ['a name with a space', world({ browsers: [{ name: 'my browser' }] }), { code: 'notAWord' }],
    ['a label of 81 characters', world({ browsers: [{ name: 'b', label: 'x'.repeat(81) }] }), { code: 'textTooLong' }],
    [
      'code nested 13 deep',
      world({ methods: [{ name: 'm', code: [nested(12)] }] }),
      { code: 'nestedTooDeep', path: 'world.methods.0.code' },
    ],
    ['501 statements', world({ methods: [{ name: 'm', code: Array(501).fill({ send: '' }) }] }), { code: 'tooMany' }],
    [
      'a fault inside the shape that was meant',
      world({ methods: [{ name: 'm', code: [{ if: { call: 'id' }, then: [{ send: 4 }] }] }] }),
      { code: 'notText', path: 'world.methods.0.code.0.then.0.send' },
    ],
    ['a position beyond the end', file({ at: '1' }), { code: 'tooLate', path: 'at' }],
    [
      'an expectation beyond the end',
      file({ expect: '[{ "after": 1, "look": "now", "is": 0 }]' }),
      { code: 'tooLate', path: 'expect.0.after' },
    ],
    [
      'a look at nothing there is',
      file({ expect: '[{ "after": 0, "look": "weather", "is": 0 }]' }),
      { code: 'unknownLook', found: 'weather' },
    ],
    [
      'an expectation that expects nothing',
      file({ expect: '[{ "after": 0, "look": "now" }]' }),
      { code: 'noOperator' },
    ],
  ])('refuses %s, and says where', (_, text, problem) => {
    expect(problemIn(text)).toMatchObject(problem)
  })

  it('accepts code nested 12 deep and 500 statements', () => {
    expect(problemIn(world({ methods: [{ name: 'm', code: [nested(11)] }] }))).toBeUndefined()
    expect(problemIn(world({ methods: [{ name: 'm', code: Array(500).fill({ send: '' }) }] }))).toBeUndefined()
  })

  it('accepts 20,000 steps and refuses one more', () => {
    const many = (count: number) => file({ steps: JSON.stringify(Array(count).fill({ type: 'wait', seconds: 1 })) })
    expect(problemIn(many(20_000))).toBeUndefined()
    expect(problemIn(many(20_001))).toMatchObject({ code: 'tooMany', path: 'steps' })
  })

  it.each([
    { count: 999, code: undefined },
    { count: 1000, code: undefined },
    { count: 1001, code: 'tooMuchWork' },
  ])('is told $code for $count requests that may run 399 statements each', ({ count, code }) => {
    const visit = { type: 'sendRequest', from: 'visitor', to: 'web', url: '/4DACTION/m' }
    const text = file({
      world: JSON.stringify({
        machines: [{ name: 'server', kind: 'server' }],
        webServers: [{ name: 'web', machine: 'server' }],
        browsers: [{ name: 'visitor' }],
        methods: [{ name: 'm', code: Array(399).fill({ send: '' }) }],
      }),
      steps: JSON.stringify(Array(count).fill(visit)),
    })
    expect(problemIn(text)?.code).toBe(code)
  })

  it('refuses more than five million characters without reading them', () => {
    expect(problemIn(' '.repeat(5_000_001))).toMatchObject({ code: 'tooLong' })
  })

  it('never repeats more than 40 characters of what it was given', () => {
    const long = 'y'.repeat(1000)
    for (const text of [
      file({ [long]: '1' }),
      file({ world: `"${long}"` }),
      step(`{ "type": "${long}" }`),
      `{ "${long}": 1, "${long}": 2 }`,
      long,
    ]) {
      const { found, path } = problemIn(text)!
      expect(Math.max([...found].length, [...path].length)).toBeLessThanOrEqual(40)
    }
  })

  it('survives any text', () => {
    for (const text of ['', '\uFEFF', 'null', '[]', '"x"', '[[[[', '{"a":'.repeat(10_000), '[]'.repeat(9), '\ud800'])
      expect(problemIn(text)).toBeDefined()
  })
})

describe('the words for problems', () => {
  it('are there for each code, and for no other', () => {
    expect(Object.keys(reasons.problems).sort()).toEqual([...PROBLEM_CODES].sort())
  })
})

describe('writing a scenario', () => {
  const scenario = story({ steps: steps(30), at: 3, question: 'Why?', expect: [{ after: 1, look: 'now', is: 0 }] })

  it('gives a file that reads back as the same scenario', () => {
    expect(read(writeScenario(scenario))).toEqual({ scenario })
  })

  it('is the same text whatever order the keys were in', () => {
    const turned = Object.fromEntries(Object.entries(scenario).reverse()) as unknown as typeof scenario
    expect(writeScenario(turned)).toBe(writeScenario(scenario))
  })

  it('gives a step a line', () => {
    expect(writeScenario(story({ steps: steps(3) })).split('\n')).toHaveLength(12)
  })
})
