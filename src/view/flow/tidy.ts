import { linesOf, setLines } from './lines'

/**
 * Mermaid's string as a drawing of ours: its style sheet is left out (flow.css has the looks, so that a change of theme
 * draws nothing), characters it wrote by number are written out, and lines of words get air. Throws when it is no SVG.
 */
export function tidy(svg: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
  if (documentElement.localName !== 'svg') throw new Error('the drawing is not an SVG')
  // The check above says so; DOMParser only promises an element.
  const picture = document.importNode(documentElement, true) as Element as SVGSVGElement
  for (const unused of picture.querySelectorAll('style, filter, linearGradient')) unused.remove()
  for (const words of leaves(picture)) words.textContent = written(words.textContent ?? '')
  for (const words of picture.querySelectorAll('.node text')) setLines(words, linesOf(words))
  const [, , width = 0, height = 0] = (picture.getAttribute('viewBox') ?? '').split(/\s+/).map(Number)
  picture.setAttribute('width', String(Math.ceil(width)))
  picture.setAttribute('height', String(Math.ceil(height)))
  for (const name of ['style', 'role', 'aria-roledescription']) picture.removeAttribute(name)
  return picture
}

const leaves = (picture: Element): readonly Element[] =>
  [...picture.querySelectorAll('text, tspan')].filter(({ childElementCount }) => childElementCount === 0)

/** `label` wrote these characters by number, and Mermaid gives them back so unless a tag stands beside them. */
const written = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
