import type { Command, RunCall, SendRequest } from '../engine/command'
import type { ContextName } from '../engine/contexts'
import type { Json } from '../engine/json'
import type { Statement } from '../engine/method'
import { nextExpiry } from '../engine/nextExpiry'
import { forcesLogin, rolesOf } from '../engine/place'
import type { Browser, Machine, Token, World } from '../engine/world'
import { serverFor, type Cast } from './cast'

/** Kinds of commands a search may use. Connecting and starting always belong to it. */
export const FAMILIES = [
  'leaving',
  'privileges',
  'tokens',
  'pages',
  'data',
  'methods',
  'storage',
  'time',
  'settings',
] as const
export type Family = (typeof FAMILIES)[number]

/** Of many, as many are tried: the first privileges, dataclasses and methods of the world. */
const MOST = 3

/** The key that the search writes and reads. */
export const KEY = 'k'

/**
 * What can be wanted in this world, in a fixed order: what the actors, tokens and settings of the world allow for, by
 * the families chosen. Nothing here knows what will come of it.
 */
export function commandsIn(world: World, cast: Cast, families: readonly Family[]): readonly Command[] {
  const has = (family: Family): boolean => families.includes(family)
  return [
    ...cast.machines.flatMap(({ name }) => {
      const machine = world.machines.get(name)
      return machine ? [...power(machine, has('leaving')), ...codeOf(world, machine, families)] : []
    }),
    ...cast.browsers.flatMap((browser) => requestsOf(world, browser, cast, families)),
    ...(has('time') ? waits(world) : []),
    ...(has('settings') ? switches(world) : []),
  ]
}

function power({ name: machine, kind, running }: Machine, leaving: boolean): readonly Command[] {
  const client = kind === 'client'
  if (!running) return [{ type: client ? 'connectClient' : 'startStandalone', machine }]
  return leaving ? [{ type: client ? 'disconnectClient' : 'stopStandalone', machine }] : []
}

/** The place that answers for the machine's session, and for a client the one on the client itself. */
const PLACES: Readonly<Record<Machine['kind'], readonly ContextName[]>> = {
  client: ['executeOnServerMethod', 'clientMethod'],
  standalone: ['standaloneMethod'],
  server: [],
}

function codeOf(
  world: World,
  { name: machine, kind, running }: Machine,
  families: readonly Family[],
): readonly Command[] {
  if (!running) return []
  const privileges = privilegesOf(world)
  return PLACES[kind].flatMap((place, i): readonly RunCall[] => {
    const run = (call: RunCall['call'], ...args: readonly Json[]): RunCall => ({
      type: 'runCall',
      machine,
      in: place,
      call,
      ...(args.length > 0 ? { with: args } : {}),
    })
    // Away from the server, one privilege shows as much as all of them.
    const set = (i === 0 ? privileges : privileges.slice(0, 1)).map((it) => run('setPrivileges', it))
    return [
      ...(families.includes('privileges') ? [...set, run('clearPrivileges')] : []),
      ...(families.includes('tokens') ? [run('createOTP'), run('createOTP', 60)] : []),
      ...(families.includes('storage') ? [run('writeStorage', KEY, machine), run('storage', KEY)] : []),
    ]
  })
}

const privilegesOf = (world: World): readonly string[] =>
  [...(rolesOf(world)?.privileges.values() ?? [])].slice(0, MOST).map(({ name }) => name)

function requestsOf(world: World, browser: Browser, cast: Cast, families: readonly Family[]): readonly Command[] {
  const server = serverFor(world, browser, cast)
  if (!server || (browser.machine !== null && !world.machines.get(browser.machine)?.running)) return []
  const has = (family: Family): boolean => families.includes(family)
  const ask = (url: string, more: Partial<SendRequest> = {}): SendRequest => ({
    type: 'sendRequest',
    from: browser.name,
    to: server.name,
    url,
    ...more,
  })
  const page = pageOf(world)
  return [
    ...(has('pages') && page ? [ask(page)] : []),
    ...(has('tokens') && page ? tokensIn(world).map(({ name }) => ask(page, { token: name })) : []),
    ...(has('tokens') ? tokenCode(world, ask) : []),
    ...(has('data')
      ? world.dataclasses
          .keys()
          .slice(0, MOST)
          .map((name) => ask(`/rest/${name}`))
      : []),
    ...(has('methods') ? methodsOf(world).map(([url, method]) => ask(url, method ? { method } : {})) : []),
    ...(has('storage') ? [ask('/4DACTION/read', { code: [{ call: 'storage', with: [KEY] }] })] : []),
    ...(has('methods') && forcesLogin(world) ? [{ type: 'logOut', from: browser.name, to: server.name } as const] : []),
  ]
}

/** Web code makes a token, or goes over to the session of one. */
const tokenCode = (
  world: World,
  ask: (url: string, more: Partial<SendRequest>) => SendRequest,
): readonly SendRequest[] => [
  ask('/4DACTION/token', { code: [{ call: 'createOTP' }] }),
  ...tokensIn(world).map(({ name }) => ask('/4DACTION/restore', { code: [{ call: 'restore', with: [name] }] })),
]

function pageOf({ dataclasses, settings }: World): string | undefined {
  const page = settings.pages.find((it) => !it.startsWith('/')) ?? dataclasses.keys()[0]
  return page === undefined ? undefined : `/$lib/renderer/?w=${page}`
}

/** Methods that log somebody in: by the address that reaches them. */
function methodsOf({ methods }: World): readonly (readonly [string, 'POST' | null])[] {
  const logins = methods.filter(({ code }) => code.some(setsPrivileges)).slice(0, MOST)
  return logins.map(({ name }) =>
    name === 'authentify' ? ['/rest/$catalog/authentify', 'POST'] : [`/4DACTION/${name}`, null],
  )
}

export function setsPrivileges(it: Statement): boolean {
  if ('if' in it) return [it.if, ...it.then, ...(it.else ?? [])].some(setsPrivileges)
  return 'call' in it && it.call === 'setPrivileges'
}

/** How a token stands: what it can do depends on nothing else but the session it opens. */
export function standingOf(
  world: World,
  { usedAt, expiresAt, session }: Token,
): 'fresh' | 'used' | 'expired' | 'orphaned' {
  if (usedAt !== null) return 'used'
  if (expiresAt <= world.now) return 'expired'
  return world.sessions.has(session) ? 'fresh' : 'orphaned'
}

/** The newest living token of each session, and one that is used, one that is late, one that lost its session. */
function tokensIn(world: World): readonly Token[] {
  const found = new Map<string, Token>()
  for (const token of world.tokens.values()) {
    const standing = standingOf(world, token)
    found.set(standing === 'fresh' ? `${standing} ${token.session}` : standing, token)
  }
  return [...found.values()]
}

/** Nothing happens while one waits until something ends by itself. */
function waits(world: World): readonly Command[] {
  const seconds = nextExpiry(world)
  return seconds === null ? [] : [{ type: 'wait', seconds }]
}

const switches = (world: World): readonly Command[] => [
  { type: 'changeSetting', setting: 'scalableSessions', value: !world.settings.scalableSessions },
  { type: 'changeSetting', setting: 'forceLogin', value: !forcesLogin(world) },
]
