import type { Seconds } from './clock'
import type { BrowserName, MachineName, ProcessName, SessionName, TokenName, WebServerName } from './ids'
import type { Json } from './json'
import type { Singleton } from './singletons'
import type { Use, Waiting } from './uses'
import type {
  Away,
  Cookie,
  EntitySet,
  LegacySession,
  Licence,
  OpenRequest,
  Page,
  Process,
  Quotas,
  Session,
  Settings,
  Side,
  Token,
  Trace,
  Variables,
} from './world'

/** What has happened. Facts, never requests: evolve applies them without asking. */
export type Event =
  | { readonly type: 'machineStarted'; readonly machine: MachineName; readonly session: SessionName | null }
  | { readonly type: 'machineStopped'; readonly machine: MachineName }
  | { readonly type: 'webServerStarted'; readonly webServer: WebServerName; readonly scalableSession?: boolean }
  | { readonly type: 'clientAway'; readonly machine: MachineName; readonly away: Away }
  | { readonly type: 'clientBack'; readonly machine: MachineName }
  | { readonly type: 'webServerStopped'; readonly webServer: WebServerName }
  | { readonly type: 'sessionOpened'; readonly session: Session }
  | {
      readonly type: 'sessionClosed'
      readonly session: SessionName
      readonly because: 'idle' | 'stopped' | 'disconnected' | 'dropped' | 'asleep' | 'unreachable'
    }
  | { readonly type: 'legacyKept'; readonly session: LegacySession }
  | { readonly type: 'legacyClosed'; readonly session: Pick<LegacySession, 'browser' | 'webServer'> }
  | { readonly type: 'variableSet'; readonly process: ProcessName; readonly name: string; readonly value: Json }
  | { readonly type: 'poolChanged'; readonly webServer: WebServerName; readonly variables: Variables | null }
  | { readonly type: 'requestHeld'; readonly request: OpenRequest }
  | { readonly type: 'entitySetKept'; readonly entitySet: EntitySet }
  | { readonly type: 'entitySetReleased'; readonly name: string }
  | { readonly type: 'quotasSet'; readonly session: SessionName; readonly quotas: Quotas }
  | { readonly type: 'sessionTouched'; readonly session: SessionName; readonly expiresAt: Seconds }
  | { readonly type: 'userNamed'; readonly session: SessionName; readonly userName: string }
  | { readonly type: 'sessionLoggedOut'; readonly session: SessionName }
  | { readonly type: 'licenceTaken'; readonly licence: Licence }
  | { readonly type: 'licenceReleased'; readonly session: SessionName }
  | { readonly type: 'processStarted'; readonly process: Process }
  | { readonly type: 'processEnded'; readonly process: ProcessName }
  | { readonly type: 'tokenCreated'; readonly token: Token }
  | { readonly type: 'tokenUsed'; readonly token: TokenName; readonly at: Seconds }
  | { readonly type: 'cookieSet'; readonly cookie: Cookie }
  | {
      readonly type: 'privilegesSet'
      readonly session: SessionName
      readonly privileges: readonly string[]
      readonly userName: string | null
    }
  | { readonly type: 'privilegesCleared'; readonly session: SessionName }
  | {
      readonly type: 'privilegePromoted'
      readonly process: ProcessName
      readonly id: number
      readonly privilege: string
    }
  | { readonly type: 'privilegeDemoted'; readonly process: ProcessName; readonly id: number }
  | { readonly type: 'singletonMade'; readonly singleton: Singleton }
  | {
      readonly type: 'singletonWritten'
      readonly singleton: string
      readonly key: string
      readonly value: Json
    }
  | { readonly type: 'useBegun'; readonly lock: string; readonly use: Use }
  | { readonly type: 'useAwaited'; readonly lock: string; readonly waiting: Waiting }
  | { readonly type: 'useEnded'; readonly process: ProcessName }
  | {
      readonly type: 'machineStorageWritten'
      readonly machine: MachineName
      readonly key: string
      readonly value: Json
    }
  | {
      readonly type: 'storageWritten'
      readonly session: SessionName
      readonly side: Side
      readonly key: string
      readonly property?: string
      readonly value: Json
    }
  | {
      readonly type: 'idleTimeoutSet'
      readonly session: SessionName
      readonly minutes: number
      readonly expiresAt: Seconds
    }
  | { readonly type: 'pageShown'; readonly browser: BrowserName; readonly page: Page }
  | { readonly type: 'requestAnswered'; readonly trace: Trace }
  | { readonly type: 'settingsChanged'; readonly settings: Partial<Settings> }
  | { readonly type: 'timePassed'; readonly now: Seconds }
