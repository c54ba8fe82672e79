import { useEffect, useState } from 'react'

export interface Progress {
  readonly done: number
  readonly total: number
}

/** Longest time the page may be busy at once, in milliseconds. */
const SLICE = 12

/**
 * Runs a piece of work that yields, a slice at a time, so that the page goes on answering. What was worked out for
 * another key is not shown; the key must say all that the work depends on.
 */
export function useWork<T>(key: string, work: () => Generator<Progress, T>): T | Progress {
  const [state, setState] = useState<{ readonly key: string; readonly now: T | Progress }>()
  useEffect(() => {
    const running = work()
    let timer: ReturnType<typeof setTimeout>
    let last: Progress = { done: 0, total: 1 }
    const slice = (): void => {
      const end = performance.now() + SLICE
      do {
        const next = running.next()
        if (next.done) return setState({ key, now: next.value })
        last = next.value
      } while (performance.now() < end)
      setState({ key, now: last })
      timer = setTimeout(slice)
    }
    timer = setTimeout(slice)
    return () => clearTimeout(timer)
    // The work is the key's.
  }, [key])
  return state?.key === key ? state.now : { done: 0, total: 1 }
}

export const isProgress = (it: object): it is Progress => 'done' in it && 'total' in it
