import type { MermaidConfig } from 'mermaid'
import { FONT_SIZE, ladderLayout } from './ladderLayout'

/**
 * The only file that knows Mermaid. It is fetched when the first picture is wanted, told its settings once, and asked
 * one thing at a time, because it measures words in the page. Same text, same picture: answers are kept by text.
 */

/** What words are measured in; flow.css shows them in the same, or boxes would not fit. */
const FONT = { family: 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif', size: FONT_SIZE } as const

const SETTINGS: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  // Our own; without a name here a flowchart would fetch ELK, three times the bytes and twice the time.
  layout: ladderLayout.name,
  look: 'classic',
  theme: 'base',
  themeVariables: { fontFamily: FONT.family, fontSize: `${FONT.size}px` },
  fontFamily: FONT.family,
  fontSize: FONT.size,
  // Words as SVG text: a picture with HTML inside cannot be copied to a canvas everywhere.
  htmlLabels: false,
  deterministicIds: true,
  deterministicIDSeed: 'session-playground',
  handDrawnSeed: 1,
  suppressErrorRendering: true,
  flowchart: { padding: 6, useMaxWidth: false },
  sequence: {
    useMaxWidth: false,
    mirrorActors: false,
    wrap: true,
    width: 130,
    actorMargin: 24,
    messageMargin: 30,
    boxMargin: 6,
    noteMargin: 8,
    diagramMarginX: 8,
    diagramMarginY: 8,
    height: 40,
    actorFontSize: FONT.size,
    messageFontSize: FONT.size,
    noteFontSize: FONT.size,
    actorFontFamily: FONT.family,
    messageFontFamily: FONT.family,
    noteFontFamily: FONT.family,
  },
}

type Mermaid = (typeof import('mermaid'))['default']

let loading: Promise<Mermaid> | undefined
let last: Promise<unknown> = Promise.resolve()
let drawn = 0
const pictures = new Map<string, Promise<string>>()

/** Enough for every decision in one language; what a story looked like earlier is drawn again when wanted. */
const KEPT = 64

/** Fetches Mermaid before it is needed: when a flow is about to be opened. */
export function prepareToDraw(): Promise<Mermaid> {
  loading ??= import('mermaid').then(
    ({ default: mermaid }) => {
      mermaid.registerLayoutLoaders([ladderLayout])
      mermaid.initialize(SETTINGS)
      // Flowcharts are a part of their own: asked for now, not when the first one is drawn.
      void mermaid.parse('flowchart TB\nN0')
      return mermaid
    },
    (problem: unknown) => {
      loading = undefined // a page that was offline may try again
      throw problem
    },
  )
  return loading
}

/** The SVG of a Mermaid text. Refuses text that Mermaid cannot read; the caller keeps what it showed before. */
export function draw(text: string): Promise<string> {
  const known = pictures.get(text)
  if (known) return known
  const picture = last.then(() => render(text))
  last = picture.catch(() => undefined)
  pictures.set(text, picture)
  picture.catch(() => pictures.delete(text))
  const oldest = pictures.keys().next().value
  if (pictures.size > KEPT && oldest !== undefined) pictures.delete(oldest)
  return picture
}

async function render(text: string): Promise<string> {
  const mermaid = await prepareToDraw()
  const { svg } = await mermaid.render(`picture-${++drawn}`, text)
  return svg
}
