import { useCallback, useEffect, useRef, useState } from 'react'
import type { Job, JobName, Jobs, Report } from './jobs'

/** Where a search stands: before it, on its way, done, or without a worker that could do it. */
export type Searching<J extends JobName> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Jobs[J]['progress'] | null; readonly seconds: number }
  | { readonly state: 'done'; readonly answers: Jobs[J]['answers'] }
  | { readonly state: 'failed' }

interface Search<J extends JobName> {
  readonly searching: Searching<J>
  start(asks: Jobs[J]['asks']): void
  /** Ends it where it stands; the page is as before. */
  cancel(): void
}

/** One search at a time, in a worker of its own: the page goes on meanwhile. It ends with the part that asked for it. */
export function useSearch<J extends JobName>(name: J): Search<J> {
  const [searching, setSearching] = useState<Searching<J>>({ state: 'idle' })
  const worker = useRef<Worker | null>(null)
  const stop = useCallback(() => {
    worker.current?.terminate()
    worker.current = null
  }, [])
  useEffect(() => stop, [stop])

  const start = useCallback(
    (asks: Jobs[J]['asks']) => {
      stop()
      setSearching({ state: 'running', progress: null, seconds: 0 })
      const fail = (): void => {
        stop()
        setSearching({ state: 'failed' })
      }
      try {
        const mine = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
        const began = performance.now()
        worker.current = mine
        mine.onmessage = ({ data }: MessageEvent<Report<J>>) => {
          // A message may have been on its way when the search was ended.
          if (worker.current !== mine) return
          if ('answers' in data) {
            stop()
            setSearching({ state: 'done', answers: data.answers })
          } else {
            setSearching({ state: 'running', progress: data.progress, seconds: (performance.now() - began) / 1000 })
          }
        }
        mine.onerror = fail
        mine.postMessage({ name, asks } satisfies Job<J>)
      } catch {
        fail()
      }
    },
    [name, stop],
  )
  const cancel = useCallback(() => {
    stop()
    setSearching({ state: 'idle' })
  }, [stop])
  return { searching, start, cancel }
}
