import { describe, expect, it } from 'vitest'
import { isPlace, PLACES } from '../../src/survey/ways'
import { DANGERS } from '../../src/survey/compare'
import { THEMES } from '../../src/survey/upgrade'
import { pages } from '../../src/words/en.pages'
import { reasons } from '../../src/words/en.reasons'
import { en } from '../../src/words/en'
import { PAGE_WORDS } from '../../src/words/pages'

const { where, upgrade } = pages

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts)

describe('the words of the pages', () => {
  it('name every place, once, and look for no other', () => {
    const names: Readonly<Record<string, string>> = { ...reasons.places, ...where.situations }
    expect(PLACES.filter((it) => !names[it])).toEqual([])
    const said = PLACES.map((it) => names[it])
    expect(said.filter((it, i) => said.indexOf(it) !== i)).toEqual([])
    expect([...Object.keys(where.also), ...Object.keys(where.situations)].filter((it) => !isPlace(it))).toEqual([])
  })

  it('name every theme and danger', () => {
    expect(Object.keys(upgrade.themes)).toEqual([...THEMES])
    expect(Object.keys(upgrade.dangers)).toEqual([...DANGERS])
  })

  it('are short sentences', () => {
    expect(texts(pages).filter((it) => it.split(/[.:] /).some((part) => part.split(/\s+/).length > 20))).toEqual([])
  })

  it('are there for the language of the page', async () => {
    expect(await PAGE_WORDS[en.code]?.()).toEqual(pages)
  })
})
