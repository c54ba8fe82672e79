import type { Verdict } from '../decision/decision'
import { isEnding } from '../decision/decision'
import { CONTEXTS, contextExists } from '../engine/contexts'
import { DECISIONS } from '../engine/decisions'
import { named, type MachineName, type SessionName } from '../engine/ids'
import type { Json } from '../engine/json'
import { has, type Release } from '../engine/releases/releases'
import { protectionOf, closure, type Action, type Resource } from '../engine/roles/rolesFile'
import { begin, ask } from '../engine/rule'
import { mayAccess, promotedBy, type Access } from '../engine/rules/access'
import { passGate } from '../engine/rules/passGate'
import { Table } from '../engine/table'
import { knownOf, privilegesAsked, rolesOf } from '../engine/target'
import type { AttributeKind, Session, World } from '../engine/world'
import type { Answer } from './compile'

/** Who asks: the ways by which code comes to a resource (reference privileges, 3.1 and section 7). */
export const CALLERS = ['rest', '4DACTION', 'httpHandler', 'tags', 'soap', 'webMethod', 'webOTP', 'desktop'] as const
export type Caller = (typeof CALLERS)[number]

export interface Question {
  readonly release: Release
  /** The text of roles.json; null when there is none. */
  readonly roles: string | null
  readonly caller: Caller
  /** The argument of setPrivileges(); null when it was never called. */
  readonly setPrivileges: Json
  readonly loggedIn: boolean
  /** Controlled functions that run above the access, outermost first. */
  readonly callStack: readonly Resource[]
  /** Live promotions by Session.promote(). */
  readonly promoted: readonly string[]
  readonly resource: Resource
  readonly action: Action
  readonly attributeKind?: AttributeKind
  /** The value that is set or dropped is Null. */
  readonly ofNull?: boolean
}

export interface Walked {
  readonly answer: Answer
  readonly rule: string
  /** When a list refused: any one of these privileges would pass it. */
  readonly missing: readonly string[]
  /** The tables that were walked, for the explanation. */
  readonly verdicts: readonly Verdict[]
  /** Whatever counted: guest, what the session holds, what was promoted. */
  readonly effective: readonly string[]
}

const SESSION = named<SessionName>('asked')

/** Walks the engine's own tables for one question: gate first, then the access (reference privileges, section 4). */
export function walk(question: Question): Walked {
  const { action, resource, caller, callStack, release, ofNull } = question
  const desktop = caller === 'desktop'
  // Before 21 a desktop session makes no token: the request would open a session of its own (PRIV-004).
  const stranger = caller === 'webOTP' && !has(release, 'otpDesktop')
  const world = worldFor(stranger ? { ...question, setPrivileges: null, loggedIn: false } : question)
  const run = begin(world)
  const session = world.sessions.get(SESSION)!
  const atEntry = caller === 'rest' && callStack.length === 0 && !session.login
  if (atEntry) {
    const gate = ask(run, passGate, { asked: askedFor(question), scalable: true, session: SESSION })
    const rule = gate.outcome === 'served' ? 'PRIV-084' : ruleOf(gate)
    const held = ['guest']
    if (gate.outcome === 'refused')
      return { answer: 'denied', rule, missing: [], verdicts: run.verdicts, effective: held }
    const served = gate.outcome === 'served' && has(release, 'describeIgnored')
    if (gate.outcome === 'authentify' || served)
      return { answer: 'allowed', rule, missing: [], verdicts: run.verdicts, effective: held }
  }
  const promoted = [
    ...callStack.flatMap((it) => promotedBy(run, it, SESSION)),
    ...(has(release, 'promote') ? closure(rolesOf(world), question.promoted) : []),
  ]
  const asides = run.verdicts.length
  const access: Access = {
    ...{ action, resource, forWeb: !desktop, scalable: true, session: SESSION, promoted },
    ...(ofNull === undefined ? {} : { ofNull }),
  }
  const allowed = mayAccess(run, access)
  const walked = run.verdicts.slice(asides)
  return {
    ...decidingOf(walked, allowed, action),
    verdicts: run.verdicts,
    effective: [...new Set(['guest', ...session.privileges, ...promoted])],
  }
}

/** What the walk came to: by which rule, and which names would have passed. */
function decidingOf(
  walked: readonly Verdict[],
  allowed: boolean,
  action: Action,
): Pick<Walked, 'answer' | 'rule' | 'missing'> {
  const last = walked.at(-1)!
  if (last.outcome === 'notApplicable') return { answer: 'n/a', rule: ruleOf(last), missing: [] }
  if (!allowed) {
    const list = last.decision === 'readToo' ? walked.at(-2)! : last
    return { answer: 'denied', rule: ruleOf(last), missing: listOf(list) }
  }
  // Allowed by what was asked for; the read that it needs besides is only a condition.
  const own = walked.filter(({ decision, facts }) => decision !== 'readToo' && facts.action === action)
  return { answer: 'allowed', rule: ruleOf(own.at(-1)!), missing: [] }
}

/** The list that refused, by the ending it led to. */
const LISTS: Readonly<Record<string, string>> = {
  deniedOwn: 'ownList',
  deniedDs: 'dsList',
  deniedDsOwn: 'dsList',
  deniedClass: 'classList',
}

function listOf({ decision, ending, facts }: Verdict): readonly string[] {
  const name = ending === 'denied' ? (decision === 'attributeAccess' ? 'attributeList' : 'ownList') : LISTS[ending]
  const list = name === undefined ? undefined : facts[name]
  return Array.isArray(list) ? (list as readonly string[]) : []
}

/** The rule of the privileges reference that an ending stands for. */
function ruleOf({ decision, ending, facts }: Verdict): string {
  if (ending === 'notLooked') return facts.attributeKind === 'alias' ? 'PRIV-063' : 'PRIV-064'
  const node = DECISIONS.get(decision)?.nodes[ending]
  const rules = node && isEnding(node) ? node.rules : []
  return rules.find((it) => it.startsWith('PRIV-') && it !== 'PRIV-001') ?? rules[0] ?? ''
}

function askedFor({ action, resource, release }: Question) {
  const authentify =
    action === 'execute' &&
    resource.type === 'method' &&
    resource.applyTo.toLowerCase() === 'ds.authentify' &&
    contextExists(CONTEXTS.authentify, release)
  return {
    kind: authentify ? ('authentify' as const) : ('rest' as const),
    context: authentify ? ('authentify' as const) : ('rest' as const),
    rest: true,
    descriptive: action === 'describe',
    access: { action, resource, attributes: [] },
    method: null,
    token: null,
    path: '',
    page: '',
    entitySet: null,
  }
}

/** The smallest world in which the question can be asked: one session, the file, and what the attribute is. */
function worldFor({ release, roles, setPrivileges, loggedIn, resource, attributeKind }: Question): World {
  const protection = has(release, 'permissions') ? protectionOf(roles, has(release, 'singletonPermissions')) : undefined
  const declared = protection?.state === 'on' ? protection.roles : undefined
  const { kept } = knownOf(declared, privilegesAsked(setPrivileges))
  const [owner = '', name = ''] = resource.applyTo.split('.')
  const session: Session = {
    name: SESSION,
    id: '',
    type: 'web',
    machine: named<MachineName>('server'),
    webServer: null,
    userName: '',
    privileges: closure(declared, kept),
    login: loggedIn || setPrivileges !== null,
    storage: Table.empty(),
    clientStorage: Table.empty(),
    idleTimeout: 60,
    createdAt: 0,
    expiresAt: null,
  }
  const attributes = attributeKind ? [{ name, kind: attributeKind }] : []
  return {
    release,
    now: 0,
    seed: '',
    settings: {
      ...{ scalableSessions: true, applicationName: '', licences: 1, sameSite: 'Strict' },
      ...{ roles, handlers: [], pages: [], readings: {} },
    },
    machines: Table.empty(),
    webServers: Table.empty(),
    browsers: Table.empty(),
    sessions: Table.from([[SESSION, session]]),
    processes: Table.empty(),
    tokens: Table.empty(),
    entitySets: Table.empty(),
    cookies: Table.empty(),
    licences: Table.empty(),
    legacy: Table.empty(),
    open: Table.empty(),
    pooled: Table.empty(),
    traces: Table.empty(),
    methods: Table.empty(),
    dataclasses: attributeKind ? Table.from([[owner, { name: owner, attributes, functions: [] }]]) : Table.empty(),
    counts: { web: 0, tokens: 0, processes: 0, entitySets: 0 },
    nextEnd: Infinity,
  }
}
