import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/engine/json'
import { edited, jsonOf, placesIn, readDocument, type SyntaxName } from '../../src/roles/document'

const faultsIn = (text: string) => readDocument(text).faults
const valueIn = (text: string) => {
  const { root } = readDocument(text)
  return root && jsonOf(root)
}

/** "§" stands where the fault begins. */
const CASES: readonly (readonly [SyntaxName, string, string | null])[] = [
  ['comment', '{ §// why\n "a": 1 }', '{ \n "a": 1 }'],
  ['comment', '[1, §/* two */ 3]', '[1,  3]'],
  ['trailingComma', '{ "a": 1§, }', '{ "a": 1 }'],
  ['trailingComma', '["a"§,]', '["a"]'],
  ['extraComma', '["a",§, "b"]', '["a", "b"]'],
  ['missingComma', '["a" §"b"]', '["a", "b"]'],
  ['missingComma', '{ "a": 1 §"b": 2 }', '{ "a": 1, "b": 2 }'],
  ['missingColon', '{ "a"§ 1 }', '{ "a": 1 }'],
  ['missingValue', '{ "a":§ }', null],
  ['stray', '["a", §4. "b"]', '["a",  "b"]'],
  ['stray', '["a" §x, "b"]', '["a" , "b"]'],
  ['stray', '§; {}', ' {}'],
  ['unquotedKey', '{ §a: 1 }', '{ "a": 1 }'],
  ['singleQuotes', "{ §'a': 1 }", '{ "a": 1 }'],
  ['singleQuotes', "[§'a']", '["a"]'],
  ['badString', '["a§\tb"]', '["a\\tb"]'],
  ['badString', '["a§\\qb"]', '["a\\\\qb"]'],
  ['badNumber', '[§1e999]', null],
  ['unclosedString', '[§"a\n]', '["a"\n]'],
  ['unclosed', '§{ "a": [1]', '{ "a": [1]}'],
  ['unclosed', '{ "a": §[1 }', '{ "a": [1] }'],
  ['nothing', '§', null],
  ['afterEnd', '{} §x', '{} '],
  ['repeatedKey', '{ "a": 1, §"a": 2 }', null],
  ['forbiddenKey', '{ §"__proto__": 1 }', null],
  ['tooDeep', `${'['.repeat(65)}§[]${']'.repeat(65)}`, null],
]

describe('a document', () => {
  it.each(CASES)('has the fault %s in %j, and that one alone', (name, marked, mended) => {
    const offset = marked.indexOf('§')
    const text = marked.replace('§', '')
    const faults = faultsIn(text)
    // What a missing bracket is told by is the bracket that was opened.
    expect(faults.map((it) => [it.name, it.offset])).toEqual([[name, offset]])
    const edit = faults[0]!.edit
    expect(edit ? edited(text, edit) : null).toBe(mended)
    if (edit) expect(faultsIn(edited(text, edit))).toEqual([])
  })

  it('is read to its end whatever is wrong before', () => {
    expect(valueIn('\uFEFF{ // list\n "a": [1, 4. 2,], b: \'x\' "c": true')).toEqual({ a: [1, 2], b: 'x', c: true })
  })

  it('keeps keys that mean something to the language as keys', () => {
    const value = valueIn('{ "__proto__": { "polluted": 1 } }') as object
    expect(Object.keys(value)).toEqual(['__proto__'])
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })

  const json = fc.jsonValue({ maxDepth: 4 }).map((it) => JSON.stringify(it, null, 1))
  const SIGNS = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '4.',
    'x',
    '//',
    '/*',
    '*/',
    '\n',
    "'",
    'null',
    '1',
    '-',
    '\t',
  ]
  const damage = fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom('', ...SIGNS))
  const broken = fc
    .tuple(json, fc.array(damage, { maxLength: 4 }))
    .map(([text, wounds]) =>
      wounds.reduce((it, [at, length, text]) => edited(it, { offset: at % (it.length + 1), length, text }), text),
    )
  const noise = fc.array(fc.constantFrom(...SIGNS, '"a"', ' ', '"a":1'), { maxLength: 30 }).map((it) => it.join(''))

  it('has a fault exactly when the strict reader refuses it, and else the same value', () => {
    fc.assert(
      fc.property(fc.oneof(json, broken, noise), (text) => {
        const strict = readJson(text)
        const { faults, root } = readDocument(text)
        expect(faults.length > 0, JSON.stringify(faults)).toBe('problem' in strict)
        if ('value' in strict) expect(jsonOf(root!)).toEqual(strict.value)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is refused by both at the same depth', () => {
    for (const depth of [63, 64, 65, 66]) {
      for (const core of ['', '1', '"a"', '{}']) {
        const text = '['.repeat(depth) + core + ']'.repeat(depth)
        expect(faultsIn(text).length > 0, `${depth} ${core}`).toBe('problem' in readJson(text))
      }
    }
    expect(faultsIn('['.repeat(100_000)).length).toBeGreaterThan(0)
  })
})

describe('places', () => {
  it('are counted from one, by lines, and a byte-order mark is none of them', () => {
    const place = placesIn('\uFEFFab\r\ncd\n')
    expect([1, 2, 5, 6, 8].map(place)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
    ])
  })
})
