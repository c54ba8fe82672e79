import type { WorldSpec } from '../simulation/scenario'
import { office } from './office'

const COUNT = 1000

/** client-0001 … client-1000: names are words, so that no object reorders them. */
const nameOf = (i: number): string => `client-${String(i + 1).padStart(4, '0')}`

const clients = Array.from({ length: COUNT }, (_, i) => nameOf(i))

/** A big company: the office's server and rules, with a thousand clients and a Web area on every tenth of them. */
export const thousand: WorldSpec = {
  ...office,
  seed: 'thousand',
  settings: { ...office.settings, licences: 1200 },
  machines: [
    ...office.machines.filter(({ kind }) => kind === 'server'),
    ...clients.map((name, i) => ({
      name,
      kind: 'client' as const,
      label: name,
      user: `User ${i + 1}`,
      systemUser: name,
      address: `10.1.${Math.floor(i / 250)}.${(i % 250) + 1}`,
    })),
  ],
  webServers: [{ name: 'web', machine: 'server' }],
  browsers: [
    ...clients
      .filter((_, i) => i % 10 === 0)
      .map((machine) => ({ name: `${machine}-area`, label: 'Web area', machine })),
    { name: 'visitor', label: "Visitor's browser" },
  ],
}

const first = nameOf(0)

/** Everybody connects; the first of them shares its session with its Web area. */
export const thousandSteps: readonly unknown[] = [
  ...clients.map((machine) => ({ type: 'connectClient', machine })),
  { type: 'runCall', machine: first, in: 'onServerOpenConnection', call: 'setPrivileges', with: ['basic'] },
  { type: 'runCall', machine: first, in: 'onServerOpenConnection', call: 'createOTP' },
  { type: 'sendRequest', from: `${first}-area`, to: 'web', url: '/$lib/renderer/?w=People', token: 'otp-1' },
  { type: 'sendRequest', from: `${first}-area`, to: 'web', url: '/rest/People' },
]
