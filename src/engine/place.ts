import { contextOf, type ContextName } from './contexts'
import type { BrowserName, MachineName, ProcessName, SessionName, WebServerName } from './ids'
import { closure, protectionOf, type Protection, type Roles } from './roles/rolesFile'
import { has } from './releases/releases'
import type { Process, SessionMode, WebServer, World } from './world'

/** Where some code is running: the place of the manual, the machine it was asked from, the process, the request. */
export interface Place {
  readonly context: ContextName
  readonly machine: MachineName
  readonly process: ProcessName
  /** Set when the code answers a web request. */
  readonly request?: {
    readonly webServer: WebServerName
    readonly session: SessionName | null
    readonly rest: boolean
    /** Its web server has scalable sessions. */
    readonly scalable: boolean
    /** The browser that sent it; a remote datastore has none. */
    readonly from?: BrowserName | undefined
    /** Privileges given by roles.json to the functions now running in this process. */
    readonly promoted: readonly string[]
  }
}

const ABSENT: Protection = { state: 'absent' }

export const isRequest = ({ context }: Place): boolean => contextOf(context).runs === 'web'

/** Which sessions a web server has: what its start said, else the setting of its machine, else that of the project. */
export function sessionsOf({ machines, settings }: World, { machine, scalableSession }: WebServer): SessionMode {
  const project = settings.scalableSessions ? 'scalable' : settings.legacySessions ? 'legacy' : 'none'
  const chosen = machines.get(machine)?.sessions ?? project
  if (scalableSession === true || (scalableSession === undefined && chosen === 'scalable')) return 'scalable'
  return chosen === 'legacy' && settings.convertedProject ? 'legacy' : 'none'
}

/** The state of roles.json as this release reads it. */
export const protectionIn = ({ settings, release }: World): Protection =>
  has(release, 'permissions') ? protectionOf(settings.roles, has(release, 'singletonPermissions')) : ABSENT

/** The declared names of roles.json, when the file is in force. */
export function rolesOf(world: World): Roles | undefined {
  const protection = protectionIn(world)
  return protection.state === 'on' ? protection.roles : undefined
}

/** Force login mode, as the running application read it at start (PRIV-015). A faulty file cannot ask for it. */
export const forcesLogin = (world: World): boolean =>
  has(world.release, 'forceLogin') && (rolesOf(world)?.forceLogin ?? false)

/** Privileges on the process itself: from roles.json for the functions running, and by Session.promote(). */
export function promotedIn(world: World, place: Place): readonly string[] {
  const process: Process | undefined = world.processes.get(place.process)
  const dynamic = has(world.release, 'promote') ? (process?.promotions.map(({ privilege }) => privilege) ?? []) : []
  const fixed = place.request?.promoted ?? []
  return dynamic.length + fixed.length === 0 ? [] : closure(rolesOf(world), [...fixed, ...dynamic])
}
