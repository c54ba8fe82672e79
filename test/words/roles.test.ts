import { describe, expect, it } from 'vitest'
import { reasons } from '../../src/words/en.reasons'
import { roles } from '../../src/words/en.roles'
import { BASIS, CODES, FIXES } from '../../src/roles/finding'
import { SYNTAX_FAULTS } from '../../src/roles/document'

const texts = (words: object): readonly string[] =>
  Object.values(words).flatMap((it: unknown) => (typeof it === 'string' ? [it] : texts(it as object)))

describe('the words about a roles.json', () => {
  it('are there for every code, every fault of syntax and every fix, and for nothing else', () => {
    expect(Object.keys(roles.codes)).toEqual([...CODES])
    expect(Object.keys(roles.says)).toEqual([...CODES])
    expect(Object.keys(roles.says['RJ-001']).sort()).toEqual([...SYNTAX_FAULTS].sort())
    expect(Object.keys(roles.fixes).sort()).toEqual([...FIXES].sort())
  })

  it('rest on rules that have a sentence of their own', () => {
    const rules = Object.values(BASIS)
      .flat()
      .filter((it) => it.startsWith('PRIV-'))
    expect(rules.filter((it) => !Object.hasOwn(reasons.rules, it))).toEqual([])
  })

  it('have no empty sentence, and no sentence of more than twenty words', () => {
    expect(texts(roles).filter((it) => it === '')).toEqual([])
    const long = texts(roles).filter((it) => it.split(/[.:;] /).some((part) => part.split(/\s+/).length > 20))
    expect(long).toEqual([])
  })
})
