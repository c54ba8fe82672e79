import { describe, expect, it } from 'vitest'
import { isEnding, type Decision } from '../../src/decision/decision'
import { ANSWERS, arrowName } from '../../src/diagram/flowchart'
import { ladder, pathOf, tipOf, type Arrow, type Box, type Ladder } from '../../src/diagram/ladder'
import { DECISIONS, decisionNamed } from '../../src/engine/decisions'

const size = { width: 150, height: 50 }

function boxesOf({ nodes }: Decision<never, string>): readonly Box[] {
  return Object.keys(nodes).map((id) => ({ id, ...size }))
}

function arrowsOf({ nodes }: Decision<never, string>): readonly Arrow[] {
  return Object.entries(nodes).flatMap(([from, node]) =>
    isEnding(node)
      ? []
      : ANSWERS.map((answer) => ({ id: arrowName(from, answer), from, to: node[answer], width: 20, height: 15 })),
  )
}

const placed = (decision: Decision<never, string>): Ladder => ladder(boxesOf(decision), arrowsOf(decision))
const y = (it: Ladder, id: string): number => it.boxes.get(id)!.y

describe.each([...DECISIONS.values()].map((it) => [it.name, it] as const))('the ladder of %s', (_, decision) => {
  const it_ = placed(decision)

  it('lets no two boxes overlap', () => {
    const all = [...it_.boxes]
    const touching = all.flatMap(([a, p], i) =>
      all
        .slice(i + 1)
        .filter(([, q]) => Math.abs(p.x - q.x) < size.width && Math.abs(p.y - q.y) < size.height)
        .map(([b]) => `${a} and ${b}`),
    )
    expect(touching).toEqual([])
  })

  it('never points upwards to a question', () => {
    const up = arrowsOf(decision).filter(({ from, to }) => !isEnding(decision.nodes[to]!) && y(it_, to) <= y(it_, from))
    expect(up).toEqual([])
  })

  it('starts and ends every arrow at the edge of its boxes', () => {
    for (const { id, from, to } of arrowsOf(decision)) {
      const { points } = it_.arrows.get(id)!
      for (const [point, box] of [
        [points[0]!, it_.boxes.get(from)!],
        [points.at(-1)!, it_.boxes.get(to)!],
      ] as const) {
        const [x, down] = [Math.abs(point.x - box.x), Math.abs(point.y - box.y)]
        expect(x <= size.width / 2 && down <= size.height / 2).toBe(true)
        expect(x === size.width / 2 || down === size.height / 2).toBe(true)
      }
    }
  })

  it('draws every arrow in straight lines', () => {
    for (const { points } of it_.arrows.values()) {
      for (const [i, { x, y: down }] of points.slice(1).entries()) {
        expect(x === points[i]!.x || down === points[i]!.y).toBe(true)
      }
    }
  })

  it('gives no two long arrows the same lane at the same height', () => {
    const long = [...it_.arrows].filter(([, { points }]) => points.length === 4 && points[1]!.x < 0)
    const shared = long.flatMap(([a, { points: p }], i) =>
      long
        .slice(i + 1)
        .filter(([, { points: q }]) => p[1]!.x === q[1]!.x && p[1]!.y < q[2]!.y && q[1]!.y < p[2]!.y)
        .map(([b]) => `${a} and ${b}`),
    )
    expect(shared).toEqual([])
  })
})

describe('a ladder', () => {
  it('puts a refusal level with the question that leads to it', () => {
    const it_ = placed(decisionNamed('checkToken'))
    expect(y(it_, 'unknown')).toBe(y(it_, 'known'))
  })

  it('stands the short branch before the long one', () => {
    const it_ = placed(decisionNamed('isGuest'))
    expect(y(it_, 'preRelease')).toBeLessThan(y(it_, 'byCall'))
  })

  it('is the same twice', () => {
    expect(placed(decisionNamed('functionAccess'))).toEqual(placed(decisionNamed('functionAccess')))
  })

  it('places a table that asks nothing', () => {
    expect([...ladder([{ id: 'only', ...size }], []).boxes]).toEqual([['only', { x: 0, y: 0 }]])
  })
})

describe('a way as a path', () => {
  it('turns corners round', () => {
    expect(
      pathOf([
        { x: 0, y: 0 },
        { x: 20, y: 0 },
        { x: 20, y: 40 },
      ]),
    ).toBe('M0,0L14,0Q20,0 20,6L20,40')
  })

  it('has its tip where it ends', () => {
    expect(
      tipOf([
        { x: 0, y: 0 },
        { x: 0, y: 40 },
      ]),
    ).toBe('M0,40L-4,32L4,32Z')
  })
})
