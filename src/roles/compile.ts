import { has, type Release } from '../engine/releases/releases'
import {
  ACTIONS,
  listFor,
  RESOURCE_TYPES,
  type Action,
  type Protection,
  type Resource,
  type ResourceType,
  type Roles,
} from '../engine/roles/rolesFile'
import { ignoredOn, MEANINGFUL } from '../engine/rules/access'
import { knowledgeOf, type Knowledge, type Model } from './model'
import { namesOf, reachOf, type Names } from './names'

/**
 * A roles.json turned once into numbers, so that a matrix of many thousand cells can be asked for in a moment. Each
 * cell (resource × action) is a bundle of up to four lists that must all be met; cells with the same lists share a
 * bundle; each holder of privileges keeps one byte per bundle: the rule that decides for it, and whether it allows.
 *
 * It answers for web code past the gate, as the tables in engine/rules/access.ts do; a property holds both together.
 */
export type Answer = 'allowed' | 'denied' | 'n/a'

export interface AccessList extends Resource {
  readonly action: Action
}

export interface Why {
  readonly answer: Answer
  readonly rule: string
  /** When denied by a list: any one of these would pass it. */
  readonly missing: readonly string[]
  /** The held name by which the deciding list was passed. */
  readonly by: string | undefined
  /** The list that decided; undefined when no list did. */
  readonly list: AccessList | undefined
}

/** Privileges that count together: those given, all that they include, and guest. */
export interface Holder {
  /** How many privileges count, guest among them. */
  readonly size: number
  readonly verdicts: Uint8Array
  /** The privileges given, by number. All that they bring is walked again when a reason is asked for. */
  readonly given: readonly number[]
}

export interface Compiled {
  readonly release: Release
  readonly state: Protection['state'] | 'noPermissions'
  readonly restricted: boolean
  readonly forceLogin: boolean
  /** Every resource that the file or the model names, and one per kind for all the others ("*"). */
  readonly resources: readonly Resource[]
  readonly guest: Holder
  /** Which others does a privilege bring? To be asked before anything else is. */
  readonly brings: (name: string) => (other: string) => boolean
  /** Undeclared names bring nothing. */
  readonly holder: (names: readonly string[]) => Holder
  /** What a session has to which this role was given; undefined when there is no such role. */
  readonly role: (name: string) => Holder | undefined
  readonly roles: readonly string[]
  readonly privileges: readonly string[]
  /** The number of a cell, to ask by; a resource nobody named is one of "all the others". */
  readonly cell: (action: Action, type: ResourceType, applyTo: string) => number
  readonly mayAt: (holder: Holder, cell: number) => boolean
  readonly may: (holder: Holder, action: Action, type: ResourceType, applyTo: string) => boolean
  readonly ruleAt: (holder: Holder, cell: number) => string
  readonly answerAt: (holder: Holder, cell: number) => Answer
  readonly why: (holder: Holder, action: Action, type: ResourceType, applyTo: string) => Why
  /** Cells of the same bundle have the same answers for everybody. */
  readonly bundleOf: (cell: number) => number
  /** Which of the lists of a cell this holder does not meet, as bits; 0 when it may. */
  readonly unmet: (holder: Holder, cell: number) => number
  /** Nobody has said anything about it, and what is not said is open (PRIV-067). */
  readonly byOmission: (cell: number) => boolean
  /** What a function is promoted to while it runs; only functions are (PRIV-039). */
  readonly promotes: (resource: Resource) => readonly string[]
}

const ACTION_COUNT = ACTIONS.length
const ACTION_IDS: ReadonlyMap<string, number> = new Map(ACTIONS.map((it, i) => [it, i]))
const DS: Resource = { type: 'datastore', applyTo: 'ds' }

const RULES = [
  ...['PRIV-001', 'PRIV-011', 'PRIV-012', 'PRIV-027', 'PRIV-050', 'PRIV-051', 'PRIV-052', 'PRIV-053', 'PRIV-054'],
  ...['PRIV-055', 'PRIV-057', 'PRIV-058', 'PRIV-059', 'PRIV-061', 'PRIV-063', 'PRIV-064', 'PRIV-067', 'PRIV-068'],
  'PLAY-007',
] as const
type RuleId = (typeof RULES)[number]
const CODES = new Map<RuleId, number>(RULES.map((it, i) => [it, i + 1]))
/** In a byte: the rule, and whether it allows. Nothing decided yet is 0. */
const verdictOf = (rule: RuleId, allows: boolean): number => (CODES.get(rule)! << 1) | (allows ? 1 : 0)

/** A list that must be met. */
interface Gate extends AccessList {
  readonly names: readonly string[]
  readonly ids: readonly number[]
}
/** One level of the decision: which list stands there, by which rule; no list where the default mode decides. */
interface Level {
  readonly gate: Gate | undefined
  readonly pass: RuleId
  readonly fail: RuleId
  /** No list at all, and restricted by default. */
  readonly shut: boolean
}
interface Bundle {
  /** Free, or without meaning: the same for everybody. */
  readonly fixed: { readonly answer: Answer; readonly rule: RuleId } | undefined
  readonly levels: readonly Level[]
  /** What allows, when every level is passed. */
  readonly allows: RuleId
}

const low = (name: string): string => name.toLowerCase()
const ownerOf = (applyTo: string): string => applyTo.split('.')[0] ?? applyTo

const NO_ROLES: Roles = {
  forceLogin: false,
  restrictedByDefault: false,
  privileges: new Map(),
  roles: new Map(),
  lists: new Map(),
  spellings: new Map(),
}

/** The state of the file in this release (PRIV-011, PRIV-012); before 19 R8 there is none to be read. */
const stateOf = ({ state }: Protection, release: Release): Compiled['state'] =>
  has(release, 'permissions') ? state : 'noPermissions'

export function compile(protection: Protection, release: Release, model?: Model): Compiled {
  const state = stateOf(protection, release)
  const roles = protection.state === 'on' && state === 'on' ? protection.roles : NO_ROLES
  const restricted = roles.restrictedByDefault && has(release, 'restrictedByDefault')
  const names = namesOf(roles.privileges.values(), ['guest', 'WebAdmin'])
  const knowledge = model && knowledgeOf(model)
  const bundling = bundler({ roles, state, release, restricted, names, knowledge })

  const resources = resourcesOf(roles, model)
  const numbers = new Map<ResourceType, Map<string, number>>(RESOURCE_TYPES.map((type) => [type, new Map()]))
  const cells = new Int32Array(resources.length * ACTION_COUNT)
  resources.forEach(({ type, applyTo }, i) => {
    const ofType = numbers.get(type)!
    ofType.set(applyTo, i)
    if (!ofType.has(low(applyTo))) ofType.set(low(applyTo), i)
    ACTIONS.forEach((action, a) => (cells[i * ACTION_COUNT + a] = bundling.number({ type, applyTo }, action)))
  })
  const bundles = bundling.bundles

  const webAdmin = names.find('WebAdmin')!
  const guestId = names.find('guest')!
  const reach = reachOf(names)
  /** Does what was walked last count this one? */
  const counts = (id: number): boolean => id === guestId || reach.has(id)
  const holders = new Map<string, Holder>()

  function holder(given: readonly string[]): Holder {
    const known = given.flatMap((it) => names.find(it) ?? [])
    const key = known.join(' ')
    const before = holders.get(key)
    if (before) return before
    const all = reach.from(known)
    const made: Holder = {
      size: all.length + (reach.has(guestId) ? 0 : 1),
      verdicts: Uint8Array.from(bundles, (it) => decide(it, counts)),
      given: known,
    }
    if (holders.size > 999) holders.clear()
    holders.set(key, made)
    return made
  }
  /** The walk of the tables, by numbers: control, then each level in order. */
  function decide({ fixed, levels, allows }: Bundle, has: (id: number) => boolean): number {
    if (fixed) return verdictOf(fixed.rule, fixed.answer === 'allowed')
    if (has(webAdmin)) return verdictOf('PRIV-027', true)
    const failed = levels.find((it) => !passes(it, has))
    return failed ? verdictOf(failed.fail, false) : verdictOf(allows, true)
  }
  const passes = ({ gate, shut }: Level, has: (id: number) => boolean): boolean => (gate ? gate.ids.some(has) : !shut)

  function cell(action: Action, type: ResourceType, applyTo: string): number {
    const ofType = numbers.get(type)!
    const number = ofType.get(applyTo) ?? ofType.get(low(applyTo)) ?? other(ofType, type, applyTo)
    return number * ACTION_COUNT + ACTION_IDS.get(action)!
  }
  /** Not named anywhere: like all others of its owner, or of its kind. */
  function other(ofType: ReadonlyMap<string, number>, type: ResourceType, applyTo: string): number {
    if (type === 'datastore') return ofType.get('ds')!
    if (type === 'dataclass' || type === 'singleton') return ofType.get('*')!
    return ofType.get(`${low(ownerOf(applyTo))}.*`) ?? ofType.get('*.*')!
  }

  const bundleOf = (at: number): number => cells[at]!
  const mayAt = ({ verdicts }: Holder, at: number): boolean => (verdicts[cells[at]!]! & 1) === 1
  const ruleAt = ({ verdicts }: Holder, at: number): RuleId => RULES[(verdicts[cells[at]!]! >> 1) - 1]!
  const answerAt = (it: Holder, at: number): Answer =>
    mayAt(it, at) ? 'allowed' : ruleAt(it, at) === 'PRIV-050' ? 'n/a' : 'denied'

  function why(it: Holder, action: Action, type: ResourceType, applyTo: string): Why {
    const at = cell(action, type, applyTo)
    const bundle = bundles[cells[at]!]!
    reach.from(it.given)
    const allowed = mayAt(it, at)
    const rule = ruleAt(it, at)
    const free = bundle.fixed !== undefined || rule === 'PRIV-027'
    const level = free
      ? undefined
      : allowed
        ? (bundle.levels.find(({ pass }) => pass === rule) ?? bundle.levels[0])
        : bundle.levels.find((one) => !passes(one, counts))
    const gate = level?.gate
    const by = allowed ? gate?.ids.find(counts) : undefined
    return {
      answer: allowed ? 'allowed' : bundle.fixed?.answer === 'n/a' ? 'n/a' : 'denied',
      rule,
      missing: allowed ? NOBODY : (gate?.names ?? NOBODY),
      by: by === undefined ? undefined : names.names[by],
      list: gate,
    }
  }

  const ofRole = new Map<string, Holder>()
  return {
    release,
    state,
    restricted,
    forceLogin: roles.forceLogin && has(release, 'forceLogin'),
    resources,
    guest: holder([]),
    brings(name) {
      reach.from(holder([name]).given)
      return (other) => reach.has(names.find(other) ?? -1)
    },
    holder,
    role(name) {
      const known = ofRole.get(name)
      if (known) return known
      const privileges = roles.roles.get(low(name))?.privileges
      if (!privileges) return undefined
      const made = holder(privileges)
      ofRole.set(name, made)
      return made
    },
    roles: [...roles.roles.values()].map(({ name }) => name),
    privileges: [...roles.privileges.values()].map(({ name }) => name),
    cell,
    mayAt,
    may: ({ verdicts }, action, type, applyTo) => (verdicts[cells[cell(action, type, applyTo)]!]! & 1) === 1,
    ruleAt,
    answerAt,
    why,
    bundleOf,
    unmet(it, at) {
      const { fixed, levels } = bundles[cells[at]!]!
      if (mayAt(it, at)) return 0
      if (fixed) return -1
      reach.from(it.given)
      return levels.reduce((bits, level, i) => (passes(level, counts) ? bits : bits | (1 << i)), 0)
    },
    byOmission(at) {
      const { fixed, levels } = bundles[cells[at]!]!
      const own = levels.filter(({ fail }) => fail !== 'PRIV-059')
      return !fixed && own.every(({ gate, shut }) => !gate && !shut)
    },
    promotes: (it) => (it.type === 'method' || it.type === 'singletonMethod' ? listFor(roles, it, 'promote') : NOBODY),
  }
}

const NOBODY: readonly string[] = []

// --- What there is ------------------------------------------------------------------------------------------------------

function resourcesOf({ lists, spellings }: Roles, model: Model | undefined): readonly Resource[] {
  const found = new Map<string, Resource>()
  const add = (type: ResourceType, applyTo: string): void => {
    const key = `${type} ${low(applyTo)}`
    if (!found.has(key)) found.set(key, { type, applyTo })
  }
  add('datastore', 'ds')
  for (const { name, attributes, functions } of model?.dataclasses ?? []) {
    add('dataclass', name)
    for (const it of attributes ?? []) add('attribute', `${name}.${it.name}`)
    for (const it of functions ?? []) add('method', `${name}.${it.name}`)
  }
  for (const name of model?.functions ?? []) add('method', `ds.${name}`)
  for (const { name, functions } of model?.singletons ?? []) {
    add('singleton', name)
    for (const it of functions ?? []) add('singletonMethod', `${name}.${it}`)
  }
  for (const [type, ofType] of lists) {
    for (const ofAction of ofType.values()) {
      for (const name of ofAction.keys()) add(type, spellings.get(name) ?? name)
    }
  }
  // Owners of what is named are there as well, and so are all the others.
  for (const { type, applyTo } of [...found.values()]) {
    const owner = ownerOf(applyTo)
    if (type === 'attribute' || (type === 'method' && low(owner) !== 'ds')) add('dataclass', owner)
    if (type === 'singletonMethod') add('singleton', owner)
  }
  for (const { type, applyTo } of [...found.values()]) {
    if (type === 'dataclass') add('attribute', `${applyTo}.*`)
    if (type === 'dataclass') add('method', `${applyTo}.*`)
    if (type === 'singleton') add('singletonMethod', `${applyTo}.*`)
  }
  for (const type of ['dataclass', 'singleton'] as const) add(type, '*')
  for (const type of ['attribute', 'method', 'singletonMethod'] as const) add(type, '*.*')
  add('method', 'ds.*')
  return [...found.values()]
}

// --- What decides ---------------------------------------------------------------------------------------------------------

interface Bundling {
  readonly roles: Roles
  readonly state: Compiled['state']
  readonly release: Release
  readonly restricted: boolean
  readonly names: Names
  readonly knowledge: Knowledge | undefined
}

function bundler({ roles, state, release, restricted, names, knowledge }: Bundling) {
  const bundles: Bundle[] = []
  const numbers = new Map<string, number>()
  const gates = new Map<string, Gate | undefined>()
  const describeIgnored = has(release, 'describeIgnored')

  function gateOf({ type, applyTo }: Resource, action: Action): Gate | undefined {
    const key = `${type} ${action} ${low(applyTo)}`
    if (gates.has(key)) return gates.get(key)
    const list = listFor(roles, { type, applyTo }, action)
    const gate = list.length === 0 ? undefined : { type, applyTo, action, names: list, ids: idsOf(list) }
    gates.set(key, gate)
    return gate
  }
  // Undeclared names have no number: no session can hold them.
  const idsOf = (list: readonly string[]): readonly number[] => list.flatMap((it) => names.find(it) ?? [])

  /** The first of these that has a list decides alone; none, and it is the default mode. */
  function firstOf(action: Action, levels: readonly (readonly [Resource, RuleId])[]): Level {
    for (const [resource, rule] of levels) {
      const gate = gateOf(resource, action)
      if (gate) return { gate, pass: rule, fail: rule, shut: false }
    }
    return { gate: undefined, pass: 'PRIV-067', fail: 'PRIV-068', shut: restricted }
  }

  function levelsOf({ type, applyTo }: Resource, action: Action): readonly Level[] {
    const owner = ownerOf(applyTo)
    const own: Resource = { type, applyTo }
    const dataclass = (name: string): Level =>
      firstOf(action, [
        [{ type: 'dataclass', applyTo: name }, 'PRIV-052'],
        [DS, 'PRIV-051'],
      ])
    if (type === 'datastore') return [firstOf(action, [[DS, 'PRIV-051']])]
    if (type === 'dataclass') return [dataclass(applyTo)]
    if (type === 'attribute') {
      const gate = gateOf(own, action)
      const above = dataclass(owner)
      return gate ? [above, { gate, pass: 'PRIV-053', fail: 'PRIV-053', shut: false }] : [above]
    }
    if (type === 'method' && low(owner) === 'ds') {
      return [
        firstOf(action, [
          [own, 'PRIV-055'],
          [DS, 'PRIV-057'],
        ]),
      ]
    }
    const above: Resource = { type: type === 'method' ? 'dataclass' : 'singleton', applyTo: owner }
    const rule = type === 'method' ? 'PRIV-055' : 'PRIV-058'
    return [firstOf(action, [[own, rule], ...(type === 'singleton' ? [] : [[above, rule] as const]), [DS, rule]])]
  }

  function bundleOf(resource: Resource, action: Action): Bundle {
    const fixed = fixedOf(resource, action)
    if (fixed) return { fixed, levels: [], allows: fixed.rule }
    const levels = levelsOf(resource, action)
    const attribute = resource.type === 'attribute'
    const allows = levels[1]?.pass ?? (attribute ? 'PRIV-054' : levels[0]!.pass)
    const reads = action === 'update' || action === 'drop' ? levelsOf(resource, 'read') : []
    return {
      fixed,
      levels: [...levels, ...reads.map((it): Level => ({ ...it, pass: it.pass, fail: 'PRIV-059' }))],
      allows,
    }
  }

  function fixedOf(resource: Resource, action: Action): Bundle['fixed'] {
    if (state === 'noPermissions') return { answer: 'allowed', rule: 'PLAY-007' }
    if (state === 'absent') return { answer: 'allowed', rule: 'PRIV-011' }
    if (state === 'faulty') return { answer: 'allowed', rule: 'PRIV-012' }
    if (action === 'describe' && describeIgnored) return { answer: 'allowed', rule: 'PRIV-061' }
    if (!MEANINGFUL[resource.type].includes(action)) return { answer: 'n/a', rule: 'PRIV-050' }
    const kind = knowledge?.kind(resource)
    if (kind && ignoredOn(kind, action)) return { answer: 'allowed', rule: kind === 'alias' ? 'PRIV-063' : 'PRIV-064' }
    return undefined
  }

  const keyOf = ({ fixed, levels, allows }: Bundle): string =>
    fixed
      ? `${fixed.answer} ${fixed.rule}`
      : [allows, ...levels.map(({ gate, fail, shut }) => `${fail} ${gate ? nameOf(gate) : shut}`)].join('|')
  const nameOf = ({ type, action, applyTo }: Gate): string => `${type} ${action} ${low(applyTo)}`

  return {
    bundles,
    number(resource: Resource, action: Action): number {
      const bundle = bundleOf(resource, action)
      const key = keyOf(bundle)
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, bundles.length)
      return bundles.push(bundle) - 1
    },
  }
}
