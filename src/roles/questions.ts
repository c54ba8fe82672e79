import { isRecord, type Json } from '../engine/json'
import { readRelease, type Release } from '../engine/releases/releases'
import { ACTIONS, RESOURCE_TYPES, type Action, type Resource } from '../engine/roles/rolesFile'
import type { AttributeKind } from '../engine/world'
import { CALLERS, type Caller, type Question } from './walk'

/** Questions as privileges-vectors.json writes them; what is not said has its plainest value. */
export interface Asked {
  readonly id: string
  readonly question: Question
  /** What the file expects, when it says so. */
  readonly expected: string | undefined
  readonly rule: string | undefined
}
export interface Refused {
  readonly id: string
  /** What could not be understood, and what stood there. */
  readonly problem: 'shape' | 'release' | 'caller' | 'resource' | 'action' | 'file'
  readonly found: string
}

export interface Given {
  /** The text of the roles.json that is asked about; absent: every question names a fixture. */
  readonly roles?: string | undefined
  readonly release: Release
}

/** One entry for each question, in order; undefined when the document holds no questions at all. */
export function readQuestions(document: Json, given: Given): readonly (Asked | Refused)[] | undefined {
  const file = isRecord(document) ? document : {}
  const all: unknown = Array.isArray(document) ? document : (file.vectors ?? file.questions)
  if (!Array.isArray(all)) return undefined
  const fixtures = isRecord(file.fixtures) ? file.fixtures : {}
  const texts = new Map(Object.entries(fixtures).map(([name, it]) => [name, textOf(it)]))
  return all.map((it: unknown, i) => readQuestion(it, `${i + 1}`, texts, given))
}

const textOf = (fixture: unknown): string | null =>
  fixture === null ? null : typeof fixture === 'string' ? fixture : JSON.stringify(fixture)

const shown = (value: unknown): string => (value === undefined ? 'nothing' : (JSON.stringify(value) ?? '').slice(0, 60))

function readQuestion(
  it: unknown,
  number: string,
  fixtures: ReadonlyMap<string, string | null>,
  given: Given,
): Asked | Refused {
  if (!isRecord(it)) return { id: number, problem: 'shape', found: shown(it) }
  const id = typeof it.id === 'string' || typeof it.id === 'number' ? String(it.id) : number
  const refused = (problem: Refused['problem'], value: unknown): Refused => ({ id, problem, found: shown(value) })

  const release = it.release === undefined ? given.release : readRelease(String(it.release))
  if (!release) return refused('release', it.release)
  const roles = rolesOf(it.file, fixtures, given.roles)
  if (roles === undefined) return refused('file', it.file)
  const caller = callerOf(it.caller)
  if (!caller) return refused('caller', it.caller)
  const action = ACTIONS.find((one) => one === it.action)
  if (!action) return refused('action', it.action)
  const resource = resourceOf(it.resource, action)
  const callStack = listOf(it.callStack).map((one) => resourceOf(one, 'execute'))
  if (!resource) return refused('resource', it.resource)
  if (callStack.some((one) => one === undefined)) return refused('resource', it.callStack)
  const kind = attributeKind(it.attributeKind ?? (isRecord(it.resource) ? it.resource.kind : undefined))
  return {
    id,
    expected: typeof it.expected === 'string' ? it.expected : undefined,
    rule: typeof it.rule === 'string' ? it.rule : undefined,
    question: {
      ...{ release, roles, caller, action, resource },
      setPrivileges: (it.setPrivileges ?? null) as Json, // it came out of a JSON document
      loggedIn: it.loggedIn === true,
      callStack: callStack.filter((one) => one !== undefined),
      promoted: listOf(it.promoted).filter((one): one is string => typeof one === 'string'),
      ...(kind ? { attributeKind: kind } : {}),
      ...(it.ofNull === true ? { ofNull: true } : {}),
    },
  }
}

/** A fixture by its name, the file that was given, or no file at all (null); undefined when there is none of these. */
function rolesOf(
  file: unknown,
  fixtures: ReadonlyMap<string, string | null>,
  given: string | undefined,
): string | null | undefined {
  if (file === null) return null
  const fixture = typeof file === 'string' ? fixtures.get(file) : undefined
  return fixture === undefined ? given : fixture
}

const OTHER_CALLERS: Readonly<Record<string, Caller>> = {
  qodly: 'rest',
  remotedatastore: 'rest',
  handler: 'httpHandler',
  action: '4DACTION',
  web: '4DACTION',
  otp: 'webOTP',
  webarea: 'webOTP',
  storedprocedure: 'desktop',
  standalone: 'desktop',
}

export function callerOf(value: unknown): Caller | undefined {
  if (value === undefined) return 'rest'
  const low = String(value).toLowerCase()
  return (
    CALLERS.find((it) => it.toLowerCase() === low) ??
    (Object.hasOwn(OTHER_CALLERS, low) ? OTHER_CALLERS[low] : undefined)
  )
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** { type, applyTo }, or a name alone, whose kind follows from its shape and the action. */
export function resourceOf(value: unknown, action: Action): Resource | undefined {
  if (typeof value === 'string') return value === '' ? undefined : resourceNamed(value, action)
  if (!isRecord(value) || typeof value.applyTo !== 'string') return undefined
  const type = RESOURCE_TYPES.find((it) => it === value.type)
  return type && { type, applyTo: value.applyTo }
}

export function resourceNamed(applyTo: string, action: Action): Resource {
  if (applyTo.toLowerCase() === 'ds') return { type: 'datastore', applyTo: 'ds' }
  if (!applyTo.includes('.')) return { type: 'dataclass', applyTo }
  return { type: action === 'execute' || action === 'promote' ? 'method' : 'attribute', applyTo }
}

const KINDS: readonly AttributeKind[] = ['storage', 'relation', 'alias', 'computed']
const attributeKind = (value: unknown): AttributeKind | undefined => KINDS.find((it) => it === value)
