import type { CallAnswer } from './call'
import { isoOf } from './clock'
import { infoOf } from './infoOf'
import type { Json } from './json'
import type { Member } from './method'
import { ask, type Run } from './rule'
import {
  dropRemoteUser,
  foundBy,
  licenseUsage,
  listedOn,
  machineAt,
  processActivity,
  sessionInfo,
  storageOfSession,
  setUserAlias,
  type Asking,
} from './rules/members/companions'
import { endUse, machineStorage, writeMachineStorage } from './rules/members/writing'
import { instanceFor, singleton } from './rules/members/singletons'
import { Table } from './table'
import { text } from './target'
import type { Licence, Session, World } from './world'

/** Commands of the language that speak of sessions without being members of the class. */
export const COMPANIONS = [
  'sessionInfo',
  'storageOfSession',
  'processActivity',
  'licenseUsage',
  'setUserAlias',
  'dropRemoteUser',
  'endUse',
  'machineStorage',
  'writeMachineStorage',
  'singleton',
] as const satisfies readonly Member[]
export type Companion = (typeof COMPANIONS)[number]

type Given = Pick<CallAnswer, 'value' | 'error'>

/** A storage as JSON, or one of its values. */
export function picked(table: Table<Json>, key: string): Given {
  if (key === '') return { value: Object.fromEntries(table.entries()) }
  const value = table.get(key)
  return value === undefined ? {} : { value }
}

/** Processes of a machine, as a snapshot names them; of one session when one is named. */
const processesOn = ({ processes, sessions }: World, machine: string | undefined, of?: Session): readonly Json[] =>
  processes
    .filter((it) => it.machine === machine && (of === undefined || it.session === of.name))
    .map(({ name, label, session }) => ({
      name: label || name,
      sessionID: (session && sessions.get(session)?.id) ?? null,
    }))

const REASONS: Readonly<Record<Licence['because'], string>> = {
  connection: 'CLIENT',
  firstRequest: 'REST',
  setPrivileges: 'REST',
}

const retained = (world: World): readonly Json[] =>
  world.licences.values().flatMap(({ session: name, because, since }) => {
    const session = world.sessions.get(name)
    return session
      ? [{ productName: '4D Client', reason: REASONS[because], time: isoOf(since), session: infoOf(world, session) }]
      : []
  })

const missing: Given = { error: 'notInRelease' }
const notHere: Given = { error: 'notHere' }
const nothingThere: Given = { value: null }

export const COMPANION: Readonly<Record<Companion, (run: Run, asking: Asking) => Given>> = {
  sessionInfo(run, asking) {
    const { outcome } = ask(run, sessionInfo, asking)
    const session = foundBy(run.world, asking)
    if (outcome === 'missing') return missing
    if (outcome === 'notHere') return notHere
    return outcome === 'value' && session ? { value: infoOf(run.world, session) } : nothingThere
  },
  storageOfSession(run, asking) {
    const { outcome } = ask(run, storageOfSession, asking)
    const session = foundBy(run.world, asking)
    if (outcome === 'missing') return missing
    if (outcome === 'notHere') return notHere
    if (outcome === 'null' || !session) return nothingThere
    return picked(outcome === 'client' ? session.clientStorage : session.storage, text(asking.args[1]))
  },
  processActivity(run, asking) {
    const { outcome } = ask(run, processActivity, asking)
    const { world } = run
    const machine = machineAt(world, asking.place)
    if (outcome === 'null') return nothingThere
    const one = outcome === 'one' ? foundBy(world, asking) : undefined
    const processes = processesOn(world, machine?.name, one)
    if (outcome === 'processes') return { value: { processes } }
    const sessions = (one ? [one] : listedOn(world, machine)).map((it) => infoOf(world, it))
    return { value: { sessions, processes } }
  },
  licenseUsage: (run, asking) =>
    ask(run, licenseUsage, asking).outcome === 'list' ? { value: retained(run.world) } : nothingThere,
  dropRemoteUser(run, asking) {
    const { outcome } = ask(run, dropRemoteUser, asking)
    const session = foundBy(run.world, asking)
    if (outcome === 'dropped' && session && !run.later.includes(session.machine))
      run.later = [...run.later, session.machine]
    return {}
  },
  endUse(run, asking) {
    ask(run, endUse, asking)
    return {}
  },
  machineStorage(run, asking) {
    ask(run, machineStorage, asking)
    return picked(machineAt(run.world, asking.place)?.storage ?? Table.empty(), text(asking.args[0]))
  },
  writeMachineStorage(run, asking) {
    const { outcome } = ask(run, writeMachineStorage, asking)
    if (outcome === 'written') return { value: asking.args[1] ?? null }
    return { error: outcome === 'outside' ? 'outsideUse' : 'notShared' }
  },
  singleton(run, asking) {
    const { outcome } = ask(run, singleton, asking)
    if (outcome === 'missing') return missing
    if (outcome === 'senseless') return { error: 'senseless' }
    const instance = outcome === 'instance' ? instanceFor(run.world, asking) : null
    if (!instance) return nothingThere
    const key = text(asking.args[2])
    const values = picked(instance.values, key)
    return key === '' ? { value: { of: instance.owner.name, values: values.value ?? {} } } : values
  },
  setUserAlias(run, asking) {
    ask(run, setUserAlias, asking)
    return {}
  },
}

export const companionOf = (member: Member): (typeof COMPANION)[Companion] | undefined =>
  // Read by any member's name: only these five are found.
  (COMPANION as Readonly<Partial<Record<Member, (typeof COMPANION)[Companion]>>>)[member]
