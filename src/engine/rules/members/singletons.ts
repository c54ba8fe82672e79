import { decision } from '../../../decision/decision'
import { contextOf } from '../../contexts'
import { has, spelled } from '../../releases/releases'
import { rule, nothing } from '../../rule'
import { text } from '../../target'
import { singletonsOf, type Owner, type Singleton } from '../../singletons'
import { Table } from '../../table'
import type { World } from '../../world'
import { machineAt, type Asking } from './companions'

/** cs.<class>.me: which instance of a singleton class does this code come to? */

const KINDS = ['process', 'shared', 'session'] as const
const kindOf = ({ args }: Asking): Singleton['kind'] | null => KINDS.find((it) => it === args[0]) ?? null

/**
 * Whose instance it is. A session singleton belongs to the session on the server and in web requests, and to the machine
 * on a remote 4D and in single-user (SES-211).
 */
function ownerOf(world: World, { place }: Asking, kind: Singleton['kind']): Owner | null {
  const machine = machineAt(world, place)
  if (!machine) return null
  const ofMachine: Owner = { of: 'machine', name: machine.name }
  if (kind === 'process') return { of: 'process', name: place.process }
  if (kind === 'shared') return ofMachine
  const { runs, as } = contextOf(place.context)
  const ofSession = (name: string | null | undefined): Owner | null => (name ? { of: 'session', name } : null)
  if (runs === 'web') return ofSession(place.request?.session)
  if (runs !== 'server') return ofMachine
  return ofSession(as === 'remote' ? world.machines.get(place.machine)?.session : machine.session)
}

interface Facts {
  readonly release: string
  readonly kind: string
  readonly known: boolean
  readonly exists: boolean
  readonly ofProcess: boolean
  readonly twin: boolean
  readonly perSession: boolean
  readonly forWeb: boolean
  readonly onClient: boolean
  readonly singleUser: boolean
  readonly serverFunction: boolean
  readonly stored: boolean
  readonly hasSession: boolean
  readonly machine: string
  readonly owner: string
}

export type SingletonOutcome = 'instance' | 'none' | 'senseless' | 'missing'

export const instanceName = ({ of, name }: Owner, kind: string, of4D: string): string => `${of}/${name}/${kind}/${of4D}`

/** The instance that is meant, there or not yet. */
export function instanceFor(world: World, asking: Asking): Singleton | null {
  const kind = kindOf(asking)
  const owner = kind && ownerOf(world, asking, kind)
  if (!kind || !owner) return null
  const of4D = text(asking.args[1])
  const name = instanceName(owner, kind, of4D)
  return singletonsOf(world).get(name) ?? { name, kind, class: of4D, owner, since: world.now, values: Table.empty() }
}

export const singleton = rule<Asking, Facts, SingletonOutcome>({
  facts(world, asking) {
    const kind = kindOf(asking)
    const { runs, as } = contextOf(asking.place.context)
    const machine = machineAt(world, asking.place)
    const instance = instanceFor(world, asking)
    return {
      release: spelled(world.release),
      kind: text(asking.args[0]),
      known: kind !== null && text(asking.args[1]) !== '',
      exists: has(world.release, kind === 'session' ? 'sessionSingletons' : 'singletons'),
      ofProcess: kind === 'process',
      twin: runs === 'server' && as === 'remote',
      perSession: kind === 'session',
      forWeb: runs === 'web',
      onClient: machine?.kind === 'client',
      singleUser: machine?.kind === 'standalone',
      serverFunction: asking.place.context === 'serverSingletonFunction',
      stored: runs === 'server' && as !== 'remote',
      hasSession: instance !== null,
      machine: machine?.label ?? '',
      owner: instance?.owner.name ?? '',
    }
  },
  decision: decision<Facts, SingletonOutcome>()({
    name: 'singleton',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-210', 'PLAY-007'], test: (it) => it.exists, yes: 'known', no: 'missing' },
      known: { rules: ['SES-210', 'PLAY-012'], test: (it) => it.known, yes: 'ofProcess', no: 'senseless' },
      ofProcess: { rules: ['SES-214'], test: (it) => it.ofProcess, yes: 'twin', no: 'ofSession' },
      twin: { rules: ['SES-214'], test: (it) => it.twin, yes: 'inTwin', no: 'inProcess' },
      ofSession: { rules: ['SES-210', 'SES-212'], test: (it) => it.perSession, yes: 'forWeb', no: 'sharedServer' },
      sharedServer: { rules: ['SES-213'], test: (it) => it.serverFunction, yes: 'sharedByServer', no: 'sharedClient' },
      sharedClient: { rules: ['SES-212'], test: (it) => it.onClient, yes: 'onThatClient', no: 'onThisMachine' },
      forWeb: { rules: ['SES-211'], test: (it) => it.forWeb, yes: 'hasSession', no: 'onClient' },
      hasSession: { rules: ['SES-211', 'SES-002'], test: (it) => it.hasSession, yes: 'ofWebSession', no: 'noSession' },
      onClient: { rules: ['SES-211', 'SES-212'], test: (it) => it.onClient, yes: 'ofClient', no: 'singleUser' },
      singleUser: { rules: ['SES-211'], test: (it) => it.singleUser, yes: 'ofApplication', no: 'serverFunction' },
      serverFunction: { rules: ['SES-213'], test: (it) => it.serverFunction, yes: 'byServer', no: 'stored' },
      stored: { rules: ['SES-211'], test: (it) => it.stored, yes: 'ofProcedures', no: 'ofRemote' },
      inProcess: { rules: ['SES-214'], outcome: 'instance', tone: 'plain' },
      inTwin: { rules: ['SES-214'], outcome: 'instance', tone: 'plain' },
      onThatClient: { rules: ['SES-212'], outcome: 'instance', tone: 'plain' },
      onThisMachine: { rules: ['SES-212'], outcome: 'instance', tone: 'plain' },
      sharedByServer: { rules: ['SES-213', 'SES-212'], outcome: 'instance', tone: 'plain' },
      ofWebSession: { rules: ['SES-211', 'SES-210'], outcome: 'instance', tone: 'plain' },
      noSession: { rules: ['SES-211', 'SES-002'], outcome: 'none', tone: 'none', assumed: true },
      ofClient: { rules: ['SES-211', 'SES-212', 'SES-210'], outcome: 'instance', tone: 'plain' },
      ofApplication: { rules: ['SES-211', 'SES-210'], outcome: 'instance', tone: 'plain' },
      byServer: { rules: ['SES-213', 'SES-210', 'SES-212'], outcome: 'instance', tone: 'plain' },
      ofProcedures: { rules: ['SES-211', 'SES-210'], outcome: 'instance', tone: 'plain' },
      ofRemote: { rules: ['SES-210', 'SES-211'], outcome: 'instance', tone: 'plain' },
      senseless: { rules: ['PLAY-012'], outcome: 'senseless', tone: 'bad' },
      missing: { rules: ['PLAY-007', 'SES-210'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: {
    instance(world, asking) {
      const instance = instanceFor(world, asking)
      if (!instance) return []
      const made = singletonsOf(world).has(instance.name)
        ? []
        : [{ type: 'singletonMade', singleton: instance } as const]
      const [, , key, value] = asking.args
      return value === undefined
        ? made
        : [...made, { type: 'singletonWritten', singleton: instance.name, key: text(key), value }]
    },
    none: nothing,
    senseless: nothing,
    missing: nothing,
  },
})
