import { useEffect, useState } from 'react'
import type { Progress } from '../evidence/work'

/** As long as the page may be kept waiting at once: well within a frame. */
const SLICE = 10

/** How far work in pieces has come: its answer, or what share of it is done. */
export interface Worked<T> {
  readonly result: T | undefined
  /** From 0 to 1. */
  readonly share: number
}

/** Does long work in pieces, so that the page stays alive meanwhile; begins anew when other work is given. */
export function useInPieces<T>(work: (() => Generator<Progress, T>) | undefined): Worked<T> {
  const [state, setState] = useState<Worked<T> & { readonly of: typeof work }>({
    result: undefined,
    share: 0,
    of: work,
  })
  useEffect(() => {
    if (!work) return
    const pieces = work()
    let timer: ReturnType<typeof setTimeout> | undefined
    let told = performance.now()
    const go = (): void => {
      const begun = performance.now()
      for (;;) {
        const next = pieces.next()
        if (next.done) {
          setState({ result: next.value, share: 1, of: work })
          return
        }
        const now = performance.now()
        if (now - begun < SLICE) continue
        if (now - told > 120) {
          told = now
          setState({ result: undefined, share: next.value.done / next.value.of, of: work })
        }
        timer = setTimeout(go)
        return
      }
    }
    // What is known already is there with the first picture of it.
    go()
    return () => clearTimeout(timer)
  }, [work])
  // The answer to other work is none.
  return state.of === work ? state : { result: undefined, share: 0 }
}
