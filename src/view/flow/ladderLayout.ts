import type { LayoutLoaderDefinition } from 'mermaid'
import { ladder, pathOf, tipOf, type Ladder } from '../../diagram/ladder'

type Algorithm = Awaited<ReturnType<LayoutLoaderDefinition['loader']>>
type Drawn = Parameters<Algorithm['render']>[0]

const SVG = 'http://www.w3.org/2000/svg'

/** An ending is round: its words need more room at both ends than Mermaid leaves. */
const ROUND = 12

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
    // One after the other, in the order of the text: the same picture every time. (Mermaid's types want exact
    // optional properties on one side of its own door and not on the other; hence the two casts.)
    for (const node of drawn.nodes) {
      const group = await insertNode(boxes as never, node as never, { config: drawn.config, dir: 'TB' })
      groups.set(node.id, group.node() as Element | null)
    }
    for (const edge of drawn.edges) await insertEdgeLabel(words, edge)

    const sizes = sizesOf(drawn)
    const placed = placedBy(drawn, sizes)
    for (const [id, group] of groups) put(group, placed.boxes.get(id), sizes.get(id)?.width ?? 0)
    for (const [name, { points, word }] of placed.arrows) {
      lines.node()?.append(path('arrow-line', name, pathOf(points)), path('arrow-tip', name, tipOf(points)))
      const drawnWord = words.node()?.querySelector(`[data-id="${CSS.escape(name)}"]`)?.parentElement
      drawnWord?.setAttribute('transform', `translate(${word.x}, ${word.y})`)
    }
  },
}

type Sizes = ReadonlyMap<string, { readonly width: number; readonly height: number }>

/** Questions are as wide as the widest of them. */
function sizesOf({ nodes, edges }: Drawn): Sizes {
  const asks = new Set(edges.map(({ start }) => start))
  const widest = Math.max(0, ...nodes.filter(({ id }) => asks.has(id)).map(({ width = 0 }) => width))
  return new Map(
    nodes.map(({ id, width = 0, height = 0 }) => [id, { width: asks.has(id) ? widest : width + ROUND, height }]),
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

function put(group: Element | null, at: { readonly x: number; readonly y: number } | undefined, width: number): void {
  group?.setAttribute('transform', `translate(${at?.x ?? 0}, ${at?.y ?? 0})`)
  const frame = group?.querySelector('rect.label-container')
  frame?.setAttribute('x', String(-width / 2))
  frame?.setAttribute('width', String(width))
}

function path(kind: string, name: string, way: string): SVGPathElement {
  const drawn = document.createElementNS(SVG, 'path')
  drawn.setAttribute('class', kind)
  drawn.setAttribute('data-id', name)
  drawn.setAttribute('d', way)
  return drawn
}

export const ladderLayout: LayoutLoaderDefinition = { name: 'ladder', loader: () => Promise.resolve(algorithm) }
