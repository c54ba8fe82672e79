import type { Json } from './json'

/** One use of the Session command, of a member of the class, or of data, as a line of a method would write it. */
export interface Call {
  readonly call: Member
  readonly with?: readonly Json[]
  /** Names the token made by createOTP, for later use in the story. */
  readonly as?: string
}

/**
 * What a method of the world does. No language: that is a room of its own. Just enough to let a method answer
 * differently by what Session is.
 */
export type Statement =
  | Call
  | { readonly if: Call; readonly then: readonly Statement[]; readonly else?: readonly Statement[] }
  | { readonly send: string }
  /** Ends the method, as its result: what On Web Authentication answers. */
  | { readonly return: boolean }

export interface Method {
  readonly name: string
  readonly code: readonly Statement[]
}

export const MEMBERS = [
  'Session',
  'id',
  'userName',
  'info',
  'storage',
  'writeStorage',
  'idleTimeout',
  'setIdleTimeout',
  'expirationDate',
  'quotas',
  'isGuest',
  'hasPrivilege',
  'getPrivileges',
  'setPrivileges',
  'clearPrivileges',
  'promote',
  'demote',
  'createOTP',
  'restore',
  'access',
  'sessionInfo',
  'storageOfSession',
  'processActivity',
  'licenseUsage',
  'setUserAlias',
  'setQuota',
  'variable',
  'setVariable',
  'closeLegacySession',
  'dropRemoteUser',
  'writeNested',
  'use',
  'endUse',
  'machineStorage',
  'writeMachineStorage',
  'singleton',
] as const

export type Member = (typeof MEMBERS)[number]
