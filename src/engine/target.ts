import type { Json } from './json'
import { forcesLogin, promotedIn, rolesOf, type Place } from './place'
import { has, spelled } from './releases/releases'
import type { Roles } from './roles/rolesFile'
import { isWeb, type Session, type Side, type World } from './world'

/** A member of the class is used on a session object that was found: on which side, from which place, with what. */
export interface Target {
  readonly place: Place
  readonly session: Session
  readonly side: Side
  readonly args: readonly Json[]
  /** Names the token, for createOTP. */
  readonly as?: string
}

/** What every table about a member asks first. */
export interface Common {
  readonly release: string
  readonly sessionType: string
  readonly web: boolean
  readonly stored: boolean
  readonly onClient: boolean
  readonly desktopPrivileges: boolean
  readonly forceLogin: boolean
}

export const common = (world: World, { session, side }: Target): Common => ({
  release: spelled(world.release),
  sessionType: session.type,
  web: isWeb(session),
  stored: session.type === 'storedProcedure',
  onClient: side === 'client',
  desktopPrivileges: has(world.release, 'desktopPrivileges'),
  forceLogin: forcesLogin(world),
})

/** Those, and what one table asks besides. Assigned, because fields written after a spread cost 20 times as much. */
export const commonAnd = <F extends object>(world: World, target: Target, own: F): Common & F =>
  Object.assign(common(world, target), own)

export const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const list = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? value.filter((it): it is string => typeof it === 'string')
    : typeof value === 'string'
      ? value
          .split(',')
          .map((it) => it.trim())
          .filter(Boolean)
      : []

/** What setPrivileges() was asked for, in any of its three forms (SES-140). */
export function privilegesAsked(argument: Json | undefined): {
  readonly privileges: readonly string[]
  readonly roles: readonly string[]
  readonly userName: string | null
} {
  if (typeof argument === 'object' && argument !== null && !Array.isArray(argument)) {
    const settings = argument as Readonly<Record<string, Json>>
    return {
      privileges: list(settings.privileges),
      roles: list(settings.roles),
      userName: typeof settings.userName === 'string' ? settings.userName : null,
    }
  }
  return { privileges: list(argument), roles: [], userName: null }
}

export interface Known {
  readonly kept: readonly string[]
  readonly ignored: readonly string[]
}

/** The declared ones among the names; role names open into their privileges. Unknown names are dropped (SES-141). */
export function knownOf(roles: Roles | undefined, asked: ReturnType<typeof privilegesAsked>): Known {
  const kept: string[] = []
  const ignored: string[] = []
  for (const name of asked.privileges) {
    const declared =
      roles?.privileges.get(name.toLowerCase())?.name ?? (name.toLowerCase() === 'webadmin' ? 'WebAdmin' : undefined)
    if (declared) kept.push(declared)
    else ignored.push(name)
  }
  for (const name of asked.roles) {
    const role = roles?.roles.get(name.toLowerCase())
    if (role) kept.push(...role.privileges)
    else ignored.push(name)
  }
  return { kept, ignored }
}

/** Before 19 R8 nothing declares privileges: any name stands for itself, and there are no roles (SES-140). */
export const freeNames = ({ privileges, roles }: ReturnType<typeof privilegesAsked>): Known => ({
  kept: privileges,
  ignored: roles,
})

export { promotedIn, rolesOf }
