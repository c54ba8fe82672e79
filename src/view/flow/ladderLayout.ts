import type { LayoutLoaderDefinition } from 'mermaid'
import { ladder, pathOf, tipOf, type Ladder, type Point } from '../../diagram/ladder'
import { airOf } from './lines'

type Algorithm = Awaited<ReturnType<LayoutLoaderDefinition['loader']>>
type Drawn = Parameters<Algorithm['render']>[0]

const SVG = 'http://www.w3.org/2000/svg'

/** An ending is round: its words need more room at both ends than Mermaid leaves. */
const ROUND = 14

/** Where words break: questions are short, endings explain. Both columns and two lanes fit a panel of 440 px. */
const QUESTION = 133
const ENDING = 158

/** What words are measured in; flow.css shows them in the same, or boxes would not fit. */
export const FONT_SIZE = 13

/**
 * Our layout for Mermaid: Mermaid writes and measures boxes and words, `ladder` places them, and arrows are drawn here.
 * Line, tip and word of an arrow carry its name from the text as `data-id`.
 */
const algorithm: Algorithm = {
  async render(drawn, svg, { insertNode, insertEdgeLabel }) {
    const root = svg.select<SVGGElement>('g')
    const lines = root.append('g').attr('class', 'arrow-lines')
    const words = root.append('g').attr('class', 'arrow-words')
    const boxes = root.append('g').attr('class', 'boxes')
    const groups = new Map<string, Element | null>()
    const asks = new Set(drawn.edges.map(({ start }) => start))
    // One after the other, in the order of the text: the same picture every time. (Mermaid's types want exact
    // optional properties on one side of its own door and not on the other; hence the two casts.)
    for (const node of drawn.nodes) {
      const group = await insertNode(boxes as never, widened(node, asks.has(node.id)) as never, {
        config: drawn.config,
        dir: 'TB',
      })
      groups.set(node.id, group.node() as Element | null)
    }
    for (const edge of drawn.edges) await insertEdgeLabel(words, edge)

    const sizes = sizesOf(drawn, groups)
    const placed = placedBy(drawn, sizes)
    for (const [id, group] of groups) put(group, placed.boxes.get(id), sizes.get(id))
    for (const [name, { points, word }] of placed.arrows) {
      lines.node()?.append(path('arrow-line', name, pathOf(points)), path('arrow-tip', name, tipOf(points)))
      const drawnWord = words.node()?.querySelector(`[data-id="${CSS.escape(name)}"]`)?.parentElement
      drawnWord?.setAttribute('transform', `translate(${word.x}, ${word.y})`)
    }
  },
}

/** Mermaid keeps the measures on the node it was given: it must be the same object. */
function widened(node: Drawn['nodes'][number], asks: boolean): Drawn['nodes'][number] {
  node.wrappingWidth = asks ? QUESTION : ENDING
  return node
}

type Size = { readonly width: number; readonly height: number }
type Sizes = ReadonlyMap<string, Size>

/** Questions are as wide as the widest of them. */
function sizesOf({ nodes, edges }: Drawn, groups: ReadonlyMap<string, Element | null>): Sizes {
  const asks = new Set(edges.map(({ start }) => start))
  const widest = Math.max(0, ...nodes.filter(({ id }) => asks.has(id)).map(({ width = 0 }) => width))
  return new Map(
    nodes.map(({ id, width = 0, height = 0 }) => {
      const lines = groups.get(id)?.querySelectorAll('tspan.text-outer-tspan').length ?? 1
      return [id, { width: asks.has(id) ? widest : width + ROUND, height: height + airOf(lines) * FONT_SIZE }]
    }),
  )
}

const placedBy = ({ edges }: Drawn, sizes: Sizes): Ladder =>
  ladder(
    [...sizes].map(([id, size]) => ({ id, ...size })),
    edges.map(({ id, start = '', end = '', ...word }) => ({
      id,
      from: start,
      to: end,
      width: Number(word.width ?? 0),
      height: Number(word.height ?? 0),
    })),
  )

function put(group: Element | null, at: Point | undefined, size: Size | undefined): void {
  group?.setAttribute('transform', `translate(${at?.x ?? 0}, ${at?.y ?? 0})`)
  const frame = group?.querySelector('rect.label-container')
  for (const side of ['width', 'height'] as const) {
    frame?.setAttribute(side, String(size?.[side] ?? 0))
    frame?.setAttribute(side === 'width' ? 'x' : 'y', String(-(size?.[side] ?? 0) / 2))
  }
}

function path(kind: string, name: string, way: string): SVGPathElement {
  const drawn = document.createElementNS(SVG, 'path')
  drawn.setAttribute('class', kind)
  drawn.setAttribute('data-id', name)
  drawn.setAttribute('d', way)
  return drawn
}

export const ladderLayout: LayoutLoaderDefinition = { name: 'ladder', loader: () => Promise.resolve(algorithm) }
