/**
 * Mermaid's string as a drawing of ours: its style sheet is left out (flow.css has the looks, so that a change of theme
 * draws nothing), characters it wrote by number are written out, and lines of words get air. Throws when it is no SVG.
 */
export function tidy(svg: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml')
  if (documentElement.localName !== 'svg') throw new Error('the drawing is not an SVG')
  // The check above says so; DOMParser only promises an element.
  const picture = document.importNode(documentElement, true) as Element as SVGSVGElement
  for (const sheet of picture.querySelectorAll('style, filter, linearGradient')) sheet.remove()
  for (const words of picture.querySelectorAll('tspan.text-inner-tspan, text.messageText, text.noteText tspan')) {
    words.textContent = written(words.textContent ?? '')
  }
  for (const words of picture.querySelectorAll('.node text')) spread(words)
  const box = picture.getAttribute('viewBox')?.split(/\s+/).map(Number) ?? []
  picture.setAttribute('width', String(Math.ceil(box[2] ?? 0)))
  picture.setAttribute('height', String(Math.ceil(box[3] ?? 0)))
  picture.removeAttribute('style')
  picture.removeAttribute('role')
  picture.removeAttribute('aria-roledescription')
  return picture
}

/** `label` wrote these characters by number; words without any tag come back from Mermaid as they were sent. */
const written = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

const MERMAID_LINE = 1.1
const LINE = 1.22

/** Mermaid sets lines 1.1 em apart; the padding of a box leaves room for a little more. */
function spread(words: Element): void {
  const lines = [...words.querySelectorAll('tspan.text-outer-tspan')]
  const shift = ((LINE - MERMAID_LINE) * (lines.length - 1)) / 2
  for (const [i, it] of lines.entries()) it.setAttribute('y', `${(i * LINE - 0.1 - shift).toFixed(3)}em`)
}
