import { type PointerEvent, type Ref } from 'react'

/** A window onto a picture at its natural size: wheel, touch, keys and scroll bars move it, and so does dragging. */
export function ScrollArea({ label, ref }: { readonly label: string; readonly ref: Ref<HTMLDivElement> }) {
  return <div ref={ref} className="flow-picture" role="group" aria-label={label} tabIndex={0} onPointerDown={drag} />
}

/** Only a mouse drags: a finger scrolls by itself. A click that does not move stays a click. */
function drag({ currentTarget: area, pointerType, button, clientX, clientY }: PointerEvent<HTMLElement>): void {
  if (pointerType !== 'mouse' || button !== 0) return
  const { scrollLeft, scrollTop } = area
  const ends = new AbortController()
  const move = (event: globalThis.PointerEvent): void => {
    const [right, down] = [event.clientX - clientX, event.clientY - clientY]
    if (Math.hypot(right, down) > 4) area.classList.add('grabbed')
    area.scrollTo(scrollLeft - right, scrollTop - down)
  }
  const stop = (): void => {
    area.classList.remove('grabbed')
    ends.abort()
  }
  window.addEventListener('pointermove', move, ends)
  window.addEventListener('pointerup', stop, ends)
  window.addEventListener('pointercancel', stop, ends)
}
