import { useEffect, useRef, useState, type ReactNode } from 'react'
import { draw } from './draw'
import { ScrollArea } from './ScrollArea'
import { tidy } from './tidy'
import './flow.css'

export interface SequencePictureProps {
  /** Mermaid text of a sequence diagram. */
  readonly text: string
  readonly title: string
  /** Shown until there is a picture, or when there can be none. */
  readonly fallback?: ReactNode
}

/** A story as a sequence diagram; its latest messages are in view, and the picture before stays until the next. */
export function SequencePicture({ text, title, fallback }: SequencePictureProps) {
  const place = useRef<HTMLDivElement>(null)
  const [picture, setPicture] = useState<SVGSVGElement>()

  useEffect(() => {
    let wanted = true
    draw(text).then(
      (svg) => wanted && setPicture(tidy(svg)),
      (problem: unknown) => console.error('the story could not be drawn', problem),
    )
    return () => {
      wanted = false
    }
  }, [text])

  useEffect(() => {
    const area = place.current
    if (!area || !picture) return
    area.replaceChildren(picture)
    area.scrollTop = area.scrollHeight
  }, [picture])

  return picture ? <ScrollArea ref={place} label={title} /> : fallback
}
