import type { Seconds } from './clock'
import type { BrowserName, MachineName, ProcessName, SessionName, TokenName, WebServerName } from './ids'
import type { Json } from './json'
import type { Readings } from './readings'
import type { Release } from './releases/releases'
import type { Table } from './table'
import type { Singleton } from './singletons'
import type { Use } from './uses'
import type { SendRequest } from './command'
import type { ContextName } from './contexts'
import type { Method } from './method'

/** One consistent state of everything: machines, sessions, tokens, licences, and the time. Plain data throughout. */
export interface World {
  readonly release: Release
  readonly now: Seconds
  /** Makes the ids of this world its own; the same seed gives the same ids. */
  readonly seed: string
  readonly settings: Settings
  readonly machines: Table<Machine>
  readonly webServers: Table<WebServer>
  readonly browsers: Table<Browser>
  readonly sessions: Table<Session>
  readonly processes: Table<Process>
  readonly tokens: Table<Token>
  /** By "browser@webServer". */
  readonly cookies: Table<Cookie>
  /** Who holds a 4D Client licence of the server, and why: by session. */
  readonly licences: Table<Licence>
  /** Legacy sessions, by "browser@webServer". */
  readonly legacy: Table<LegacySession>
  /** Entity sets in memory, by name; those whose time is over are still listed until something looks. */
  readonly entitySets: Table<EntitySet>
  /** Requests whose code has not come to its end, by the name of their process. */
  readonly open: Table<OpenRequest>
  /** By web server: the variables left in the web process that became free last. */
  readonly pooled: Table<Variables>
  /** The last request along each line, by "browser@webServer". */
  readonly traces: Table<Trace>
  readonly methods: Table<Method>
  readonly dataclasses: Table<Dataclass>
  /** How many of each kind there have been, so that names never repeat. */
  readonly counts: Counts
  /** No web session can end before this moment: lets a wait skip the search. */
  readonly nextEnd: Seconds
  /** No client that sleeps or was cut off can be dropped before this moment; absent until one has been. */
  readonly nextAway?: Seconds
  /** Shared objects that a process has in use, by the name of their lock; absent until there was one. */
  readonly uses?: Table<Use>
  /** Instances of singleton classes; absent until there was one. */
  readonly singletons?: Table<Singleton>
}

export interface Counts {
  readonly web: number
  readonly tokens: number
  readonly processes: number
  readonly entitySets: number
}

export interface Settings {
  /** "Scalable sessions" of the web server settings; off means "No sessions". */
  readonly scalableSessions: boolean
  /** With scalable sessions off: "Legacy sessions" instead of "No sessions". */
  readonly legacySessions?: boolean
  /** The project was created before 18 R6: only then is "Legacy sessions" offered. */
  readonly convertedProject?: boolean
  /** These concern legacy sessions only (SES-031); absent: as the manual says, see legacySessions.ts. */
  readonly maxSessions?: number
  /** Minutes. */
  readonly inactiveSessionTimeout?: number
  /** Minutes. */
  readonly inactiveProcessTimeout?: number
  readonly sessionIPAddressValidation?: boolean
  /** The "domain" and "path" fields of the session cookie; absent: the browser sends it to the whole web server. */
  readonly cookieDomain?: string
  readonly cookiePath?: string
  /** 10 to 32,000; 100 when absent (SES-032). */
  readonly maxConcurrentProcesses?: number
  /** "Custom" when absent. */
  readonly webAuthentication?: 'custom' | 'basic'
  /** Gives the session cookie its name, 4DSID_<applicationName>. */
  readonly applicationName: string
  /** 4D Client licences of the server. */
  readonly licences: number
  readonly sameSite: 'Strict' | 'Lax' | 'None'
  /** The text of roles.json as it was read at start; null when there is no such file. */
  readonly roles: string | null
  /** HTTP request handlers: URL beginning to the method that answers. */
  readonly handlers: readonly Handler[]
  /** Qodly pages by name, other pages by path; none: the world does not say which there are. */
  readonly pages: readonly string[]
  /** How clients and server talk; ServerNet when nothing is said. */
  readonly networkLayer?: 'ServerNet' | 'QUIC'
  /** Seconds; 900 when nothing is said. */
  readonly quicTimeout?: Seconds
  /** Seconds; 48 hours when nothing is said. */
  readonly sleepTimeout?: Seconds
  /** Entries read otherwise than recommended. */
  readonly readings: Readings
}

/** What the web server settings choose: "Scalable sessions", "Legacy sessions" or "No sessions". */
export const SESSION_MODES = ['scalable', 'legacy', 'none'] as const
export type SessionMode = (typeof SESSION_MODES)[number]

export interface Handler {
  readonly pattern: string
  readonly method: string
}

export type MachineKind = 'server' | 'client' | 'standalone'

export interface Machine {
  readonly name: MachineName
  readonly kind: MachineKind
  /** What a person calls it: "Ana's Mac". */
  readonly label: string
  /** Current user of 4D on it. */
  readonly user: string
  readonly systemUser: string
  readonly address: string
  readonly host: 'mac' | 'windows'
  /** Server and standalone: started. Client: connected. */
  readonly running: boolean
  /** How often it was started or connected: names its sessions apart. */
  readonly times: number
  /** The desktop session that belongs to it while it runs. */
  readonly session: SessionName | null
  /** The choice of sessions is local to each machine (SES-102); absent: that of the project. */
  readonly sessions?: SessionMode
  /** Connected, yet asleep or out of reach. */
  readonly away?: Away
  /** What Storage holds on it (SES-195); absent while empty. */
  readonly storage?: Table<Json>
}

export interface Away {
  readonly how: 'asleep' | 'unreachable'
  readonly since: Seconds
  /** When its session is dropped. */
  readonly until: Seconds
}

export interface WebServer {
  readonly name: WebServerName
  readonly machine: MachineName
  /** Named when it is the web server of a component; null for the host's. */
  readonly component: string | null
  readonly running: boolean
  /** What WEB Server.start() said for this run, over the setting (SES-101). */
  readonly scalableSession?: boolean
}

/** A legacy session: a process of the web server kept for one browser. It has no Session object. */
export interface LegacySession {
  readonly name: string
  readonly browser: BrowserName
  readonly webServer: WebServerName
  /** From where it was opened; null when no request has said. */
  readonly address: string | null
  readonly variables: Variables
  readonly expiresAt: Seconds
}

/** Process variables by name. */
export type Variables = Readonly<Record<string, Json>>

/** Anything that sends web requests: an outside browser, or a Web area on a client or standalone machine. */
export interface Browser {
  readonly name: BrowserName
  readonly label: string
  /** The machine whose window holds the Web area; null for an outside browser. */
  readonly machine: MachineName | null
  /** The page it shows and what became of the page's latest requests. */
  readonly page: Page | null
}

export interface Page {
  readonly url: string
  readonly status: number
  /** The session that answered; null when there was none. */
  readonly session: SessionName | null
  readonly body: string
  readonly reads: readonly { readonly what: string; readonly status: number }[]
}

export type SessionType = 'remote' | 'storedProcedure' | 'standalone' | 'web' | 'rest'

export interface Session {
  readonly name: SessionName
  readonly id: string
  readonly type: SessionType
  /** The machine it belongs to: the client of a remote session, else the machine that runs the server. */
  readonly machine: MachineName
  /** The web server that made it; null for desktop sessions. */
  readonly webServer: WebServerName | null
  readonly userName: string
  /** Granted privileges, those included before those that include them. */
  readonly privileges: readonly string[]
  /** Has setPrivileges() been called since it began, or since the last logout? */
  readonly login: boolean
  readonly storage: Table<Json>
  /** The other storage of a remote session, on the client (21 R3). */
  readonly clientStorage: Table<Json>
  /** Minutes. Web sessions only. */
  readonly idleTimeout: number
  readonly createdAt: Seconds
  /** When it ends if nothing is asked of it; null for desktop sessions. */
  readonly expiresAt: Seconds | null
  /** What code has set of Session.quotas; absent: nothing (21 R4). */
  readonly quotas?: Quotas
}

export const QUOTAS = ['nbEntitySets', 'defaultEntitySetTimeout', 'maxEntitySetTimeout'] as const
export type QuotaName = (typeof QUOTAS)[number]
export type Quotas = Readonly<Partial<Record<QuotaName, number>>>

/** A selection that a REST request has left in the memory of the server ($method=entityset). */
export interface EntitySet {
  readonly name: string
  readonly id: string
  readonly dataclass: string
  readonly session: SessionName | null
  /** Seconds without use after which it goes. */
  readonly timeout: Seconds
  readonly refreshedAt: Seconds
}

export interface Process {
  readonly name: ProcessName
  readonly kind: 'user' | 'twin' | 'storedProcedure' | 'main' | 'web'
  readonly machine: MachineName
  /** The session that groups it. */
  readonly session: SessionName | null
  readonly label: string
  readonly context: ContextName
  /** Promotions by Session.promote(), by id. */
  readonly promotions: readonly Promotion[]
  readonly promoted: number
  /** Process variables that its code has assigned. */
  readonly variables?: Variables
  /** Those it had when the code began: left by an earlier request, or kept by a legacy session. */
  readonly inherited?: Variables
}

/** A request that still runs: its reply, and the cookie with it, come when it has finished. */
export interface OpenRequest {
  readonly process: ProcessName
  readonly command: SendRequest
  readonly session: SessionName | null
  /** What the code has sent so far. */
  readonly sent: string | null
  /** As the request found its session: see Attached. */
  readonly tell: boolean
  readonly made: boolean
  readonly token: string | null
}

export interface Promotion {
  readonly id: number
  readonly privilege: string
}

export interface Token {
  readonly name: TokenName
  /** The text createOTP() returned. */
  readonly value: string
  /** The session that created it and that it opens. */
  readonly session: SessionName
  readonly createdAt: Seconds
  readonly expiresAt: Seconds
  readonly usedAt: Seconds | null
  /** Where the call was made: a client-side object still opens the server-side session. */
  readonly side: Side
}

export type Side = 'server' | 'client'

export interface Cookie {
  readonly browser: BrowserName
  readonly webServer: WebServerName
  readonly name: string
  readonly value: string
  readonly session: SessionName
  readonly secure: boolean
  readonly domain?: string
  readonly path?: string
  /** From where the request came that received it, when it said. */
  readonly address?: string
}

export interface Licence {
  readonly session: SessionName
  readonly because: 'connection' | 'firstRequest' | 'setPrivileges'
  readonly since: Seconds
}

export interface Trace {
  readonly browser: BrowserName
  readonly webServer: WebServerName
  readonly method: string
  readonly url: string
  readonly status: number
  readonly session: SessionName | null
  readonly token: TokenName | null
  readonly count: number
  readonly at: Seconds
}

export type AttributeKind = 'storage' | 'relation' | 'alias' | 'computed'

export interface Dataclass {
  readonly name: string
  readonly attributes: readonly { readonly name: string; readonly kind: AttributeKind }[]
  readonly functions: readonly string[]
  /** False: REST does not see it. */
  readonly exposed?: boolean
  /** Attributes and functions that REST does not see. */
  readonly hidden?: readonly string[]
}

export const isWeb = ({ type }: Session): boolean => type === 'web' || type === 'rest'

/** Entity sets of a session, or of nobody, that are still in memory. */
export const entitySetsOf = ({ entitySets, now }: World, session: SessionName | null): readonly EntitySet[] =>
  entitySets.filter((it) => it.session === session && it.refreshedAt + it.timeout > now)

export const pair = (browser: BrowserName, webServer: WebServerName): string => `${browser}@${webServer}`

export const cookieName = ({ settings }: World): string => `4DSID_${settings.applicationName}`

export const secondsLeft = ({ now }: World, { expiresAt }: Token): Seconds => Math.max(0, expiresAt - now)

/** The token of this name, or of this value: people write "otp-1", addresses carry the 32 digits. */
export function tokenNamed({ tokens }: World, text: string): Token | undefined {
  return tokens.get(text) ?? tokens.find(({ value }) => value === text.toUpperCase())
}

/** The stored procedures session of the server a machine belongs to. There is one server in a world. */
export const serverOf = ({ machines }: World): Machine | undefined => machines.find(({ kind }) => kind === 'server')
