import type { Command } from '../engine/command'
import { CONTEXTS, contextOf, type Context, type ContextName } from '../engine/contexts'
import type { BrowserName, WebServerName } from '../engine/ids'
import { named } from '../engine/ids'
import type { Call } from '../engine/method'
import { office } from '../gallery/office'
import type { SettingsSpec, WorldSpec } from '../simulation/scenario'

/**
 * How code comes to run in each place of the manual: who must be there, and by which command it is asked. A situation is
 * a place under a condition that changes what Session is: a setting, another machine, a token in the address.
 */
export interface Way {
  readonly name: PlaceName
  /** Its row in the reference: "CTX-21". */
  readonly id: string
  readonly context: ContextName
  readonly settings: SettingsSpec
  /** The name of the office's world, or a world of its own. */
  readonly world: 'office' | WorldSpec
  /** Who asks, as the picture shows it. */
  readonly asker: Machine
  /** Where the code runs, and in which kind of process. */
  readonly runs: Machine
  readonly process: ProcessKind
  readonly group: Group
  /** Before anything can run there. */
  readonly arrive: readonly Command[]
  /** The code: one command for all lines where the place runs a method, else one for each line. */
  use(calls: readonly Call[], more: Use): readonly Command[]
  /** The same session, where it can be changed: for a client, that is on the server. */
  readonly prepared: (calls: readonly Call[]) => readonly Command[]
  /** Lines of one method run in one process, so that a promotion lasts. */
  readonly oneProcess: boolean
  /** Somebody else, with a web session of the same web server, makes a token. */
  readonly spare: Command
}

export interface Use {
  /** The first use carries what only the first request of a session carries: the token. */
  readonly first: boolean
}

export type Machine = 'client' | 'server' | 'standalone' | 'browser'
export type ProcessKind = 'client' | 'twin' | 'stored' | 'web' | 'standalone'
export type Group = 'client' | 'twin' | 'stored' | 'web' | 'standalone'

const SITUATIONS = {
  actionNoSessions: { id: 'CTX-13', context: 'action' },
  restNoSessions: { id: 'CTX-14', context: 'rest' },
  webOnClient: { id: 'CTX-15', context: 'action' },
  webTokenOfWeb: { id: 'CTX-18', context: 'action' },
  webTokenOfRemote: { id: 'CTX-18', context: 'action' },
  authentifyForced: { id: 'CTX-08', context: 'authentify' },
  singleUserWeb: { id: 'CTX-52', context: 'action' },
  singleUserWebNoSessions: { id: 'CTX-53', context: 'action' },
} as const satisfies Record<string, { readonly id: string; readonly context: ContextName }>

export type SituationName = keyof typeof SITUATIONS
export type PlaceName = ContextName | SituationName

const isSituation = (name: string): name is SituationName => Object.hasOwn(SITUATIONS, name)
export const isPlace = (name: string): name is PlaceName => isSituation(name) || Object.hasOwn(CONTEXTS, name)

/** Every place and situation, in the order of the reference. */
export const PLACES: readonly PlaceName[] = (
  [
    ...Object.entries(CONTEXTS).map(([name, { id }]) => ({ name: name as ContextName, id: id as string })),
    ...Object.entries(SITUATIONS).map(([name, { id }]) => ({ name: name as SituationName, id: id as string })),
  ] as const
)
  // A stable sort: what shares a row stays in the order of the tables.
  .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  .map(({ name }) => name)

/** One place for each column of the reference's matrix (section 4). */
export const COLUMNS = [
  'action',
  'executeOnServerMethod',
  'clientMethod',
  'storedProcedure',
  'standaloneMethod',
] as const satisfies readonly PlaceName[]

export const GROUPS = ['client', 'twin', 'stored', 'web', 'standalone'] as const satisfies readonly Group[]

// Plain words become names here, as they do where a file is read.
const command = (it: object): Command => it as Command
const CONNECT = command({ type: 'connectClient', machine: 'ana' })
const START = command({ type: 'startStandalone', machine: 'solo' })

const LOOK = '/4DACTION/look'

interface Address {
  readonly url: string
  readonly method?: 'POST'
  readonly in?: ContextName
  readonly component?: string
}

/** The address that leads to each place of a web request. */
const ADDRESSES: Readonly<Partial<Record<ContextName, Address>>> = {
  onWebAuthentication: { url: LOOK, in: 'onWebAuthentication' },
  onWebConnection: { url: '/look' },
  tags: { url: '/index.shtml' },
  action: { url: LOOK },
  handler: { url: '/verify' },
  rest: { url: '/rest/$catalog/look', method: 'POST' },
  singleton: { url: '/rest/$singleton/Desk/look', method: 'POST' },
  authentify: { url: '/rest/$catalog/authentify', method: 'POST' },
  soap: { url: '/4DSOAP/look', method: 'POST' },
  renderer: { url: '/$lib/renderer/?w=People' },
  componentInRequest: { url: LOOK, component: 'Shop' },
  triggerInRequest: { url: '/rest/$catalog/look', method: 'POST', in: 'triggerInRequest' },
  localInRequest: { url: '/rest/$catalog/look', method: 'POST', in: 'localInRequest' },
  onRestAuthentication: { url: '/rest/$directory/login', method: 'POST' },
  onMobileApp: { url: LOOK, in: 'onMobileApp' },
}

interface Line {
  readonly from: BrowserName
  readonly to: WebServerName
  readonly token?: string
}
const line = (from: string, to: string, token?: string): Line => ({
  from: named(from),
  to: named(to),
  ...(token === undefined ? {} : { token }),
})

const send = ({ token, ...line }: Line, address: Address, code: readonly Call[], first: boolean): Command =>
  command({ type: 'sendRequest', ...line, ...address, ...(first && token ? { token } : {}), code })

const TOKEN = 'spare'
export const SPARE_TOKEN = TOKEN
const makesToken = (from: string, to: string, address: Address = { url: LOOK }): Command =>
  send(line(from, to), address, [{ call: 'createOTP', as: TOKEN }], false)

/** A web request, from one browser to one web server. */
function byRequest(
  name: PlaceName,
  id: string,
  context: ContextName,
  more: {
    readonly line?: Line
    readonly arrive?: readonly Command[]
    readonly asker?: Machine
    readonly runs?: Machine
    readonly settings?: SettingsSpec
    readonly world?: Way['world']
    readonly spare?: Command
  } = {},
): Way {
  const { line: along = line('visitor', 'web'), arrive = [], settings = {}, world = 'office' } = more
  const address = ADDRESSES[context] ?? { url: LOOK }
  const use: Way['use'] = (calls, { first }) => [send(along, address, calls, first)]
  return {
    name,
    id,
    context,
    settings,
    world,
    asker: more.asker ?? 'browser',
    runs: more.runs ?? 'server',
    process: 'web',
    group: 'web',
    arrive,
    use,
    prepared: (calls) => use(calls, { first: true }),
    oneProcess: true,
    spare: more.spare ?? makesToken('ana-area', along.to, address),
  }
}

/** Another 4D calls a function through Open datastore. */
function byDatastore(name: PlaceName, id: string): Way {
  const use: Way['use'] = (calls) => [
    command({ type: 'openDatastore', machine: 'solo', to: 'web', localId: 'staff', method: 'ds.look', code: calls }),
  ]
  return {
    ...byRequest(name, id, 'remoteDatastore'),
    asker: 'standalone',
    arrive: [START],
    use,
    prepared: (calls) => use(calls, { first: true }),
    spare: makesToken('visitor', 'web'),
  }
}

const PROCESSES = { remote: 'twin', stored: 'stored', nobody: 'stored', standalone: 'standalone', web: 'web' } as const

/** Code of a client, of the server, or of a single-user 4D. */
function byDesktop(name: ContextName): Way {
  const { id, on, runs, as }: Context = contextOf(name)
  const machine = on === 'client' ? 'ana' : on === 'standalone' ? 'solo' : 'server'
  const each =
    (place: ContextName) =>
    (calls: readonly Call[]): readonly Command[] =>
      calls.map((call) => command({ type: 'runCall', machine, in: place, ...call }))
  // The command of that name starts a process with a method of its own; elsewhere a line is a run.
  const started = name === 'storedProcedure' || name === 'standaloneExecuteOnServer'
  const inProcess = (calls: readonly Call[]): readonly Command[] => [
    command({ type: 'executeOnServer', machine, code: calls }),
  ]
  const use = started ? inProcess : each(name)
  const process = runs === 'client' ? 'client' : PROCESSES[as]
  return {
    name,
    id,
    context: name,
    settings: {},
    world: 'office',
    asker: on === 'web' ? 'browser' : on,
    runs: runs === 'web' ? 'server' : runs,
    process,
    group: process,
    arrive: on === 'client' ? [CONNECT] : on === 'standalone' ? [START] : [],
    use,
    prepared: runs === 'client' ? each('executeOnServerMethod') : use,
    oneProcess: started,
    spare: makesToken('visitor', 'web'),
  }
}

const ownServer: WorldSpec = { ...office, webServers: [...office.webServers, { name: 'own', machine: 'ana' }] }

const withToken = (name: SituationName, arrive: readonly Command[]): Way =>
  byRequest(name, SITUATIONS[name].id, SITUATIONS[name].context, {
    line: line('ana-area', 'web', 'otp-1'),
    arrive: [CONNECT, ...arrive],
    asker: 'client',
    spare: makesToken('visitor', 'web'),
  })

function situation(name: SituationName): Way {
  const { id, context } = SITUATIONS[name]
  switch (name) {
    case 'actionNoSessions':
    case 'restNoSessions':
      return byRequest(name, id, context, { arrive: [CONNECT], settings: { scalableSessions: false } })
    case 'webOnClient':
      return byRequest(name, id, context, {
        line: line('visitor', 'own'),
        arrive: [CONNECT],
        runs: 'client',
        world: ownServer,
      })
    case 'webTokenOfWeb':
      return withToken(name, [send(line('visitor', 'web'), { url: LOOK }, [{ call: 'createOTP', as: 'otp-1' }], false)])
    case 'webTokenOfRemote':
      return withToken(name, [
        command({ type: 'runCall', machine: 'ana', in: 'executeOnServerMethod', call: 'createOTP', as: 'otp-1' }),
      ])
    case 'authentifyForced':
      return byRequest(name, id, context, { arrive: [CONNECT], settings: forced })
    case 'singleUserWeb':
    case 'singleUserWebNoSessions':
      return byRequest(name, id, context, {
        line: line('solo-area', 'solo-web'),
        arrive: [START],
        asker: 'standalone',
        runs: 'standalone',
        settings: { scalableSessions: name === 'singleUserWeb' },
        spare: makesToken('visitor', 'solo-web'),
      })
  }
}

/** The office's roles.json, in force login mode. */
const forced: SettingsSpec = {
  roles: { ...(office.settings?.roles as { readonly [key: string]: never }), forceLogin: true },
}

export function wayTo(name: PlaceName): Way {
  if (isSituation(name)) return situation(name)
  if (name === 'remoteDatastore') return byDatastore(name, contextOf(name).id)
  if (contextOf(name).on !== 'web') return byDesktop(name)
  return byRequest(name, contextOf(name).id, name, { arrive: [CONNECT] })
}
