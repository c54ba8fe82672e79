import { isoOf } from './clock'
import { uuidOf } from './ids'
import type { Json } from './json'
import { reads } from './readings'
import { has } from './releases/releases'
import { isWeb, serverOf, type Session, type World } from './world'

/** The .info of a session, computed anew at each read (SES-182). Source: SES-176 to SES-183. */
export function infoOf(world: World, session: Session): Json {
  const machine = world.machines.get(session.machine)
  const web = isWeb(session)
  const away = session.type === 'remote' ? machine?.away : undefined
  const on = session.type === 'storedProcedure' ? serverOf(world) : machine
  // The pages of 21 and 21 R2 name no browser among the types of hosts (C-16).
  const tellsSystem = !has(world.release, 'webHostType') && reads(world, 'C-16', 'system')
  const address =
    session.type === 'standalone' && has(world.release, 'standaloneAddress') ? 'localhost' : (on?.address ?? '')
  return {
    type: session.type,
    userName: session.userName,
    machineName: web ? '' : (on?.label ?? ''),
    ...(session.type === 'remote' || session.type === 'standalone'
      ? { systemUserName: machine?.systemUser ?? '' }
      : {}),
    ...(web ? {} : { IPAddress: address }),
    hostType: web && !tellsSystem ? 'browser' : (on?.host ?? ''),
    creationDateTime: isoOf(session.createdAt),
    state: away?.how === 'asleep' ? 'sleeping' : 'active',
    ID: session.id,
    ...(session.type === 'remote' ? { persistentID: uuidOf(world.seed, `persistent/${session.machine}`) } : {}),
    // Both sides notice when the network is cut, and count from the last they heard of each other (SES-091).
    ...(away?.how === 'unreachable' ? { unreachableSince: world.now - away.since } : {}),
  }
}
