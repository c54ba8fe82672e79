import { CONTEXTS, WEB_CONTEXTS, type ContextName } from '../engine/contexts'
import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import { MEMBERS, type Member } from '../engine/method'
import { office } from '../gallery/office'
import { acts, connects, runs, says, starts, visits } from './commands'
import type { Tale } from './tale'

/** One tale for each place where code runs, and one for each member of the class in each kind of session. */

/** What a member is given, where it wants something. */
export const ARGUMENTS: Readonly<Partial<Record<Member, readonly Json[]>>> = {
  writeStorage: ['k', 1],
  setIdleTimeout: [90],
  setPrivileges: ['payroll'],
  hasPrivilege: ['payroll'],
  promote: ['lookup'],
  demote: [1],
  restore: ['otp-1'],
  access: ['read', 'Salaries'],
  sessionInfo: ['remote-ana'],
  storageOfSession: ['remote-ana'],
  processActivity: ['remote-ana'],
  setUserAlias: ['Zoe'],
  dropRemoteUser: ['remote-ana'],
  writeNested: ['cart', 'items', 1],
  writeMachineStorage: ['k', 1],
  singleton: ['session', 'Cart'],
}

const tale = (key: string, about: Readonly<Record<string, string>>, commands: readonly Command[]): Tale => ({
  id: [key, ...Object.values(about)].join('-'),
  title: { key, about },
  names: about.place === 'serverSingletonFunction' ? ['SES-213'] : [],
  spec: office,
  commands,
})

/** Who has to be there before code can run in a place. */
const BEFORE = { client: [connects()], server: [], standalone: [starts()], web: [] } as const
const MACHINES = { client: 'ana', server: 'server', standalone: 'solo', web: 'server' } as const

const inPlace = (place: ContextName, call: Member, ...args: readonly Json[]): readonly Command[] => {
  const { on } = CONTEXTS[place]
  return [...BEFORE[on], runs(MACHINES[on], place, call, ...args)]
}

// The keys of a record of all contexts.
const places = Object.keys(CONTEXTS) as readonly ContextName[]

const SESSION_IN: readonly Tale[] = [
  ...places
    .filter((it) => CONTEXTS[it].on !== 'web')
    .map((place) => tale('place', { place }, inPlace(place, 'Session'))),
  ...WEB_CONTEXTS.map((place) =>
    tale('place', { place }, [visits('/4DACTION/act', { code: [says('Session')], in: place })]),
  ),
]

/** A place for each kind of session, and for both sides of a remote one. */
const KINDS = ['executeOnServerMethod', 'clientMethod', 'storedProcedure', 'standaloneMethod'] as const

const MEMBERS_IN: readonly Tale[] = MEMBERS.filter((it) => it !== 'Session').flatMap((member) => {
  const args = ARGUMENTS[member] ?? []
  return [
    tale('member', { member, place: 'action' }, [acts(says(member, ...args))]),
    ...KINDS.map((place) => tale('member', { member, place }, inPlace(place, member, ...args))),
  ]
})

export const EVERY_PLACE: readonly Tale[] = [...SESSION_IN, ...MEMBERS_IN]
