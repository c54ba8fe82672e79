import { decision } from '../../decision/decision'
import type { Seconds } from '../clock'
import type { SessionName } from '../ids'
import { uuidOf } from '../ids'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import { entitySetsOf, type EntitySet, type World } from '../world'

/** $method=entityset: the selection stays in the memory of the server, if the quotas of the session allow. */
export interface Making {
  readonly dataclass: string
  readonly session: SessionName | null
  /** $timeout in seconds; null when the request says none. */
  readonly timeout: Seconds | null
}

/** Two hours, when neither the request nor the session says another. */
export const DEFAULT_TIMEOUT = 7200

interface MakingFacts {
  readonly release: string
  readonly quotas: boolean
  readonly limited: boolean
  readonly entitySets: number
  readonly nbEntitySets: number
  readonly timeout: Seconds
  readonly maxEntitySetTimeout: number
  readonly tooLong: boolean
}

export const makeEntitySet = rule<Making, MakingFacts, 'made' | 'refused'>({
  facts(world, { session, timeout }) {
    const quotas = has(world.release, 'quotas')
    const set = (quotas && world.sessions.get(session ?? '')?.quotas) || {}
    const asked = timeout ?? set.defaultEntitySetTimeout ?? DEFAULT_TIMEOUT
    const most = set.maxEntitySetTimeout ?? Infinity
    return {
      release: spelled(world.release),
      quotas,
      limited: set.nbEntitySets !== undefined,
      entitySets: entitySetsOf(world, session).length,
      nbEntitySets: set.nbEntitySets ?? 0,
      timeout: Math.min(asked, most),
      maxEntitySetTimeout: set.maxEntitySetTimeout ?? 0,
      tooLong: asked > most,
    }
  },
  decision: decision<MakingFacts, 'made' | 'refused'>()({
    name: 'makeEntitySet',
    start: 'quotas',
    nodes: {
      quotas: { rules: ['SES-240'], test: (it) => it.quotas, yes: 'limited', no: 'madeFreely' },
      limited: { rules: ['SES-242'], test: (it) => it.limited, yes: 'room', no: 'tooLong' },
      room: { rules: ['SES-242'], test: (it) => it.entitySets < it.nbEntitySets, yes: 'tooLong', no: 'full' },
      tooLong: { rules: ['SES-241'], test: (it) => it.tooLong, yes: 'shortened', no: 'made' },
      madeFreely: { rules: ['SES-240'], outcome: 'made', tone: 'plain' },
      made: { rules: ['SES-240', 'SES-242'], outcome: 'made', tone: 'plain' },
      shortened: { rules: ['SES-241', 'SES-240'], outcome: 'made', tone: 'plain' },
      full: { rules: ['SES-242'], outcome: 'refused', tone: 'bad' },
    },
  }),
  then: {
    made(world, { dataclass, session }, { timeout }) {
      const name = `set-${world.counts.entitySets + 1}`
      const id = uuidOf(world.seed, `entityset/${name}`)
      return [{ type: 'entitySetKept', entitySet: { name, id, dataclass, session, timeout, refreshedAt: world.now } }]
    },
    refused: nothing,
  },
})

/** An entity set is read again, or released. */
export interface Using {
  /** Its name, or its id as it stands in the address. */
  readonly entitySet: string
  readonly release: boolean
}

interface UsingFacts {
  readonly entitySet: string
  readonly known: boolean
  readonly inTime: boolean
  readonly releases: boolean
}

export const entitySetNamed = ({ entitySets }: World, text: string): EntitySet | undefined =>
  entitySets.get(text) ?? entitySets.find(({ id }) => id === text.toUpperCase())

export const useEntitySet = rule<Using, UsingFacts, 'used' | 'released' | 'gone'>({
  facts(world, { entitySet: text, release }) {
    const found = entitySetNamed(world, text)
    return {
      entitySet: found?.name ?? text.slice(0, 40),
      known: found !== undefined,
      inTime: found !== undefined && found.refreshedAt + found.timeout > world.now,
      releases: release,
    }
  },
  decision: decision<UsingFacts, 'used' | 'released' | 'gone'>()({
    name: 'useEntitySet',
    start: 'known',
    nodes: {
      known: { rules: ['SES-242', 'SES-240'], test: (it) => it.known, yes: 'inTime', no: 'unknown' },
      // At the very second of its end it is gone, as sessions and tokens are.
      inTime: { rules: ['SES-240'], test: (it) => it.inTime, yes: 'releases', no: 'timedOut' },
      releases: { rules: ['SES-242'], test: (it) => it.releases, yes: 'released', no: 'used' },
      used: { rules: ['SES-240'], outcome: 'used', tone: 'plain' },
      released: { rules: ['SES-242'], outcome: 'released', tone: 'plain' },
      unknown: { rules: ['SES-242', 'SES-240'], outcome: 'gone', tone: 'bad', assumed: true },
      timedOut: { rules: ['SES-240'], outcome: 'gone', tone: 'bad', assumed: true },
    },
  }),
  then: {
    used(world, { entitySet }) {
      const found = entitySetNamed(world, entitySet)
      return found ? [{ type: 'entitySetKept', entitySet: { ...found, refreshedAt: world.now } }] : []
    },
    released(world, { entitySet }) {
      const found = entitySetNamed(world, entitySet)
      return found ? [{ type: 'entitySetReleased', name: found.name }] : []
    },
    gone: nothing,
  },
})
