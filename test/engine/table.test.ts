import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Table } from '../../src/engine/table'

// Two pairs of words with the same hash (FNV-1a), and words that mean something to an object.
const COLLIDING = ['costarring', 'liquid', 'declinate', 'macallums'] as const
const SPECIAL = ['__proto__', 'constructor', 'toString', '', '1', '0', '-1', '10', '2', 'é', '\u{1F600}'] as const

const word = fc.oneof(
  fc.constantFrom<string>(...COLLIDING),
  fc.constantFrom<string>(...SPECIAL),
  fc.string({ maxLength: 2 }),
)
type Change = { readonly key: string; readonly value: number | null }
const changes = fc.array(fc.record({ key: word, value: fc.option(fc.nat(3)) }), { maxLength: 120 })

const change = (table: Table<number>, { key, value }: Change) =>
  value === null ? table.remove(key) : table.set(key, value)
function changeMap(map: Map<string, number>, { key, value }: Change): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}
const many = (count: number) => Array.from({ length: count }, (_, i) => [`client-${i}`, i] as const)

describe('a table', () => {
  it('answers as a Map does after any changes, in the same order', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const map = new Map<string, number>()
        let table = Table.empty<number>()
        for (const it of all) {
          changeMap(map, it)
          table = change(table, it)
        }
        expect(table.entries()).toEqual([...map])
        expect(table.keys()).toEqual([...map.keys()])
        expect(table.values()).toEqual([...map.values()])
        expect(table.size).toBe(map.size)
        for (const { key } of all) {
          expect(table.get(key)).toBe(map.get(key))
          expect(table.has(key)).toBe(map.has(key))
        }
      }),
    )
  })

  it('leaves every earlier version as it was', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const kept: { readonly table: Table<number>; readonly entries: unknown }[] = []
        let table = Table.empty<number>()
        for (const it of all) {
          kept.push({ table, entries: JSON.stringify(table) })
          table = change(table, it)
        }
        for (const { table: old, entries } of kept) expect(JSON.stringify(old)).toBe(entries)
      }),
    )
  })

  it('tells words of the same hash apart', () => {
    const both = Table.from([
      ['costarring', 1],
      ['liquid', 2],
    ])
    expect([both.get('costarring'), both.get('liquid'), both.get('declinate')]).toEqual([1, 2, undefined])
    expect(both.set('costarring', 3).entries()).toEqual([
      ['costarring', 3],
      ['liquid', 2],
    ])
    expect(both.remove('costarring').entries()).toEqual([['liquid', 2]])
    expect(both.remove('costarring').remove('liquid').size).toBe(0)
  })

  it('keeps words in the order in which they first came, numbers and special words among them', () => {
    const words = ['b', '10', '__proto__', '2', 'a', 'constructor']
    const table = Table.from(words.map((it) => [it, it]))
    expect(table.set('10', 'again').keys()).toEqual(words)
    expect(table.remove('10').set('10', 'late').keys()).toEqual(['b', '__proto__', '2', 'a', 'constructor', '10'])
  })

  it('is the same table when nothing changes', () => {
    const table = Table.from(many(100))
    expect(table.set('client-7', 7)).toBe(table)
    expect(table.remove('nobody')).toBe(table)
    expect(Table.empty().remove('nobody')).toBe(Table.empty())
  })

  it('holds ten thousand words, and none of them after they are removed', () => {
    const entries = many(10_000)
    const table = Table.from(entries)
    expect(table.size).toBe(10_000)
    expect(entries.every(([key, value]) => table.get(key) === value)).toBe(true)
    const none = entries.reduce((it, [key]) => it.remove(key), table)
    expect([none.size, none.entries(), none.get('client-1')]).toEqual([0, [], undefined])
  })

  it('filters, finds and weighs as a list of its values does', () => {
    fc.assert(
      fc.property(changes, fc.nat(3), (all, wanted) => {
        const map = new Map<string, number>()
        let table = Table.empty<number>()
        for (const it of all) {
          changeMap(map, it)
          table = change(table, it)
        }
        const values = [...map.values()]
        const test = (value: number) => value >= wanted
        // Asked before and after the order of the words is known.
        for (let i = 0; i < 2; i++) {
          expect(table.filter(test)).toEqual(values.filter(test))
          expect(table.find(test)).toBe(values.find(test))
          expect(table.values()).toEqual(values)
        }
        expect(table.least((value) => value)).toBe(Math.min(Infinity, ...values))
      }),
    )
  })

  it('changes the value at a word where there is one', () => {
    const table = Table.from([
      ['a', 1],
      ['b', 2],
    ])
    expect(table.change('a', (value) => value + 5).entries()).toEqual([
      ['a', 6],
      ['b', 2],
    ])
    expect(table.change('c', () => 9)).toBe(table)
    expect(table.change('a', () => 1)).toBe(table)
  })

  it('is written as pairs, so that no word is special', () => {
    expect(
      JSON.stringify(
        Table.from([
          ['__proto__', 1],
          ['1', 2],
        ]),
      ),
    ).toBe('[["__proto__",1],["1",2]]')
  })
})
