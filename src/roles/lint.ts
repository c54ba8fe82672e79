import { FORBIDDEN_KEYS, isRecord, type Json, type Place } from '../engine/json'
import { has, spelled, type Release } from '../engine/releases/releases'
import {
  ACTIONS,
  check,
  faultsOf,
  listFor,
  RESOURCE_TYPES,
  type Action,
  type Fault,
  type Resource,
  type ResourceType,
  type Roles,
} from '../engine/roles/rolesFile'
import { MEANINGFUL } from '../engine/rules/access'
import {
  itemsOf,
  jsonOf,
  memberOf,
  nodeAt,
  placesIn,
  readDocument,
  removal,
  textIn,
  whole,
  type Document,
  type Edit,
  type Member,
  type Node,
  type Span,
  type SyntaxFault,
} from './document'
import type { Code, Finding, Fix, Severity } from './finding'
import { knowledgeOf, type Model } from './model'
import { cyclesOf, namesOf, reachOf, type Names } from './names'
import { nearest } from './near'

/** Everything there is to say about a roles.json, in the order of the file. Never throws, whatever the text is. */
export interface LintOptions {
  readonly release: Release
  readonly model?: Model | undefined
}

interface Entry extends Resource {
  readonly node: Node
  readonly type: ResourceType
  readonly applyToAt: Node
  readonly typeAt: Node
  readonly lists: readonly { readonly action: Action; readonly member: Member; readonly names: readonly Named[] }[]
}
interface Named {
  readonly name: string
  readonly node: Node
}
interface Declared extends Named {
  readonly entry: Node
  readonly of: readonly Named[]
}

interface Subject extends LintOptions {
  readonly document: Document
  readonly root: Node
  readonly value: Json
  readonly privileges: readonly Declared[]
  readonly roles: readonly Declared[]
  readonly entries: readonly Entry[]
  readonly names: Names
  /** Undefined when the file is not in force. */
  readonly inForce: Roles | undefined
  readonly near: (name: string) => string | undefined
}

type Told = Omit<Finding, keyof Place | 'assumed' | 'fixes'> & {
  readonly assumed?: boolean
  readonly fixes?: readonly Fix[]
}

const low = (name: string): string => name.toLowerCase()

/** Nobody reads further; a file of nothing else is not listed to its end. */
const MOST_OF_A_KIND = 2_000

export function lint(text: string, options: LintOptions): readonly Finding[] {
  const written = readDocument(text)
  const place = placesIn(text)
  const told: Told[] = written.faults.map(syntaxTold)
  if (written.root) {
    const subject = subjectOf(written, written.root, options)
    for (const check of CHECKS) {
      let left = MOST_OF_A_KIND
      for (const it of check(subject)) if (told.push(it) && --left === 0) break
    }
  }
  return told
    .map((it) => ({ assumed: false, fixes: [], ...it, ...place(it.offset) }))
    .sort((a, b) => a.offset - b.offset || (a.code < b.code ? -1 : 1))
}

function subjectOf(document: Document, root: Node, options: LintOptions): Subject {
  const value = jsonOf(root)
  const privileges = declaredIn(root, 'privileges', 'privilege', 'includes')
  const roles = declaredIn(root, 'roles', 'role', 'privileges')
  const protection = check(value, has(options.release, 'singletonPermissions'))
  const declared = privileges.map(({ name, of }) => ({ name, includes: of.map((it) => it.name) }))
  return {
    ...options,
    document,
    root,
    value,
    privileges,
    roles,
    entries: itemsOf(memberOf(memberOf(root, 'permissions')?.value, 'allowed')?.value).flatMap(entryOf),
    names: namesOf(declared),
    inForce: protection.state === 'on' ? protection.roles : undefined,
    near: nearest([...privileges.map(({ name }) => name), 'guest', 'WebAdmin']),
  }
}

const namedIn = (node: Node | undefined): readonly Named[] =>
  itemsOf(node).flatMap((node) => {
    const name = textIn(node)
    return name === undefined ? [] : [{ name, node }]
  })

const declaredIn = (root: Node, list: string, key: string, of: string): readonly Declared[] =>
  itemsOf(memberOf(root, list)?.value).flatMap((entry) => {
    const node = memberOf(entry, key)?.value
    const name = textIn(node)
    return node && name !== undefined ? [{ name, node, entry, of: namedIn(memberOf(entry, of)?.value) }] : []
  })

function entryOf(node: Node): readonly Entry[] {
  const applyToAt = memberOf(node, 'applyTo')?.value
  const typeAt = memberOf(node, 'type')?.value
  const applyTo = textIn(applyToAt)
  const type = RESOURCE_TYPES.find((it) => it === textIn(typeAt))
  if (!applyToAt || !typeAt || applyTo === undefined || !type) return []
  const lists = ACTIONS.flatMap((action) => {
    const member = memberOf(node, action)
    return member ? [{ action, member, names: namedIn(member.value) }] : []
  })
  return [{ node, applyTo, type, applyToAt, typeAt, lists }]
}

// --- Saying it -------------------------------------------------------------------------------------------------------

const SEVERITY = (code: Code): Severity =>
  code < 'RJ-100' ? 'error' : code === 'RJ-107' || code === 'RJ-110' ? 'info' : 'warning'

function say(
  code: Code,
  at: Span,
  why: string,
  facts: Finding['facts'] = {},
  fixes: readonly (Fix | undefined)[] = [],
): Told {
  return {
    code,
    severity: SEVERITY(code),
    offset: at.offset,
    length: at.length,
    why,
    facts,
    fixes: fixes.filter((it) => it !== undefined),
  }
}

/** Of a thing in brackets, the bracket: nobody wants half of the file underlined. */
const headOf = (node: Node): Span => ({ offset: node.offset, length: node.kind === 'value' ? node.length : 1 })

const instead = (at: Span, text: string): Edit => ({ offset: at.offset, length: at.length, text })
const rename = (at: Span, name: string | undefined): Fix | undefined =>
  name === undefined ? undefined : { name: 'rename', what: name, edit: instead(at, JSON.stringify(name)) }

function remove(document: Document, siblings: readonly Span[], it: Span): Fix {
  // In the order of the text: searched by halves, since a file may have a thousand to take out of a thousand.
  let i = 0
  let high = siblings.length - 1
  while (i < high) {
    const middle = (i + high) >> 1
    if (siblings[middle]!.offset < it.offset) i = middle + 1
    else high = middle
  }
  return { name: 'remove', what: headline(document, it), edit: removal(siblings, i) }
}
const headline = ({ text }: Document, { offset, length }: Span): string =>
  text.slice(offset, offset + Math.min(length, 60)).replace(/\s+/g, ' ') + (length > 60 ? ' …' : '')

const membersOf = (node: Node): readonly Span[] => (node.kind === 'object' ? node.members.map(whole) : [])
const withoutMember = (document: Document, node: Node, it: Member): Fix => remove(document, membersOf(node), whole(it))

function syntaxTold({ name, offset, length, edit }: SyntaxFault): Told {
  const fix: Fix | undefined =
    edit && (edit.text === '' ? { name: 'remove', what: '', edit } : { name: 'mend', what: edit.text, edit })
  const assumed = name === 'repeatedKey' || name === 'forbiddenKey' || name === 'tooDeep'
  return { ...say('RJ-001', { offset, length }, name, {}, [fix]), assumed }
}

// --- Faults: the engine says which, here is where exactly, and what to do ------------------------------------------------

const TYPES: Readonly<Record<string, ResourceType>> = {
  function: 'method',
  class: 'dataclass',
  table: 'dataclass',
  field: 'attribute',
  ds: 'datastore',
  singletonfunction: 'singletonMethod',
}
const nearType = nearest(RESOURCE_TYPES)

const shown = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, 40)

function* faults({ document, root, value, release }: Subject): Iterable<Told> {
  for (const fault of faultsOf(value, has(release, 'singletonPermissions'))) {
    yield { ...faultTold(document, root, fault, release), assumed: true }
  }
}

function faultTold(document: Document, root: Node, { code, at, found }: Fault, release: Release): Told {
  const node = nodeAt(root, at)
  const facts = { found: shown(found), path: at.join('.') }
  const last = at.at(-1)
  switch (code) {
    case 'RJ-002':
      return say(code, headOf(root), 'root', facts)
    case 'RJ-003':
    case 'RJ-004':
      return missing(root, code, at.map(String), node, facts, found)
    case 'RJ-005': {
      const lacks = ['applyTo', 'type'].filter((key) => !isRecord(found) || typeof found[key] !== 'string')
      return say(code, headOf(node), 'entry', { ...facts, lacks: lacks.join(', ') }, [
        node.kind === 'object' ? undefined : remove(document, itemsOf(nodeAt(root, at.slice(0, -1))), node),
      ])
    }
    case 'RJ-006': {
      const type = textIn(node) ?? ''
      const known = RESOURCE_TYPES.some((it) => it === type)
      if (known) return say(code, node, 'early', { ...facts, type, release: spelled(release) })
      return say(code, node, 'type', { ...facts, type }, [rename(node, TYPES[low(type)] ?? nearType(type))])
    }
    case 'RJ-007': {
      if (node.kind === 'list') {
        const wrong = node.items.find((it) => textIn(it) === undefined) ?? node
        return say(code, headOf(wrong), 'item', { ...facts, list: String(last) }, [remove(document, node.items, wrong)])
      }
      const text = textIn(node)
      const names = text?.split(',').map((it) => it.trim()) ?? []
      const list = `[${names
        .filter(Boolean)
        .map((it) => JSON.stringify(it))
        .join(', ')}]`
      const mends = text !== undefined || found === null
      return say(code, headOf(node), 'list', { ...facts, list: String(last) }, [
        mends ? { name: 'list', what: list, edit: instead(node, list) } : undefined,
      ])
    }
    case 'RJ-008': {
      const meant = /^"?(true|yes|1)"?$/i.test(facts.found)
        ? 'true'
        : /^"?(false|no|0)"?$|^null$/i.test(facts.found)
          ? 'false'
          : ''
      return say(code, headOf(node), 'flag', { ...facts, flag: String(last) }, [
        meant === '' ? undefined : { name: 'boolean', what: meant, edit: instead(node, meant) },
      ])
    }
  }
}

/** A part that has to be there is not, or is something else. */
function missing(
  root: Node,
  code: Code,
  at: readonly string[],
  node: Node,
  facts: Finding['facts'],
  found: unknown,
): Told {
  const [part = '', inside] = at
  if (found !== undefined || inside !== undefined) {
    const entry = inside !== undefined && part !== 'permissions'
    return say(code, headOf(node), entry ? 'entry' : 'kind', { ...facts, part: inside === 'allowed' ? inside : part })
  }
  const text = part === 'privileges' ? '"privileges": []' : '"permissions": { "allowed": [] }'
  const others = root.kind === 'object' && root.members.length > 0
  const edit = { offset: root.offset + 1, length: 0, text: others ? ` ${text},` : ` ${text} ` }
  return say(code, headOf(root), 'missing', { ...facts, part }, [{ name: 'add', what: text, edit }])
}

// --- Names -----------------------------------------------------------------------------------------------------------

const BUILT_IN: ReadonlySet<string> = new Set(['guest', 'webadmin'])

/** Does the action mean something here, in this release? Lists that are ignored are not looked into any further. */
const counts = ({ release }: Subject, type: ResourceType, action: Action): boolean =>
  MEANINGFUL[type].includes(action) && !(action === 'describe' && has(release, 'describeIgnored'))

function* undeclared(subject: Subject): Iterable<Told> {
  const { names, roles, near, entries } = subject
  const unknown = ({ name }: Named): boolean => !BUILT_IN.has(low(name)) && names.find(name) === undefined
  const role = new Map(roles.map((it) => [low(it.name), it]))
  for (const entry of entries) {
    for (const { action, names } of entry.lists) {
      if (!counts(subject, entry.type, action)) continue
      for (const it of names.filter(unknown)) {
        const facts = { name: it.name, action, applyTo: entry.applyTo }
        const itsRole = role.get(low(it.name))
        yield itsRole
          ? say('RJ-101', it.node, 'role', facts, [unfold(it.node, itsRole)])
          : say('RJ-101', it.node, action === 'promote' ? 'promote' : 'name', facts, correct(subject, it))
      }
    }
  }
  for (const it of subject.privileges) {
    for (const one of it.of.filter(unknown))
      yield say('RJ-102', one.node, 'includes', { name: one.name, in: it.name }, correct(subject, one))
  }
  for (const it of roles) {
    for (const one of it.of.filter(unknown)) {
      yield say('RJ-102', one.node, 'role', { name: one.name, in: it.name }, correct(subject, one))
    }
  }

  function unfold(at: Span, { of }: Declared): Fix | undefined {
    const what = of.map(({ name }) => JSON.stringify(name)).join(', ')
    return what === '' ? undefined : { name: 'unfold', what, edit: instead(at, what) }
  }
  function correct(it: Subject, { name, node }: Named): readonly (Fix | undefined)[] {
    return [rename(node, near(name)), declare(it, name)]
  }
}

function declare({ root }: Subject, name: string): Fix | undefined {
  const list = memberOf(root, 'privileges')?.value
  if (list?.kind !== 'list') return undefined
  const what = `{ "privilege": ${JSON.stringify(name)}, "includes": [] }`
  const last = list.items.at(-1)
  const offset = last ? last.offset + last.length : list.offset + 1
  return { name: 'declare', what: name, edit: { offset, length: 0, text: last ? `, ${what}` : what } }
}

function* cycles({ names, privileges, document }: Subject): Iterable<Told> {
  const groups = cyclesOf(names)
  const of = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)))
  const told = new Set<readonly number[]>()
  // Told where it closes: at the include that leads back to the one declared first.
  for (const it of privileges) {
    const group = of.get(names.find(it.name)!)
    if (!group || told.has(group)) continue
    const back = it.of.find(({ name }) => names.find(name) === group[0])
    if (!back) continue
    told.add(group)
    const members = group.slice(0, 8).map((id) => names.names[id]!)
    const facts = { names: members.join(', ') + (group.length > 8 ? ' …' : ''), count: String(group.length) }
    const siblings = itemsOf(memberOf(it.entry, 'includes')?.value)
    yield say('RJ-103', back.node, group.length === 1 ? 'itself' : 'cycle', facts, [
      remove(document, siblings, back.node),
    ])
  }
}

function* duplicates({ privileges, roles, document, root }: Subject): Iterable<Told> {
  for (const [list, all] of [
    ['privileges', privileges],
    ['roles', roles],
  ] as const) {
    const first = new Map<string, Declared>()
    for (const it of all) {
      const before = first.get(low(it.name))
      if (!before) {
        first.set(low(it.name), it)
        continue
      }
      const known = new Set(before.of.map(({ name }) => low(name)))
      const adds = it.of.some(({ name }) => !known.has(low(name)))
      const changes = list === 'roles' && it.of.length !== before.of.length
      yield say('RJ-104', it.node, list === 'roles' ? 'role' : 'privilege', { name: it.name, first: before.name }, [
        adds || changes ? undefined : remove(document, itemsOf(memberOf(root, list)?.value), it.entry),
      ])
    }
  }
}

function* reserved({ privileges, document, root }: Subject): Iterable<Told> {
  for (const it of privileges) {
    if (!BUILT_IN.has(low(it.name))) continue
    yield say('RJ-111', it.node, low(it.name), { name: it.name }, [
      it.of.length > 0 ? undefined : remove(document, itemsOf(memberOf(root, 'privileges')?.value), it.entry),
    ])
  }
}

// --- Resources and actions ---------------------------------------------------------------------------------------------

/** How many parts a name of this kind has; a name of another shape matches nothing. */
const SHAPES: Readonly<Record<ResourceType, RegExp>> = {
  datastore: /^ds$/i,
  dataclass: /^[^.]+$/,
  attribute: /^[^.]+\.[^.]+$/,
  method: /^[^.]+\.[^.]+$/,
  singleton: /^[^.]+$/,
  singletonMethod: /^[^.]+\.[^.]+$/,
}

function* unknownResources({ entries, model, document, root }: Subject): Iterable<Told> {
  const knowledge = model && knowledgeOf(model)
  const all = itemsOf(memberOf(memberOf(root, 'permissions')?.value, 'allowed')?.value)
  const correct = nearestOf((it: Resource) => knowledge?.names(it) ?? [])
  for (const entry of entries) {
    const { applyTo, type, applyToAt, node } = entry
    const facts = { applyTo, type }
    const clean = () => remove(document, all, node)
    if (!SHAPES[type].test(applyTo)) {
      const rest = applyTo.replace(/^(?:cs|ds)\./i, '').replace(/(?:Entity|Selection)\./, '.')
      const meant = type === 'datastore' ? 'ds' : SHAPES[type].test(rest) ? rest : undefined
      yield say('RJ-105', applyToAt, 'shape', facts, [rename(applyToAt, meant), clean()])
    } else if (knowledge) {
      const known = knowledge.knows(entry)
      if (known === 'no') yield say('RJ-105', applyToAt, 'unknown', facts, [rename(applyToAt, correct(entry)), clean()])
      // The source of the model tells structure only: an alias, a computed attribute or a function may exist.
      else if (known === 'perhaps' && model?.complete === false && type === 'attribute')
        yield { ...say('RJ-105', applyToAt, 'perhaps', facts, [rename(applyToAt, correct(entry))]), severity: 'info' }
    }
  }
}

/** One search per kind and owner, however many entries ask. */
function nearestOf(names: (resource: Resource) => readonly string[]): (resource: Resource) => string | undefined {
  const searches = new Map<string, (name: string) => string | undefined>()
  return (resource) => {
    const key = `${resource.type} ${low(resource.applyTo.split('.')[0]!)}`
    const search = searches.get(key) ?? nearest(names(resource))
    searches.set(key, search)
    return search(resource.applyTo)
  }
}

function* senseless(subject: Subject): Iterable<Told> {
  for (const { type, applyTo, lists, node } of subject.entries) {
    for (const { action, member, names } of lists) {
      const facts = { action, applyTo, type }
      const fixes = () => [withoutMember(subject.document, node, member)]
      if (action === 'describe' && has(subject.release, 'describeIgnored'))
        yield say('RJ-107', member.at, 'describe', { ...facts, release: spelled(subject.release) }, fixes())
      // An empty list says nothing anywhere (PRIV-017): the generated file of 4D 21 has one.
      else if (!MEANINGFUL[type].includes(action) && names.length > 0)
        yield say('RJ-106', member.at, action === 'promote' ? 'promote' : 'action', facts, fixes())
    }
  }
}

/** How far includes are followed for this: what costs more is left unsaid. */
const READ_BUDGET = 20_000_000

function* writesWithoutRead({ entries, inForce, names, release }: Subject): Iterable<Told> {
  if (!inForce) return
  const reach = reachOf(names)
  const restricted = inForce.restrictedByDefault && has(release, 'restrictedByDefault')
  let left = READ_BUDGET
  for (const { type, applyTo, lists, node } of entries) {
    if (!MEANINGFUL[type].includes('update')) continue
    const needed = readList(inForce, { type, applyTo })
    // An attribute's own list is added to its dataclass's: only what is said at the attribute is compared.
    if (needed.length === 0 && (!restricted || type === 'attribute')) continue
    const allowed = new Set(needed.map(low))
    const readable = (name: string): boolean => {
      if (allowed.has('guest') || low(name) === 'webadmin' || allowed.has(low(name))) return true
      const id = names.find(name)
      if (id === undefined) return low(name) !== 'guest' // an undeclared name is another finding
      const all = reach.from([id])
      left -= all.length
      return left < 0 || all.some((it) => allowed.has(low(names.names[it]!)))
    }
    for (const { action, names: written } of lists) {
      if (action !== 'update' && action !== 'drop') continue
      for (const { name, node: at } of written) {
        if (readable(name)) continue
        const facts = { name, action, applyTo, readers: needed.join(', ') }
        yield say('RJ-108', at, needed.length === 0 ? 'nobody' : 'read', facts, [addTo(node, name)])
      }
    }
  }
}

function readList(roles: Roles, resource: Resource): readonly string[] {
  const own = listFor(roles, resource, 'read')
  const inherits = own.length === 0 && resource.type === 'dataclass'
  return inherits ? listFor(roles, { type: 'datastore', applyTo: 'ds' }, 'read') : own
}

/** Into the read list that stands beside; a new one might take the place of another. */
function addTo(entry: Node, name: string): Fix | undefined {
  const last = itemsOf(memberOf(entry, 'read')?.value).at(-1)
  if (!last) return undefined
  const edit = { offset: last.offset + last.length, length: 0, text: `, ${JSON.stringify(name)}` }
  return { name: 'add', what: `"read": ${JSON.stringify(name)}`, edit }
}

function* uselessPromotes({ entries, inForce, names, release }: Subject): Iterable<Told> {
  if (!inForce) return
  // "none" is what people call the privilege that nobody is given.
  const usable = (name: string): boolean =>
    BUILT_IN.has(low(name)) || (low(name) !== 'none' && names.find(name) !== undefined)
  for (const { type, applyTo, lists } of entries) {
    const promote = lists.find(({ action }) => action === 'promote')
    if (!promote || promote.names.length === 0 || !MEANINGFUL[type].includes('promote')) continue
    if (low(applyTo) === 'ds.authentify' && has(release, 'forceLogin')) continue // always executable (PRIV-071)
    const [owner = ''] = applyTo.split('.')
    const above: Resource = { type: type === 'method' ? 'dataclass' : 'singleton', applyTo: owner }
    const levels: readonly Resource[] = [{ type, applyTo }, above, { type: 'datastore', applyTo: 'ds' }]
    const deciding = levels.map((it) => listFor(inForce, it, 'execute')).find((list) => list.length > 0)
    const open = deciding
      ? deciding.some(usable)
      : !(inForce.restrictedByDefault && has(release, 'restrictedByDefault'))
    if (open) continue
    const facts = { applyTo, names: (deciding ?? []).join(', ') }
    yield say('RJ-109', promote.member.at, deciding ? 'list' : 'restricted', facts)
  }
}

function* early({ root, release }: Subject): Iterable<Told> {
  for (const flag of ['restrictedByDefault', 'forceLogin'] as const) {
    const member = memberOf(root, flag)
    if (member && !has(release, flag)) yield say('RJ-110', member.at, flag, { flag, release: spelled(release) })
  }
}

function* sharedNames({ entries, model }: Subject): Iterable<Told> {
  if (!model) return
  const knowledge = knowledgeOf(model)
  for (const it of entries) {
    if (it.type !== 'method' || it.lists.every(({ names }) => names.length === 0)) continue
    const owners = new Set(knowledge.owners(it))
    if (owners.has('entity') && owners.has('selection'))
      yield say('RJ-112', it.applyToAt, 'shared', { applyTo: it.applyTo })
  }
}

// --- Keys --------------------------------------------------------------------------------------------------------------

const KEYS = {
  file: ['privileges', 'roles', 'permissions', 'forceLogin', 'restrictedByDefault'],
  privilege: ['privilege', 'includes', 'id'],
  role: ['role', 'privileges', 'id'],
  permissions: ['allowed'],
  entry: ['applyTo', 'type', ...ACTIONS],
} as const

/** What people write for it; where it stands for nothing by itself, the fix is theirs. */
const ALIASES: Readonly<Record<keyof typeof KEYS, Readonly<Record<string, string>>>> = {
  file: { permission: 'permissions', privilege: 'privileges', role: 'roles', restricted: 'restrictedByDefault' },
  privilege: { name: 'privilege', include: 'includes', privileges_includes: 'includes' },
  role: { name: 'role', privilege: 'privileges' },
  permissions: { allow: 'allowed', allows: 'allowed' },
  entry: {
    ...{ delete: 'drop', remove: 'drop', write: 'update', modify: 'update', insert: 'create', add: 'create' },
    ...{ select: 'read', run: 'execute', call: 'execute', resource: 'applyTo', kind: 'type' },
    ...{ function: '', method: '', datastore: '', dataclass: '', attribute: '', singleton: '', singletonmethod: '' },
  },
}
const nearKeys = {
  file: nearest(KEYS.file),
  privilege: nearest(KEYS.privilege),
  role: nearest(KEYS.role),
  permissions: nearest(KEYS.permissions),
  entry: nearest(KEYS.entry),
}

function* strangeKeys({ root }: Subject): Iterable<Told> {
  const permissions = memberOf(root, 'permissions')?.value
  yield* strange(root, 'file')
  for (const it of itemsOf(memberOf(root, 'privileges')?.value)) yield* strange(it, 'privilege')
  for (const it of itemsOf(memberOf(root, 'roles')?.value)) yield* strange(it, 'role')
  if (permissions) yield* strange(permissions, 'permissions')
  for (const it of itemsOf(memberOf(permissions, 'allowed')?.value)) yield* strange(it, 'entry')
}

function* strange(node: Node, of: keyof typeof KEYS): Iterable<Told> {
  if (node.kind !== 'object') return
  for (const { key, at } of node.members) {
    if ((KEYS[of] as readonly string[]).includes(key) || FORBIDDEN_KEYS.has(key)) continue
    const aliases = ALIASES[of]
    const alias = Object.hasOwn(aliases, low(key)) ? aliases[low(key)]! : undefined
    const meant = alias ?? nearKeys[of](key)
    if (meant === undefined) {
      yield { ...say('RJ-113', at, 'unknown', { key }), severity: 'info' }
      continue
    }
    const taken = node.members.some((it) => it.key === meant)
    yield say('RJ-113', at, meant === '' ? 'kind' : 'key', { key, meant }, [
      meant === '' || taken ? undefined : rename(at, meant),
    ])
  }
}

const CHECKS: readonly ((subject: Subject) => Iterable<Told>)[] = [
  faults,
  undeclared,
  cycles,
  duplicates,
  reserved,
  unknownResources,
  senseless,
  writesWithoutRead,
  uselessPromotes,
  early,
  sharedNames,
  strangeKeys,
]
