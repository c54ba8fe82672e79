// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { cut, linesOf, setLines, wrapped } from '../../../src/view/flow/lines'
import { tidy } from '../../../src/view/flow/tidy'
import { ticket } from '../../diagram/walks'
import { svgLike } from './drawn'

const decision = ticket

describe('tidying a drawing', () => {
  it('leaves the looks to our style sheet', () => {
    expect(tidy(svgLike(decision)).querySelector('style')).toBeNull()
  })

  it('shows it at its natural size', () => {
    const picture = tidy(svgLike(decision))
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['301', '201'])
    expect(picture.getAttribute('style')).toBeNull()
  })

  it('writes out the characters that were written by number', () => {
    expect(tidy(svgLike(decision)).querySelector('.edgeLabel text')?.textContent).toBe('#1')
    const known = tidy(svgLike(decision, { known: 'Is &amp;#34;x&amp;#34; &amp;#38;#1;' })).querySelector(
      '.n-known text',
    )
    expect(known?.textContent).toContain('Is "x" &#1;')
  })

  it('refuses what is no SVG', () => {
    expect(() => tidy('<p>no</p>')).toThrow()
    expect(() => tidy('<svg')).toThrow()
  })
})

describe('the lines of a box', () => {
  const text = (): Element => tidy(svgLike(decision, { known: 'first' })).querySelector('.n-known text')!
  const heights = (it: Element): readonly number[] =>
    [...it.querySelectorAll('tspan')].map((row) => Number.parseFloat(row.getAttribute('y') ?? ''))

  it('are set evenly around the middle that Mermaid measured', () => {
    const [first = 0, second = 0] = heights(text())
    expect(second - first).toBeCloseTo(1.22)
    expect((first + second) / 2).toBeCloseTo((-0.1 + 1.0) / 2)
  })

  it('stay in the middle when there are fewer than before', () => {
    const it_ = text()
    setLines(it_, ['only'])
    expect(linesOf(it_)).toEqual(['only', ''])
    expect(heights(it_)[0]).toBeCloseTo((-0.1 + 1.0) / 2)
  })

  it('break between words', () => {
    expect(wrapped('Session returns the session of Ana', 12)).toEqual(['Session', 'returns the', 'session of', 'Ana'])
  })

  it('cut a word that no line could hold', () => {
    expect(wrapped('a 49A012E1D2E258669B97 b', 8)).toEqual(['a', '49A012E1…', 'b'])
  })

  it('end in an ellipsis where there is no more room', () => {
    expect(cut(['one', 'two', 'three'], 3)).toEqual(['one', 'two', 'three'])
    expect(cut(['one', 'twofold', 'three'], 2)).toEqual(['one', 'twofo…'])
  })
})
