import type { Verdict } from '../decision/decision'
import { call, type CallAnswer } from './call'
import type { ContextName } from './contexts'
import { mainOf, twinOf, named } from './ids'
import type { Member } from './method'
import { rolesOf, sessionsOf, type Place } from './place'
import { begin } from './rule'
import { serverOf, type Session, type Side, type World } from './world'

/** What one member of a session object would answer now, and the table that says so. The world is not changed. */
export interface Inspected {
  readonly member: Member
  readonly answer: CallAnswer
  readonly verdict: Verdict
}

/** Members that only read: they can be asked without touching the story. */
const READING: readonly Member[] = [
  'id',
  'userName',
  'isGuest',
  'getPrivileges',
  'storage',
  'info',
  'idleTimeout',
  'expirationDate',
  'quotas',
  'sessionInfo',
  'storageOfSession',
  'processActivity',
]

/** Those that are asked with the id of the session; a story says its name. */
const BY_ID: readonly Member[] = ['sessionInfo', 'storageOfSession', 'processActivity']
/** A session that is there was made by scalable sessions, or by REST without them. */
const isScalable = (world: World, name: string): boolean => {
  const webServer = world.webServers.get(name)
  return webServer !== undefined && sessionsOf(world, webServer) === 'scalable'
}

/** The place from which code sees this very object. */
export function placeOf(world: World, session: Session, side: Side): Place {
  const { machine, webServer } = session
  const at = (context: ContextName, process: Place['process']): Place => ({ context, machine, process })
  if (webServer !== null) {
    return {
      ...at('action', named('')),
      machine: world.webServers.get(webServer)?.machine ?? machine,
      request: {
        webServer,
        session: session.name,
        rest: session.type === 'rest',
        scalable: isScalable(world, webServer),
        promoted: [],
      },
    }
  }
  if (session.type === 'storedProcedure') return at('storedProcedure', mainOf(serverOf(world)?.name ?? machine))
  if (session.type === 'standalone') return at('standaloneMethod', mainOf(machine))
  return side === 'client' ? at('clientMethod', mainOf(machine)) : at('executeOnServerMethod', twinOf(machine))
}

export function ask(
  world: World,
  session: Session,
  side: Side,
  member: Member,
  args: CallAnswer['with'] = [],
): Inspected | undefined {
  const run = begin(world)
  const { answer } = call(run, placeOf(world, session, side), { call: member, with: args })
  const verdict = run.verdicts.at(-1)
  return verdict && { member, answer, verdict }
}

/** Members that would change something: asked in a world of their own, to see what they would answer. */
const CHANGING: readonly Member[] = ['setPrivileges', 'clearPrivileges', 'promote', 'demote', 'createOTP', 'restore']

/** What each of them is asked with: the first privilege of roles.json, the newest token. */
function argumentsFor(world: World, member: Member): CallAnswer['with'] {
  const privilege = [...(rolesOf(world)?.privileges.values() ?? [])][0]?.name ?? 'basic'
  if (member === 'setPrivileges' || member === 'promote') return [privilege]
  if (member === 'demote') return [1]
  return member === 'restore' ? [world.tokens.keys().at(-1) ?? ''] : []
}

export const inspect = (world: World, session: Session, side: Side): readonly Inspected[] =>
  READING.flatMap((member) => ask(world, session, side, member, BY_ID.includes(member) ? [session.name] : []) ?? [])

/** What the members that change something would answer now. */
export const foresee = (world: World, session: Session, side: Side): readonly Inspected[] =>
  CHANGING.flatMap((member) => ask(world, session, side, member, argumentsFor(world, member)) ?? [])
