import { isRecord, type Json } from '../engine/json'
import { readRelease, spelled, type Release } from '../engine/releases/releases'
import { ACTIONS, RESOURCE_TYPES, type Action, type Resource, type ResourceType } from '../engine/roles/rolesFile'
import type { Compiled } from './compile'
import { callerOf, resourceNamed, resourceOf } from './questions'
import { walk, type Caller, type Question, type Walked } from './walk'

/**
 * What a project wants of its roles.json, as sentences or objects beside it:
 *
 *   role Seller must not update Invoice.total through REST
 *   guest may execute function ds.login before login
 *   privileges sales, audit can read Invoice inside ds.report in 4D 21 R3
 */
export interface RoleTest {
  readonly role?: string
  readonly privileges?: readonly string[]
  readonly may: boolean
  readonly action: Action
  readonly resource: Resource
  readonly caller: Caller
  /** Has setPrivileges() been called? A guest's has not, unless said otherwise. */
  readonly loggedIn: boolean
  readonly inside: readonly Resource[]
  readonly release?: Release
}

export interface Outcome extends Pick<Walked, 'answer' | 'rule' | 'missing'> {
  readonly holds: boolean
  /** Names that the test speaks of and the file does not declare: then nothing is tested. */
  readonly unknown: readonly string[]
}

export interface Against {
  readonly roles: string | null
  readonly release: Release
  readonly compiled: Compiled
}

export function runTest(test: RoleTest, { roles, release, compiled }: Against): Outcome {
  const question: Question = {
    ...{ release: test.release ?? release, roles, caller: test.caller, loggedIn: test.loggedIn },
    setPrivileges: test.role !== undefined ? { roles: test.role } : (test.privileges ?? null),
    ...{ callStack: test.inside, promoted: [], resource: test.resource, action: test.action },
  }
  const { answer, rule, missing } = walk(question)
  const unknown = compiled.state === 'on' ? unknownIn(test, compiled) : []
  return { holds: unknown.length === 0 && (answer === 'allowed') === test.may, answer, rule, missing, unknown }
}

const low = (name: string): string => name.toLowerCase()

function unknownIn({ role, privileges = [] }: RoleTest, compiled: Compiled): readonly string[] {
  const declared = new Set(['guest', 'webadmin', ...compiled.privileges.map(low)])
  const roles = new Set(compiled.roles.map(low))
  return [
    ...(role !== undefined && !roles.has(low(role)) ? [role] : []),
    ...privileges.filter((it) => !declared.has(low(it))),
  ]
}

// --- Reading -----------------------------------------------------------------------------------------------------------

export interface Unreadable {
  readonly unreadable: string
}

/** A list of tests, or an object with one under "tests"; undefined when it is neither. */
export function readTests(file: Json): readonly (RoleTest | Unreadable)[] | undefined {
  const all: unknown = isRecord(file) ? file.tests : file
  return Array.isArray(all) ? all.map(readTest) : undefined
}

function readTest(it: unknown): RoleTest | Unreadable {
  const read = typeof it === 'string' ? readSentence(it) : isRecord(it) ? readObject(it) : undefined
  return read ?? { unreadable: typeof it === 'string' ? it : (JSON.stringify(it) ?? '') }
}

function readObject(it: Readonly<Record<string, unknown>>): RoleTest | undefined {
  const action = ACTIONS.find((one) => one === it.action)
  const caller = callerOf(it.through ?? it.caller)
  const release = it.release === undefined ? undefined : readRelease(String(it.release))
  if (!action || !caller || typeof it.may !== 'boolean' || (it.release !== undefined && !release)) return undefined
  const resource = resourceOf(it.resource, action)
  const inside = (Array.isArray(it.inside) ? it.inside : []).map((one: unknown) => resourceOf(one, 'execute'))
  const privileges = Array.isArray(it.privileges) ? it.privileges.filter((one) => typeof one === 'string') : undefined
  const somebody = typeof it.role === 'string' || privileges !== undefined
  if (!resource || inside.some((one) => !one)) return undefined
  return {
    ...(typeof it.role === 'string' ? { role: it.role } : privileges ? { privileges } : {}),
    ...{ may: it.may, action, resource, caller },
    loggedIn: typeof it.loggedIn === 'boolean' ? it.loggedIn : somebody,
    inside: inside.filter((one) => one !== undefined),
    ...(release ? { release } : {}),
  }
}

/** Words, and names in quotes when they hold spaces. A comma is a word of its own. */
const WORD = /"([^"]*)"|,|[^\s,"]+/g

interface Reader {
  /** Takes these words when they come next. */
  take(...words: readonly string[]): boolean
  name(): string | undefined
  list(): readonly string[]
  readonly over: boolean
}

function readerOf(sentence: string): Reader {
  const words = [...sentence.trim().replace(/\.$/, '').matchAll(WORD)].map(([word, quoted]) => ({
    word: quoted ?? word,
    quoted: quoted !== undefined,
  }))
  let at = 0
  const name = (): string | undefined => {
    const it = words[at]
    if (!it || (it.word === ',' && !it.quoted)) return undefined
    at++
    return it.word
  }
  const take = (...wanted: readonly string[]): boolean => {
    const fits = wanted.every((it, i) => words[at + i] && !words[at + i]!.quoted && low(words[at + i]!.word) === it)
    if (fits) at += wanted.length
    return fits
  }
  return {
    take,
    name,
    list() {
      const found = [name()]
      while (take(',', 'and') || take(',') || take('and')) found.push(name())
      return found.filter((it) => it !== undefined)
    },
    get over() {
      return at >= words.length
    },
  }
}

const MODALS: readonly (readonly [readonly string[], boolean])[] = [
  [['must', 'not', 'be', 'able', 'to'], false],
  [['must', 'be', 'able', 'to'], true],
  [['must', 'not'], false],
  [['may', 'not'], false],
  [['can', 'not'], false],
  [['cannot'], false],
  [['must'], true],
  [['may'], true],
  [['can'], true],
]
const ACTION_WORDS: Readonly<Record<string, Action>> = {
  delete: 'drop',
  call: 'execute',
  run: 'execute',
  promote: 'promote',
}
const TYPE_WORDS: Readonly<Record<string, ResourceType>> = { function: 'method' }
const WAYS: readonly (readonly [readonly string[], Caller])[] = [
  [['a', 'web', 'area'], 'webOTP'],
  [['a', 'web', 'request'], '4DACTION'],
  [['desktop', 'code'], 'desktop'],
  [['an', 'http', 'handler'], 'httpHandler'],
]

/** Undefined when it is no such sentence, to its last word. */
export function readSentence(sentence: string): RoleTest | undefined {
  const it = readerOf(sentence)
  const who = whoIn(it)
  const modal = MODALS.find(([words]) => it.take(...words))
  const word = low(it.name() ?? '')
  const action =
    ACTIONS.find((one) => one === word) ?? (Object.hasOwn(ACTION_WORDS, word) ? ACTION_WORDS[word] : undefined)
  if (!who || !modal || !action) return undefined
  const resource = resourceIn(it, action)
  const ends = endsOf(it)
  if (!resource || !ends) return undefined
  const { loggedIn = who.role !== undefined || who.privileges !== undefined, ...rest } = ends
  return { ...who, may: modal[1], action, resource, loggedIn, ...rest }
}

function whoIn(it: Reader): Pick<RoleTest, 'role' | 'privileges'> | undefined {
  if (it.take('guest') || it.take('a', 'guest') || it.take('anybody') || it.take('everybody')) return {}
  if (it.take('role')) {
    const role = it.name()
    return role === undefined ? undefined : { role }
  }
  if (it.take('privilege') || it.take('privileges')) return { privileges: it.list() }
  return undefined
}

function resourceIn(it: Reader, action: Action): Resource | undefined {
  it.take('the')
  const type =
    RESOURCE_TYPES.find((one) => it.take(low(one))) ?? (it.take('function') ? TYPE_WORDS.function : undefined)
  const applyTo = it.name()
  if (applyTo === undefined) return undefined
  return type ? { type, applyTo } : resourceNamed(applyTo, action)
}

function endsOf(it: Reader): (Pick<RoleTest, 'caller' | 'inside' | 'release'> & { loggedIn?: boolean }) | undefined {
  let ends: Pick<RoleTest, 'caller' | 'inside' | 'release'> & { loggedIn?: boolean } = { caller: 'rest', inside: [] }
  while (!it.over) {
    if (it.take('through')) {
      const caller = WAYS.find(([words]) => it.take(...words))?.[1] ?? callerOf(it.name() ?? '')
      if (!caller) return undefined
      ends = { ...ends, caller }
    } else if (it.take('before', 'login')) ends = { ...ends, loggedIn: false }
    else if (it.take('after', 'login')) ends = { ...ends, loggedIn: true }
    else if (it.take('inside')) ends = { ...ends, inside: it.list().map((name) => resourceNamed(name, 'execute')) }
    else if (it.take('in')) {
      it.take('4d')
      const first = it.name() ?? ''
      const release = readRelease(first + RELEASE_PARTS.map((part) => (it.take(part) ? part : '')).join(''))
      if (!release) return undefined
      ends = { ...ends, release }
    } else return undefined
  }
  return ends
}
/** "21 R3" is two words. */
const RELEASE_PARTS = Array.from({ length: 10 }, (_, i) => `r${i + 1}`)

// --- Writing -----------------------------------------------------------------------------------------------------------

const quoted = (name: string): string => (/^[^\s",]+$/.test(name) ? name : `"${name}"`)
const SPELLED: Readonly<Partial<Record<Caller, string>>> = {
  webOTP: 'a Web area',
  desktop: 'desktop code',
  rest: 'REST',
}

/** The sentence that reads as this test. */
export function sentenceOf(test: RoleTest): string {
  const { role, privileges, may, action, resource, caller, loggedIn, inside, release } = test
  const somebody = role !== undefined || privileges !== undefined
  const who =
    role !== undefined
      ? `role ${quoted(role)}`
      : privileges
        ? `privileges ${privileges.map(quoted).join(', ')}`
        : 'guest'
  const plain = resourceNamed(resource.applyTo, action).type === resource.type
  const kind = plain ? '' : `${resource.type === 'method' ? 'function' : resource.type} `
  return [
    `${who} ${may ? 'may' : 'must not'} ${action} ${kind}${quoted(resource.applyTo)}`,
    `through ${SPELLED[caller] ?? caller}`,
    ...(inside.length > 0 ? [`inside ${inside.map(({ applyTo }) => quoted(applyTo)).join(', ')}`] : []),
    ...(loggedIn === somebody ? [] : [loggedIn ? 'after login' : 'before login']),
    ...(release ? [`in 4D ${spelled(release)}`] : []),
  ].join(' ')
}

/** Today's answers as tests: for guests and each role, all that the file names. */
export function lockedIn(compiled: Compiled): readonly RoleTest[] {
  const named = compiled.resources.filter(({ applyTo }) => !applyTo.endsWith('*'))
  const who = [{ holder: compiled.guest }, ...compiled.roles.map((role) => ({ role, holder: compiled.role(role)! }))]
  return who.flatMap(({ holder, ...somebody }) =>
    named.flatMap((resource) =>
      (['read', 'create', 'update', 'drop', 'execute'] as const).flatMap((action) => {
        const answer = compiled.answerAt(holder, compiled.cell(action, resource.type, resource.applyTo))
        if (answer === 'n/a') return []
        const may = answer === 'allowed'
        return [{ ...somebody, may, action, resource, caller: 'rest' as const, loggedIn: true, inside: [] }]
      }),
    ),
  )
}
