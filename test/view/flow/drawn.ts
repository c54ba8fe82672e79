import { isEnding, type Decision } from '../../../src/decision/decision'
import { ANSWERS, arrowName, nodeClass } from '../../../src/diagram/flowchart'

const ROWS = ['Is {token}', 'known?']

/** SVG as draw.ts hands it over: what Mermaid 12.3 wrote in a real browser, without the looks. */
export function svgLike({ nodes }: Decision<never, string>, texts: Readonly<Record<string, string>> = {}): string {
  const row = (text: string): string =>
    `<tspan class="text-outer-tspan row" x="0" y="0em" dy="1.1em"><tspan class="text-inner-tspan">${text}</tspan></tspan>`
  const arrows = Object.entries(nodes).flatMap(([name, node]) =>
    isEnding(node) ? [] : ANSWERS.map((answer) => arrowName(name, answer)),
  )
  const lines = arrows.map(
    (id) => `<path class="arrow-line" data-id="${id}" d="M0,0"/><path class="arrow-tip" data-id="${id}" d="M0,0"/>`,
  )
  const words = arrows.map(
    (id) => `<g class="edgeLabel"><g class="label" data-id="${id}"><text>&amp;#35;1</text></g></g>`,
  )
  const boxes = Object.keys(nodes).map((name) => {
    const rows = (texts[name] === undefined ? [name] : [texts[name], ...ROWS.slice(1)]).map(row).join('')
    const frame = '<rect class="basic label-container"/>'
    return `<g class="node default ${nodeClass(name)}">${frame}<g class="label"><text>${rows}</text></g></g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" id="x" class="flowchart" viewBox="-10 -8 300.4 200.5" role="graphics-document document" style="max-width: 1px"><style>#x{fill:red}</style><g>${[...lines, ...words, ...boxes].join('')}</g></svg>`
}

export function drawnLike(decision: Decision<never, string>, texts?: Readonly<Record<string, string>>): Element {
  return new DOMParser().parseFromString(svgLike(decision, texts), 'image/svg+xml').documentElement
}
