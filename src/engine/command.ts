import type { ContextName, WebContextName } from './contexts'
import type { BrowserName, MachineName, WebServerName } from './ids'
import type { Json } from './json'
import type { Call, Statement } from './method'

/** What somebody wants. Every command is answered; a refusal is an answer too. */
export type Command =
  | ConnectClient
  | DisconnectClient
  | StartStandalone
  | StopStandalone
  | StartWebServer
  | StopWebServer
  | RunCall
  | ExecuteOnServer
  | SendRequest
  | LogOut
  | ChangeSetting
  | Wait
  | StartProcess
  | EndProcess
  | OpenDatastore
  | FinishRequest
  | SleepClient
  | WakeClient
  | CutNetwork
  | RestoreNetwork
  | ListSessions
  | DropSession

/** A 4D remote opens its connection to the server; On Server Open Connection runs in its twin process. */
export interface ConnectClient {
  readonly type: 'connectClient'
  readonly machine: MachineName
}
/** A 4D remote leaves; On Server Close Connection runs, then its session ends. */
export interface DisconnectClient {
  readonly type: 'disconnectClient'
  readonly machine: MachineName
}
export interface StartStandalone {
  readonly type: 'startStandalone'
  readonly machine: MachineName
}
export interface StopStandalone {
  readonly type: 'stopStandalone'
  readonly machine: MachineName
}
export interface StartWebServer {
  readonly type: 'startWebServer'
  readonly webServer: WebServerName
  /** What WEB Server.start() says for this run, over the setting. */
  readonly scalableSession?: boolean
}
export interface StopWebServer {
  readonly type: 'stopWebServer'
  readonly webServer: WebServerName
}
/** Code in one of the places of the manual uses Session once. */
export interface RunCall extends Call {
  readonly type: 'runCall'
  readonly machine: MachineName
  readonly in: ContextName
}
/** The Execute on server command: starts a stored procedure, from a client or from the server itself. */
export interface ExecuteOnServer {
  readonly type: 'executeOnServer'
  readonly machine: MachineName
  readonly method?: string
  readonly code?: readonly Statement[]
}
/** A browser or a Web area sends one HTTP request to a web server. */
export interface SendRequest {
  readonly type: 'sendRequest'
  readonly from: BrowserName
  readonly to: WebServerName
  readonly method?: 'GET' | 'POST'
  /** Path and query; `$4DSID=otp-1` may name a token, or hold its 32 digits. */
  readonly url: string
  /** Sent as $4DSID in the address: a token's name or value. */
  readonly token?: string
  readonly scheme?: 'http' | 'https'
  /** The IP address it comes from, when that matters. */
  readonly address?: string
  /** Reached from another site or scheme: matters to a SameSite cookie. */
  readonly crossSite?: boolean
  /** What the method, function or page does; without it, the method of that name in the world runs. */
  readonly code?: readonly Statement[]
  /** The place of the manual where the code runs, when the address alone does not say it (On Web Authentication). */
  readonly in?: WebContextName
  /** Its code has not come to its end: the process of this name still runs, and the reply is yet to come. */
  readonly stays?: string
  /** The code belongs to a component of the host. */
  readonly component?: string
}
/** A request that stayed comes to its end: the rest of its code runs, and its reply arrives. */
export interface FinishRequest {
  readonly type: 'finishRequest'
  readonly process: string
  readonly code?: readonly Statement[]
}
/** The logout feature of a Qodly page (force-login mode). */
export interface LogOut {
  readonly type: 'logOut'
  readonly from: BrowserName
  readonly to: WebServerName
}
export interface ChangeSetting {
  readonly type: 'changeSetting'
  readonly setting: SettingName
  readonly value: Json
}
export interface Wait {
  readonly type: 'wait'
  readonly seconds: number
}

/** A further process begins on a connected client; the server keeps a twin for it when it needs one. */
export interface StartProcess {
  readonly type: 'startProcess'
  readonly machine: MachineName
  /** What it is called on its machine; counted when nothing is said. */
  readonly process?: string
  /** What it wants of the server: to run code (a cooperative twin), only data (a preemptive one), or nothing. */
  readonly needs?: 'language' | 'data' | 'nothing'
  /** What On Server Open Connection does. */
  readonly code?: readonly Statement[]
}
/** Such a process ends. */
export interface EndProcess {
  readonly type: 'endProcess'
  readonly machine: MachineName
  readonly process: string
  /** What On Server Close Connection does. */
  readonly code?: readonly Statement[]
}

/** A 4D opens another 4D as a remote datastore (Open datastore), or uses the one it has opened. */
export interface OpenDatastore {
  readonly type: 'openDatastore'
  readonly machine: MachineName
  readonly to: WebServerName
  readonly localId: string
  /** Minutes. */
  readonly idleTimeout?: number
  /** The function called through it, such as "ds.act" or "People.greet"; without one it is only opened. */
  readonly method?: string
  /** What that function does; without it, the method of that name in the world runs. */
  readonly code?: readonly Statement[]
}

/** The computer of a connected client goes to sleep; 4D tells the server before. */
export interface SleepClient {
  readonly type: 'sleepClient'
  readonly machine: MachineName
}
export interface WakeClient {
  readonly type: 'wakeClient'
  readonly machine: MachineName
}
/** A cable is pulled: a client and the server no longer reach each other. */
export interface CutNetwork {
  readonly type: 'cutNetwork'
  readonly machine: MachineName
}
export interface RestoreNetwork {
  readonly type: 'restoreNetwork'
  readonly machine: MachineName
}
/** Somebody looks at the Server window. */
export interface ListSessions {
  readonly type: 'listSessions'
  /** Only those counted for floating licences. */
  readonly counted?: boolean
}
/** Somebody drops a session in the Server window; its name or its id. */
export interface DropSession {
  readonly type: 'dropSession'
  readonly session: string
}

/**
 * `forceLogin` and `restrictedByDefault` are written into roles.json; `roles` replaces the file, `newProject` by the one
 * that a new project gets, of this release or of the one that is named. `readings` are laid over those chosen before.
 */
export const SETTING_NAMES = [
  'scalableSessions',
  'applicationName',
  'licences',
  'sameSite',
  'roles',
  'forceLogin',
  'restrictedByDefault',
  'convertedProject',
  'legacySessions',
  'maxSessions',
  'inactiveSessionTimeout',
  'inactiveProcessTimeout',
  'sessionIPAddressValidation',
  'cookieDomain',
  'cookiePath',
  'maxConcurrentProcesses',
  'webAuthentication',
  'networkLayer',
  'quicTimeout',
  'sleepTimeout',
  'newProject',
  'readings',
] as const
export type SettingName = (typeof SETTING_NAMES)[number]

export const COMMAND_TYPES = [
  'connectClient',
  'disconnectClient',
  'startStandalone',
  'stopStandalone',
  'startWebServer',
  'stopWebServer',
  'runCall',
  'executeOnServer',
  'sendRequest',
  'logOut',
  'changeSetting',
  'wait',
  'startProcess',
  'endProcess',
  'openDatastore',
  'finishRequest',
  'sleepClient',
  'wakeClient',
  'cutNetwork',
  'restoreNetwork',
  'listSessions',
  'dropSession',
] as const satisfies readonly Command['type'][]
