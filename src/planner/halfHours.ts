import type { Minute } from './day'
import type { Plan } from './plan'

/** Half an hour of the day: the most of each, and how many were turned away in it. */
export interface HalfHour {
  readonly at: Minute
  readonly connections: number
  readonly web: number
  readonly held: number
  readonly sessions: number
  readonly refused: number
}

const HALF = 30

export const lastMinute = ({ from, sessions }: Plan): Minute => from + sessions.length - 1

/** The curves in half hours, for those who read tables. */
export function halfHours(plan: Plan): readonly HalfHour[] {
  const { from, connections, web, sessions, refusals } = plan
  const first = Math.floor(from / HALF)
  const last = Math.floor(lastMinute(plan) / HALF)
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * HALF
    const part = [Math.max(0, at - from), at + HALF - from] as const
    const most = (all: readonly number[]): number => Math.max(0, ...all.slice(...part))
    return {
      at,
      connections: most(connections),
      web: most(web),
      held: most(connections.map((it, minute) => it + (web[minute] ?? 0))),
      sessions: most(sessions),
      refused: refusals.filter((it) => it.at >= at && it.at < at + HALF).length,
    }
  })
}
