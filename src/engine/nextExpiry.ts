import type { Seconds } from './clock'
import type { World } from './world'

/** Seconds to the next thing that ends by itself; null when nothing does. */
export function nextExpiry(world: World): Seconds | null {
  const tokens = world.tokens
    .filter((it) => it.usedAt === null && it.expiresAt > world.now && world.sessions.has(it.session))
    .map((it) => it.expiresAt)
  const sessions = world.sessions.values().flatMap((it) => (it.expiresAt === null ? [] : [it.expiresAt]))
  const away = world.nextAway === undefined ? [] : [world.machines.least((it) => it.away?.until ?? Infinity)]
  const first = [...tokens, ...sessions, ...away].reduce((a, b) => Math.min(a, b), Infinity)
  return Number.isFinite(first) ? Math.min(first - world.now, 315_360_000) : null
}
