import type { ProcessName, SessionName } from './ids'
import { isRecord, type Json } from './json'
import { Table } from './table'
import type { Side, World } from './world'

/** A process is between Use and End use of a shared object; others wait until it is done (SES-191). */
export interface Use {
  readonly session: SessionName
  readonly side: Side
  /** The shared object under this key; empty for Session.storage itself, whose lock is another one (SES-193). */
  readonly key: string
  readonly process: ProcessName
  readonly waiting: readonly Waiting[]
}

/** A value on its way into a storage, or into a property of a shared object there. */
export interface Write {
  readonly key: string
  readonly property?: string
  readonly value: Json
}

/** Who waits, and for what: to write a value, or to have the object for itself. */
export interface Waiting {
  readonly process: ProcessName
  readonly write: Write | null
}

const NONE: Table<Use> = Table.empty()

export const usesOf = ({ uses = NONE }: World): Table<Use> => uses

export const lockOf = (session: SessionName, side: Side, key = ''): string =>
  `${session}/${side}${key === '' ? '' : `/${key}`}`

/** The process that holds this object, when it is another one. */
export function heldByOther(world: World, lock: string, process: ProcessName): ProcessName | null {
  const holder = usesOf(world).get(lock)?.process
  return holder === undefined || holder === process ? null : holder
}

export const holds = (world: World, process: ProcessName): boolean =>
  usesOf(world).find((it) => it.process === process) !== undefined

/** What a process held is free: those who waited write in their order, and the first who wants it takes it. */
export function released(world: World, process: ProcessName): World {
  return usesOf(world)
    .entries()
    .filter(([, it]) => it.process === process)
    .reduce((now, [lock, it]) => handedOn(now, lock, it), world)
}

function handedOn(world: World, lock: string, use: Use): World {
  // A process that has ended waits for nothing any more, except that its value is written.
  const next = use.waiting.findIndex(({ process, write }) => write === null && world.processes.has(process))
  const writes = next < 0 ? use.waiting : use.waiting.slice(0, next)
  const written = writes.reduce((now, { write }) => (write ? wrote(now, use, write) : now), world)
  const taker = next < 0 ? undefined : use.waiting[next]
  const uses = taker
    ? usesOf(written).set(lock, { ...use, process: taker.process, waiting: use.waiting.slice(next + 1) })
    : usesOf(written).remove(lock)
  return { ...written, uses }
}

/** A value is in the storage of one side of a session. */
export function wrote(
  world: World,
  { session, side }: { readonly session: SessionName; readonly side: Side },
  { key, property, value }: Write,
): World {
  const into = (table: Table<Json>): Table<Json> => {
    if (property === undefined) return table.set(key, value)
    const before = table.get(key)
    return table.set(key, { ...(isRecord(before) ? before : {}), [property]: value } as Json)
  }
  return {
    ...world,
    sessions: world.sessions.change(session, (it) =>
      side === 'client' ? { ...it, clientStorage: into(it.clientStorage) } : { ...it, storage: into(it.storage) },
    ),
  }
}

/** A session has gone, and with it everything of it that was held. */
export function withoutUsesOf(world: World, session: SessionName): World {
  const gone = usesOf(world)
    .entries()
    .filter(([, it]) => it.session === session)
  return gone.length === 0 ? world : { ...world, uses: gone.reduce((all, [lock]) => all.remove(lock), usesOf(world)) }
}
