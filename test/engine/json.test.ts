import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAt, readJson } from '../../src/engine/json'

const problem = (text: string) => {
  const it = readJson(text)
  return 'problem' in it ? it.problem : undefined
}

describe('reading JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), (text) => {
        fc.pre(!/"(__proto__|constructor|prototype)"\s*:/.test(text))
        expect(readJson(text)).toEqual({ value: JSON.parse(text) })
      }),
    )
  })

  it.each([
    ['', { code: 'syntax', line: 1, column: 1 }],
    ['[1,\n 2,]', { code: 'syntax', line: 2, column: 4 }],
    ['{"a": 01}', { code: 'syntax', line: 1, column: 8 }],
    ['-', { code: 'syntax', line: 1, column: 1 }],
    ['[1e999]', { code: 'syntax', line: 1, column: 2 }],
    ['{"a":1,\n"a":2}', { code: 'repeatedKey', found: '"a":2}', line: 2, column: 1 }],
    ['{"__proto__":1}', { code: 'forbiddenKey', line: 1, column: 2 }],
    ['[] []', { code: 'syntax', line: 1, column: 4 }],
  ])('tells where %j goes wrong', (text, at) => {
    expect(problem(text)).toMatchObject(at)
  })

  it('goes 64 levels deep and no deeper', () => {
    const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(problem(deep(65))).toBeUndefined()
    expect(problem(deep(66))).toMatchObject({ code: 'tooDeep' })
  })
})

describe('the place of a value', () => {
  const text = '\uFEFF{\n  "steps": [\n    { "type": "wait" },\n    [1, {"a": 2}]\n  ]\n}'

  it.each([
    [[], { line: 1, column: 1 }],
    [['steps'], { line: 2, column: 12 }],
    [['steps', 0, 'type'], { line: 3, column: 15 }],
    [['steps', 1, 1, 'a'], { line: 4, column: 15 }],
  ])('%j is where it begins', (path, place) => {
    expect(placeAt(text, path)).toEqual(place)
  })

  it('is that of what should hold it, when it is missing', () => {
    expect(placeAt(text, ['steps', 0, 'seconds'])).toEqual({ line: 3, column: 5 })
  })
})
