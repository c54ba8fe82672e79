import { decision } from '../../../decision/decision'
import { isRecord, type Json } from '../../json'
import { nothing, rule } from '../../rule'
import { commonAnd, text, type Common, type Target } from '../../target'
import { heldByOther, holds, lockOf, usesOf, type Write } from '../../uses'
import type { World } from '../../world'
import { machineAt, type Asking } from './companions'

/** Shared objects and their locks: Use, End use, and writing between them. */

const storageOf = ({ session, side }: Target) => (side === 'client' ? session.clientStorage : session.storage)

/** Scalar values always fit; an object or a collection only when it is shared. */
const fits = (value: Json | undefined, shared: Json | undefined): boolean =>
  shared !== false || typeof value !== 'object' || value === null

const awaits = (target: Target, lock: string, write: Write | null) =>
  [{ type: 'useAwaited', lock, waiting: { process: target.place.process, write } }] as const

// --- Session.storage.key := value -----------------------------------------------------------------------------------

interface WriteFacts extends Common {
  readonly key: string
  readonly inUse: boolean
  readonly fits: boolean
  readonly holder: string | null
}

type Written = 'written' | 'outside' | 'unshared' | 'waits'

/** Between Use and End use unless the third argument says false; of something shared unless the fourth says false. */
export const writeStorage = rule<Target, WriteFacts, Written>({
  facts: (world, target) => {
    const { session, side, args, place } = target
    return commonAnd(world, target, {
      key: text(args[0]),
      inUse: args[2] !== false,
      fits: fits(args[1], args[3]),
      holder: world.uses ? heldByOther(world, lockOf(session.name, side), place.process) : null,
    })
  },
  decision: decision<WriteFacts, Written>()({
    name: 'writeStorage',
    start: 'inUse',
    nodes: {
      inUse: { rules: ['SES-191'], test: (it) => it.inUse, yes: 'fits', no: 'outside' },
      fits: { rules: ['SES-192'], test: (it) => it.fits, yes: 'free', no: 'unshared' },
      free: { rules: ['SES-191'], test: (it) => it.holder === null, yes: 'onClient', no: 'waits' },
      onClient: { rules: ['SES-194'], test: (it) => it.onClient, yes: 'clientSide', no: 'written' },
      written: { rules: ['SES-191', 'SES-190', 'SES-196'], outcome: 'written', tone: 'good' },
      clientSide: { rules: ['SES-194', 'SES-191'], outcome: 'written', tone: 'good' },
      outside: { rules: ['SES-191'], outcome: 'outside', tone: 'bad' },
      unshared: { rules: ['SES-192'], outcome: 'unshared', tone: 'bad' },
      waits: { rules: ['SES-191', 'PLAY-011'], outcome: 'waits', tone: 'none' },
    },
  }),
  then: {
    written: (_, { session, side, args }, { key }) => [
      { type: 'storageWritten', session: session.name, side, key, value: args[1] ?? null },
    ],
    waits: (_, target, { key }) =>
      awaits(target, lockOf(target.session.name, target.side), { key, value: target.args[1] ?? null }),
    outside: nothing,
    unshared: nothing,
  },
})

// --- Session.storage.key.property := value --------------------------------------------------------------------------

interface NestedFacts extends Common {
  readonly key: string
  readonly property: string
  readonly there: boolean
  readonly inUse: boolean
  readonly storageInUse: boolean
  readonly holder: string | null
}

type NestedWritten = 'written' | 'missing' | 'outside' | 'waits'

/** A shared object in the storage has a lock of its own. The fourth argument says what is in use: true, "storage", false. */
export const writeNested = rule<Target, NestedFacts, NestedWritten>({
  facts: (world, target) => {
    const { session, side, args, place } = target
    const key = text(args[0])
    return commonAnd(world, target, {
      key,
      property: text(args[1]),
      there: isRecord(storageOf(target).get(key)),
      inUse: args[3] === undefined || args[3] === true,
      storageInUse: args[3] === 'storage',
      holder: heldByOther(world, lockOf(session.name, side, key), place.process),
    })
  },
  decision: decision<NestedFacts, NestedWritten>()({
    name: 'writeNested',
    start: 'there',
    nodes: {
      there: { rules: ['SES-192', 'SES-193'], test: (it) => it.there, yes: 'inUse', no: 'missing' },
      inUse: { rules: ['SES-193', 'SES-191'], test: (it) => it.inUse, yes: 'free', no: 'storageInUse' },
      storageInUse: { rules: ['SES-193'], test: (it) => it.storageInUse, yes: 'otherLock', no: 'outside' },
      free: { rules: ['SES-191', 'SES-193'], test: (it) => it.holder === null, yes: 'written', no: 'waits' },
      written: { rules: ['SES-193', 'SES-191'], outcome: 'written', tone: 'good' },
      waits: { rules: ['SES-191', 'SES-193', 'PLAY-011'], outcome: 'waits', tone: 'none' },
      otherLock: { rules: ['SES-193'], outcome: 'outside', tone: 'bad' },
      outside: { rules: ['SES-191', 'SES-193'], outcome: 'outside', tone: 'bad' },
      missing: { rules: ['SES-193'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: {
    written: (_, { session, side, args }, { key, property }) => [
      { type: 'storageWritten', session: session.name, side, key, property, value: args[2] ?? null },
    ],
    waits: (_, target, { key, property }) =>
      awaits(target, lockOf(target.session.name, target.side, key), { key, property, value: target.args[2] ?? null }),
    missing: nothing,
    outside: nothing,
  },
})

// --- Use, End use ---------------------------------------------------------------------------------------------------

interface UseFacts extends Common {
  readonly key: string
  readonly whole: boolean
  readonly there: boolean
  readonly holder: string | null
}

type Used = 'taken' | 'missing' | 'waits'

export const use = rule<Target, UseFacts, Used>({
  facts: (world, target) => {
    const { session, side, args, place } = target
    const key = text(args[0])
    return commonAnd(world, target, {
      key,
      whole: key === '',
      there: isRecord(storageOf(target).get(key)),
      holder: heldByOther(world, lockOf(session.name, side, key), place.process),
    })
  },
  decision: decision<UseFacts, Used>()({
    name: 'use',
    start: 'whole',
    nodes: {
      whole: { rules: ['SES-191', 'SES-193'], test: (it) => it.whole, yes: 'free', no: 'there' },
      there: { rules: ['SES-192', 'SES-193'], test: (it) => it.there, yes: 'freeToo', no: 'missing' },
      free: { rules: ['SES-191'], test: (it) => it.holder === null, yes: 'taken', no: 'waits' },
      freeToo: { rules: ['SES-191', 'SES-193'], test: (it) => it.holder === null, yes: 'takenToo', no: 'waits' },
      taken: { rules: ['SES-191'], outcome: 'taken', tone: 'good' },
      takenToo: { rules: ['SES-193', 'SES-191'], outcome: 'taken', tone: 'good' },
      waits: { rules: ['SES-191', 'PLAY-011'], outcome: 'waits', tone: 'none' },
      missing: { rules: ['SES-193'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: {
    taken(world, { session, side, place }, { key }) {
      const lock = lockOf(session.name, side, key)
      // A process may use again what it has in use: nothing changes.
      if (usesOf(world).has(lock)) return []
      const { process } = place
      return [{ type: 'useBegun', lock, use: { session: session.name, side, key, process, waiting: [] } }]
    },
    waits: (_, target, { key }) => awaits(target, lockOf(target.session.name, target.side, key), null),
    missing: nothing,
  },
})

interface EndFacts {
  readonly holds: boolean
  readonly waiting: number
}

/** The end of everything the process has in use. */
export const endUse = rule<Asking, EndFacts, 'ended' | 'nothing'>({
  facts: (world, { place }) => ({
    holds: holds(world, place.process),
    waiting: usesOf(world)
      .filter((it) => it.process === place.process)
      .reduce((sum, it) => sum + it.waiting.length, 0),
  }),
  decision: decision<EndFacts, 'ended' | 'nothing'>()({
    name: 'endUse',
    start: 'holds',
    nodes: {
      holds: { rules: ['SES-191'], test: (it) => it.holds, yes: 'awaited', no: 'nothing' },
      awaited: { rules: ['SES-191'], test: (it) => it.waiting > 0, yes: 'handedOn', no: 'free' },
      handedOn: { rules: ['SES-191', 'PLAY-011'], outcome: 'ended', tone: 'good' },
      free: { rules: ['SES-191'], outcome: 'ended', tone: 'good' },
      nothing: { rules: ['SES-191', 'PLAY-001'], outcome: 'nothing', tone: 'none' },
    },
  }),
  then: { ended: (_, { place }) => [{ type: 'useEnded', process: place.process }], nothing },
})

// --- Storage of the machine -----------------------------------------------------------------------------------------

interface MachineFacts {
  readonly machine: string
  readonly onClient: boolean
  readonly key: string
}

const ofMachine = (world: World, asking: Asking): MachineFacts => {
  const machine = machineAt(world, asking.place)
  return { machine: machine?.label ?? '', onClient: machine?.kind === 'client', key: text(asking.args[0]) }
}

export const machineStorage = rule<Asking, MachineFacts, 'value'>({
  facts: ofMachine,
  decision: decision<MachineFacts, 'value'>()({
    name: 'machineStorage',
    start: 'onClient',
    nodes: {
      onClient: { rules: ['SES-195'], test: (it) => it.onClient, yes: 'ofClient', no: 'ofMachine' },
      ofClient: { rules: ['SES-195'], outcome: 'value', tone: 'plain' },
      ofMachine: { rules: ['SES-195', 'SES-193'], outcome: 'value', tone: 'plain' },
    },
  }),
  then: { value: nothing },
})

interface MachineWriteFacts extends MachineFacts {
  readonly inUse: boolean
  readonly fits: boolean
}

export const writeMachineStorage = rule<Asking, MachineWriteFacts, 'written' | 'outside' | 'unshared'>({
  facts: (world, asking) => ({
    ...ofMachine(world, asking),
    inUse: asking.args[2] !== false,
    fits: fits(asking.args[1], asking.args[3]),
  }),
  decision: decision<MachineWriteFacts, 'written' | 'outside' | 'unshared'>()({
    name: 'writeMachineStorage',
    start: 'inUse',
    nodes: {
      inUse: { rules: ['SES-191'], test: (it) => it.inUse, yes: 'fits', no: 'outside' },
      fits: { rules: ['SES-192'], test: (it) => it.fits, yes: 'written', no: 'unshared' },
      written: { rules: ['SES-195', 'SES-191'], outcome: 'written', tone: 'good' },
      outside: { rules: ['SES-191'], outcome: 'outside', tone: 'bad' },
      unshared: { rules: ['SES-192'], outcome: 'unshared', tone: 'bad' },
    },
  }),
  then: {
    written(world, { place, args }, { key }) {
      const machine = machineAt(world, place)
      return machine ? [{ type: 'machineStorageWritten', machine: machine.name, key, value: args[1] ?? null }] : []
    },
    outside: nothing,
    unshared: nothing,
  },
})
