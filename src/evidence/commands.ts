import type { Command, SendRequest, SettingName } from '../engine/command'
import type { ContextName } from '../engine/contexts'
import type { Json } from '../engine/json'
import type { Call, Member, Statement } from '../engine/method'

/** What somebody wants, as one says it: `connects('ana')`, `opens('createOTP')`, `waits(10)`. */

// Plain words become names here, as they do where a file is read.
const command = (it: object): Command => it as Command
const given = (args: readonly Json[]): object => (args.length > 0 ? { with: args } : {})

export const connects = (machine = 'ana'): Command => command({ type: 'connectClient', machine })
export const leaves = (machine = 'ana'): Command => command({ type: 'disconnectClient', machine })
export const starts = (machine = 'solo'): Command => command({ type: 'startStandalone', machine })
export const stops = (machine = 'solo'): Command => command({ type: 'stopStandalone', machine })
export const startsWeb = (webServer = 'web'): Command => command({ type: 'startWebServer', webServer })
/** WEB Server.start() says which sessions this run has. */
export const startsWebWith = (scalableSession: boolean, webServer = 'web'): Command =>
  command({ type: 'startWebServer', webServer, scalableSession })
export const stopsWeb = (webServer = 'web'): Command => command({ type: 'stopWebServer', webServer })
export const waits = (seconds: number): Command => command({ type: 'wait', seconds })
export const sets = (setting: SettingName, value: Json): Command => command({ type: 'changeSetting', setting, value })
export const logsOut = (from = 'visitor', to = 'web'): Command => command({ type: 'logOut', from, to })

/** A line of a method. */
export const says = (call: Member, ...args: readonly Json[]): Call => ({ call, ...given(args) })

export const runs = (machine: string, place: ContextName, call: Member, ...args: readonly Json[]): Command =>
  command({ type: 'runCall', machine, in: place, ...says(call, ...args) })

/** Ana's connection, in On Server Open Connection. */
export const opens = (call: Member, ...args: readonly Json[]): Command =>
  runs('ana', 'onServerOpenConnection', call, ...args)
/** Ana's twin process: a method with the Execute on Server attribute. */
export const onServer = (call: Member, ...args: readonly Json[]): Command =>
  runs('ana', 'executeOnServerMethod', call, ...args)
/** A method on Ana's own machine. */
export const onClient = (call: Member, ...args: readonly Json[]): Command => runs('ana', 'clientMethod', call, ...args)
/** A stored procedure of the server. */
export const stored = (call: Member, ...args: readonly Json[]): Command =>
  runs('server', 'storedProcedure', call, ...args)
/** The single-user 4D. */
export const alone = (call: Member, ...args: readonly Json[]): Command =>
  runs('solo', 'standaloneMethod', call, ...args)
/** The Execute on server command. */
export const starting = (machine: string, more: { method?: string; code?: readonly Statement[] } = {}): Command =>
  command({ type: 'executeOnServer', machine, ...more })

/** A further process of Ana's client begins, with what On Server Open Connection does for it. */
export const begins = (
  process?: string,
  more: { needs?: 'language' | 'data' | 'nothing'; code?: readonly Statement[] } = {},
): Command => command({ type: 'startProcess', machine: 'ana', ...(process === undefined ? {} : { process }), ...more })
export const ends = (process: string, more: { code?: readonly Statement[] } = {}): Command =>
  command({ type: 'endProcess', machine: 'ana', process, ...more })

/** The single-user 4D opens the server's 4D as a remote datastore, or calls something through it. */
export const remotely = (
  localId = 'staff',
  more: { machine?: string; to?: string; idleTimeout?: number; method?: string; code?: readonly Statement[] } = {},
): Command => command({ type: 'openDatastore', machine: 'solo', to: 'web', localId, ...more })

/** Ana's Web area comes into her session with her first token, and does this. */
export const shared = (call: Member, ...args: readonly Json[]): Command =>
  area('/4DACTION/act', { token: 'otp-1', code: [says(call, ...args)] })

/** The computer of a client sleeps and wakes; the network is cut and comes back. */
export const sleeps = (machine = 'ana'): Command => command({ type: 'sleepClient', machine })
export const wakes = (machine = 'ana'): Command => command({ type: 'wakeClient', machine })
export const isCutOff = (machine = 'ana'): Command => command({ type: 'cutNetwork', machine })
export const comesBack = (machine = 'ana'): Command => command({ type: 'restoreNetwork', machine })
/** Somebody at the Server window. */
export const lists = (counted?: boolean): Command =>
  command({ type: 'listSessions', ...(counted === undefined ? {} : { counted }) })
export const drops = (session: string): Command => command({ type: 'dropSession', session })

type More = Omit<Partial<SendRequest>, 'type' | 'url' | 'from' | 'to'> & { from?: string; to?: string }

/** The visitor's browser asks the server's web server for something. */
export const visits = (url: string, more: More = {}): Command =>
  command({ type: 'sendRequest', from: 'visitor', to: 'web', url, ...more })
/** Ana's Web area does. */
export const area = (url: string, more: More = {}): Command => visits(url, { from: 'ana-area', ...more })
/** The Web area of the single-user 4D asks that 4D. */
export const soloArea = (url: string, more: More = {}): Command =>
  visits(url, { from: 'solo-area', to: 'solo-web', ...more })

export const PAGE = '/$lib/renderer/?w=People'
/** Ana's Web area shows the page, with a token when one is named. */
export const page = (token?: string): Command => area(PAGE, token === undefined ? {} : { token })

const ACTION = '/4DACTION/act'
/** The visitor calls /4DACTION/act, which does this. */
export const acts = (...code: readonly Statement[]): Command => visits(ACTION, { code })
/** A request of the visitor that runs on, until it is told to finish. */
export const keeps = (process: string, ...code: readonly Statement[]): Command =>
  visits(ACTION, { stays: process, code })
export const finishes = (process: string, ...code: readonly Statement[]): Command =>
  command({ type: 'finishRequest', process, ...(code.length ? { code } : {}) })
/** The same with a token in the address. */
export const actsWith = (token: string, ...code: readonly Statement[]): Command => visits(ACTION, { code, token })
/** The visitor calls a datastore function through REST, which does this. */
export const calls = (...code: readonly Statement[]): Command => visits('/rest/$catalog/act', { method: 'POST', code })
