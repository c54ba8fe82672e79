import { decision } from '../../../decision/decision'
import type { Json } from '../../json'
import type { Event } from '../../event'
import { reads } from '../../readings'
import { has } from '../../releases/releases'
import { nothing, rule } from '../../rule'
import { commonAnd, text, type Common, type Target } from '../../target'
import { QUOTAS, type QuotaName, type Quotas, type World } from '../../world'

// --- id, userName ---------------------------------------------------------------------------------------------------

interface IdFacts extends Common {
  readonly exists: boolean
}

export const id = rule<Target, IdFacts, 'value' | 'missing'>({
  facts: (world, target) => commonAnd(world, target, { exists: has(world.release, 'desktopServer') }),
  decision: decision<IdFacts, 'value' | 'missing'>()({
    name: 'id',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-170', 'PLAY-007'], test: (it) => it.exists, yes: 'onClient', no: 'missing' },
      onClient: { rules: ['SES-018', 'SES-170'], test: (it) => it.onClient, yes: 'same', no: 'own' },
      same: { rules: ['SES-018'], outcome: 'value', tone: 'plain' },
      own: { rules: ['SES-170'], outcome: 'value', tone: 'plain' },
      missing: { rules: ['PLAY-007', 'SES-170'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { value: nothing, missing: nothing },
})

interface UserFacts extends Common {
  readonly given: boolean
  readonly singleUser: boolean
  readonly alias: boolean
  readonly name: string
}

export const userName = rule<Target, UserFacts, 'value'>({
  facts: (world, target) =>
    commonAnd(world, target, {
      given: target.session.userName !== '',
      singleUser: target.session.type === 'standalone',
      alias: target.session.userName !== world.machines.get(target.session.machine)?.user,
      name: target.session.userName,
    }),
  decision: decision<UserFacts, 'value'>()({
    name: 'userName',
    start: 'web',
    nodes: {
      web: { rules: ['SES-171', 'SES-160'], test: (it) => it.web, yes: 'given', no: 'singleUser' },
      given: { rules: ['SES-171', 'PRIV-098'], test: (it) => it.given, yes: 'named', no: 'empty' },
      singleUser: { rules: ['SES-171'], test: (it) => it.singleUser, yes: 'alias', no: 'currentUser' },
      alias: { rules: ['SES-171'], test: (it) => it.alias, yes: 'aliasSet', no: 'designer' },
      aliasSet: { rules: ['SES-171'], outcome: 'value', tone: 'plain' },
      named: { rules: ['SES-171', 'PRIV-098'], outcome: 'value', tone: 'plain' },
      empty: { rules: ['SES-023', 'SES-171'], outcome: 'value', tone: 'none' },
      designer: { rules: ['SES-171'], outcome: 'value', tone: 'plain' },
      currentUser: { rules: ['SES-171', 'SES-160'], outcome: 'value', tone: 'plain' },
    },
  }),
  then: { value: nothing },
})

// --- info -----------------------------------------------------------------------------------------------------------

interface InfoFacts extends Common {
  readonly exists: boolean
  readonly webInfo: boolean
  readonly webHostType: boolean
  readonly singleUser: boolean
}

export const info = rule<Target, InfoFacts, 'value' | 'undefined' | 'missing'>({
  facts: (world, target) =>
    commonAnd(world, target, {
      exists: has(world.release, 'desktopServer'),
      webInfo: has(world.release, 'webInfo'),
      webHostType: has(world.release, 'webHostType'),
      singleUser: target.session.type === 'standalone',
    }),
  decision: decision<InfoFacts, 'value' | 'undefined' | 'missing'>()({
    name: 'info',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-172', 'PLAY-007'], test: (it) => it.exists, yes: 'web', no: 'missing' },
      web: { rules: ['SES-172', 'SES-173', 'SES-174'], test: (it) => it.web, yes: 'webInfo', no: 'onClient' },
      webInfo: { rules: ['SES-174', 'SES-175'], test: (it) => it.webInfo, yes: 'hostType', no: 'notAvailable' },
      hostType: { rules: ['SES-180'], test: (it) => it.webHostType, yes: 'webValue', no: 'webEarly' },
      webEarly: { rules: ['SES-175', 'SES-180'], switch: 'C-16', outcome: 'value', tone: 'plain' },
      onClient: { rules: ['SES-178', 'SES-179'], test: (it) => it.onClient, yes: 'clientSide', no: 'stored' },
      stored: { rules: ['SES-172', 'SES-178'], test: (it) => it.stored, yes: 'ofServer', no: 'singleUser' },
      singleUser: { rules: ['SES-173', 'SES-181'], test: (it) => it.singleUser, yes: 'ofApplication', no: 'ofClient' },
      clientSide: { rules: ['SES-178', 'SES-179', 'SES-176', 'SES-182'], outcome: 'value', tone: 'plain' },
      ofServer: { rules: ['SES-172', 'SES-178', 'SES-176', 'SES-180', 'SES-182'], outcome: 'value', tone: 'plain' },
      ofApplication: { rules: ['SES-173', 'SES-181', 'SES-179', 'SES-182'], outcome: 'value', tone: 'plain' },
      ofClient: {
        rules: ['SES-172', 'SES-176', 'SES-177', 'SES-178', 'SES-179', 'SES-180', 'SES-182', 'SES-183'],
        outcome: 'value',
        tone: 'plain',
      },
      webValue: { rules: ['SES-175', 'SES-177', 'SES-178', 'SES-180', 'SES-182'], outcome: 'value', tone: 'plain' },
      notAvailable: { rules: ['SES-174'], outcome: 'undefined', tone: 'none', assumed: true },
      missing: { rules: ['PLAY-007', 'SES-172'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { value: nothing, undefined: nothing, missing: nothing },
})

// --- storage --------------------------------------------------------------------------------------------------------

interface StorageFacts extends Common {
  readonly key: string
  readonly shared: boolean
}

export const storage = rule<Target, StorageFacts, 'value'>({
  facts: (world, target) =>
    commonAnd(world, target, {
      key: text(target.args[0]),
      shared: target.place.request !== undefined && target.session.expiresAt === null,
    }),
  decision: decision<StorageFacts, 'value'>()({
    name: 'storage',
    start: 'onClient',
    nodes: {
      onClient: { rules: ['SES-194'], test: (it) => it.onClient, yes: 'clientSide', no: 'shared' },
      shared: { rules: ['SES-196', 'SES-062'], test: (it) => it.shared, yes: 'serverSide', no: 'own' },
      clientSide: { rules: ['SES-194', 'SES-190'], outcome: 'value', tone: 'plain' },
      serverSide: { rules: ['SES-196', 'SES-062'], outcome: 'value', tone: 'plain' },
      own: { rules: ['SES-190'], outcome: 'value', tone: 'plain' },
    },
  }),
  then: { value: nothing },
})

// --- idleTimeout, expirationDate, quotas ----------------------------------------------------------------------------

/** "Assigning less than 60 stores 60" (SES-081), in minutes. */
const LEAST_IDLE = 60

interface IdleFacts extends Common {
  readonly minutes: number
}

interface WebOnlyFacts extends Common {
  readonly answersNull: boolean
}

/** What a property of web sessions is on other ones, nobody says. */
const webOnly = (world: World, target: Target): WebOnlyFacts =>
  commonAnd(world, target, { answersNull: reads(world, 'Q-10', 'null') })

const onWebOnly = (name: string, first: readonly string[]) =>
  decision<WebOnlyFacts, 'value' | 'undefined' | 'null'>()({
    name,
    start: 'web',
    nodes: {
      web: { rules: first, test: (it) => it.web, yes: 'value', no: 'answersNull' },
      answersNull: { rules: ['SES-083'], switch: 'Q-10', test: (it) => it.answersNull, yes: 'null', no: 'undefined' },
      value: {
        rules: first,
        outcome: 'value',
        tone: 'plain',
        ...(name === 'expirationDate' ? { switch: 'Q-03' } : {}),
      },
      null: { rules: ['SES-083'], outcome: 'null', tone: 'none', assumed: true },
      undefined: { rules: ['SES-083'], outcome: 'undefined', tone: 'none', assumed: true },
    },
  })

const read = {
  facts: webOnly,
  then: { value: nothing, undefined: nothing, null: nothing },
} as const

export const idleTimeout = rule<Target, WebOnlyFacts, 'value' | 'undefined' | 'null'>({
  ...read,
  decision: onWebOnly('idleTimeout', ['SES-080', 'SES-083']),
})

export const expirationDate = rule<Target, WebOnlyFacts, 'value' | 'undefined' | 'null'>({
  ...read,
  decision: onWebOnly('expirationDate', ['SES-082', 'SES-083', 'SES-089']),
})

export const setIdleTimeout = rule<Target, IdleFacts, 'set' | 'undefined'>({
  facts: (world, target) => commonAnd(world, target, { minutes: minutesOf(target.args[0]) }),
  decision: decision<IdleFacts, 'set' | 'undefined'>()({
    name: 'setIdleTimeout',
    start: 'web',
    nodes: {
      web: { rules: ['SES-083'], test: (it) => it.web, yes: 'enough', no: 'undefined' },
      enough: { rules: ['SES-081'], test: (it) => it.minutes >= LEAST_IDLE, yes: 'set', no: 'raised' },
      set: { rules: ['SES-080', 'SES-082'], outcome: 'set', tone: 'good' },
      raised: { rules: ['SES-081', 'SES-082'], outcome: 'set', tone: 'good' },
      undefined: { rules: ['SES-083'], outcome: 'undefined', tone: 'none', assumed: true },
    },
  }),
  then: {
    set({ now }, { session }, { minutes: asked }) {
      const minutes = Math.max(LEAST_IDLE, asked)
      return [{ type: 'idleTimeoutSet', session: session.name, minutes, expiresAt: now + minutes * 60 }]
    },
    undefined: nothing,
  },
})

/** A number of minutes that makes sense; anything else asks for the least. */
const minutesOf = (value: Json | undefined): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.floor(value), 5_256_000) : 0

interface QuotaFacts extends WebOnlyFacts {
  readonly exists: boolean
}

export const quotas = rule<Target, QuotaFacts, 'value' | 'undefined' | 'null' | 'missing'>({
  facts: (world, target) =>
    commonAnd(world, target, { exists: has(world.release, 'quotas'), answersNull: reads(world, 'Q-10', 'null') }),
  decision: decision<QuotaFacts, 'value' | 'undefined' | 'null' | 'missing'>()({
    name: 'quotas',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-240', 'PLAY-007'], test: (it) => it.exists, yes: 'web', no: 'missing' },
      web: { rules: ['SES-240'], test: (it) => it.web, yes: 'value', no: 'answersNull' },
      answersNull: { rules: ['SES-240'], switch: 'Q-10', test: (it) => it.answersNull, yes: 'null', no: 'undefined' },
      null: { rules: ['SES-240'], outcome: 'null', tone: 'none', assumed: true },
      value: { rules: ['SES-240'], outcome: 'value', tone: 'plain' },
      undefined: { rules: ['SES-240'], outcome: 'undefined', tone: 'none', assumed: true },
      missing: { rules: ['PLAY-007', 'SES-240'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { value: nothing, undefined: nothing, null: nothing, missing: nothing },
})

interface SetQuotaFacts extends Common {
  readonly exists: boolean
  readonly quota: string
  readonly writable: boolean
  readonly resets: boolean
  readonly positive: boolean
  readonly maxEntitySetTimeout: number
  readonly aboveMaximum: boolean
}

const isQuota = (name: string): name is QuotaName => QUOTAS.some((it) => it === name)

/** Session.quotas.name := value; without a value, Undefined. */
export const setQuota = rule<
  Target,
  SetQuotaFacts,
  'set' | 'reset' | 'lowered' | 'outOfRange' | 'readOnly' | 'undefined' | 'missing'
>({
  facts(world, target) {
    const quota = text(target.args[0])
    const value = target.args[1]
    const most = target.session.quotas?.maxEntitySetTimeout ?? Infinity
    return commonAnd(world, target, {
      exists: has(world.release, 'quotas'),
      quota: quota.slice(0, 40),
      writable: isQuota(quota),
      resets: value === undefined,
      positive: typeof value === 'number' && Number.isFinite(value) && value > 0,
      maxEntitySetTimeout: most === Infinity ? 0 : most,
      aboveMaximum: quota === 'defaultEntitySetTimeout' && typeof value === 'number' && value > most,
    })
  },
  decision: decision<
    SetQuotaFacts,
    'set' | 'reset' | 'lowered' | 'outOfRange' | 'readOnly' | 'undefined' | 'missing'
  >()({
    name: 'setQuota',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-240', 'PLAY-007'], test: (it) => it.exists, yes: 'web', no: 'missing' },
      web: { rules: ['SES-240'], test: (it) => it.web, yes: 'writable', no: 'undefined' },
      writable: { rules: ['SES-240'], test: (it) => it.writable, yes: 'resets', no: 'readOnly' },
      resets: { rules: ['SES-241'], test: (it) => it.resets, yes: 'reset', no: 'positive' },
      positive: { rules: ['SES-241'], test: (it) => it.positive, yes: 'aboveMaximum', no: 'outOfRange' },
      aboveMaximum: { rules: ['SES-241'], test: (it) => it.aboveMaximum, yes: 'lowered', no: 'set' },
      set: { rules: ['SES-240', 'SES-241'], outcome: 'set', tone: 'good' },
      reset: { rules: ['SES-241'], outcome: 'reset', tone: 'good' },
      lowered: { rules: ['SES-241'], outcome: 'lowered', tone: 'good' },
      outOfRange: { rules: ['SES-241'], outcome: 'outOfRange', tone: 'bad' },
      readOnly: { rules: ['SES-240'], outcome: 'readOnly', tone: 'bad' },
      undefined: { rules: ['SES-240'], outcome: 'undefined', tone: 'none', assumed: true },
      missing: { rules: ['PLAY-007', 'SES-240'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: {
    set: (_, target) => withQuota(target, Math.floor(Number(target.args[1]))),
    lowered: (_, target, { maxEntitySetTimeout }) => withQuota(target, maxEntitySetTimeout),
    reset: (_, target) => withQuota(target, undefined),
    outOfRange: nothing,
    readOnly: nothing,
    undefined: nothing,
    missing: nothing,
  },
})

function withQuota({ session, args }: Target, value: number | undefined): readonly Event[] {
  const { [text(args[0]) as QuotaName]: _, ...rest } = session.quotas ?? {}
  const quotas: Quotas = value === undefined ? rest : { ...rest, [text(args[0])]: Math.max(1, value) }
  return [{ type: 'quotasSet', session: session.name, quotas }]
}
