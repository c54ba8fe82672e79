import { decision, type Verdict } from '../../decision/decision'
import type { SessionName } from '../ids'
import { protectionIn, rolesOf } from '../place'
import { has, spelled } from '../releases/releases'
import { closure, heldOf, holds, listFor, type Action, type Resource, type Roles } from '../roles/rolesFile'
import { ask, nothing, rule, type Run } from '../rule'
import type { World } from '../world'

/** Running code, or a REST request, wants to do one thing to one resource. */
export interface Access {
  readonly action: Action
  readonly resource: Resource
  /** Only code that runs for a web request is controlled. */
  readonly forWeb: boolean
  /** The web server it came to has scalable sessions. */
  readonly scalable: boolean
  readonly session: SessionName | null
  /** Privileges of the process, promoted. */
  readonly promoted: readonly string[]
  /** Asked for only because another action needs it: update and drop need read. */
  readonly needed?: Action
  /** The value that is set or dropped is Null: an attribute's own permission is not needed for it. */
  readonly ofNull?: boolean
}

const level = (type: Resource['type'], applyTo: string): Resource => ({ type, applyTo })
const DS = level('datastore', 'ds')
const NOBODY: readonly string[] = []
const ownerOf = (applyTo: string): string => applyTo.split('.')[0] ?? applyTo

/** guest, what the session was given, and what the process was promoted to (PRIV-021, PRIV-040). */
const effective = (granted: readonly string[], promoted: readonly string[]): readonly string[] => [
  'guest',
  ...granted,
  ...promoted,
]

function grantedTo({ sessions }: World, session: SessionName | null): readonly string[] {
  return (session === null ? undefined : sessions.get(session)?.privileges) ?? NOBODY
}

// --- Is this access under control at all? ---------------------------------------------------------------------------

interface ControlFacts {
  readonly resource: string
  readonly action: string
  readonly forWeb: boolean
  readonly scalableSessions: boolean
  readonly hasPermissions: boolean
  readonly fileThere: boolean
  readonly fileRead: boolean
  readonly release: string
  readonly describeIgnored: boolean
  readonly applicable: boolean
  readonly attributeKind: string
  readonly webAdmin: boolean
  readonly [fact: string]: string | boolean
}

type ControlOutcome = 'controlled' | 'free' | 'notApplicable'

/** Which actions mean something for which resource (reference: privileges, 2.3; PRIV-050). */
export const MEANINGFUL: Readonly<Record<Resource['type'], readonly Action[]>> = {
  datastore: ['create', 'read', 'update', 'drop', 'execute', 'describe'],
  dataclass: ['create', 'read', 'update', 'drop', 'execute', 'describe'],
  attribute: ['create', 'read', 'update', 'drop', 'describe'],
  method: ['execute', 'promote', 'describe'],
  singleton: ['execute'],
  singletonMethod: ['execute', 'promote'],
}

function kindOf({ dataclasses }: World, { type, applyTo }: Resource): string {
  if (type !== 'attribute') return type
  const [owner = '', name = ''] = applyTo.split('.')
  return (
    dataclasses.get(owner)?.attributes.find((it) => it.name.toLowerCase() === name.toLowerCase())?.kind ?? 'storage'
  )
}

/** An alias answers for nothing but read, a computed attribute is never dropped (PRIV-063, PRIV-064). */
export const ignoredOn = (kind: string, action: string): boolean =>
  (kind === 'alias' && action !== 'read') || (kind === 'computed' && action === 'drop')

export const control = rule<Access, ControlFacts, ControlOutcome>({
  facts(world, access) {
    const { action, resource, forWeb } = access
    const protection = protectionIn(world)
    return {
      resource: resource.applyTo,
      action,
      forWeb,
      scalableSessions: access.scalable,
      hasPermissions: has(world.release, 'permissions'),
      fileThere: protection.state !== 'absent',
      fileRead: protection.state === 'on',
      release: spelled(world.release),
      describeIgnored: has(world.release, 'describeIgnored'),
      applicable: MEANINGFUL[resource.type].includes(action),
      attributeKind: kindOf(world, resource),
      webAdmin: holds(effective(grantedTo(world, access.session), access.promoted), 'WebAdmin'),
    }
  },
  decision: decision<ControlFacts, ControlOutcome>()({
    name: 'control',
    start: 'forWeb',
    nodes: {
      forWeb: {
        rules: ['PRIV-001', 'PRIV-003', 'SES-150', 'PRIV-004', 'PRIV-005'],
        test: (it) => it.forWeb,
        yes: 'scalable',
        no: 'desktop',
      },
      scalable: { rules: ['PRIV-002'], test: (it) => it.scalableSessions, yes: 'hasPermissions', no: 'notScalable' },
      hasPermissions: {
        rules: ['PRIV-001', 'PLAY-007'],
        test: (it) => it.hasPermissions,
        yes: 'fileThere',
        no: 'noPermissions',
      },
      fileThere: { rules: ['PRIV-011'], test: (it) => it.fileThere, yes: 'fileRead', no: 'noFile' },
      fileRead: { rules: ['PRIV-012', 'SES-162'], test: (it) => it.fileRead, yes: 'describe', no: 'faultyFile' },
      describe: {
        rules: ['PRIV-061'],
        test: (it) => it.action === 'describe' && it.describeIgnored,
        yes: 'notDescribed',
        no: 'applicable',
      },
      applicable: { rules: ['PRIV-050'], test: (it) => it.applicable, yes: 'ignored', no: 'notApplicable' },
      ignored: {
        rules: ['PRIV-063', 'PRIV-064'],
        test: (it) => ignoredOn(it.attributeKind, it.action),
        yes: 'notLooked',
        no: 'webAdmin',
      },
      webAdmin: { rules: ['PRIV-027'], test: (it) => it.webAdmin, yes: 'administrator', no: 'controlled' },
      desktop: { rules: ['PRIV-003', 'SES-150'], outcome: 'free', tone: 'good' },
      notScalable: { rules: ['PRIV-002'], outcome: 'free', tone: 'good' },
      noPermissions: { rules: ['PLAY-007', 'PRIV-001'], outcome: 'free', tone: 'good' },
      noFile: { rules: ['PRIV-011'], outcome: 'free', tone: 'good' },
      faultyFile: { rules: ['PRIV-012', 'SES-162'], outcome: 'free', tone: 'good' },
      notDescribed: { rules: ['PRIV-061', 'SES-229', 'PRIV-084'], outcome: 'free', tone: 'good' },
      notApplicable: { rules: ['PRIV-050'], outcome: 'notApplicable', tone: 'plain' },
      notLooked: { rules: ['PRIV-063', 'PRIV-064'], outcome: 'free', tone: 'good' },
      administrator: { rules: ['PRIV-027'], outcome: 'free', tone: 'good', assumed: true },
      controlled: { rules: ['PRIV-001', 'PRIV-006'], outcome: 'controlled', tone: 'aside' },
    },
  }),
  then: { controlled: nothing, free: nothing, notApplicable: nothing },
})

// --- Which list decides, and is one of its names held? --------------------------------------------------------------

interface ListFacts {
  readonly resource: string
  readonly action: string
  /** What setPrivileges() gave the session, as getPrivileges() lists it. */
  readonly grantedList: readonly string[]
  /** What counts: that, guest, and what the process was promoted to. */
  readonly held: readonly string[]
  readonly owner: string
  readonly ownList: readonly string[]
  readonly classList: readonly string[]
  readonly dsList: readonly string[]
  readonly attributeList: readonly string[]
  readonly ofDatastore: boolean
  readonly impliedBy: string
  readonly ofNull: boolean
  readonly by: string
  readonly restricted: boolean
  readonly [fact: string]: string | boolean | readonly string[]
}

export type AccessOutcome = 'allowed' | 'denied'

const passes = (list: readonly string[], { held }: ListFacts): boolean => heldOf(held, list) !== undefined

/** The file is in force whenever these tables are asked: `control` has seen to it. */
const NO_ROLES: Roles = {
  forceLogin: false,
  restrictedByDefault: false,
  privileges: new Map(),
  roles: new Map(),
  lists: new Map(),
  spellings: new Map(),
}

function listFacts(world: World, access: Access): ListFacts {
  const { resource, action, needed, ofNull = false } = access
  const protection = protectionIn(world)
  const roles = protection.state === 'on' ? protection.roles : NO_ROLES
  const owner = ownerOf(resource.applyTo)
  const isAttribute = resource.type === 'attribute'
  const own = isAttribute ? level('dataclass', owner) : resource
  const above = resource.type === 'singletonMethod' ? level('singleton', owner) : level('dataclass', owner)
  const ownList = resource.type === 'datastore' ? [] : listFor(roles, own, action)
  const classList = resource.type === 'singleton' ? NOBODY : listFor(roles, above, action)
  const dsList = listFor(roles, DS, action)
  const grantedList = grantedTo(world, access.session)
  const held = effective(grantedList, access.promoted)
  return {
    resource: resource.applyTo,
    action,
    grantedList,
    held,
    owner,
    ownList,
    classList,
    dsList,
    attributeList: isAttribute ? listFor(roles, resource, action) : [],
    ofDatastore: owner.toLowerCase() === 'ds',
    impliedBy: needed ?? '',
    ofNull,
    by: heldOf(held, [...ownList, ...classList, ...dsList]) ?? '',
    restricted: roles.restrictedByDefault && has(world.release, 'restrictedByDefault'),
  }
}

const settled = { then: { allowed: nothing, denied: nothing } } as const
const tables = { facts: listFacts, ...settled }

/** A dataclass, or the datastore itself: the dataclass list replaces that of ds, action by action. */
export const dataclassAccess = rule<Access, ListFacts, AccessOutcome>({
  ...tables,
  decision: decision<ListFacts, AccessOutcome>()({
    name: 'dataclassAccess',
    start: 'ownList',
    nodes: {
      ownList: { rules: ['PRIV-052', 'PRIV-017'], test: (it) => it.ownList.length > 0, yes: 'ownHeld', no: 'dsList' },
      ownHeld: {
        rules: ['PRIV-052', 'PRIV-028', 'PRIV-021', 'SES-164'],
        test: (it) => passes(it.ownList, it),
        yes: 'allowedOwn',
        no: 'deniedOwn',
      },
      dsList: { rules: ['PRIV-051'], test: (it) => it.dsList.length > 0, yes: 'dsHeld', no: 'restricted' },
      dsHeld: {
        rules: ['PRIV-051', 'PRIV-028', 'PRIV-021', 'PRIV-029'],
        test: (it) => passes(it.dsList, it),
        yes: 'allowedDs',
        no: 'deniedDs',
      },
      restricted: {
        rules: ['PRIV-067', 'PRIV-068', 'SES-230', 'PRIV-014'],
        test: (it) => it.restricted,
        yes: 'deniedDefault',
        no: 'open',
      },
      allowedOwn: { rules: ['PRIV-052'], outcome: 'allowed', tone: 'good' },
      deniedOwn: { rules: ['PRIV-052', 'PRIV-080', 'PRIV-081', 'PRIV-082'], outcome: 'denied', tone: 'bad' },
      allowedDs: { rules: ['PRIV-051'], outcome: 'allowed', tone: 'good' },
      deniedDs: { rules: ['PRIV-051', 'PRIV-080', 'PRIV-081', 'PRIV-082'], outcome: 'denied', tone: 'bad' },
      deniedDefault: { rules: ['PRIV-068'], outcome: 'denied', tone: 'bad' },
      open: { rules: ['PRIV-067'], outcome: 'allowed', tone: 'good' },
    },
  }),
})

/** An attribute, once its dataclass is passed: its own list is added, never instead. */
export const attributeAccess = rule<Access, ListFacts, AccessOutcome>({
  ...tables,
  decision: decision<ListFacts, AccessOutcome>()({
    name: 'attributeAccess',
    start: 'attributeList',
    nodes: {
      attributeList: {
        rules: ['PRIV-053', 'PRIV-054'],
        test: (it) => it.attributeList.length > 0,
        yes: 'attributeHeld',
        no: 'asDataclass',
      },
      attributeHeld: {
        rules: ['PRIV-053'],
        test: (it) => passes(it.attributeList, it),
        yes: 'allowed',
        no: 'createsNull',
      },
      createsNull: {
        rules: ['PRIV-065'],
        test: (it) => it.action === 'create' && it.ofNull,
        yes: 'leftNull',
        no: 'dropsNull',
      },
      dropsNull: {
        rules: ['PRIV-066'],
        test: (it) => it.action === 'drop' && it.ofNull,
        yes: 'nothingToDrop',
        no: 'denied',
      },
      leftNull: { rules: ['PRIV-065'], outcome: 'allowed', tone: 'good' },
      nothingToDrop: { rules: ['PRIV-066'], outcome: 'allowed', tone: 'good' },
      asDataclass: { rules: ['PRIV-054'], outcome: 'allowed', tone: 'good' },
      allowed: { rules: ['PRIV-053'], outcome: 'allowed', tone: 'good' },
      denied: { rules: ['PRIV-053', 'PRIV-083'], outcome: 'denied', tone: 'bad' },
    },
  }),
})

/** A data model function: the nearest list that exists decides alone. */
export const functionAccess = rule<Access, ListFacts, AccessOutcome>({
  ...tables,
  decision: decision<ListFacts, AccessOutcome>()({
    name: 'functionAccess',
    start: 'ownList',
    nodes: {
      ownList: {
        rules: ['PRIV-055', 'PRIV-056'],
        test: (it) => it.ownList.length > 0,
        yes: 'ownHeld',
        no: 'ofDatastore',
      },
      ownHeld: { rules: ['PRIV-055'], test: (it) => passes(it.ownList, it), yes: 'allowedOwn', no: 'deniedOwn' },
      ofDatastore: { rules: ['PRIV-057'], test: (it) => it.ofDatastore, yes: 'dsOwnList', no: 'classList' },
      dsOwnList: { rules: ['PRIV-057'], test: (it) => it.dsList.length > 0, yes: 'dsOwnHeld', no: 'restricted' },
      dsOwnHeld: { rules: ['PRIV-057'], test: (it) => passes(it.dsList, it), yes: 'allowedDsOwn', no: 'deniedDsOwn' },
      classList: { rules: ['PRIV-055'], test: (it) => it.classList.length > 0, yes: 'classHeld', no: 'dsList' },
      classHeld: {
        rules: ['PRIV-055'],
        test: (it) => passes(it.classList, it),
        yes: 'allowedClass',
        no: 'deniedClass',
      },
      dsList: { rules: ['PRIV-055', 'PRIV-051'], test: (it) => it.dsList.length > 0, yes: 'dsHeld', no: 'restricted' },
      dsHeld: { rules: ['PRIV-055'], test: (it) => passes(it.dsList, it), yes: 'allowedDs', no: 'deniedDs' },
      restricted: { rules: ['PRIV-067', 'PRIV-068'], test: (it) => it.restricted, yes: 'deniedDefault', no: 'open' },
      allowedOwn: { rules: ['PRIV-055'], outcome: 'allowed', tone: 'good' },
      deniedOwn: { rules: ['PRIV-055', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
      allowedDsOwn: { rules: ['PRIV-057'], outcome: 'allowed', tone: 'good' },
      deniedDsOwn: { rules: ['PRIV-057', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
      allowedClass: { rules: ['PRIV-055'], outcome: 'allowed', tone: 'good' },
      deniedClass: { rules: ['PRIV-055', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
      allowedDs: { rules: ['PRIV-055'], outcome: 'allowed', tone: 'good' },
      deniedDs: { rules: ['PRIV-055', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
      deniedDefault: { rules: ['PRIV-068'], outcome: 'denied', tone: 'bad' },
      open: { rules: ['PRIV-067'], outcome: 'allowed', tone: 'good' },
    },
  }),
})

/** A function of a singleton: its own list, else that of its class, else that of ds. */
export const singletonAccess = rule<Access, ListFacts, AccessOutcome>({
  ...tables,
  decision: decision<ListFacts, AccessOutcome>()({
    name: 'singletonAccess',
    start: 'ownList',
    nodes: {
      ownList: { rules: ['PRIV-058'], test: (it) => it.ownList.length > 0, yes: 'ownHeld', no: 'classList' },
      ownHeld: { rules: ['PRIV-058'], test: (it) => passes(it.ownList, it), yes: 'allowed', no: 'denied' },
      classList: { rules: ['PRIV-058'], test: (it) => it.classList.length > 0, yes: 'classHeld', no: 'dsList' },
      classHeld: {
        rules: ['PRIV-058'],
        test: (it) => passes(it.classList, it),
        yes: 'allowedClass',
        no: 'deniedClass',
      },
      dsList: { rules: ['PRIV-058'], test: (it) => it.dsList.length > 0, yes: 'dsHeld', no: 'restricted' },
      dsHeld: { rules: ['PRIV-058'], test: (it) => passes(it.dsList, it), yes: 'allowedDs', no: 'deniedDs' },
      restricted: { rules: ['PRIV-067', 'PRIV-068'], test: (it) => it.restricted, yes: 'deniedDefault', no: 'open' },
      allowed: { rules: ['PRIV-058'], outcome: 'allowed', tone: 'good' },
      denied: { rules: ['PRIV-058', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
      allowedClass: { rules: ['PRIV-058'], outcome: 'allowed', tone: 'good' },
      deniedClass: { rules: ['PRIV-058', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
      allowedDs: { rules: ['PRIV-058'], outcome: 'allowed', tone: 'good' },
      deniedDs: { rules: ['PRIV-058', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
      deniedDefault: { rules: ['PRIV-068'], outcome: 'denied', tone: 'bad' },
      open: { rules: ['PRIV-067'], outcome: 'allowed', tone: 'good' },
    },
  }),
})

/** update and drop also need read; the table says so when that is what is missing (PRIV-059). */
export const readToo = rule<
  Access & { readonly readAllowed: boolean },
  {
    readonly action: string
    readonly resource: string
    readonly readAllowed: boolean
    readonly [fact: string]: string | boolean
  },
  AccessOutcome
>({
  facts: (_, { action, resource, readAllowed }) => ({ action, resource: resource.applyTo, readAllowed }),
  decision: decision<{ readonly action: string; readonly readAllowed: boolean }, AccessOutcome>()({
    name: 'readToo',
    start: 'needed',
    nodes: {
      needed: {
        rules: ['PRIV-059', 'PRIV-060'],
        test: (it) => it.action !== 'create',
        yes: 'readable',
        no: 'notNeeded',
      },
      notNeeded: { rules: ['PRIV-060'], outcome: 'allowed', tone: 'aside' },
      readable: { rules: ['PRIV-059'], test: (it) => it.readAllowed, yes: 'allowed', no: 'denied' },
      allowed: { rules: ['PRIV-059'], outcome: 'allowed', tone: 'good' },
      denied: { rules: ['PRIV-059', 'PRIV-080'], outcome: 'denied', tone: 'bad' },
    },
  }),
  ...settled,
})

type Levels = typeof dataclassAccess

const BY_TYPE: Readonly<Record<Resource['type'], readonly Levels[]>> = {
  datastore: [dataclassAccess],
  dataclass: [dataclassAccess],
  attribute: [dataclassAccess, attributeAccess],
  method: [functionAccess],
  singleton: [singletonAccess],
  singletonMethod: [singletonAccess],
}

function through(run: Run, access: Access): Verdict<AccessOutcome> {
  let last: Verdict<AccessOutcome> | undefined
  for (const table of BY_TYPE[access.resource.type]) {
    last = ask(run, table, access)
    if (last.outcome === 'denied') return last
  }
  return last!
}

/** Decides one access completely, leaving every table it walked on the run. True when allowed. */
export function mayAccess(run: Run, access: Access): boolean {
  const first = ask(run, control, access)
  if (first.outcome !== 'controlled') return first.outcome === 'free'
  if (through(run, access).outcome === 'denied') return false
  if (access.action === 'create') ask(run, readToo, { ...access, readAllowed: true })
  if (access.action !== 'update' && access.action !== 'drop') return true
  const readAllowed = through(run, { ...access, action: 'read', needed: access.action }).outcome === 'allowed'
  return ask(run, readToo, { ...access, readAllowed }).outcome === 'allowed'
}

// --- Does a promote permission of roles.json take effect? -----------------------------------------------------------

interface Promotion {
  readonly resource: Resource
  readonly session: SessionName | null
  readonly promotes: readonly string[]
}

interface PromotionFacts {
  readonly resource: string
  readonly promotes: readonly string[]
  readonly release: string
  readonly describeCounts: boolean
  readonly describeList: readonly string[]
  readonly held: readonly string[]
}

/** The nearest list for describe: the function's, else that of its dataclass, else that of ds (PRIV-061). */
function describeList(roles: Roles | undefined, resource: Resource): readonly string[] {
  if (!roles) return NOBODY
  const near = [resource, level('dataclass', ownerOf(resource.applyTo)), DS]
  return near.map((it) => listFor(roles, it, 'describe')).find((list) => list.length > 0) ?? NOBODY
}

export const promotion = rule<Promotion, PromotionFacts, 'promoted' | 'hidden'>({
  facts: (world, { resource, session, promotes }) => ({
    resource: resource.applyTo,
    promotes,
    release: spelled(world.release),
    describeCounts: resource.type === 'method' && !has(world.release, 'describeIgnored'),
    describeList: describeList(rolesOf(world), resource),
    held: effective(grantedTo(world, session), NOBODY),
  }),
  decision: decision<PromotionFacts, 'promoted' | 'hidden'>()({
    name: 'promotion',
    start: 'own',
    nodes: {
      own: {
        rules: ['PRIV-031', 'PRIV-039'],
        test: (it) => it.promotes.length > 0,
        yes: 'describeCounts',
        no: 'above',
      },
      above: { rules: ['PRIV-039'], outcome: 'hidden', tone: 'aside' },
      describeCounts: { rules: ['PRIV-062'], test: (it) => it.describeCounts, yes: 'describeList', no: 'promoted' },
      describeList: {
        rules: ['PRIV-062', 'PRIV-061'],
        test: (it) => it.describeList.length > 0,
        yes: 'describeHeld',
        no: 'promoted',
      },
      describeHeld: {
        rules: ['PRIV-062', 'PRIV-061'],
        test: (it) => heldOf(it.held, it.describeList) !== undefined || holds(it.held, 'WebAdmin'),
        yes: 'promoted',
        no: 'hidden',
      },
      promoted: { rules: ['PRIV-031', 'PRIV-032', 'PRIV-030', 'PRIV-040'], outcome: 'promoted', tone: 'aside' },
      hidden: { rules: ['PRIV-062'], outcome: 'hidden', tone: 'none' },
    },
  }),
  then: { promoted: nothing, hidden: nothing },
})

/** Is there a promote list on the dataclass or the datastore? It promotes nothing, and that is told where there is one. */
const promotesAbove = (roles: Roles, { applyTo }: Resource): boolean =>
  [level('dataclass', ownerOf(applyTo)), DS].some((it) => listFor(roles, it, 'promote').length > 0)

/** Privileges that roles.json promotes a function to while it runs; only functions promote (PRIV-031, PRIV-039). */
export function promotedBy(run: Run, resource: Resource, session: SessionName | null): readonly string[] {
  const roles = rolesOf(run.world)
  if (!roles || (resource.type !== 'method' && resource.type !== 'singletonMethod')) return NOBODY
  const promotes = listFor(roles, resource, 'promote')
  if (promotes.length === 0 && !promotesAbove(roles, resource)) return NOBODY
  return ask(run, promotion, { resource, session, promotes }).outcome === 'promoted' ? closure(roles, promotes) : NOBODY
}
