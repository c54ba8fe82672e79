import type { Command, RunCall, SendRequest } from '../engine/command'
import { contextExists, contextOf, CONTEXTS, type ContextName } from '../engine/contexts'
import { isRecord, readJson, type Json } from '../engine/json'
import { nextExpiry } from '../engine/nextExpiry'
import { forcesLogin, rolesOf } from '../engine/place'
import { RELEASES } from '../engine/releases/releases'
import { splitUrl } from '../engine/request'
import { step } from '../engine/step'
import { pair, type Browser, type Machine, type World } from '../engine/world'
import { setsPrivileges } from './alphabet'
import type { Aspect, Change } from './change'
import type { Goal } from './goal'
import type { Telling } from './telling'

/** How far back a story is edited, and how many things of a kind are tried: a big world has too many. */
export const EARLIER = 24
const MOST = 4
const MOST_MOVED = 12

/** A line that may be edited, with the world it finds. */
interface Spot {
  readonly step: number
  readonly command: Command
  readonly world: World
  readonly asked: boolean
}

/**
 * Every change worth trying, each a list: most are one edit, a fresh token is two. All of them follow from the story,
 * its world, what the deciding tables looked at, and the catalogues of places, settings and releases.
 */
export function candidates(telling: Telling, goal: Goal): readonly (readonly Change[])[] {
  const spots = spotsOf(telling)
  const asked = spots.at(-1)
  if (!asked) return []
  const single = [
    ...spots.flatMap((it) => (it.asked ? [] : [{ type: 'drop', step: it.step } as const])),
    ...moves(telling, spots),
    ...spots.flatMap((it) => replacements(it, telling, goal)),
    ...placesToInsert(telling, spots).flatMap(({ step: before, world }) =>
      insertable(world, telling, goal).map((command) => ({ type: 'insert', before, command }) as const),
    ),
    ...settings(telling),
    // A pre-release text is no release that one could install.
    ...RELEASES.filter((it) => it !== '20R5-pre').map((release) => ({ type: 'release', release }) as const),
  ] satisfies readonly Change[]
  return [...single.map((it) => [it]), ...freshTokens(telling, spots)]
}

/** The told lines near the step in question, that step last. New lines are not edited again. */
function spotsOf({ tale, at, worlds }: Telling): readonly Spot[] {
  const first = Math.max(0, at - EARLIER)
  return tale.lines.slice(first, at + 1).flatMap(({ command, step }, i) => {
    const world = worlds[first + i]
    return step === null || !world ? [] : [{ step, command, world, asked: first + i === at }]
  })
}

// --- moving ---------------------------------------------------------------------------------------------------------

/** A later step done before, the step itself done earlier, and earlier steps done in another order. */
function moves({ tale, at }: Telling, spots: readonly Spot[]): readonly Change[] {
  const asked = spots.at(-1)
  if (!asked) return []
  const move = (step: number, before: number): Change => ({ type: 'move', step, before })
  const later = tale.lines.slice(at + 1, at + 1 + MOST_MOVED).flatMap(({ step }) => step ?? [])
  const earlier = spots.slice(0, -1)
  const near = earlier.slice(-MOST_MOVED)
  return [
    ...later.map((step) => move(step, asked.step)),
    ...earlier.map(({ step }) => move(asked.step, step)),
    ...near.flatMap(({ step }) => spots.filter((it) => it.step !== step).map((it) => move(step, it.step))),
  ]
}

// --- other words in a step ------------------------------------------------------------------------------------------

function replacements(spot: Spot, telling: Telling, goal: Goal): readonly Change[] {
  const { step, command, asked } = spot
  const other = (aspect: Aspect, to: Command): Change => ({ type: 'replace', step, aspect, command: to })
  switch (command.type) {
    case 'sendRequest':
      return [
        ...otherTokens(spot.world, command).map((it) => other(it.token === undefined ? 'noToken' : 'token', it)),
        ...otherBrowsers(spot.world, command.from).map((from) => other('browser', { ...command, from })),
        ...(asked ? otherRequests(spot.world, command).map(([aspect, it]) => other(aspect, it)) : []),
      ]
    case 'runCall':
      return [
        ...otherPlaces(spot.world, command).map((it) =>
          other(it.machine === command.machine ? 'place' : 'machine', it),
        ),
        ...otherArguments(spot, command, telling).map((it) => other('argument', it)),
      ]
    case 'wait': {
      const less = (nextExpiry(spot.world) ?? 0) - 1
      return less > 0 && less < command.seconds ? [other('less', { ...command, seconds: less })] : []
    }
    case 'executeOnServer':
    case 'openDatastore':
      return asked
        ? otherMachines(spot.world, command.machine).map((machine) => other('machine', { ...command, machine }))
        : []
    case 'changeSetting':
      return command.setting === 'licences' && typeof command.value === 'number' && goal.tone !== 'good'
        ? [other('argument', { ...command, value: command.value + 1 })]
        : []
    default:
      return []
  }
}

/** The same request with another token, or with none. */
function otherTokens({ tokens, now }: World, command: SendRequest): readonly SendRequest[] {
  const inUrl = splitUrl(command.url).query.get('$4DSID')
  const living = tokens.values().filter((it) => it.usedAt === null && it.expiresAt > now)
  const { token: had = inUrl, ...without } = command
  const plain = { ...without, url: withoutToken(command.url) }
  return [
    ...living
      .filter(({ name, value }) => name !== had && value !== had)
      .slice(-MOST)
      .map(({ name }) => ({ ...plain, token: name })),
    ...(had === undefined ? [] : [plain]),
  ]
}

const withoutToken = (url: string): string =>
  url.includes('$4DSID=') ? url.replace(/([?&])\$4DSID=[^&#]*&?/, '$1').replace(/[?&]$/, '') : url

/** Other browsers that could send it now: those of the same machine first. */
function otherBrowsers({ browsers, machines }: World, from: string): readonly Browser['name'][] {
  const mine = browsers.get(from)?.machine
  const able = browsers.filter(
    ({ name, machine }) => name !== from && (machine === null || machines.get(machine)?.running === true),
  )
  const near = able.filter(({ machine, page }) => page !== null || machine === mine)
  return [...near, ...able.filter((it) => !near.includes(it))].slice(0, MOST).map(({ name }) => name)
}

function otherRequests(world: World, command: SendRequest): readonly (readonly [Aspect, SendRequest])[] {
  const { crossSite, scheme, component, in: place, ...plain } = command
  const servers = world.webServers.values().filter(({ name }) => name !== command.to)
  const secure = world.cookies.get(pair(command.from, command.to))?.secure === true
  return [
    ...servers.slice(0, MOST).map(({ name }) => ['webServer', { ...command, to: name }] as const),
    ['method', { ...command, method: command.method === 'POST' ? 'GET' : 'POST' }],
    ...(crossSite || component || place ? ([['argument', plain]] as const) : []),
    ...(scheme === 'https' || secure
      ? ([['argument', { ...command, scheme: scheme === 'https' ? 'http' : 'https' }]] as const)
      : []),
  ]
}

/** The first place of each kind that this release has: on the client, on the server for it, in single-user, … */
function placesOf(kind: Machine['kind'], world: World): readonly ContextName[] {
  const found = new Map<string, ContextName>()
  // Its keys are those of the catalogue.
  for (const name of Object.keys(CONTEXTS) as ContextName[]) {
    const it = contextOf(name)
    const key = `${it.runs} ${it.as}`
    if (it.on === kind && !it.component && !it.local && contextExists(it, world.release) && !found.has(key))
      found.set(key, name)
  }
  return [...found.values()]
}

/** The same call in another kind of place, or on another machine. */
function otherPlaces(world: World, command: RunCall): readonly RunCall[] {
  const { runs, as } = contextOf(command.in)
  const differs = (name: ContextName) => contextOf(name).runs !== runs || contextOf(name).as !== as
  const machine = world.machines.get(command.machine)
  const here = machine ? placesOf(machine.kind, world).filter(differs) : []
  const elsewhere = otherMachines(world, command.machine).flatMap((name) => {
    const there = world.machines.get(name)
    const [place] = there && there.kind !== machine?.kind ? placesOf(there.kind, world) : [command.in]
    return there?.running && place ? [{ ...command, machine: name, in: place }] : []
  })
  return [...here.map((place) => ({ ...command, in: place })), ...elsewhere]
}

const otherMachines = ({ machines }: World, name: string): readonly Machine['name'][] => {
  const kind = machines.get(name)?.kind
  const others = machines.filter((it) => it.name !== name && it.running)
  return [...others.filter((it) => it.kind === kind), ...others.filter((it) => it.kind !== kind)]
    .slice(0, MOST)
    .map((it) => it.name)
}

/** Other privileges to set, a longer life for a token, another token to restore. Never what the reader asks about. */
function otherArguments({ world, asked }: Spot, command: RunCall, telling: Telling): readonly RunCall[] {
  const giving = (...args: readonly Json[]): RunCall => ({ ...command, with: args })
  switch (command.call) {
    case 'setPrivileges':
      return asked ? [] : privilegesAsked(telling).map((it) => giving(it))
    case 'createOTP': {
      const needed = (telling.worlds[telling.at]?.now ?? world.now) - world.now
      return needed > 0 ? [giving(Math.ceil((needed + 1) / 10) * 10)] : []
    }
    case 'restore':
      return world.tokens
        .filter((it) => it.usedAt === null && it.name !== command.with?.[0])
        .slice(-MOST)
        .map(({ name }) => giving(name))
    default:
      return []
  }
}

// --- a step more ----------------------------------------------------------------------------------------------------

/** Just before the step in question, and before every earlier one that failed. */
function placesToInsert({ tale, steps }: Telling, spots: readonly Spot[]): readonly Spot[] {
  const failed = (it: Spot): boolean => {
    const tone = steps[tale.lines.findIndex(({ step: told }) => told === it.step)]?.tone
    return tone === 'bad' || tone === 'none'
  }
  const earlier = spots.filter((it) => !it.asked && failed(it))
  return [...spots.slice(-1), ...earlier.slice(-MOST)]
}

function insertable(world: World, telling: Telling, goal: Goal): readonly Command[] {
  const wanted = goal.tone !== 'good'
  return [
    ...(wanted ? starts(world, telling) : []),
    ...desktops(world, telling).flatMap((machine) => [
      ...(wanted ? privilegesAsked(telling) : []).map((it) => codeOn(world, telling, machine, 'setPrivileges', it)),
      ...(goal.tone === 'bad' ? [] : [codeOn(world, telling, machine, 'clearPrivileges')]),
      ...(machine.kind === 'client' ? [{ type: 'disconnectClient', machine: machine.name } as const] : []),
    ]),
    ...requests(world, telling),
    ...expiry(world),
  ]
}

/** What is off and could be on: the machines of the step first. */
function starts(world: World, telling: Telling): readonly Command[] {
  const off = related(world, telling).filter(({ running, kind }) => !running && kind !== 'server')
  return [
    ...off
      .slice(0, MOST)
      .map(({ kind, name }) =>
        kind === 'client'
          ? ({ type: 'connectClient', machine: name } as const)
          : ({ type: 'startStandalone', machine: name } as const),
      ),
    ...world.webServers
      .filter((it) => !it.running)
      .slice(0, MOST)
      .map(({ name }) => ({ type: 'startWebServer', webServer: name }) as const),
  ]
}

/** The machines, those that the step names first. */
function related({ machines, browsers }: World, { tale, at }: Telling): readonly Machine[] {
  const command = tale.lines[at]?.command
  const named =
    command && 'machine' in command
      ? command.machine
      : command && 'from' in command
        ? browsers.get(command.from)?.machine
        : undefined
  const all = machines.values()
  return [...all.filter(({ name }) => name === named), ...all.filter(({ name }) => name !== named)]
}

const desktops = (world: World, telling: Telling): readonly Machine[] =>
  related(world, telling)
    .filter(({ running, kind }) => running && kind !== 'server')
    .slice(0, MOST)

/** A call on the server side of a desktop session, in the place where the story has run code for it before. */
function codeOn(
  world: World,
  { tale, at }: Telling,
  machine: Machine,
  call: RunCall['call'],
  ...args: readonly Json[]
): RunCall {
  const home = machine.kind === 'client' ? 'server' : 'standalone'
  const before = tale.lines
    .slice(0, at)
    .flatMap(({ command: it }) => (it.type === 'runCall' && it.machine === machine.name ? [it.in] : []))
    .findLast((name) => contextOf(name).runs === home)
  const place = before ?? placesOf(machine.kind, world).find((name) => contextOf(name).runs === home)
  return {
    type: 'runCall',
    machine: machine.name,
    in: place ?? 'clientMethod',
    call,
    ...(args.length > 0 ? { with: args } : {}),
  }
}

/** The privileges that the step's tables looked at by name. */
function privilegesAsked({ step: { verdicts, world } }: Telling): readonly string[] {
  const declared = rolesOf(world)?.privileges
  if (!declared) return []
  const named = verdicts
    .filter(({ tone }) => tone !== 'aside')
    .flatMap(({ facts }) => Object.values(facts))
    .flatMap((fact) => (typeof fact === 'string' ? [fact] : Array.isArray(fact) ? (fact as readonly string[]) : []))
  const found = new Set(named.flatMap((name) => declared.get(name.toLowerCase())?.name ?? []))
  return [...found].slice(0, 2 * MOST)
}

/** What the browser of the step could ask for first: a method that logs in, a logout. */
function requests(world: World, { tale, at }: Telling): readonly Command[] {
  const command = tale.lines[at]?.command
  if (command?.type !== 'sendRequest') return []
  const { from, to } = command
  const ask = { type: 'sendRequest', from, to } as const
  const logins = world.methods.filter(({ code }) => code.some(setsPrivileges)).slice(0, MOST)
  return [
    ...logins.map(({ name }): SendRequest =>
      name === 'authentify'
        ? { ...ask, method: 'POST', url: '/rest/$catalog/authentify' }
        : { ...ask, url: `/4DACTION/${encodeURIComponent(name)}` },
    ),
    ...(forcesLogin(world) ? world.browsers.filter(({ page }) => page !== null) : [])
      .slice(0, MOST)
      .map(({ name }) => ({ type: 'logOut', from: name, to }) as const),
  ]
}

/** Time until something ends by itself. */
function expiry(world: World): readonly Command[] {
  const seconds = nextExpiry(world)
  return seconds === null ? [] : [{ type: 'wait', seconds }]
}

/** A new token, and the request that brings it: two edits that only make sense together. */
function freshTokens(telling: Telling, spots: readonly Spot[]): readonly (readonly Change[])[] {
  const asked = spots.at(-1)?.command
  const from = asked?.type === 'sendRequest' ? asked.from : undefined
  const bearing = spots.filter(({ command }) => command.type === 'sendRequest' && command.from === from).slice(-MOST)
  return bearing.flatMap(({ command, world, step: told }) =>
    desktops(world, telling).flatMap((machine): readonly (readonly Change[])[] => {
      if (command.type !== 'sendRequest') return []
      const create = codeOn(world, telling, machine, 'createOTP')
      const made = step(world, create).events.find((it) => it.type === 'tokenCreated')
      if (made?.type !== 'tokenCreated') return []
      const bearer = { ...command, url: withoutToken(command.url), token: made.token.name }
      return [
        [
          { type: 'insert', before: told, command: create },
          { type: 'replace', step: told, aspect: 'token', command: bearer },
        ],
      ]
    }),
  )
}

// --- other surroundings ---------------------------------------------------------------------------------------------

function settings(telling: Telling): readonly Change[] {
  const { settings: now } = telling.tale.start
  const roles = rolesOf(telling.tale.start)
  const used = telling.worlds[telling.at]?.licences.size ?? 0
  const set = (setting: (Change & { type: 'setting' })['setting'], value: Json): Change => ({
    type: 'setting',
    setting,
    value,
  })
  return [
    set('scalableSessions', !now.scalableSessions),
    ...(now.roles === null || roles
      ? [
          set('forceLogin', !(roles?.forceLogin ?? false)),
          set('restrictedByDefault', !(roles?.restrictedByDefault ?? false)),
        ]
      : []),
    set('licences', used < now.licences ? used : used + 1),
    ...(['Strict', 'Lax', 'None'] as const).filter((it) => it !== now.sameSite).map((it) => set('sameSite', it)),
    ...grants(telling),
  ]
}

/** One more name in the list of roles.json that refused: a privilege that the session holds already. */
function grants({ tale, step: { verdicts } }: Telling): readonly Change[] {
  const refused = verdicts.findLast(({ tone, facts }) => tone === 'bad' && Array.isArray(facts.held))
  const text = tale.start.settings.roles
  if (!refused || text === null) return []
  const { action, resource, held } = refused.facts
  const names = (Array.isArray(held) ? (held as readonly string[]) : []).filter((it) => it !== 'guest').slice(-2)
  const file = readJson(text)
  if ('problem' in file || typeof action !== 'string' || typeof resource !== 'string') return []
  return names.flatMap((privilege) =>
    levelsOf(resource).flatMap((level): readonly Change[] => {
      const value = granted(file.value, privilege, action, level)
      const grant = { privilege, action, resource: level }
      return value === undefined ? [] : [{ type: 'setting', setting: 'roles', value, grant }]
    }),
  )
}

const levelsOf = (resource: string): readonly string[] => [...new Set([resource, resource.split('.')[0] ?? '', 'ds'])]

/** roles.json with the name added to the list of this action on this resource; undefined when it has no such list. */
function granted(file: Json, privilege: string, action: string, resource: string): string | undefined {
  const permissions = isRecord(file) ? (file.permissions as Json) : null
  const allowed = isRecord(permissions) ? (permissions.allowed as Json) : null
  if (!isRecord(file) || !isRecord(permissions) || !Array.isArray(allowed)) return undefined
  const entries: readonly Json[] = allowed
  const isIt = (it: Json): it is { readonly [key: string]: Json } =>
    isRecord(it) && String(it.applyTo).toLowerCase() === resource.toLowerCase() && Array.isArray(it[action])
  if (!entries.some(isIt)) return undefined
  const added = entries.map((it) =>
    isIt(it) ? { ...it, [action]: [...(it[action] as readonly Json[]), privilege] } : it,
  )
  return JSON.stringify({ ...file, permissions: { ...permissions, allowed: added } }, null, 2)
}
