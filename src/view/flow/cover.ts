import { isEnding, type Decision } from '../../decision/decision'
import { ANSWERS, arrowName } from '../../diagram/flowchart'
import type { Coverage } from '../../evidence/coverage'
import { timesAt, timesTaken } from '../../evidence/coverage'
import type { Drawing } from './repaint'

const SVG = 'http://www.w3.org/2000/svg'

/** How the counts are said: "12 times", "never taken". */
export type TimesText = (times: number) => string

/**
 * Writes onto a drawn table how often each node was come to and each answer given, by classes and small numbers, never
 * by drawing anew. What was never taken is broken and bears a 0. Returns what takes it all away again.
 */
export function cover(
  { picture, nodes, arrows }: Drawing,
  decision: Decision<never, string>,
  coverage: Coverage,
  said: TimesText,
): () => void {
  const undo: (() => void)[] = []
  const mark = (element: Element, times: number): void => {
    const name = times === 0 ? 'never' : 'covered'
    element.classList.add(name)
    undo.push(() => element.classList.remove(name))
  }
  const write = (element: Element): void => {
    undo.push(() => element.remove())
  }
  picture.classList.add('counted')
  undo.push(() => picture.classList.remove('counted'))
  for (const [name, drawn] of nodes) {
    const times = timesAt(coverage, decision.name, name)
    mark(drawn, times)
    write(badge(drawn, times))
    const before = drawn.getAttribute('aria-label')
    if (before !== null) {
      drawn.setAttribute('aria-label', `${before} (${said(times)})`)
      undo.push(() => drawn.setAttribute('aria-label', before))
    }
    const node = decision.nodes[name]
    if (!node || isEnding(node)) continue
    for (const answer of ANSWERS) {
      const taken = timesTaken(coverage, decision.name, name, answer)
      const parts = arrows.get(arrowName(name, answer)) ?? []
      const down = parts.some((it) => STRAIGHT_DOWN.test(it.getAttribute('d') ?? ''))
      for (const part of parts) {
        mark(part, taken)
        const row = part.querySelector('tspan.text-outer-tspan') ?? part.querySelector('text')
        if (row) write(counted(row, taken, down))
      }
    }
  }
  return () => undo.reverse().forEach((it) => it())
}

/** The number at the upper corner of a box. */
function badge(node: Element, times: number): Element {
  const frame = node.querySelector('.label-container')
  const at = (name: string): number => Number(frame?.getAttribute(name) ?? 0)
  const text = document.createElementNS(SVG, 'text')
  text.setAttribute('class', 'times')
  text.setAttribute('x', String(at('x') + at('width') - 6))
  text.setAttribute('y', String(at('y') + 4))
  text.setAttribute('text-anchor', 'end')
  text.setAttribute('aria-hidden', 'true')
  text.textContent = shortly(times)
  node.append(text)
  return text
}

/** A line from one box to the box below it. */
const STRAIGHT_DOWN = /^M\s*(-?[\d.]+)[\s,]+-?[\d.]+\s*L\s*\1[\s,]+-?[\d.]+\s*$/

/** The number beside the word of an arrow that leads straight down; else below it, and below the line under the word. */
function counted(row: Element, times: number, down: boolean): Element {
  const span = document.createElementNS(SVG, 'tspan')
  span.setAttribute('class', 'times')
  span.setAttribute('x', down ? '2.6em' : '0')
  span.setAttribute('dy', down ? '0' : '1.9em')
  span.textContent = shortly(times)
  row.append(span)
  return span
}

/** Large counts say little more than that they are large. */
const shortly = (times: number): string => (times < 1000 ? String(times) : `${Math.floor(times / 1000)}k`)
