import { describe, expect, it } from 'vitest'
import { FAMILIES } from '../../../../src/search/alphabet'
import { PROMISE_NAMES, PROMISES } from '../../../../src/search/promises'
import { readAddress, writeAddress } from '../../../../src/share/address'
import { addressOf, toPromise, wantedOf } from '../../../../src/view/pages/break/wanted'
import { searching } from '../../../../src/words/en.search'

const at = (hash: string) => readAddress(hash)!

describe('the address of the page that breaks sentences', () => {
  it('means what is usual for the sentence where it says nothing', () => {
    for (const name of PROMISE_NAMES) {
      const { cast, families, depth } = PROMISES[name]
      expect(wantedOf(at(`#/break/${name}`))).toEqual({
        promise: name,
        world: 'office',
        cast,
        families,
        depth,
        parts: {},
      })
    }
  })

  it('keeps every choice', () => {
    const wanted = {
      promise: 'reads',
      world: 'own',
      cast: 'single',
      families: ['tokens', 'time'],
      depth: 7,
      parts: { who: 'visitor', what: 'Salaries & more' },
    } as const
    const hash = writeAddress(addressOf(at('#/break'), wanted))
    expect(wantedOf(at(hash))).toEqual(wanted)
    expect(wantedOf(at(writeAddress(addressOf(at('#/break'), { ...wanted, families: [] })))).families).toEqual([])
  })

  it.each([
    '#/break/nothing?depth=99&cast=crowd&world=moon&commands=fly-tokens',
    '#/break/__proto__?depth=1e9&who=',
    '#/break?depth=-1&commands=',
  ])('is taken for as much as it means: %s', (hash) => {
    const { promise, depth, cast, families } = wantedOf(at(hash))
    expect(PROMISE_NAMES).toContain(promise)
    expect([depth, cast]).toEqual([PROMISES[promise].depth, PROMISES[promise].cast])
    expect(FAMILIES).toEqual(expect.arrayContaining([...families]))
  })

  it('begins another sentence with what is usual for it, in the same world', () => {
    const here = at('#/break/reads?release=20R9&depth=7&world=own&commands=time')
    expect(writeAddress(toPromise(here, 'tokenOnce', wantedOf(here)))).toBe('#/break/tokenOnce?release=20R9&world=own')
  })
})

describe('the words of the searches', () => {
  const sentences: Readonly<Record<string, string>> = searching.break.promises

  it('say every promise, in at most twenty words, with the blanks it has', () => {
    expect(Object.keys(sentences).sort()).toEqual([...PROMISE_NAMES].sort())
    expect(Object.values(sentences).filter((it) => it.split(/\s+/).length > 20 || !it.endsWith('.'))).toEqual([])
    const blank = Object.entries(sentences).filter(([, it]) => it.includes('{'))
    expect(blank.map(([name]) => name)).toEqual(PROMISE_NAMES.filter((name) => PROMISES[name].parts))
  })
})
