// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { arrowName, nodeClass } from '../../../src/diagram/flowchart'
import { coverageOf, NOTHING_COVERED } from '../../../src/evidence/coverage'
import { cover } from '../../../src/view/flow/cover'
import { drawingOf, repaint } from '../../../src/view/flow/repaint'
import { ticket, walks } from '../../diagram/walks'
import { drawnLike } from './drawn'

const decision = ticket
const all = walks(decision, { token: 'otp-1' })
const used = all.find(({ ending }) => ending === 'used')!
const restored = all.find(({ ending }) => ending === 'restored')!
const drawing = () => {
  const picture = drawnLike(decision)
  for (const node of picture.querySelectorAll('.node')) node.setAttribute('aria-label', 'a node')
  return drawingOf(picture, decision)
}
const said = (count: number): string => (count === 0 ? 'never' : `${count} times`)
const named = (picture: Element, mark: string): readonly string[] =>
  Object.keys(decision.nodes).filter((it) => picture.querySelector(`.${nodeClass(it)}`)?.classList.contains(mark))

describe('counts on a drawn table', () => {
  it('stand at every node, and mark what was never come to', () => {
    const it_ = drawing()
    cover(it_, decision, coverageOf([used, used, restored]), said)
    expect(named(it_.picture, 'never')).toEqual(
      Object.keys(decision.nodes).filter(
        (name) =>
          ![used, restored].some(({ turns, ending }) => [...turns.map(({ node }) => node), ending].includes(name)),
      ),
    )
    expect(it_.nodes.get('used')?.querySelector('.times')?.textContent).toBe('2')
    expect(it_.nodes.get('known')?.querySelector('.times')?.textContent).toBe('3')
    expect(it_.nodes.get('used')?.getAttribute('aria-label')).toBe('a node (2 times)')
  })

  it('stand at both answers of a question', () => {
    const it_ = drawing()
    cover(it_, decision, coverageOf([used, used, restored]), said)
    const times = (answer: 'yes' | 'no'): string | undefined =>
      it_.arrows
        .get(arrowName('unused', answer))
        ?.map((part) => part.querySelector('.times')?.textContent)
        .find((text) => text !== undefined && text !== null)
    expect([times('yes'), times('no')]).toEqual(['1', '2'])
    const never = it_.arrows.get(arrowName('known', 'no')) ?? []
    expect(never.every((part) => part.classList.contains('never'))).toBe(true)
    expect(never).toHaveLength(3)
  })

  it('mark everything of a table that nobody walked', () => {
    const it_ = drawing()
    cover(it_, decision, NOTHING_COVERED, said)
    expect(named(it_.picture, 'never')).toEqual(Object.keys(decision.nodes))
    expect(named(it_.picture, 'covered')).toEqual([])
  })

  it('are written short when they are large', () => {
    const it_ = drawing()
    cover(it_, decision, coverageOf(Array.from({ length: 2345 }, () => used)), said)
    expect(it_.nodes.get('used')?.querySelector('.times')?.textContent).toBe('2k')
  })

  it('leave nothing behind, and draw nothing anew', () => {
    const it_ = drawing()
    repaint(it_, undefined)
    const before = it_.picture.outerHTML
    const elements = [...it_.picture.querySelectorAll('*')]
    const undo = cover(it_, decision, coverageOf([used]), said)
    expect(elements.every((it) => it_.picture.contains(it))).toBe(true)
    expect(it_.picture.outerHTML).not.toBe(before)
    undo()
    expect(it_.picture.outerHTML.replaceAll(' class=""', '')).toBe(before.replaceAll(' class=""', ''))
  })
})
