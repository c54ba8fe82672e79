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
  const wanted: readonly object[] = [
    ...clients.map((machine) => ({ type: 'connectClient', machine })),
    ...browsers.map((from, i) => ({
      type: 'sendRequest',
      from,
      to: 'web',
      url: i % 2 ? '/4DACTION/loginAccountant' : '/$lib/renderer/?w=People',
    })),
  ]
  // Plain words become names, as they do where a file is read.
  const world = wanted.reduce<World>((before, command) => step(before, command as Command).world, start)
  if (world.sessions.size !== sessions) throw new Error(`${world.sessions.size} sessions instead of ${sessions}`)
  return world
}

/** Who sends the next request: the page that is open asks for its data, or somebody else opens one. */
export type Traffic = 'visits' | 'scattered'

/**
 * A working day in that office: of a hundred commands 66 web requests, with the cookies of living sessions, 31 calls in
 * the twins of the clients (two make a token) and 3 waits of a second. In 'visits' a page is followed by the requests
 * for its data, as in the manual; 'scattered' sends every request from a browser drawn anew, the worst case for what
 * two worlds can share.
 */
export function day(sessions: number, count: number, traffic: Traffic = 'visits', seed = 5): readonly Command[] {
  const draw = lots(seed)
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!
  const browsers = Array.from({ length: sessions - CLIENTS - 1 }, (_, i) => browser(i))
  const clients = Array.from({ length: CLIENTS }, (_, i) => client(i))
  let from = pick(browsers)
  const send = (page: boolean, url: string, more: object = {}): object => {
    if (page || traffic === 'scattered') from = pick(browsers)
    return { type: 'sendRequest', from, to: 'web', url, ...more }
  }
  const run = (call: string, ...args: readonly string[]): object => ({
    type: 'runCall',
    machine: pick(clients),
    in: pick(['onServerOpenConnection', 'executeOnServerMethod']),
    call,
    ...(args.length ? { with: args } : {}),
  })
  let tokens = 0
  const one = (): object => {
    const lot = draw(100)
    if (lot < 18) return send(true, pick(['/$lib/renderer/?w=People', '/index.html']))
    if (lot < 60) return send(false, pick(['/rest/People', '/rest/Salaries', '/rest/People(7)']))
    if (lot < 65) return send(false, '/4DACTION/action_Session')
    if (lot < 80) return run('isGuest')
    if (lot < 88) return run('setPrivileges', pick(['basic', 'payroll']))
    if (lot < 94) return run('hasPrivilege', 'payroll')
    if (lot < 96) return { ...run('createOTP'), as: `ticket-${++tokens}` }
    if (lot < 97) return send(true, '/$lib/renderer/?w=People', { token: `ticket-${Math.max(1, tokens)}` })
    return { type: 'wait', seconds: 1 }
  }
  return Array.from({ length: count }, one) as readonly Command[]
}
