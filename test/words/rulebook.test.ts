import { describe, expect, it } from 'vitest'
import { RULES, type RuleNote } from '../../src/engine/releases/rules'
import { SUITE } from '../../src/evidence/suite'
import { rulebook } from '../../src/words/en.rulebook'
import { reasons } from '../../src/words/en.reasons'

const notes: readonly RuleNote[] = Object.values(RULES)
const cited = (of: 'contradictions' | 'questions') => [...new Set(notes.flatMap((it) => it[of] ?? []))].sort()

/** Every text, with where it stands. */
const texts = (of: unknown, at = ''): readonly (readonly [string, string])[] =>
  typeof of === 'string' ? [[at, of]] : Object.entries(of as object).flatMap(([key, it]) => texts(it, `${at}.${key}`))

describe('the words of the Rulebook', () => {
  it('tell every disagreement and every open question that a rule names, and no other', () => {
    expect(Object.keys(rulebook.contradictions).sort()).toEqual(cited('contradictions'))
    expect(Object.keys(rulebook.questions).sort()).toEqual(cited('questions'))
  })

  it('have a title for every story that ships, and no other', () => {
    const keys = SUITE.flatMap(({ title }) => ('key' in title ? [title.key] : []))
    expect(Object.keys(rulebook.tales).sort()).toEqual([...new Set(keys)].sort())
    const galleries = SUITE.flatMap(({ title }) => ('gallery' in title ? [title.gallery] : []))
    expect(galleries.filter((it) => !Object.hasOwn(reasons.gallery, it))).toEqual([])
    const places = SUITE.flatMap(({ title }) => ('about' in title && title.about.place ? [title.about.place] : []))
    expect(places.filter((it) => !Object.hasOwn(reasons.places, it))).toEqual([])
  })

  it('are never empty, and never speak in the short names of the references', () => {
    expect(texts(rulebook).filter(([, text]) => text.trim() === '')).toEqual([])
    const short = /\b(?:SC|CS|WS|DS|RN|AU|PRIV@|SESS@|S[0-4])\b/
    expect(texts(rulebook).filter(([, text]) => short.test(text))).toEqual([])
  })
})
