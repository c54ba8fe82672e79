import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Decision, Verdict } from '../../decision/decision'
import { flowchart, sentenceOf } from '../../diagram/flowchart'
import type { FlowTexts } from '../../words/words'
import { drawingOf, repaint, type Drawing } from './repaint'
import { ScrollArea } from './ScrollArea'
import { tidy } from './tidy'
import './flow.css'

export interface FlowPictureProps {
  readonly decision: Decision<never, string>
  readonly verdict: Verdict | undefined
  readonly texts: FlowTexts
  readonly yes: string
  readonly no: string
  /** What is said of a node that the walk passed, ended at, or left aside. */
  readonly states?: { readonly taken: string; readonly last: string; readonly quiet: string }
  readonly selected?: string | undefined
  readonly onNode?: ((node: string) => void) | undefined
  /** Writes something onto the drawn table, and returns what takes it away again. */
  readonly overlay?: ((drawing: Drawing) => () => void) | undefined
  /** The walk in sentences: shown until there is a picture, or when there can be none. */
  readonly fallback?: ReactNode
}

const STATES = { taken: 'passed', last: 'reached', quiet: 'not passed' }

/** One decision table as a picture, laid out once; a verdict only changes classes on it. */
export function FlowPicture(props: FlowPictureProps) {
  const { decision, verdict, texts, yes, no, states = STATES, selected, onNode, overlay, fallback } = props
  const place = useRef<HTMLDivElement>(null)
  // The reasons come a moment after the page: a picture of bare names would be drawn for nothing.
  const worded = Object.hasOwn(texts.nodes, decision.start)
  const text = worded ? flowchart(decision, { ...texts, yes, no }) : undefined
  const drawing = useDrawing(text, decision)

  useEffect(() => {
    if (drawing) place.current?.replaceChildren(drawing.picture)
  }, [drawing])

  // While the next decision is being drawn, the picture of the one before stays as it was.
  const current = drawing?.decision === decision ? drawing : undefined

  useEffect(() => {
    if (!current) return
    const ending = repaint(current, verdict?.decision === decision.name ? verdict : undefined, [yes, no])
    if (ending && place.current) bringIntoView(place.current, ending)
  }, [current, decision, verdict, yes, no])

  useEffect(() => {
    for (const [name, node] of current?.nodes ?? []) {
      const state = (['last', 'taken', 'quiet'] as const).find((it) => node.classList.contains(it))
      const words = sentenceOf(texts, name, verdict?.facts ?? {}, [yes, no])
      node.setAttribute('tabindex', '0')
      node.setAttribute('role', 'button')
      node.setAttribute('aria-label', state ? `${words} (${states[state]})` : words)
      node.setAttribute('aria-pressed', String(name === selected))
      // Lines end in a space, or the words at their ends would be read, and found, as one.
      for (const row of node.querySelectorAll('tspan.text-outer-tspan')) {
        if (!row.textContent?.endsWith(' ')) row.append(' ')
      }
    }
  }, [current, texts, states, selected, verdict])

  // After the walk and the names of the nodes, which it adds to.
  useEffect(() => (current ? overlay?.(current) : undefined), [current, overlay, texts, states, selected, verdict])

  useEffect(() => {
    if (!current || !onNode) return
    const ends = new AbortController()
    for (const [name, node] of current.nodes) {
      node.addEventListener('click', () => onNode(name), ends)
      node.addEventListener('keydown', (event) => pressed(event as KeyboardEvent, () => onNode(name)), ends)
    }
    return () => ends.abort()
  }, [current, onNode])

  return drawing ? <ScrollArea ref={place} label={texts.title} /> : fallback
}

type Drawn = Drawing & { readonly decision: Decision<never, string> }

/** The drawing of a text; the one before stays until the next is there, and answers that come too late are dropped. */
function useDrawing(text: string | undefined, decision: Decision<never, string>): Drawn | undefined {
  const [drawing, setDrawing] = useState<Drawn>()
  useEffect(() => {
    if (text === undefined) return
    let wanted = true
    // The drawing library is the heaviest part of the page: it is fetched when a flow is first shown.
    import('./draw')
      .then(({ draw }) => draw(text))
      .then(
        (svg) => wanted && setDrawing({ ...drawingOf(tidy(svg), decision), decision }),
        (problem: unknown) => {
          console.error(`${decision.name} could not be drawn`, problem)
          if (wanted) setDrawing(undefined) // another table's picture would lie
        },
      )
    return () => {
      wanted = false
    }
  }, [text, decision])
  return drawing
}

function pressed(event: KeyboardEvent, then: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  then()
}

/** Scrolls the picture, never the page, until an ending and what led to it can be seen; stays put when they can. */
function bringIntoView(area: HTMLElement, node: Element): void {
  const seen = area.getBoundingClientRect()
  const is = node.getBoundingClientRect()
  const [beside, above] = [Math.min(24, seen.width / 8), Math.min(96, seen.height / 4)]
  const past = (from: number, to: number, start: number, end: number, margin: number): number =>
    from < start + margin / 2 ? from - start - margin : to > end - margin / 2 ? to - end + margin : 0
  area.scrollBy(
    past(is.left, is.right, seen.left, seen.right, beside),
    past(is.top, is.bottom, seen.top, seen.bottom, above),
  )
}
