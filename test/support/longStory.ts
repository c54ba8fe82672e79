import type { Command } from '../../src/engine/command'
import type { Json } from '../../src/engine/json'
import { FORMAT, type Scenario } from '../../src/simulation/scenario'

/** Numbers that look drawn by lot and are always the same. */
function lots(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const NOUNS = ['Harvest', 'Barrel', 'Tasting', 'Vineyard', 'Bottle', 'Parcel', 'Cellar', 'Grower', 'Label', 'Pallet']
const VERBS = ['see', 'plan', 'book', 'sign']
const PRIVILEGES = Array.from({ length: 20 }, (_, i) => `${VERBS[i % 4]}${NOUNS[i % 10]}${i < 10 ? '' : 's'}`)

/** A roles.json of somebody's own: 20 privileges, 8 roles, 30 permissions. */
export function ownRoles(seed = 7): { readonly [key: string]: Json } {
  const draw = lots(seed)
  const some = (): readonly string[] =>
    [...new Set([PRIVILEGES[draw(20)]!, PRIVILEGES[draw(20)]!])].slice(0, 1 + draw(2))
  return {
    privileges: PRIVILEGES.map((privilege, i) => ({ privilege, includes: i % 3 === 0 ? [] : [PRIVILEGES[draw(i)]!] })),
    roles: Array.from({ length: 8 }, (_, i) => ({ role: `${NOUNS[i]}Keeper`, privileges: some() })),
    permissions: {
      allowed: Array.from({ length: 30 }, (_, i) => {
        const noun = NOUNS[i % 10]!
        if (i < 10)
          return { applyTo: noun, type: 'dataclass', read: some(), create: some(), update: some(), drop: some() }
        if (i < 20) return { applyTo: `${noun}.price`, type: 'attribute', read: some() }
        return { applyTo: `${noun}.approve`, type: 'method', execute: some(), promote: some() }
      }),
    },
    restrictedByDefault: false,
    forceLogin: false,
  }
}

/**
 * What a person does in an hour in the office, as commands: drawn by lot, the same for the same seed. Pinned links rest
 * on these lots and on the roles above: they never change.
 */
export function steps(count: number, seed = 11): readonly Command[] {
  const draw = lots(seed)
  const pick = <T>(from: readonly T[]): T => from[draw(from.length)]!
  const client = (): string => pick(['ana', 'bruno'])
  const browser = (): string => pick(['ana-area', 'bruno-area', 'visitor'])
  const one = (): object => {
    const lot = draw(100)
    if (lot < 22) return { type: 'wait', seconds: pick([1, 5, 10, 30, 60, 600, 1 + draw(3600)]) }
    if (lot < 30) return { type: 'connectClient', machine: client() }
    if (lot < 34) return { type: 'disconnectClient', machine: client() }
    if (lot < 52)
      return {
        type: 'runCall',
        machine: client(),
        in: pick(['onServerOpenConnection', 'executeOnServerMethod', 'clientMethod', 'trigger']),
        call: pick(['getPrivileges', 'createOTP', 'isGuest', 'clearPrivileges', 'id']),
      }
    if (lot < 60)
      return {
        type: 'runCall',
        machine: client(),
        in: 'executeOnServerMethod',
        call: pick(['setPrivileges', 'hasPrivilege']),
        with: [pick(PRIVILEGES)],
      }
    if (lot < 74)
      return {
        type: 'sendRequest',
        from: browser(),
        to: 'web',
        url: `/rest/${pick(NOUNS)}`,
        ...(draw(4) ? {} : { token: `otp-${1 + draw(9)}` }),
      }
    if (lot < 88)
      return {
        type: 'sendRequest',
        from: browser(),
        to: 'web',
        url: pick(['/4DACTION/action_Session', '/$lib/renderer/?w=Harvest', '/rest/$catalog']),
      }
    if (lot < 92)
      return { type: 'sendRequest', from: browser(), to: 'web', method: 'POST', url: `/rest/${pick(NOUNS)}/approve` }
    if (lot < 95) return { type: 'logOut', from: browser(), to: 'web' }
    return { type: 'changeSetting', setting: pick(['scalableSessions', 'forceLogin']), value: draw(2) === 1 }
  }
  // Plain words become names here, as they do where a file is read.
  return Array.from({ length: count }, one) as Command[]
}

export const story = (more: Partial<Scenario> = {}): Scenario => ({
  format: FORMAT,
  title: 'Who may sign the harvest?',
  release: '21R3',
  world: 'office',
  steps: [],
  ...more,
})
