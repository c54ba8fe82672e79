// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../src/decision/decision'
import { arrowName, nodeClass } from '../../../src/diagram/flowchart'
import { drawingOf, repaint } from '../../../src/view/flow/repaint'
import { ticket, walks } from '../../diagram/walks'
import { drawnLike } from './drawn'

const decision = ticket
const walkTo = (ending: string): Verdict => walks(decision, { token: 'otp-1' }).find((it) => it.ending === ending)!
const drawing = () => drawingOf(drawnLike(decision, { known: 'Is {token} known to the server?' }), decision)

const marked = (picture: Element, mark: string): readonly string[] =>
  Object.keys(decision.nodes).filter((it) => picture.querySelector(`.${nodeClass(it)}`)?.classList.contains(mark))

describe('repainting a flow', () => {
  it('finds every node, and every arrow with its line, its tip and its word', () => {
    const { nodes, arrows } = drawing()
    expect([...nodes.keys()]).toEqual(Object.keys(decision.nodes))
    expect([...arrows.values()].every((parts) => parts.length === 3)).toBe(true)
  })

  it('marks the walk, and steps back from the rest', () => {
    const it_ = drawing()
    const ending = repaint(it_, walkTo('used'))
    expect(marked(it_.picture, 'taken')).toEqual(['known', 'unused', 'used'])
    expect(marked(it_.picture, 'last')).toEqual(['used'])
    expect(marked(it_.picture, 'quiet')).not.toContain('used')
    expect(ending).toBe(it_.nodes.get('used'))
    const taken = [...it_.arrows].filter(([, parts]) => parts.every((it) => it.classList.contains('taken')))
    expect(taken.map(([name]) => name)).toEqual([arrowName('known', 'yes'), arrowName('unused', 'no')])
  })

  it('leaves nothing of the walk before', () => {
    const it_ = drawing()
    repaint(it_, walkTo('restored'))
    const after = (verdict: Verdict | undefined): string => {
      repaint(it_, verdict)
      return [...it_.nodes.values(), ...[...it_.arrows.values()].flat()].map((it) => it.getAttribute('class')).join('|')
    }
    const used = after(walkTo('used'))
    const resting = after(undefined)
    expect(resting).not.toMatch(/taken|quiet|last/)
    expect(after(walkTo('used'))).toBe(used)
    expect(after(undefined)).toBe(resting)
  })

  it('draws nothing anew: every element stays the one it was', () => {
    const it_ = drawing()
    const before = new Set(it_.picture.querySelectorAll('*'))
    repaint(it_, walkTo('restored'))
    expect([...it_.picture.querySelectorAll('.node, .arrow, text')].every((it) => before.has(it))).toBe(true)
  })

  it('fills blanks with the facts of the walk, and opens them again', () => {
    const it_ = drawing()
    const said = (): string =>
      [...it_.nodes.get('known')!.querySelectorAll('tspan')].map((it) => it.textContent).join(' ')
    repaint(it_, walkTo('used'))
    expect(said()).toContain('Is otp-1 known')
    repaint(it_, undefined)
    expect(said()).toContain('Is … known')
  })

  it('keeps assumed arrows apart', () => {
    const assumed = [...drawing().arrows].filter(([, parts]) => parts[0]?.classList.contains('assumed'))
    expect(assumed.map(([name]) => name)).toEqual(['known-no', 'inTime-no'])
  })
})
