import type { Action, Resource } from '../engine/roles/rolesFile'
import type { Compiled, Holder } from './compile'

/** What an edit, or another release, changes in who may do what: the difference in meaning, not in text. */
export interface Subject {
  /** `inside`: code that this function runs for a guest, with what it is promoted to. */
  readonly kind: 'guest' | 'role' | 'privilege' | 'inside'
  readonly name: string
}
export interface Change {
  readonly resource: Resource
  readonly action: Action
  readonly gains: readonly Subject[]
  readonly loses: readonly Subject[]
  /** The deciding rule for somebody who gains or loses, before and after. */
  readonly rules: readonly [before: string, after: string]
  /** The level above changes in the same way: nothing new is said here. */
  readonly follows: boolean
}
export interface Difference {
  readonly state: Pair<Compiled['state']> | undefined
  readonly forceLogin: Pair<boolean> | undefined
  readonly restricted: Pair<boolean> | undefined
  readonly changes: readonly Change[]
  /** Somebody may do what they could not do before. */
  readonly widened: boolean
  /** Too much to compare one by one: privileges were left out, roles and guests were not. */
  readonly cut: boolean
}
type Pair<T> = readonly [before: T, after: T]

const COMPARED = ['read', 'create', 'update', 'drop', 'execute', 'describe'] as const satisfies readonly Action[]
const MOST = 30_000_000

interface Sides {
  readonly subject: Subject
  readonly before: Holder
  readonly after: Holder
}

const low = (name: string): string => name.toLowerCase()
const keyOf = ({ type, applyTo }: Resource): string => `${type} ${low(applyTo)}`

export function difference(before: Compiled, after: Compiled): Difference {
  const resources = distinct([...before.resources, ...after.resources], keyOf)
  const cells = resources.flatMap((resource) =>
    COMPARED.map((action) => {
      const sides = [before, after].map((it) => it.cell(action, resource.type, resource.applyTo)) as [number, number]
      return { resource, action, sides, same: `${before.bundleOf(sides[0])} ${after.bundleOf(sides[1])}` }
    }),
  )
  const kinds = new Set(cells.map(({ same }) => same)).size
  const all = subjectsOf(before, after)
  const cut = kinds * all.length > MOST
  const subjects = cut ? all.filter(({ subject }) => subject.kind !== 'privilege') : all

  const compared = new Map<string, Pick<Change, 'gains' | 'loses' | 'rules'>>()
  const told = new Map<string, string>()
  const changes: Omit<Change, 'follows'>[] = []
  for (const { resource, action, sides, same } of cells) {
    const found = compared.get(same) ?? compare(before, after, sides, subjects)
    compared.set(same, found)
    if (found.gains.length + found.loses.length === 0) continue
    changes.push({ resource, action, ...found })
    told.set(`${action} ${keyOf(resource)}`, namesOf(found))
  }
  const pair = <T>(a: T, b: T): Pair<T> | undefined => (a === b ? undefined : [a, b])
  return {
    state: pair(before.state, after.state),
    forceLogin: pair(before.forceLogin, after.forceLogin),
    restricted: pair(before.restricted, after.restricted),
    changes: changes.map((it) => ({ ...it, follows: follows(it, told) })),
    widened: changes.some(({ gains }) => gains.length > 0) || (before.forceLogin && !after.forceLogin),
    cut,
  }
}

function compare(before: Compiled, after: Compiled, [was, is]: readonly [number, number], subjects: readonly Sides[]) {
  const gains: Subject[] = []
  const loses: Subject[] = []
  let rules: Change['rules'] = ['', '']
  for (const it of subjects) {
    const could = before.mayAt(it.before, was)
    const can = after.mayAt(it.after, is)
    if (could === can) continue
    if (gains.length + loses.length === 0) rules = [before.ruleAt(it.before, was), after.ruleAt(it.after, is)]
    ;(can ? gains : loses).push(it.subject)
  }
  return { gains, loses, rules }
}

/** Who there is in either file. A name that a file does not know brings nothing there, as setPrivileges() has it. */
function subjectsOf(before: Compiled, after: Compiled): readonly Sides[] {
  const either = (of: (it: Compiled) => readonly string[]): readonly string[] =>
    distinct([...of(before), ...of(after)], low)
  const functions = distinct([...before.resources, ...after.resources], keyOf).filter((it) =>
    [before, after].some((one) => one.promotes(it).length > 0),
  )
  const both = (subject: Subject, of: (it: Compiled) => Holder): Sides => ({
    subject,
    before: of(before),
    after: of(after),
  })
  return [
    both({ kind: 'guest', name: 'guest' }, ({ guest }) => guest),
    ...either(({ roles }) => roles).map((name) => both({ kind: 'role', name }, (it) => it.role(name) ?? it.guest)),
    ...either(({ privileges }) => privileges.filter((it) => low(it) !== 'guest')).map((name) =>
      both({ kind: 'privilege', name }, (it) => it.holder([name])),
    ),
    ...functions.map((it) => both({ kind: 'inside', name: it.applyTo }, (one) => one.holder(one.promotes(it)))),
  ]
}

function distinct<T>(all: readonly T[], key: (it: T) => string): readonly T[] {
  const found = new Map<string, T>()
  for (const it of all) if (!found.has(key(it))) found.set(key(it), it)
  return [...found.values()]
}

const namesOf = ({ gains, loses }: Pick<Change, 'gains' | 'loses'>): string =>
  [gains, loses].map((all) => all.map(({ kind, name }) => `${kind} ${name}`).join()).join('|')

/** What a resource takes from the level above it. */
function above({ type, applyTo }: Resource): Resource | undefined {
  const [owner = ''] = applyTo.split('.')
  if (type === 'datastore') return undefined
  if (type === 'attribute') return { type: 'dataclass', applyTo: owner }
  if (type === 'method' && low(owner) !== 'ds') return { type: 'dataclass', applyTo: owner }
  if (type === 'singletonMethod') return { type: 'singleton', applyTo: owner }
  return { type: 'datastore', applyTo: 'ds' }
}

function follows(change: Omit<Change, 'follows'>, told: ReadonlyMap<string, string>): boolean {
  const upper = above(change.resource)
  return upper !== undefined && told.get(`${change.action} ${keyOf(upper)}`) === namesOf(change)
}
