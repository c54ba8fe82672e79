import { COMPANIONS } from '../engine/companions'
import type { Call, Member } from '../engine/method'
import { MEMBERS } from '../engine/method'
import { SPARE_TOKEN } from './ways'

/** One question to the Session object: what is called before, and the call whose answer counts. */
export interface Probe {
  readonly name: string
  readonly before: readonly Call[]
  readonly call: Call
  /** Promotions end with the method that asked for them: only a place that runs several lines in one process can show it. */
  readonly oneProcess?: true
  /** It needs a token that somebody else has made. */
  readonly token?: true
  /** It names a session: that of the place, or where there is none that of the connected client. */
  readonly ofSession?: true
}

const says = (call: Member, ...args: readonly (string | number | { readonly [key: string]: string })[]): Call =>
  args.length > 0 ? { call, with: args } : { call }

const holding = [says('setPrivileges', 'payroll')]

/** The rows of the reference's matrix (section 4), each with what it needs to tell its answers apart. */
const ROWS: readonly Probe[] = [
  { name: 'Session', before: [], call: says('Session') },
  { name: 'id', before: [], call: says('id') },
  { name: 'userName', before: [], call: says('userName') },
  { name: 'userNameGiven', before: [says('setPrivileges', { userName: 'Zoe' })], call: says('userName') },
  { name: 'info', before: [], call: says('info') },
  { name: 'storage', before: [says('writeStorage', 'team', 'North')], call: says('storage') },
  { name: 'writeStorage', before: [], call: says('writeStorage', 'team', 'North') },
  { name: 'idleTimeout', before: [], call: says('idleTimeout') },
  { name: 'setIdleTimeout', before: [], call: says('setIdleTimeout', 30) },
  { name: 'expirationDate', before: [], call: says('expirationDate') },
  { name: 'quotas', before: [], call: says('quotas') },
  { name: 'isGuest', before: [], call: says('isGuest') },
  { name: 'isGuestKnown', before: holding, call: says('isGuest') },
  { name: 'isGuestCalled', before: [says('setPrivileges', '')], call: says('isGuest') },
  { name: 'isGuestCleared', before: [...holding, says('clearPrivileges')], call: says('isGuest') },
  { name: 'hasPrivilege', before: [], call: says('hasPrivilege', 'payroll') },
  { name: 'hasPrivilegeGranted', before: holding, call: says('hasPrivilege', 'payroll') },
  {
    name: 'hasPrivilegePromoted',
    before: [says('promote', 'payroll')],
    call: says('hasPrivilege', 'payroll'),
    oneProcess: true,
  },
  { name: 'getPrivileges', before: [], call: says('getPrivileges') },
  { name: 'getPrivilegesGranted', before: holding, call: says('getPrivileges') },
  { name: 'setPrivileges', before: [], call: says('setPrivileges', 'payroll') },
  { name: 'clearPrivileges', before: holding, call: says('clearPrivileges') },
  { name: 'promote', before: [], call: says('promote', 'payroll') },
  { name: 'demote', before: [says('promote', 'payroll')], call: says('demote', 1) },
  { name: 'createOTP', before: [], call: says('createOTP') },
  { name: 'createOTPLong', before: [], call: says('createOTP', 60) },
  { name: 'createOTPShort', before: [], call: says('createOTP', 5) },
  { name: 'restore', before: [], call: says('restore', SPARE_TOKEN), token: true },
  { name: 'sessionInfo', before: [], call: says('sessionInfo'), ofSession: true },
  {
    name: 'storageOfSession',
    before: [says('writeStorage', 'team', 'North')],
    call: says('storageOfSession'),
    ofSession: true,
  },
  { name: 'processActivity', before: [], call: says('processActivity') },
  { name: 'licenseUsage', before: [], call: says('licenseUsage') },
]

/** What a row of the matrix is about: a property of the class, a function of it, or a command beside it. */
export const KINDS = ['Session', 'properties', 'functions', 'commands'] as const
export type Kind = (typeof KINDS)[number]

const PROPERTIES: readonly Member[] = [
  'id',
  'userName',
  'info',
  'storage',
  'writeStorage',
  'idleTimeout',
  'setIdleTimeout',
  'expirationDate',
  'quotas',
]

export const kindOfProbe = ({ call: { call } }: Probe): Kind =>
  call === 'Session'
    ? 'Session'
    : PROPERTIES.includes(call)
      ? 'properties'
      : COMPANIONS.some((it) => it === call)
        ? 'commands'
        : 'functions'

const asked = new Set(ROWS.map(({ call }) => call.call))

/** `access` is about data, SET USER ALIAS only prepares what userName answers. */
const BESIDE: readonly Member[] = ['access', 'setUserAlias']

/** Those, and every other member of the class without arguments, so that none is forgotten. */
export const PROBES: readonly Probe[] = [
  ...ROWS,
  ...MEMBERS.filter((it) => !BESIDE.includes(it) && !asked.has(it)).map((it) => ({
    name: it,
    before: [],
    call: says(it),
  })),
]
