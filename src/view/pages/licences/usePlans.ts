import { useEffect, useState } from 'react'
import type { Release } from '../../../engine/releases/releases'
import type { Day } from '../../../planner/day'
import { writeDay } from '../../../planner/dayText'
import { planning, type Plan, type Progress } from '../../../planner/plan'

/** A day to be told in a release. */
export interface Wanted {
  readonly day: Day
  readonly release: Release
}

const keyOf = ({ day, release }: Wanted): string => [release, ...Object.values(writeDay(day)), day.licences].join(' ')

/** What was told is kept: turning a switch back shows it at once. */
const KEPT = 40
const known = new Map<string, Plan>()

export const planFor = (wanted: Wanted): Plan | undefined => known.get(keyOf(wanted))

/** Longest time the page may be busy at once, in milliseconds. */
const SLICE = 12

/** Tells these days one after the other, a slice at a time, so that the page goes on answering. Null when all are told. */
export function usePlans(wanted: readonly Wanted[]): Progress | null {
  const [, say] = useState<object>()
  const [progress, setProgress] = useState<Progress | null>(null)
  const next = wanted.find((it) => !known.has(keyOf(it)))
  const key = next && keyOf(next)
  useEffect(() => {
    if (next === undefined || key === undefined) return
    const telling = planning(next.day, next.release)
    let timer: ReturnType<typeof setTimeout>
    const slice = (): void => {
      const end = performance.now() + SLICE
      let last: Progress = { done: 0, total: 1 }
      do {
        const piece = telling.next()
        if (piece.done) {
          keep(key, piece.value)
          setProgress(null)
          return say({})
        }
        last = piece.value
      } while (performance.now() < end)
      setProgress(last)
      timer = setTimeout(slice)
    }
    timer = setTimeout(slice)
    return () => clearTimeout(timer)
    // The day is the key's.
  }, [key])
  return next === undefined ? null : (progress ?? { done: 0, total: 0 })
}

function keep(key: string, plan: Plan): void {
  if (known.size >= KEPT) known.delete(known.keys().next().value ?? '')
  known.set(key, plan)
}
