import { useState, type FocusEvent, type KeyboardEvent } from 'react'

/** Where the arrows lead: the one before and after, or the next place. */
const STEPS: Readonly<Record<string, { readonly by: 1 | -1; readonly among: string }>> = {
  ArrowDown: { by: 1, among: '[data-stop]' },
  ArrowUp: { by: -1, among: '[data-stop]' },
  ArrowRight: { by: 1, among: '.place-head' },
  ArrowLeft: { by: -1, among: '.place-head' },
}

/** The picture is one stop of the Tab key; inside it, the arrows go from thing to thing. */
export function useRoving(reveal: (element: Element) => void) {
  const [stop, setStop] = useState<string | null>(null)
  const onFocus = ({ target }: FocusEvent<SVGSVGElement>): void => {
    setStop(target.getAttribute('data-stop'))
    // A press may not move what is under the finger.
    if (target.matches(':focus-visible')) reveal(target)
  }
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const step = STEPS[event.key]
    if (!step || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const all = [...event.currentTarget.querySelectorAll<SVGElement>('[data-stop]')]
    const here = all.indexOf(document.activeElement as SVGElement)
    const next = (step.by > 0 ? all.slice(here + 1) : all.slice(0, Math.max(0, here)).reverse()).find((it) =>
      it.matches(step.among),
    )
    next?.focus({ preventScroll: true })
  }
  return { stop, onFocus, onKeyDown }
}
