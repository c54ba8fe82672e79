import type { Verdict } from '../decision/decision'
import { isoOf } from './clock'
import type { Event } from './event'
import { isRecord, type Json } from './json'
import { companionOf, picked, type Companion } from './companions'
import { infoOf } from './infoOf'
import type { Call, Member } from './method'
import { contextOf } from './contexts'
import type { SessionName } from './ids'
import type { Place } from './place'
import { ACTIONS, RESOURCE_TYPES, type Action, type ResourceType } from './roles/rolesFile'
import { ask, happen, type Rule, type Run } from './rule'
import { attributeAccess, mayAccess } from './rules/access'
import { checkToken } from './rules/checkToken'
import { closeLegacySession } from './rules/closeLegacySession'
import { setVariable, variable } from './rules/variables'
import { isGuest } from './rules/members/guest'
import {
  clearPrivileges,
  demote,
  getPrivileges,
  hasPrivilege,
  promote,
  setPrivileges,
} from './rules/members/privileges'
import {
  expirationDate,
  id,
  idleTimeout,
  info,
  quotas,
  setIdleTimeout,
  setQuota,
  storage,
  userName,
} from './rules/members/properties'
import { onNull } from './rules/members/onNull'
import { createOtp, restore } from './rules/members/token'
import { use, writeNested, writeStorage } from './rules/members/writing'
import { DEFAULT_TIMEOUT } from './rules/entitySets'
import { resolve, type Resolved } from './rules/resolveSession'
import { takeLicence } from './rules/takeLicence'
import { promotedIn, text, type Target } from './target'
import { entitySetsOf, tokenNamed, type Session, type Side, type World } from './world'

export type ErrorCode =
  | 'onNull'
  | 'forbiddenOnClient'
  | 'notInRelease'
  | 'outsideUse'
  | 'privilege'
  | 'noLicence'
  | 'senseless'
  | 'notHere'
  | 'notShared'
  | 'waits'
  | 'outOfRange'

/** What one call gave back: a value, Undefined (no value, no error), or an error. */
export interface CallAnswer {
  readonly call: Member
  readonly with: readonly Json[]
  /** The place of the manual where it ran. */
  readonly place: string
  readonly session: SessionName | null
  readonly side: Side | null
  readonly value?: Json
  readonly error?: ErrorCode
}

/** The outcome of a member's table turned into what the caller sees. */
type Give = (
  world: World,
  target: Target,
  verdict: Verdict,
  /** All that has happened in this step so far. */
  events: readonly Event[],
) => Pick<CallAnswer, 'value' | 'error'>

const always =
  (value: Json): Give =>
  () => ({ value })
const fails =
  (error: ErrorCode): Give =>
  () => ({ error })
const undefinedValue: Give = () => ({})

const now = (world: World, { session }: Target): Session => world.sessions.get(session.name) ?? session

const pickStorage: Give = (world, target) => {
  const session = now(world, target)
  return picked(target.side === 'client' ? session.clientStorage : session.storage, text(target.args[0]))
}

/** Members whose answer is more than one table and a value. */
type Apart = 'Session' | 'access' | 'restore' | 'setPrivileges' | 'variable' | 'setVariable' | 'closeLegacySession'

/** Each member: the table that decides, and what each outcome gives back. Any object literal is narrowed by its rule. */
interface Entry {
  // The table of every member has facts of its own; they are read by the table itself and shown, never used here.
  readonly by: Rule<Target, object, string>
  readonly gives: Readonly<Record<string, Give>>
}

const member = <F extends object, O extends string>(by: Rule<Target, F, O>, gives: Readonly<Record<O, Give>>): Entry =>
  // Sound: an Entry's table is only ever walked with the facts it gathered itself.
  ({ by: by as unknown as Rule<Target, object, string>, gives })

const notInRelease = fails('notInRelease')
const onClient = fails('forbiddenOnClient')

const ENTRIES: Readonly<Record<Exclude<Member, Companion | Apart>, Entry>> = {
  id: member(id, { value: (_, { session }) => ({ value: session.id }), missing: notInRelease }),
  userName: member(userName, { value: (world, target) => ({ value: now(world, target).userName }) }),
  info: member(info, {
    value: (world, target) => ({ value: infoOf(world, now(world, target)) }),
    undefined: undefinedValue,
    missing: notInRelease,
  }),
  storage: member(storage, { value: pickStorage }),
  writeStorage: member(writeStorage, {
    written: (_, { args }) => ({ value: args[1] ?? null }),
    outside: fails('outsideUse'),
    unshared: fails('notShared'),
    waits: fails('waits'),
  }),
  writeNested: member(writeNested, {
    written: (_, { args }) => ({ value: args[2] ?? null }),
    outside: fails('outsideUse'),
    missing: fails('notShared'),
    waits: fails('waits'),
  }),
  use: member(use, { taken: undefinedValue, missing: fails('notShared'), waits: fails('waits') }),
  idleTimeout: member(idleTimeout, {
    value: (world, target) => ({ value: now(world, target).idleTimeout }),
    undefined: undefinedValue,
    null: always(null),
  }),
  setIdleTimeout: member(setIdleTimeout, {
    set: (world, target) => ({ value: now(world, target).idleTimeout }),
    undefined: undefinedValue,
  }),
  expirationDate: member(expirationDate, {
    value: (world, target) => ({ value: isoOf(now(world, target).expiresAt ?? 0) }),
    undefined: undefinedValue,
    null: always(null),
  }),
  quotas: member(quotas, {
    value: quotasOf,
    undefined: undefinedValue,
    null: always(null),
    missing: notInRelease,
  }),
  setQuota: member(setQuota, {
    set: quotasOf,
    lowered: quotasOf,
    reset: quotasOf,
    outOfRange: fails('outOfRange'),
    readOnly: fails('senseless'),
    undefined: undefinedValue,
    missing: notInRelease,
  }),
  isGuest: member(isGuest, { true: always(true), false: always(false) }),
  hasPrivilege: member(hasPrivilege, { true: always(true), false: always(false) }),
  getPrivileges: member(getPrivileges, {
    list: (world, target) => ({ value: now(world, target).privileges }),
    none: always([]),
    webAdmin: always(['WebAdmin']),
    missing: notInRelease,
  }),
  clearPrivileges: member(clearPrivileges, {
    cleared: always(true),
    released: always(true),
    inertTrue: always(true),
    inertFalse: always(false),
    error: onClient,
  }),
  promote: member(promote, {
    promoted: (world, { place }) => ({ value: world.processes.get(place.process)?.promoted ?? 0 }),
    zero: always(0),
    undefined: undefinedValue,
    missing: notInRelease,
    error: onClient,
  }),
  demote: member(demote, { demoted: undefinedValue, nothing: undefinedValue, missing: notInRelease, error: onClient }),
  createOTP: member(createOtp, {
    asked: newest,
    raised: newest,
    idle: newest,
    ten: newest,
    empty: always(''),
    missing: notInRelease,
  }),
}

/** What is not limited is left out (C-29). */
function quotasOf(world: World, target: Target): { readonly value: Json } {
  const { name, quotas } = now(world, target)
  const nbEntitySets = entitySetsOf(world, name).length
  return { value: { defaultEntitySetTimeout: DEFAULT_TIMEOUT, ...quotas, currentValues: { nbEntitySets } } }
}

/** The text of the token that was just made. */
function newest(_world: World, _target: Target, _verdict: Verdict, events: readonly Event[]): { readonly value: Json } {
  const made = events.at(-1)
  return { value: made?.type === 'tokenCreated' ? made.token.value : '' }
}

/** Where code stands after a call: the place may have changed by restore(), and it may have failed. */
export interface Called {
  readonly place: Place
  readonly answer: CallAnswer
}

type Asked = Omit<CallAnswer, 'value' | 'error'>

/** Assigned, because fields written after a spread cost 20 times as much. The call was asked once: nobody else has it. */
const answered = (asked: Asked, given: Pick<CallAnswer, 'value' | 'error'>): CallAnswer => Object.assign(asked, given)

/** One call in one place: resolve Session, then decide about the member. */
export function call(run: Run, place: Place, it: Call): Called {
  const args = it.with ?? []
  const at = (session: SessionName | null, side: Side | null): Asked => ({
    call: it.call,
    with: args,
    place: contextOf(place.context).id,
    session,
    side,
  })
  const free = FREE[it.call]
  if (free) return { place, answer: answered(at(null, null), free(run, place, args)) }
  if (it.call === 'access') return { place, answer: answered(at(null, null), access(run, place, args)) }
  const companion = companionOf(it.call)
  if (companion) return { place, answer: answered(at(null, null), companion(run, { place, args })) }

  const resolved = resolve(run, place)
  const session = resolved && run.world.sessions.get(resolved.session)
  if (!resolved || !session) {
    const given = ask(run, onNull, it.call).outcome === 'null' ? { value: null } : { error: 'onNull' as const }
    return { place, answer: answered(at(null, null), given) }
  }
  const found = at(resolved.session, resolved.side)
  if (it.call === 'Session') return { place, answer: answered(found, { value: described(session, resolved) }) }

  const target: Target = { place, session, side: resolved.side, args, ...(it.as === undefined ? {} : { as: it.as }) }
  if (it.call === 'restore') return restored(run, target, found)
  if (it.call === 'setPrivileges') return { place, answer: answered(found, setAndCount(run, target)) }
  // Companions, and those in FREE, have been answered above.
  const { by, gives } = ENTRIES[it.call as keyof typeof ENTRIES]
  const verdict = ask(run, by, target)
  return { place, answer: answered(found, gives[verdict.outcome]!(run.world, target, verdict, run.events)) }
}

/** What code can do without any session: its own variables, and a command of legacy sessions. */
const FREE: Readonly<
  Partial<Record<Member, (run: Run, place: Place, args: readonly Json[]) => { readonly value?: Json }>>
> = {
  variable(run, place, args) {
    const { outcome } = ask(run, variable, { place, args })
    const process = run.world.processes.get(place.process)
    const found = (outcome === 'own' ? process?.variables : process?.inherited)?.[text(args[0])]
    return outcome === 'undefined' || found === undefined ? {} : { value: found }
  },
  setVariable(run, place, args) {
    ask(run, setVariable, { place, args })
    return { value: args[1] ?? null }
  },
  closeLegacySession(run, place) {
    ask(run, closeLegacySession, { place })
    return {}
  },
}

const described = (session: Session, { side }: Resolved): Json => ({
  session: session.name,
  type: session.type,
  side,
  id: session.id,
})

/** setPrivileges() on a web session may be the moment a licence is taken; without one it does not happen. */
function setAndCount(run: Run, target: Target): { readonly value: Json } | { readonly error: ErrorCode } {
  const { place, session } = target
  const before = { world: run.world, events: run.events.length }
  const { outcome } = ask(run, setPrivileges, target)
  if (outcome === 'error') return { error: 'forbiddenOnClient' }
  if (outcome === 'refused') return { value: false }
  if (session.webServer === null || !place.request) return { value: true }
  const licence = ask(run, takeLicence, {
    moment: 'setPrivileges',
    session: session.name,
    rest: place.request.rest,
    machine: place.machine,
  })
  if (licence.outcome === 'exhausted') {
    run.world = before.world
    run.events.length = before.events
    return { error: 'noLicence' }
  }
  if (licence.outcome === 'taken') {
    happen(run, {
      type: 'licenceTaken',
      licence: { session: session.name, because: 'setPrivileges', since: run.world.now },
    })
  }
  return { value: true }
}

function restored(run: Run, target: Target, found: Asked): Called {
  const { place, args } = target
  const { outcome } = ask(run, restore, target)
  if (outcome === 'missing') return { place, answer: answered(found, { error: 'notInRelease' }) }
  if (outcome === 'error') return { place, answer: answered(found, { error: 'forbiddenOnClient' }) }
  if (outcome === 'notHere') return { place, answer: answered(found, { error: 'notHere' }) }
  if (outcome === 'false' || !place.request) return { place, answer: answered(found, { value: false }) }
  const token = tokenNamed(run.world, text(args[0]))
  const check = ask(run, checkToken, { token: text(args[0]), machine: place.machine, from: place.request.from })
  if (check.outcome !== 'restored' || !token) return { place, answer: answered(found, { value: false }) }
  const there: Place = { ...place, request: { ...place.request, session: token.session } }
  return { place: there, answer: answered({ ...found, session: token.session }, { value: true }) }
}

const isAction = (value: Json | undefined): value is Action => ACTIONS.some((it) => it === value)
const isType = (value: Json | undefined): value is ResourceType => RESOURCE_TYPES.some((it) => it === value)

/**
 * access(action, resource, value): running code touches data. The resource is "People", "People.salary", or {type, applyTo};
 * the value, when it is said, is what an attribute gets or loses.
 * An attribute one may not read is left out without an error (SES-163, A-14); anything else refused is an error.
 */
function access(
  run: Run,
  place: Place,
  [action, resource, value]: readonly Json[],
): { readonly value: Json } | { readonly error: ErrorCode } {
  const asked = resourceOf(resource)
  if (!isAction(action) || !asked) return { error: 'senseless' }
  const session = place.request?.session ?? null
  const forWeb = place.request !== undefined
  const scalable = place.request?.scalable ?? false
  const promoted = promotedIn(run.world, place)
  if (mayAccess(run, { action, resource: asked, forWeb, scalable, session, promoted, ofNull: value === null }))
    return { value: true }
  const last = run.verdicts.at(-1)
  if (last?.outcome === 'notApplicable') return { error: 'senseless' }
  return last?.decision === attributeAccess.decision.name && action === 'read'
    ? { value: null }
    : { error: 'privilege' }
}

function resourceOf(resource: Json | undefined): { readonly type: ResourceType; readonly applyTo: string } | null {
  if (isRecord(resource)) {
    const { type, applyTo } = resource as Readonly<Record<string, Json>>
    return isType(type) && typeof applyTo === 'string' ? { type, applyTo } : null
  }
  if (typeof resource !== 'string' || resource === '') return null
  if (resource === 'ds') return { type: 'datastore', applyTo: 'ds' }
  return { type: resource.includes('.') ? 'attribute' : 'dataclass', applyTo: resource }
}
