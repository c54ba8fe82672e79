import { between, type Release } from './releases/releases'

/**
 * Every place where 4D code can run, as the manual lists them (reference: sessions, section 2.3).
 * `on` says which machine one asks, `runs` where the code then really runs, `as` whose session is meant.
 */
export interface Context {
  readonly id: string
  readonly on: 'client' | 'server' | 'standalone' | 'web'
  readonly runs: 'client' | 'server' | 'standalone' | 'web'
  readonly as: 'remote' | 'stored' | 'standalone' | 'web' | 'nobody'
  /** First release that has this place at all. */
  readonly from?: Release
  /** First release whose manual lists this place; before it, the answer is assumed. Null: no release lists it. */
  readonly listed?: Release | null
  readonly component?: true
  /** A `local` function called by code that is on the server already: it runs in the caller's place (SES-009). */
  readonly local?: true
  /** Code that other code brings about without saying whose session it has: a new process, a trigger of a request. */
  readonly started?: true
}

export const CONTEXTS = {
  executeOnServerMethod: { id: 'CTX-20', on: 'client', runs: 'server', as: 'remote' },
  trigger: { id: 'CTX-21', on: 'client', runs: 'server', as: 'remote' },
  ordaFunction: { id: 'CTX-22', on: 'client', runs: 'server', as: 'remote', listed: '20R10' },
  ordaEvent: { id: 'CTX-23', on: 'client', runs: 'server', as: 'remote', listed: '21' },
  onServerOpenConnection: { id: 'CTX-24', on: 'client', runs: 'server', as: 'remote' },
  onServerCloseConnection: { id: 'CTX-25', on: 'client', runs: 'server', as: 'remote' },
  serverSingletonFunction: { id: 'CTX-26', on: 'client', runs: 'server', as: 'remote', from: '21R3' },
  clientMethod: { id: 'CTX-27', on: 'client', runs: 'client', as: 'remote' },
  onStartup: { id: 'CTX-28', on: 'client', runs: 'client', as: 'remote', listed: null },
  localOrdaFunction: { id: 'CTX-29', on: 'client', runs: 'client', as: 'remote' },
  classFunction: { id: 'CTX-30', on: 'client', runs: 'client', as: 'remote' },
  executeOnClient: { id: 'CTX-31', on: 'client', runs: 'client', as: 'remote', listed: null },
  componentOnServer: {
    id: 'CTX-32',
    on: 'client',
    runs: 'server',
    as: 'remote',
    from: '20R5',
    listed: '21',
    component: true,
  },
  storedProcedure: { id: 'CTX-40', on: 'server', runs: 'server', as: 'stored' },
  onServerStartup: { id: 'CTX-41', on: 'server', runs: 'server', as: 'stored' },
  onBackupStartup: { id: 'CTX-42', on: 'server', runs: 'server', as: 'stored' },
  storedProcedureOrda: { id: 'CTX-43', on: 'server', runs: 'server', as: 'stored', listed: '21' },
  storedProcedureTrigger: { id: 'CTX-44', on: 'server', runs: 'server', as: 'stored', listed: null },
  onSqlAuthentication: { id: 'CTX-45', on: 'server', runs: 'server', as: 'nobody', listed: null },
  standaloneMethod: { id: 'CTX-50', on: 'standalone', runs: 'standalone', as: 'standalone' },
  standaloneExecuteOnServer: { id: 'CTX-51', on: 'standalone', runs: 'standalone', as: 'standalone' },
  standaloneComponent: {
    id: 'CTX-54',
    on: 'standalone',
    runs: 'standalone',
    as: 'standalone',
    listed: '21',
    component: true,
  },
  onWebAuthentication: { id: 'CTX-01', on: 'web', runs: 'web', as: 'web' },
  onWebConnection: { id: 'CTX-02', on: 'web', runs: 'web', as: 'web' },
  tags: { id: 'CTX-03', on: 'web', runs: 'web', as: 'web' },
  action: { id: 'CTX-04', on: 'web', runs: 'web', as: 'web' },
  handler: { id: 'CTX-05', on: 'web', runs: 'web', as: 'web', from: '20R8' },
  rest: { id: 'CTX-06', on: 'web', runs: 'web', as: 'web' },
  singleton: { id: 'CTX-07', on: 'web', runs: 'web', as: 'web', from: '20R6' },
  authentify: { id: 'CTX-08', on: 'web', runs: 'web', as: 'web', from: '20R5' },
  soap: { id: 'CTX-11', on: 'web', runs: 'web', as: 'web', listed: '21' },
  renderer: { id: 'CTX-12', on: 'web', runs: 'web', as: 'web', from: '20R5' },
  componentInRequest: { id: 'CTX-16', on: 'web', runs: 'web', as: 'web', listed: '21', component: true },
  localInTwin: { id: 'CTX-22', on: 'client', runs: 'server', as: 'remote', listed: null, local: true },
  localInProcedure: { id: 'CTX-43', on: 'server', runs: 'server', as: 'stored', listed: null, local: true },
  onRestAuthentication: { id: 'CTX-09', on: 'web', runs: 'web', as: 'web' },
  onMobileApp: { id: 'CTX-10', on: 'web', runs: 'web', as: 'web' },
  remoteDatastore: { id: 'CTX-17', on: 'web', runs: 'web', as: 'web' },
  newProcessOfTwin: { id: 'CTX-20', on: 'client', runs: 'server', as: 'stored', listed: null, started: true },
  triggerInRequest: { id: 'CTX-21', on: 'web', runs: 'web', as: 'web', listed: null, started: true },
  localInRequest: { id: 'CTX-06', on: 'web', runs: 'web', as: 'web', listed: null, local: true },
} as const satisfies Record<string, Context>

export type ContextName = keyof typeof CONTEXTS

/** The places that only a web request can reach. */
export const WEB_CONTEXTS = [
  'onWebAuthentication',
  'onWebConnection',
  'tags',
  'action',
  'handler',
  'rest',
  'singleton',
  'authentify',
  'soap',
  'renderer',
  'localInRequest',
  'triggerInRequest',
  'onRestAuthentication',
  'onMobileApp',
] as const satisfies readonly ContextName[]
export type WebContextName = (typeof WEB_CONTEXTS)[number]

export const contextOf = (name: ContextName): Context => CONTEXTS[name]

export const contextExists = ({ from }: Context, release: Release): boolean =>
  from === undefined || between(release, from)

/** Does the manual of this release list the place among those where Session has this value? */
export const contextListed = ({ listed }: Context, release: Release): boolean =>
  listed === undefined || (listed !== null && between(release, listed))
