import { isRecord, readJson, type Json } from '../json'

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
  const reading = readJson(text)
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

function check(file: Json, singletons: boolean): Protection {
  if (!isRecord(file)) return faulty('RJ-002', '', file)
  if (!Array.isArray(file.privileges)) return faulty('RJ-003', 'privileges', file.privileges)
  if (!isRecord(file.permissions)) return faulty('RJ-004', 'permissions', file.permissions)
  for (const flag of ['forceLogin', 'restrictedByDefault']) {
    if (file[flag] !== undefined && typeof file[flag] !== 'boolean') return faulty('RJ-008', flag, file[flag])
  }
  const privileges = new Map<string, { name: string; includes: readonly string[] }>()
  for (const [i, entry] of (file.privileges as readonly unknown[]).entries()) {
    if (!isRecord(entry) || typeof entry.privilege !== 'string') return faulty('RJ-003', `privileges[${i}]`, entry)
    if (entry.includes !== undefined && !isTexts(entry.includes))
      return faulty('RJ-007', `privileges[${i}].includes`, entry.includes)
    const name = entry.privilege
    const before = privileges.get(low(name))
    // A name declared twice counts once, with all it includes (RJ-104: a warning, A-04).
    privileges.set(low(name), {
      name: before?.name ?? name,
      includes: [...(before?.includes ?? []), ...((entry.includes as string[] | undefined) ?? [])],
    })
  }
  const roles = new Map<string, { name: string; privileges: readonly string[] }>()
  const roleList = file.roles ?? []
  if (!Array.isArray(roleList)) return faulty('RJ-003', 'roles', file.roles)
  for (const [i, entry] of roleList.entries()) {
    if (!isRecord(entry) || typeof entry.role !== 'string') return faulty('RJ-003', `roles[${i}]`, entry)
    if (entry.privileges !== undefined && !isTexts(entry.privileges))
      return faulty('RJ-007', `roles[${i}].privileges`, entry.privileges)
    roles.set(low(entry.role), { name: entry.role, privileges: (entry.privileges as string[] | undefined) ?? [] })
  }
  const lists = new Map<ResourceType, Map<Action, Map<string, readonly string[]>>>()
  const allowed = file.permissions.allowed ?? []
  if (!Array.isArray(allowed)) return faulty('RJ-004', 'permissions.allowed', allowed)
  for (const [i, entry] of allowed.entries()) {
    const path = `permissions.allowed[${i}]`
    if (!isRecord(entry) || typeof entry.applyTo !== 'string' || typeof entry.type !== 'string')
      return faulty('RJ-005', path, entry)
    if (!RESOURCE_TYPES.some((type) => type === entry.type) || (!singletons && SINGLETONS.has(entry.type)))
      return faulty('RJ-006', `${path}.type`, entry.type)
    for (const action of ACTIONS) {
      const names = entry[action]
      if (names === undefined) continue
      if (!isTexts(names)) return faulty('RJ-007', `${path}.${action}`, names)
      if (names.length === 0) continue
      const ofType = opened(lists, entry.type as ResourceType)
      const ofAction = opened(ofType, action)
      const before = ofAction.get(low(entry.applyTo)) ?? []
      ofAction.set(low(entry.applyTo), [...new Set([...before, ...names])])
    }
  }
  return {
    state: 'on',
    roles: {
      forceLogin: file.forceLogin === true,
      restrictedByDefault: file.restrictedByDefault === true,
      privileges,
      roles,
      lists,
    },
  }
}

/** The inner map of this key, made when there is none. */
function opened<K, I, V>(maps: Map<K, Map<I, V>>, key: K): Map<I, V> {
  const inner = maps.get(key) ?? new Map<I, V>()
  maps.set(key, inner)
  return inner
}

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

/** Declared in the file: WebAdmin is reserved, not declared. */
export const isDeclared = (roles: Roles | undefined, name: string): boolean => roles?.privileges.has(low(name)) ?? false

export const holds = (privileges: readonly string[], name: string): boolean =>
  privileges.some((it) => it === name || low(it) === low(name))

/** The first of the named privileges that is held; undefined when none is. */
export const heldOf = (privileges: readonly string[], named: readonly string[]): string | undefined =>
  named.find((name) => holds(privileges, name))
