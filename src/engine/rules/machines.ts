import { decision } from '../../decision/decision'
import { contextExists, contextOf } from '../contexts'
import type {
  ConnectClient,
  DisconnectClient,
  RunCall,
  StartStandalone,
  StartWebServer,
  StopStandalone,
  StopWebServer,
} from '../command'
import type { Event } from '../event'
import { mainOf, twinOf, named, uuidOf, type MachineName, type ProcessName, type SessionName } from '../ids'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import { Table } from '../table'
import {
  serverOf,
  type Machine,
  type Process,
  type Session,
  type SessionType,
  type WebServer,
  type World,
} from '../world'

export function newSession(
  world: World,
  name: string,
  type: SessionType,
  machine: Machine,
  more: Partial<Session> = {},
): Session {
  return {
    name: named<SessionName>(name),
    id: uuidOf(world.seed, `session/${name}`),
    type,
    machine: machine.name,
    webServer: null,
    userName: machine.user,
    privileges: [],
    login: false,
    storage: Table.empty(),
    clientStorage: Table.empty(),
    idleTimeout: 60,
    createdAt: world.now,
    expiresAt: null,
    ...more,
  }
}

export const newProcess = (
  name: ProcessName,
  kind: Process['kind'],
  machine: MachineName,
  session: SessionName | null,
  label: string,
  context: Process['context'],
): Process => ({
  name,
  kind,
  machine,
  session,
  label,
  context,
  promotions: [],
  promoted: 0,
})

/** The first session of a machine has the plain name, later ones a number after a sign that no name can contain. */
const sessionName = (kind: string, { name, times }: Machine): string =>
  times === 0 ? `${kind}-${name}` : `${kind}-${name}~${times + 1}`

/** Who holds the licence of a connected client: its session, or what that would be called where there is none yet. */
const connectionOf = (machine: Machine): SessionName =>
  machine.session ?? named(sessionName('remote', { ...machine, times: machine.times - 1 }))

/** The processes of a client, and their twins on the server: "ana.main" and "ana.twin", "ana.x" and "ana.x.twin". */
function processesOf({ processes }: World, machine: MachineName): readonly ProcessName[] {
  const own = processes.filter((it) => it.machine === machine).map(({ name }) => name)
  const twins = own.map((name) => (name === mainOf(machine) ? twinOf(machine) : named<ProcessName>(`${name}.twin`)))
  return [...own, ...twins.filter((name) => processes.has(name))]
}

const ends = ({ processes }: World, which: (process: Process) => boolean): readonly Event[] =>
  processes.filter(which).map((it) => ({ type: 'processEnded', process: it.name }) as const)

// --- connectClient --------------------------------------------------------------------------------------------------

interface ConnectFacts {
  readonly machine: string
  readonly user: string
  readonly isClient: boolean
  readonly connected: boolean
  readonly serverRunning: boolean
  readonly used: number
  readonly total: number
  readonly hasSession: boolean
  readonly release: string
}

type ConnectOutcome = 'connected' | 'already' | 'noServer' | 'noLicence' | 'notAClient'

export const connectClient = rule<ConnectClient, ConnectFacts, ConnectOutcome>({
  facts(world, { machine: name }) {
    const machine = world.machines.get(name)
    return {
      machine: machine?.label ?? name,
      user: machine?.user ?? '',
      isClient: machine?.kind === 'client',
      connected: machine?.running ?? false,
      serverRunning: serverOf(world)?.running ?? false,
      used: world.licences.size,
      total: world.settings.licences,
      hasSession: has(world.release, 'desktopServer'),
      release: spelled(world.release),
    }
  },
  decision: decision<ConnectFacts, ConnectOutcome>()({
    name: 'connectClient',
    start: 'isClient',
    nodes: {
      isClient: { rules: ['PLAY-001'], test: (it) => it.isClient, yes: 'free', no: 'notAClient' },
      free: { rules: ['PLAY-001'], test: (it) => !it.connected, yes: 'server', no: 'already' },
      server: { rules: ['PLAY-001'], test: (it) => it.serverRunning, yes: 'licence', no: 'noServer' },
      licence: { rules: ['SES-117', 'PLAY-005'], test: (it) => it.used < it.total, yes: 'hasSession', no: 'noLicence' },
      hasSession: {
        rules: ['SES-018', 'PLAY-020'],
        test: (it) => it.hasSession,
        yes: 'connected',
        no: 'withoutSession',
      },
      connected: { rules: ['SES-018', 'SES-010', 'SES-011', 'SES-117', 'SES-120'], outcome: 'connected', tone: 'good' },
      withoutSession: { rules: ['PLAY-020', 'SES-011'], outcome: 'connected', tone: 'good' },
      already: { rules: ['PLAY-001'], outcome: 'already', tone: 'bad' },
      noServer: { rules: ['PLAY-001'], outcome: 'noServer', tone: 'bad' },
      noLicence: { rules: ['PLAY-005', 'SES-117'], outcome: 'noLicence', tone: 'bad', assumed: true },
      notAClient: { rules: ['PLAY-001'], outcome: 'notAClient', tone: 'bad' },
    },
  }),
  then: {
    connected(world, { machine: name }, { hasSession }) {
      const machine = world.machines.get(name)
      const server = serverOf(world)
      // The outcome says both are there; the check keeps the types honest.
      if (!machine || !server) return []
      const own = named<SessionName>(sessionName('remote', machine))
      const session = hasSession ? own : null
      return [
        ...(hasSession ? [{ type: 'sessionOpened', session: newSession(world, own, 'remote', machine) } as const] : []),
        { type: 'machineStarted', machine: name, session },
        { type: 'licenceTaken', licence: { session: own, because: 'connection', since: world.now } },
        {
          type: 'processStarted',
          process: newProcess(mainOf(name), 'user', name, session, machine.user, 'clientMethod'),
        },
        {
          type: 'processStarted',
          process: newProcess(twinOf(name), 'twin', server.name, session, machine.user, 'onServerOpenConnection'),
        },
      ]
    },
    already: nothing,
    noServer: nothing,
    noLicence: nothing,
    notAClient: nothing,
  },
})

// --- disconnectClient -----------------------------------------------------------------------------------------------

interface LeaveFacts {
  readonly machine: string
  readonly user: string
  readonly running: boolean
  readonly isClient: boolean
  readonly away: boolean
}

const leaving = (
  { machines }: World,
  { machine: name }: { readonly machine: MachineName },
  kind: Machine['kind'],
): LeaveFacts => {
  const machine = machines.get(name)
  return {
    machine: machine?.label ?? name,
    user: machine?.user ?? '',
    isClient: machine?.kind === kind,
    running: machine?.running ?? false,
    away: machine?.away !== undefined,
  }
}

export const disconnectClient = rule<DisconnectClient, LeaveFacts, 'left' | 'absent'>({
  facts: (world, command) => leaving(world, command, 'client'),
  decision: decision<LeaveFacts, 'left' | 'absent'>()({
    name: 'disconnectClient',
    start: 'connected',
    nodes: {
      connected: { rules: ['PLAY-001'], test: (it) => it.isClient && it.running, yes: 'away', no: 'absent' },
      away: { rules: ['PLAY-001', 'SES-090', 'SES-091'], test: (it) => it.away, yes: 'unheard', no: 'left' },
      unheard: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
      left: { rules: ['SES-010', 'SES-199', 'SES-051'], outcome: 'left', tone: 'plain', assumed: true },
      absent: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
    },
  }),
  then: {
    left: (world, { machine }) => leaves(world, machine, 'disconnected'),
    absent: nothing,
  },
})

/** All that goes when a client goes, whoever wanted it. */
export function leaves(
  world: World,
  name: MachineName,
  because: Extract<Event, { readonly type: 'sessionClosed' }>['because'],
): readonly Event[] {
  const machine = world.machines.get(name)
  if (!machine) return []
  return [
    ...webSessionsOf(world, serversOn(world, name)),
    ...processesOf(world, name).map((process) => ({ type: 'processEnded', process }) as const),
    machine.session === null
      ? { type: 'licenceReleased', session: connectionOf(machine) }
      : { type: 'sessionClosed', session: machine.session, because },
    { type: 'machineStopped', machine: name },
  ]
}

// --- standalone -----------------------------------------------------------------------------------------------------

interface StartFacts extends LeaveFacts {
  readonly hasSession: boolean
  readonly release: string
}

export const startStandalone = rule<StartStandalone, StartFacts, 'started' | 'already'>({
  facts: (world, command) => ({
    ...leaving(world, command, 'standalone'),
    hasSession: has(world.release, 'standalone'),
    release: spelled(world.release),
  }),
  decision: decision<StartFacts, 'started' | 'already'>()({
    name: 'startStandalone',
    start: 'free',
    nodes: {
      free: { rules: ['PLAY-001'], test: (it) => it.isClient && !it.running, yes: 'hasSession', no: 'already' },
      hasSession: {
        rules: ['SES-014', 'SES-015'],
        test: (it) => it.hasSession,
        yes: 'withSession',
        no: 'withoutSession',
      },
      withSession: { rules: ['SES-015', 'SES-120'], outcome: 'started', tone: 'good' },
      withoutSession: { rules: ['SES-014'], outcome: 'started', tone: 'none' },
      already: { rules: ['PLAY-001'], outcome: 'already', tone: 'bad' },
    },
  }),
  then: {
    started(world, { machine: name }, { hasSession }) {
      const machine = world.machines.get(name)
      if (!machine) return []
      const session = hasSession ? newSession(world, sessionName('standalone', machine), 'standalone', machine) : null
      return [
        ...(session ? [{ type: 'sessionOpened', session } as const] : []),
        { type: 'machineStarted', machine: name, session: session?.name ?? null },
        {
          type: 'processStarted',
          process: newProcess(mainOf(name), 'main', name, session?.name ?? null, machine.user, 'standaloneMethod'),
        },
      ]
    },
    already: nothing,
  },
})

/** Web sessions made by the web servers of this machine, closed because they stop (SES-084). */
const webSessionsOf = (world: World, servers: readonly WebServer[]): readonly Event[] =>
  world.sessions
    .filter((it) => servers.some(({ name }) => it.webServer === name))
    .map((it) => ({ type: 'sessionClosed', session: it.name, because: 'stopped' }) as const)

const serversOn = ({ webServers }: World, machine: MachineName): readonly WebServer[] =>
  webServers.filter((it) => it.machine === machine)

/** Requests that still run on a web server end with it, without a reply. */
export const requestsEnd = ({ open }: World, webServer: string): readonly Event[] =>
  open.filter((it) => it.command.to === webServer).map(({ process }) => ({ type: 'processEnded', process }) as const)

export const stopStandalone = rule<StopStandalone, LeaveFacts, 'stopped' | 'absent'>({
  facts: (world, command) => leaving(world, command, 'standalone'),
  decision: decision<LeaveFacts, 'stopped' | 'absent'>()({
    name: 'stopStandalone',
    start: 'running',
    nodes: {
      running: { rules: ['PLAY-001'], test: (it) => it.isClient && it.running, yes: 'stopped', no: 'absent' },
      stopped: { rules: ['SES-015', 'SES-084'], outcome: 'stopped', tone: 'plain' },
      absent: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
    },
  }),
  then: {
    stopped(world, { machine: name }) {
      const session = world.machines.get(name)?.session ?? null
      return [
        ...webSessionsOf(world, serversOn(world, name)),
        ...ends(world, (it) => it.machine === name),
        ...(session ? [{ type: 'sessionClosed', session, because: 'stopped' } as const] : []),
        { type: 'machineStopped', machine: name },
      ]
    },
    absent: nothing,
  },
})

// --- web servers ----------------------------------------------------------------------------------------------------

interface ServerFacts {
  readonly webServer: string
  readonly machineRunning: boolean
  readonly running: boolean
  readonly sessions: number
  readonly ofRemote4D: boolean
  readonly deprecated: boolean
  readonly release: string
}

interface StartServerFacts extends ServerFacts {
  readonly said: boolean
  readonly ownSetting: boolean
}

const serverFacts = (world: World, { webServer: name }: { readonly webServer: string }): ServerFacts => {
  const server = world.webServers.get(name)
  return {
    webServer: name,
    machineRunning: server !== undefined && (world.machines.get(server.machine)?.running ?? false),
    running: server?.running ?? false,
    sessions: world.sessions.filter((it) => it.webServer === name).length,
    ofRemote4D: server !== undefined && world.machines.get(server.machine)?.kind === 'client',
    deprecated: has(world.release, 'remoteWebServerDeprecated'),
    release: spelled(world.release),
  }
}

export const startWebServer = rule<StartWebServer, StartServerFacts, 'started' | 'already' | 'machineStopped'>({
  facts: (world, command) => ({
    ...serverFacts(world, command),
    said: command.scalableSession !== undefined,
    ownSetting: world.machines.get(world.webServers.get(command.webServer)?.machine ?? '')?.sessions !== undefined,
  }),
  decision: decision<StartServerFacts, 'started' | 'already' | 'machineStopped'>()({
    name: 'startWebServer',
    start: 'machine',
    nodes: {
      machine: { rules: ['PLAY-001'], test: (it) => it.machineRunning, yes: 'stopped', no: 'machineStopped' },
      stopped: { rules: ['PLAY-002'], test: (it) => !it.running, yes: 'ofRemote4D', no: 'already' },
      ofRemote4D: { rules: ['SES-102'], test: (it) => it.ofRemote4D, yes: 'deprecated', no: 'said' },
      deprecated: { rules: ['SES-102'], test: (it) => it.deprecated, yes: 'startedStill', no: 'startedRemote' },
      said: { rules: ['SES-101'], test: (it) => it.said, yes: 'startedAsSaid', no: 'ownSetting' },
      ownSetting: { rules: ['SES-102'], test: (it) => it.ownSetting, yes: 'startedAsMachine', no: 'started' },
      started: { rules: ['SES-101', 'SES-102'], outcome: 'started', tone: 'good' },
      startedAsSaid: { rules: ['SES-101'], outcome: 'started', tone: 'good' },
      startedAsMachine: { rules: ['SES-102'], outcome: 'started', tone: 'good' },
      startedRemote: { rules: ['SES-102'], outcome: 'started', tone: 'good' },
      startedStill: { rules: ['SES-102'], outcome: 'started', tone: 'good' },
      already: { rules: ['PLAY-002'], outcome: 'already', tone: 'bad' },
      machineStopped: { rules: ['PLAY-001'], outcome: 'machineStopped', tone: 'bad' },
    },
  }),
  then: {
    started: (_, { webServer, scalableSession }) => [
      { type: 'webServerStarted', webServer, ...(scalableSession === undefined ? {} : { scalableSession }) },
    ],
    already: nothing,
    machineStopped: nothing,
  },
})

export const stopWebServer = rule<StopWebServer, ServerFacts, 'stopped' | 'already'>({
  facts: serverFacts,
  decision: decision<ServerFacts, 'stopped' | 'already'>()({
    name: 'stopWebServer',
    start: 'running',
    nodes: {
      running: { rules: ['PLAY-002'], test: (it) => it.running, yes: 'stopped', no: 'already' },
      stopped: { rules: ['SES-084', 'SES-114'], outcome: 'stopped', tone: 'plain' },
      already: { rules: ['PLAY-002'], outcome: 'already', tone: 'bad' },
    },
  }),
  then: {
    stopped: (world, { webServer }) => [
      ...webSessionsOf(
        world,
        world.webServers.filter((it) => it.name === webServer),
      ),
      ...requestsEnd(world, webServer),
      { type: 'webServerStopped', webServer },
    ],
    already: nothing,
  },
})

/** The process of the server itself. */
export const serverMain = ({ name, user }: Machine, session: SessionName | null): Process =>
  newProcess(mainOf(name), 'main', name, session, user, 'onServerStartup')

/** Everything that ends when the applications restart to read a file again, and what begins anew. */
export function restart(world: World): readonly Event[] {
  const server = serverOf(world)
  const stopped = world.machines.filter((it) => it.kind !== 'server' && it.running)
  const stored =
    server && has(world.release, 'desktopServer')
      ? newSession(world, `stored-procedures~${server.times + 1}`, 'storedProcedure', server)
      : null
  const connections = world.licences.filter((it) => !world.sessions.has(it.session))
  return [
    ...world.sessions.values().map((it) => ({ type: 'sessionClosed', session: it.name, because: 'stopped' }) as const),
    ...world.processes.values().map((it) => ({ type: 'processEnded', process: it.name }) as const),
    ...connections.map(({ session }) => ({ type: 'licenceReleased', session }) as const),
    ...stopped.map(({ name }) => ({ type: 'machineStopped', machine: name }) as const),
    ...(stored ? [{ type: 'sessionOpened', session: stored } as const] : []),
    ...(server
      ? [
          { type: 'machineStarted', machine: server.name, session: stored?.name ?? null } as const,
          { type: 'processStarted', process: serverMain(server, stored?.name ?? null) } as const,
        ]
      : []),
  ]
}

// --- can this place run code now? -----------------------------------------------------------------------------------

interface PlaceFacts {
  readonly place: string
  readonly machine: string
  readonly machineKind: string
  readonly running: boolean
  readonly away: boolean
  readonly belongs: boolean
  readonly exists: boolean
  readonly release: string
}

export type PlaceOutcome = 'runs' | 'notRunning' | 'elsewhere' | 'notInRelease'

/** Code that a place is asked to run; `needsServer` when its machine must reach the server for it. */
interface Entering extends Pick<RunCall, 'machine' | 'in'> {
  readonly needsServer?: boolean
}

export const enterPlace = rule<Entering, PlaceFacts, PlaceOutcome>({
  facts(world, { machine: name, in: place, needsServer }) {
    const machine = world.machines.get(name)
    const context = contextOf(place)
    return {
      place: context.id,
      machine: machine?.label ?? name,
      machineKind: machine?.kind ?? '',
      running: machine?.running ?? false,
      away:
        machine?.away !== undefined && (machine.away.how === 'asleep' || (needsServer ?? context.runs === 'server')),
      belongs: machine?.kind === context.on,
      exists: contextExists(context, world.release),
      release: spelled(world.release),
    }
  },
  decision: decision<PlaceFacts, PlaceOutcome>()({
    name: 'enterPlace',
    start: 'belongs',
    nodes: {
      belongs: { rules: ['PLAY-003'], test: (it) => it.belongs, yes: 'running', no: 'elsewhere' },
      running: { rules: ['PLAY-001'], test: (it) => it.running && !it.away, yes: 'exists', no: 'away' },
      away: { rules: ['PLAY-001', 'SES-090', 'SES-091'], test: (it) => it.away, yes: 'outOfReach', no: 'notRunning' },
      outOfReach: { rules: ['PLAY-001', 'SES-090', 'SES-091'], outcome: 'notRunning', tone: 'bad' },
      exists: { rules: ['PLAY-003', 'SES-213'], test: (it) => it.exists, yes: 'runs', no: 'notInRelease' },
      runs: { rules: ['PLAY-003'], outcome: 'runs', tone: 'aside' },
      notRunning: { rules: ['PLAY-001'], outcome: 'notRunning', tone: 'bad' },
      elsewhere: { rules: ['PLAY-003'], outcome: 'elsewhere', tone: 'bad' },
      notInRelease: { rules: ['PLAY-003'], outcome: 'notInRelease', tone: 'bad' },
    },
  }),
  then: { runs: nothing, notRunning: nothing, elsewhere: nothing, notInRelease: nothing },
})
