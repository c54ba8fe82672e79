/** A drawn picture to take along: all looks written into it, so that it is the same everywhere. */

export interface Taken {
  /** A whole SVG file. */
  readonly svg: string
  readonly png: (scale: number) => Promise<Blob>
}

const LOOKS = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'rx',
  'ry',
] as const

const MARGIN = 16

/** The picture as it is shown now, with its background; undefined when nothing is drawn. */
export function pictureOf(shown: Element | null): Taken | undefined {
  if (!(shown instanceof SVGSVGElement)) return undefined
  const copy = shown.cloneNode(true) as SVGSVGElement // a clone of an SVG is an SVG
  const originals = shown.querySelectorAll('*')
  for (const [i, it] of copy.querySelectorAll('*').entries()) keepLooks(originals[i], it)
  const box = (shown.getAttribute('viewBox') ?? '0 0 0 0').split(/\s+/).map(Number)
  const [x = 0, y = 0, width = 0, height = 0] = box
  const frame = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN }
  copy.setAttribute('viewBox', `${frame.x} ${frame.y} ${frame.width} ${frame.height}`)
  copy.setAttribute('width', String(frame.width))
  copy.setAttribute('height', String(frame.height))
  copy.removeAttribute('class')
  copy.prepend(ground(frame, shown.parentElement ?? shown))
  const svg = new XMLSerializer().serializeToString(copy)
  return { svg, png: (scale) => painted(svg, frame.width * scale, frame.height * scale) }
}

/** Mermaid text with looks of its own, for places that do not have our style sheet. */
export const withLooks = (text: string): string =>
  `${text}${[
    'classDef taken stroke-width:3px',
    'classDef quiet opacity:0.6',
    'classDef bad stroke-dasharray:8 4',
    'classDef assumed stroke-dasharray:2 3',
  ]
    .map((it) => `  ${it}\n`)
    .join('')}`

function keepLooks(original: Element | undefined, copy: Element): void {
  if (!original || !/^(path|rect|line|circle|polygon|text|tspan)$/.test(copy.localName)) return
  const looks = getComputedStyle(original)
  for (const look of LOOKS) {
    const value = looks.getPropertyValue(look)
    if (value !== '' && value !== 'auto') copy.setAttribute(look, plain(value))
  }
  for (const name of ['style', 'tabindex', 'role']) copy.removeAttribute(name)
}

/** A mixed colour as every program reads it: color(srgb 1 0.5 0) becomes rgb(255, 128, 0). */
const plain = (value: string): string =>
  value.replace(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)[^)]*\)/, (_, ...parts: string[]) => {
    const [red, green, blue] = parts.slice(0, 3).map((part) => Math.round(Number(part) * 255))
    return `rgb(${red}, ${green}, ${blue})`
  })

function ground(frame: Readonly<Record<string, number>>, behind: Element): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries(frame)) rect.setAttribute(name, String(value))
  rect.setAttribute('fill', getComputedStyle(behind).backgroundColor || 'white')
  return rect
}

async function painted(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width)
    canvas.height = Math.ceil(height)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) =>
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('the canvas gave no picture')))),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
