import { isRecord, readJson, type Json, type JsonPath } from '../json'

/**
 * roles.json, read once and turned into look-ups. Shape and faults: reference privileges, sections 2.2 and 2.5.
 * A file with a fault switches protection off; it never half-applies (PRIV-012).
 */
export const ACTIONS = ['create', 'read', 'update', 'drop', 'execute', 'promote', 'describe'] as const
export type Action = (typeof ACTIONS)[number]

export const RESOURCE_TYPES = ['datastore', 'dataclass', 'attribute', 'method', 'singleton', 'singletonMethod'] as const
export type ResourceType = (typeof RESOURCE_TYPES)[number]

/** Unknown before 20 R6, where such an entry is a fault like any unknown type (RJ-110). */
const SINGLETONS: ReadonlySet<string> = new Set(['singleton', 'singletonMethod'])

export interface Resource {
  readonly type: ResourceType
  readonly applyTo: string
}

export interface Roles {
  readonly forceLogin: boolean
  readonly restrictedByDefault: boolean
  /** Declared privileges by lower-case name, in order of declaration. */
  readonly privileges: ReadonlyMap<string, { readonly name: string; readonly includes: readonly string[] }>
  readonly roles: ReadonlyMap<string, { readonly name: string; readonly privileges: readonly string[] }>
  /** By type, action and lower-case resource, the names allowed; empty lists are left out (PRIV-017). */
  readonly lists: ReadonlyMap<ResourceType, ReadonlyMap<Action, ReadonlyMap<string, readonly string[]>>>
  /** Resources by lower-case name, as the file first writes them. */
  readonly spellings: ReadonlyMap<string, string>
}

export interface RolesProblem {
  /** RJ-001 … RJ-008 */
  readonly code: string
  /** Where in the document, as keys; empty for a syntax fault, which has line and column instead. */
  readonly path: string
  readonly found: string
  readonly line?: number
  readonly column?: number
}

export type Protection =
  | { readonly state: 'absent' }
  | { readonly state: 'faulty'; readonly problem: RolesProblem }
  | { readonly state: 'on'; readonly roles: Roles }

const ABSENT: Protection = { state: 'absent' }
const faulty = (code: string, path: string, found: unknown): Protection => ({
  state: 'faulty',
  problem: { code, path, found: found === undefined ? 'nothing' : (JSON.stringify(found) ?? '').slice(0, 40) },
})

/** Characters. The largest file anybody has, and more; what is longer is not read. */
export const LONGEST = 50_000_000

/**
 * A file is read over and over along a story, so the last few readings are kept. The text itself is the key: a longer
 * one, written for every question, would cost more than the answer.
 */
const known = { withSingletons: new Map<string, Protection>(), without: new Map<string, Protection>() }

export function protectionOf(text: string | null, singletons = true): Protection {
  if (text === null) return ABSENT
  const readings = singletons ? known.withSingletons : known.without
  const before = readings.get(text)
  if (before) return before
  const reading = readJson(text, LONGEST)
  const protection: Protection =
    'problem' in reading
      ? { state: 'faulty', problem: { ...reading.problem, code: 'RJ-001', path: '' } }
      : check(reading.value, singletons)
  if (readings.size > 15) readings.delete(readings.keys().next().value!)
  readings.set(text, protection)
  return protection
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((it) => typeof it === 'string')

const low = (name: string): string => name.toLowerCase()

/** Something of the file that switches protection off, and where. */
export interface Fault {
  readonly code: 'RJ-002' | 'RJ-003' | 'RJ-004' | 'RJ-005' | 'RJ-006' | 'RJ-007' | 'RJ-008'
  readonly at: JsonPath
  readonly found: unknown
}

const spelledPath = (at: JsonPath): string =>
  at.map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? key : `.${key}`)).join('')

/** Does this list of names stand where one may? It may be absent. */
const wrongList = (value: unknown): boolean => value !== undefined && !isTexts(value)

/** Every fault of a readable file, in the order in which they are looked for; none, and the file is in force. */
export function* faultsOf(file: Json, singletons = true): Generator<Fault, void> {
  const fault = (code: Fault['code'], at: JsonPath, found: unknown): Fault => ({ code, at, found })
  if (!isRecord(file)) return yield fault('RJ-002', [], file)
  const { privileges, permissions, roles = [] } = file
  if (!Array.isArray(privileges)) yield fault('RJ-003', ['privileges'], privileges)
  if (!isRecord(permissions)) yield fault('RJ-004', ['permissions'], permissions)
  for (const flag of ['forceLogin', 'restrictedByDefault']) {
    if (file[flag] !== undefined && typeof file[flag] !== 'boolean') yield fault('RJ-008', [flag], file[flag])
  }
  for (const [i, entry] of entriesOf(privileges)) {
    const at = ['privileges', i]
    if (!isRecord(entry) || typeof entry.privilege !== 'string') yield fault('RJ-003', at, entry)
    else if (wrongList(entry.includes)) yield fault('RJ-007', [...at, 'includes'], entry.includes)
  }
  if (!Array.isArray(roles)) yield fault('RJ-003', ['roles'], roles)
  for (const [i, entry] of entriesOf(roles)) {
    const at = ['roles', i]
    if (!isRecord(entry) || typeof entry.role !== 'string') yield fault('RJ-003', at, entry)
    else if (wrongList(entry.privileges)) yield fault('RJ-007', [...at, 'privileges'], entry.privileges)
  }
  if (!isRecord(permissions)) return
  const { allowed = [] } = permissions
  if (!Array.isArray(allowed)) yield fault('RJ-004', ['permissions', 'allowed'], allowed)
  for (const [i, entry] of entriesOf(allowed)) {
    const at = ['permissions', 'allowed', i]
    if (!isRecord(entry)) {
      yield fault('RJ-005', at, entry)
      continue
    }
    const { applyTo, type } = entry
    if (typeof applyTo !== 'string' || typeof type !== 'string') yield fault('RJ-005', at, entry)
    else if (!isResourceType(type) || (!singletons && SINGLETONS.has(type)))
      yield fault('RJ-006', [...at, 'type'], type)
    for (const action of ACTIONS) {
      if (wrongList(entry[action])) yield fault('RJ-007', [...at, action], entry[action])
    }
  }
}

const entriesOf = (value: unknown): Iterable<[number, unknown]> =>
  Array.isArray(value) ? (value as readonly unknown[]).entries() : []

const isResourceType = (type: string): type is ResourceType => RESOURCE_TYPES.some((it) => it === type)

/** The shape of a file that has no fault. */
interface Sound {
  readonly privileges: readonly { readonly privilege: string; readonly includes?: readonly string[] }[]
  readonly roles?: readonly { readonly role: string; readonly privileges?: readonly string[] }[]
  readonly permissions: {
    readonly allowed?: readonly ({ readonly applyTo: string; readonly type: ResourceType } & {
      readonly [A in Action]?: readonly string[]
    })[]
  }
  readonly forceLogin?: boolean
  readonly restrictedByDefault?: boolean
}

/** A document of roles.json, read already: in force, or faulty by the first of its faults. */
export function check(document: Json, singletons: boolean): Protection {
  const [fault] = faultsOf(document, singletons)
  if (fault) return faulty(fault.code, spelledPath(fault.at), fault.found)
  const file = document as unknown as Sound // just what faultsOf has made sure of
  const privileges = new Map<string, { name: string; includes: string[] }>()
  for (const { privilege: name, includes = [] } of file.privileges) {
    // A name declared twice counts once, with all it includes (RJ-104: a warning, A-04).
    const known = privileges.get(low(name))
    if (!known) privileges.set(low(name), { name, includes: [...includes] })
    else for (const it of includes) known.includes.push(it)
  }
  const roles = new Map<string, { name: string; privileges: readonly string[] }>()
  for (const { role, privileges = [] } of file.roles ?? []) roles.set(low(role), { name: role, privileges })
  const lists = new Map<ResourceType, Map<Action, Map<string, Set<string>>>>()
  const spellings = new Map<string, string>()
  for (const entry of file.permissions.allowed ?? []) {
    if (!spellings.has(low(entry.applyTo))) spellings.set(low(entry.applyTo), entry.applyTo)
    for (const action of ACTIONS) {
      const names = entry[action]
      if (names === undefined || names.length === 0) continue
      const ofAction = opened(opened(lists, entry.type), action)
      const list = ofAction.get(low(entry.applyTo)) ?? new Set()
      ofAction.set(low(entry.applyTo), list)
      for (const it of names) list.add(it)
    }
  }
  return {
    state: 'on',
    roles: {
      forceLogin: file.forceLogin === true,
      restrictedByDefault: file.restrictedByDefault === true,
      privileges,
      roles,
      spellings,
      lists: inAll(lists, (ofType) => inAll(ofType, (ofAction) => inAll(ofAction, (list) => [...list]))),
    },
  }
}

/** The inner map of this key, made when there is none. */
function opened<K, I, V>(maps: Map<K, Map<I, V>>, key: K): Map<I, V> {
  const inner = maps.get(key) ?? new Map<I, V>()
  maps.set(key, inner)
  return inner
}

const inAll = <K, V, W>(map: ReadonlyMap<K, V>, how: (value: V) => W): Map<K, W> =>
  new Map([...map].map(([key, value]) => [key, how(value)]))

const NO_ONE: readonly string[] = []

/** Who is named for this action on exactly this resource; empty when nobody is, which counts as "no list". */
export const listFor = ({ lists }: Roles, { type, applyTo }: Resource, action: Action): readonly string[] =>
  lists.get(type)?.get(action)?.get(low(applyTo)) ?? NO_ONE

/**
 * All that these privileges bring, included ones before the ones that include them (PRIV-022, PRIV-095).
 * Undeclared names bring nothing (PRIV-024); cycles stop (PRIV-026). "WebAdmin" is known without declaration.
 */
export function closure(roles: Roles | undefined, names: readonly string[]): readonly string[] {
  const found: string[] = []
  const seen = new Set<string>()
  // A stack of our own: a chain of includes may be longer than calls can nest.
  const open: { readonly name: string; readonly leave: boolean }[] = [...names]
    .reverse()
    .map((name) => ({ name, leave: false }))
  for (let next = open.pop(); next; next = open.pop()) {
    const key = low(next.name)
    const declared = roles?.privileges.get(key)
    if (next.leave) {
      found.push(declared?.name ?? 'WebAdmin')
    } else if (!seen.has(key)) {
      seen.add(key)
      if (declared || key === 'webadmin') open.push({ name: next.name, leave: true })
      for (const name of [...(declared?.includes ?? [])].reverse()) open.push({ name, leave: false })
    }
  }
  return found
}

/** Do privileges among all that these bring include each other in a circle (RJ-103)? */
export function hasCircle(roles: Roles | undefined, names: readonly string[]): boolean {
  const under = new Set<string>()
  const done = new Set<string>()
  const open = names.map((name) => ({ key: low(name), leave: false }))
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.leave) {
      under.delete(next.key)
      done.add(next.key)
    } else if (under.has(next.key)) {
      return true
    } else if (!done.has(next.key)) {
      under.add(next.key)
      open.push({ key: next.key, leave: true })
      for (const name of roles?.privileges.get(next.key)?.includes ?? []) open.push({ key: low(name), leave: false })
    }
  }
  return false
}

/** Declared in the file: WebAdmin is reserved, not declared. */
export const isDeclared = (roles: Roles | undefined, name: string): boolean => roles?.privileges.has(low(name)) ?? false

export const holds = (privileges: readonly string[], name: string): boolean =>
  privileges.some((it) => it === name || low(it) === low(name))

/** The first of the named privileges that is held; undefined when none is. */
export const heldOf = (privileges: readonly string[], named: readonly string[]): string | undefined =>
  named.find((name) => holds(privileges, name))
