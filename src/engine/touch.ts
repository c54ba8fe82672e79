import type { Seconds } from './clock'
import type { SessionName } from './ids'
import { reads } from './readings'
import { happen, type Run } from './rule'
import type { World } from './world'

/** When a session ends if it is used now: any request moves the end of a web session; null when nothing moves. */
export function endAfter(world: World, name: SessionName): Seconds | null {
  const session = world.sessions.get(name)
  if (!session || session.expiresAt === null || reads(world, 'Q-03', 'onlyAssigned')) return null
  const expiresAt = world.now + session.idleTimeout * 60
  return expiresAt === session.expiresAt ? null : expiresAt
}

export function touch(run: Run, name: SessionName): void {
  const expiresAt = endAfter(run.world, name)
  if (expiresAt !== null) happen(run, { type: 'sessionTouched', session: name, expiresAt })
}
