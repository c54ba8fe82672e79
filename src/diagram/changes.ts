import { clockOf } from '../engine/clock'
import type { Json } from '../engine/json'
import type { MachineName } from '../engine/ids'
import type { Table } from '../engine/table'
import { pair, secondsLeft, serverOf, type Browser, type Session, type Token, type World } from '../engine/world'
import type { Ref } from './scene'

/** What a step made of something: how it was, and how it is now. Null where there was or is nothing. */
export interface Change {
  readonly of: Ref
  /** The machine it is told at. */
  readonly machine: MachineName | null
  readonly what: What
  /** Which of them: the key of a storage, the name of a token. */
  readonly which: string
  readonly was: Value
  readonly now: Value
}

export type What =
  | 'running'
  | 'session'
  | 'privileges'
  | 'userName'
  | 'storage'
  | 'clientStorage'
  | 'token'
  | 'licences'
  | 'page'
  | 'cookie'
  | 'scalableSessions'

/** A text, a switch, or the state of a token with the moment it was used. */
export type Value = string | boolean | { readonly state: 'fresh' | 'used' | 'expired'; readonly at: string } | null

/** What differs between the world before a step and the world after it; the seconds that merely pass do not count. */
export function changesOf(before: World, after: World): readonly Change[] {
  return [
    ...both(before.machines, after.machines, (was, now) =>
      change({ kind: 'machine', name: now.name }, now.name, 'running', '', was?.running ?? false, now.running),
    ),
    ...both(before.webServers, after.webServers, (was, now) =>
      change({ kind: 'webServer', name: now.name }, now.machine, 'running', '', was?.running ?? false, now.running),
    ),
    ...sessionChanges(before, after),
    // A token also changes by itself: it expires.
    ...after.tokens.values().flatMap((now) => tokenChange(before, after, before.tokens.get(now.name), now)),
    ...change(
      { kind: 'licences', name: 'licences' },
      serverOf(after)?.name ?? null,
      'licences',
      '',
      String(before.licences.size),
      String(after.licences.size),
    ),
    ...after.browsers.values().flatMap((it) => browserChanges(before, after, it)),
    ...change(
      { kind: 'machine', name: serverOf(after)?.name ?? '' },
      serverOf(after)?.name ?? null,
      'scalableSessions',
      '',
      before.settings.scalableSessions,
      after.settings.scalableSessions,
    ),
  ]
}

function change(
  of: Ref,
  machine: MachineName | null,
  what: What,
  which: string,
  was: Value,
  now: Value,
): readonly Change[] {
  return JSON.stringify(was) === JSON.stringify(now) ? [] : [{ of, machine, what, which, was, now }]
}

/** What is there now and was another thing before, or nothing. */
const both = <V>(
  before: Table<V>,
  after: Table<V>,
  compare: (was: V | undefined, now: V) => readonly Change[],
): readonly Change[] =>
  after.entries().flatMap(([name, now]) => {
    const was = before.get(name)
    return was === now ? [] : compare(was, now)
  })

const tokenChange = (before: World, after: World, was: Token | undefined, now: Token): readonly Change[] =>
  change(
    { kind: 'token', name: now.name },
    after.sessions.get(now.session)?.machine ?? null,
    'token',
    now.name,
    was ? stateOf(before, was) : null,
    stateOf(after, now),
  )

function stateOf(world: World, token: Token): Value {
  if (token.usedAt !== null) return { state: 'used', at: clockOf(token.usedAt) }
  return { state: secondsLeft(world, token) === 0 ? 'expired' : 'fresh', at: clockOf(token.expiresAt) }
}

function sessionChanges(before: World, after: World): readonly Change[] {
  const opened = both(before.sessions, after.sessions, (was, now) => sessionChange(was, now))
  const closed = before.sessions.values().filter(({ name }) => !after.sessions.has(name))
  return [
    ...opened,
    ...closed.flatMap(({ name, machine }) => change({ kind: 'session', name }, machine, 'session', '', true, false)),
  ]
}

function sessionChange(was: Session | undefined, now: Session): readonly Change[] {
  const of: Ref = { kind: 'session', name: now.name }
  const values = (what: What, from: Table<Json> | undefined, to: Table<Json>) =>
    to.keys().flatMap((key) => change(of, now.machine, what, key, jsonText(from?.get(key)), jsonText(to.get(key))))
  return [
    ...change(of, now.machine, 'session', '', was !== undefined, true),
    ...change(of, now.machine, 'privileges', '', was?.privileges.join(', ') || null, now.privileges.join(', ') || null),
    ...change(of, now.machine, 'userName', '', was ? was.userName : now.userName, now.userName),
    ...values('storage', was?.storage, now.storage),
    ...values('clientStorage', was?.clientStorage, now.clientStorage),
  ]
}

const jsonText = (value: Json | undefined): string | null => (value === undefined ? null : JSON.stringify(value))

function browserChanges(before: World, after: World, { name, machine, page }: Browser): readonly Change[] {
  const of: Ref = { kind: 'browser', name }
  const shown = (it: Browser['page'] | undefined) => (it ? `${it.url} (${it.status})` : null)
  const cookies = after.webServers
    .values()
    .flatMap((server) =>
      change(
        of,
        machine,
        'cookie',
        server.name,
        before.cookies.get(pair(name, server.name))?.session ?? null,
        after.cookies.get(pair(name, server.name))?.session ?? null,
      ),
    )
  return [...change(of, machine, 'page', '', shown(before.browsers.get(name)?.page), shown(page)), ...cookies]
}
