import type { Json } from '../engine/json'
import { Table } from '../engine/table'
import type { Browser, Machine, Session, Token, World } from '../engine/world'
import { standingOf } from './alphabet'
import type { Cast } from './cast'

/**
 * A text that two worlds share only when the same may be wanted in both and the same will come of it. Names that are
 * only counted (sessions, tokens, processes), ids, the time of day and what a browser shows do not count: no table looks
 * at them. Clients that differ in name only may change places.
 */
export function fingerprint(world: World, cast: Cast, remembered: Json = null, named: readonly string[] = []): string {
  const rest = restOf(world)
  const seats = orders(interchangeable(world, cast, [...named, ...rest])).map((order) => seatsOf(world, order))
  return seats.map((names) => written(world, names, [...rest, remembered])).reduce((a, b) => (a < b ? a : b))
}

/**
 * Clients of the cast that differ in name only: they have as many browsers, and nothing else speaks of them, neither
 * the question nor settings, web servers and methods.
 */
function interchangeable({ browsers }: World, { machines }: Cast, told: readonly string[]): readonly Machine[] {
  const areas = ({ name }: Machine): readonly Browser[] => browsers.filter(({ machine }) => machine === name)
  const clients = machines.filter(({ kind }) => kind === 'client')
  const same = clients.filter(
    (it, _, [first]) =>
      first &&
      areas(it).length === areas(first).length &&
      ![it.name, it.user, ...areas(it).map(({ name }) => name)].some((name) =>
        told.some((text) => text.includes(name)),
      ),
  )
  // The orders of four would be 24.
  return same.length > 3 ? [] : same
}

function orders<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length < 2) return [all]
  return all.flatMap((first) => orders(all.filter((it) => it !== first)).map((rest) => [first, ...rest]))
}

/** What each of these clients, its browsers and its people are called when it sits there. A name goes before a text. */
function seatsOf({ browsers }: World, order: readonly Machine[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  order.forEach(({ name }, i) => {
    names.set(name, `<client ${i}>`)
    browsers.filter(({ machine }) => machine === name).forEach((it, n) => names.set(it.name, `<area ${i} ${n}>`))
  })
  order.forEach(({ user }, i) => names.set(user, names.get(user) ?? `<user ${i}>`))
  return names
}

/** Everything but what is written below in another form, or counts for nothing. */
const APART = [
  'now',
  'seed',
  'counts',
  'nextEnd',
  'traces',
  'machines',
  'browsers',
  'sessions',
  'tokens',
  'processes',
  'cookies',
  'licences',
] as const satisfies readonly (keyof World)[]

function written(world: World, seats: ReadonlyMap<string, string>, rest: readonly Json[]): string {
  const names = new Map(seats)
  const called = (name: string): string => names.get(name) ?? name
  const say = (value: unknown): string =>
    JSON.stringify(value, (_, it: unknown) => (typeof it === 'string' ? called(it) : it))

  const cookies = world.cookies.entries().map(([, it]) => it)
  const sessions = [...world.sessions.values()].map((it) => {
    const at = cookies
      .filter(({ session }) => session === it.name)
      .map(({ browser, webServer }) => `${called(browser)}@${webServer}`)
    const holds = world.licences.get(it.name)?.because
    return { it, text: say([still(it), it.expiresAt === null ? null : it.expiresAt - world.now, holds, at.sort()]) }
  })
  sessions.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
  sessions.forEach(({ it }, i) => {
    names.set(it.name, `<session ${i}>`)
    names.set(it.id, `<id ${i}>`)
  })

  const standing = (it: Token): boolean => standingOf(world, it) === 'fresh'
  const fresh = world.tokens.filter(standing).map((it) => tokenText(world, it, called))
  const dead = world.tokens.filter((it) => !standing(it)).map((it) => tokenText(world, it, called))
  const cookie = cookies.map(({ value: _, session, ...it }) =>
    say([it, world.sessions.has(session) ? called(session) : 'gone']),
  )
  const processes = world.processes.values().map(({ name: _, label: __, promoted: ___, ...it }) => say(it))
  // What people read on a machine changes nothing: its label, its address, its system.
  const machines = world.machines.values().map((it) => say(seen(it)))
  return [
    ...machines.sort(),
    '§',
    ...sessions.map(({ text }) => text),
    '§',
    ...fresh.sort(),
    // How many have come to nothing makes no difference.
    ...[...new Set(dead)].sort(),
    '§',
    ...cookie.sort(),
    '§',
    ...processes.sort(),
    '§',
    // A licence without its session would be a fault of the engine: not the same as none.
    String(world.licences.size),
    ...rest.map(say),
  ].join('\n')
}

/** What a session is, without what it is called and when it began. */
const still = ({ name: _, id: __, createdAt: ___, expiresAt: ____, ...it }: Session): Omit<Session, Gone> => it
type Gone = 'name' | 'id' | 'createdAt' | 'expiresAt'

/** A machine without what people read on it: its label, its address, its system; and without how often it was started. */
const seen = ({ times: _, label: __, systemUser: ___, address: ____, host: _____, ...it }: Machine): object => it

function tokenText(world: World, token: Token, called: (name: string) => string): string {
  const standing = standingOf(world, token)
  if (standing === 'orphaned') return standing
  const opens = world.sessions.has(token.session) ? called(token.session) : 'gone'
  return standing === 'fresh'
    ? `${standing} ${opens} ${token.side} ${token.expiresAt - world.now}`
    : `${standing} ${opens}`
}

/** The parts of a world that nobody has named here, as texts: those of today and those to come. Empty ones say nothing. */
const restOf = (world: World): readonly string[] =>
  Object.entries(world)
    .filter(([key]) => !APART.some((it) => it === key))
    .filter(([, it]) => !(it instanceof Table && it.size === 0))
    .map(([key, it]) => `${key}: ${textOf(it)}`)

/** Settings, methods and the like are the same objects along a whole search: they are written once. */
const texts = new WeakMap<object, string>()
function textOf(it: unknown): string {
  if (typeof it !== 'object' || it === null) return JSON.stringify(it)
  const text = texts.get(it) ?? JSON.stringify(it)
  texts.set(it, text)
  return text
}
