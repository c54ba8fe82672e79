import type { Command } from '../src/engine/command'
import { step } from '../src/engine/step'
import type { World } from '../src/engine/world'
import { office } from '../src/gallery/office'
import { worldOf } from '../src/simulation/scenario'

/** Numbers that look drawn by lot and are always the same. */
export function lots(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const CLIENTS = 20
const client = (i: number): string => `client-${i + 1}`
const browser = (i: number): string => `browser-${i + 1}`

/** The office with so many living sessions: twenty clients, the rest web sessions, each with the cookie of its browser. */
export function crowdedOffice(sessions: number): World {
  const visitors = sessions - CLIENTS - 1
  const clients = Array.from({ length: CLIENTS }, (_, i) => client(i))
  const browsers = Array.from({ length: visitors }, (_, i) => browser(i))
  const start = worldOf(
    {
      ...office,
      settings: { ...office.settings, licences: sessions * 2 },
      machines: [...office.machines.slice(0, 1), ...clients.map((name) => ({ name, kind: 'client' as const }))],
      webServers: office.webServers.slice(0, 1),
      browsers: browsers.map((name) => ({ name })),
    },
    '21R3',
  )
  const wanted = [
    ...clients.map((machine) => ({ type: 'connectClient', machine })),
    ...browsers.map((from, i) => ({
      type: 'sendRequest',
      from,
      to: 'web',
      url: i % 2 ? '/4DACTION/loginAccountant' : '/$lib/renderer/?w=People',
    })),
  ] as readonly Command[] // plain words become names, as they do where a file is read
  const world = wanted.reduce((before, command) => step(before, command).world, start)
  if (world.sessions.size !== sessions) throw new Error(`${world.sessions.size} sessions instead of ${sessions}`)
  return world
}

/** A working day in that office: requests with cookies, calls in the clients' twins, tokens, a second now and then. */
export function day(sessions: number, count: number, seed = 5): readonly Command[] {
  const draw = lots(seed)
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!
  const send = (url: string, more: object = {}): object => ({
    type: 'sendRequest',
    from: browser(draw(sessions - CLIENTS - 1)),
    to: 'web',
    url,
    ...more,
  })
  const run = (call: string, ...args: readonly string[]): object => ({
    type: 'runCall',
    machine: client(draw(CLIENTS)),
    in: pick(['onServerOpenConnection', 'executeOnServerMethod']),
    call,
    ...(args.length ? { with: args } : {}),
  })
  let tokens = 0
  const one = (): object => {
    const lot = draw(100)
    if (lot < 40) return send(pick(['/rest/People', '/rest/Salaries', '/rest/People(7)']))
    if (lot < 60) return send(pick(['/$lib/renderer/?w=People', '/index.html']))
    if (lot < 65) return send('/4DACTION/action_Session')
    if (lot < 80) return run('isGuest')
    if (lot < 88) return run('setPrivileges', pick(['basic', 'payroll']))
    if (lot < 94) return run('hasPrivilege', 'payroll')
    if (lot < 96) return { ...run('createOTP'), as: `ticket-${++tokens}` }
    if (lot < 97) return send('/$lib/renderer/?w=People', { token: `ticket-${Math.max(1, tokens)}` })
    return { type: 'wait', seconds: 1 }
  }
  return Array.from({ length: count }, one) as readonly Command[]
}
