import type { SessionName } from './ids'
import { happen, type Run } from './rule'

/** Any request moves the end of a web session; a desktop session has none. */
export function touch(run: Run, name: SessionName): void {
  const session = run.world.sessions.get(name)
  if (!session || session.expiresAt === null) return
  const expiresAt = run.world.now + session.idleTimeout * 60
  if (expiresAt !== session.expiresAt) happen(run, { type: 'sessionTouched', session: name, expiresAt })
}
