import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react'

export interface Viewport {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const LEAST = 0.12
const MOST = 3
/** Natural size is never passed by fitting: a big screen shows room, not giants. */
const MOST_FIT = 1.35
const LEAST_FIT = 0.72
const MARGIN = 16

const clamp = (scale: number): number => Math.min(MOST, Math.max(LEAST, scale))

/** Pan by drag and arrows, zoom by wheel, pinch and keys, fit on demand and whenever the frame or the scene changes size. */
export function usePanZoom(frame: RefObject<HTMLDivElement | null>, width: number, height: number) {
  const [view, setView] = useState<Viewport>({ x: 0, y: 0, scale: 1 })
  const own = useRef(false)
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const moved = useRef(0)

  const fit = useCallback(() => {
    const box = frame.current
    if (!box) return
    own.current = false
    const scale = Math.min(MOST_FIT, (box.clientWidth - 2 * MARGIN) / width, (box.clientHeight - 2 * MARGIN) / height)
    // Words must stay readable: what does not fit is panned to.
    const used = clamp(Math.max(LEAST_FIT, scale))
    setView({
      scale: used,
      x: Math.max(8, (box.clientWidth - width * used) / 2),
      y: Math.max(MARGIN, (box.clientHeight - height * used) / 2),
    })
  }, [frame, width, height])

  useLayoutEffect(() => {
    if (!own.current) fit()
    const box = frame.current
    if (!box) return
    const observer = new ResizeObserver(() => {
      if (!own.current) fit()
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [fit, frame])

  const zoomAt = useCallback((factor: number, cx: number, cy: number) => {
    own.current = true
    setView((it) => {
      const scale = clamp(it.scale * factor)
      const k = scale / it.scale
      return { scale, x: cx - (cx - it.x) * k, y: cy - (cy - it.y) * k }
    })
  }, [])

  const zoom = useCallback(
    (factor: number) => {
      const box = frame.current
      if (box) zoomAt(factor, box.clientWidth / 2, box.clientHeight / 2)
    },
    [frame, zoomAt],
  )

  // React listens to the wheel passively; stopping the page from scrolling needs an active listener.
  useEffect(() => {
    const box = frame.current
    if (!box) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { left, top } = box.getBoundingClientRect()
      if (event.ctrlKey || event.metaKey || !event.shiftKey)
        zoomAt(Math.exp(-event.deltaY * 0.0016), event.clientX - left, event.clientY - top)
      else setView((it) => ({ ...it, x: it.x - event.deltaY }))
    }
    box.addEventListener('wheel', onWheel, { passive: false })
    return () => box.removeEventListener('wheel', onWheel)
  }, [frame, zoomAt])

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
    moved.current = 0
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const before = pointers.current.get(event.pointerId)
    if (!before) return
    const dx = event.clientX - before.x
    const dy = event.clientY - before.y
    moved.current += Math.abs(dx) + Math.abs(dy)
    if (moved.current < 5) return
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId)
    const others = [...pointers.current].filter(([id]) => id !== event.pointerId)
    const other = others[0]?.[1]
    if (other) {
      const { left, top } = event.currentTarget.getBoundingClientRect()
      const far = Math.hypot(event.clientX - other.x, event.clientY - other.y)
      const was = Math.hypot(before.x - other.x, before.y - other.y)
      if (was > 0) zoomAt(far / was, (event.clientX + other.x) / 2 - left, (event.clientY + other.y) / 2 - top)
    } else {
      own.current = true
      setView((it) => ({ ...it, x: it.x + dx, y: it.y + dy }))
    }
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    pointers.current.delete(event.pointerId)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const pan = (dx: number, dy: number) => {
      own.current = true
      setView((it) => ({ ...it, x: it.x + dx, y: it.y + dy }))
    }
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => pan(48, 0),
      ArrowRight: () => pan(-48, 0),
      ArrowUp: () => pan(0, 48),
      ArrowDown: () => pan(0, -48),
      '+': () => zoom(1.25),
      '=': () => zoom(1.25),
      '-': () => zoom(0.8),
      '0': fit,
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

  /** Moves the picture just so far that this part of it is seen. */
  const reveal = (part: Element): void => {
    const box = frame.current
    if (!box) return
    box.scrollTo(0, 0)
    const [outer, inner] = [box.getBoundingClientRect(), part.getBoundingClientRect()]
    const by = (low: number, high: number, least: number, most: number): number =>
      low < least + MARGIN ? least + MARGIN - low : high > most - MARGIN ? most - MARGIN - high : 0
    const dx = by(inner.left, inner.right, outer.left, outer.right)
    const dy = by(inner.top, inner.bottom, outer.top, outer.bottom)
    if (dx === 0 && dy === 0) return
    own.current = true
    setView((it) => ({ ...it, x: it.x + dx, y: it.y + dy }))
  }

  /** A drag is not a click: tells the click that follows to be silent. */
  const dragged = (): boolean => moved.current >= 5

  return {
    view,
    fit,
    zoom,
    dragged,
    reveal,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp, onKeyDown },
  }
}
