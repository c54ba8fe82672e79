import { decision } from '../../../decision/decision'
import { contextOf } from '../../contexts'
import type { Json } from '../../json'
import type { Place } from '../../place'
import { reads } from '../../readings'
import { has, spelled } from '../../releases/releases'
import { nothing, rule } from '../../rule'
import { text } from '../../target'
import { isWeb, serverOf, type Machine, type Session, type World } from '../../world'

/** A command of the language beside the class: it needs no Session object where it runs. */
export interface Asking {
  readonly place: Place
  readonly args: readonly Json[]
}

/** The machine that runs the code: a twin process and a stored procedure run on the server. */
export const machineAt = (world: World, { context, machine }: Place): Machine | undefined =>
  contextOf(context).runs === 'server' ? serverOf(world) : world.machines.get(machine)

/** The session with this id; a story may say its name instead, as with tokens. */
export const sessionNamed = ({ sessions }: World, id: string): Session | undefined =>
  sessions.get(id) ?? sessions.find((it) => it.id === id.toUpperCase())

/** Sessions that 4D knows on a machine: the server all but those of other web servers, a client its own alone. */
const knownOn = (machine: Machine | undefined, { type, machine: of, name }: Session): boolean =>
  machine?.kind === 'server'
    ? type === 'remote' || of === machine.name
    : machine?.kind === 'client'
      ? machine.session === name
      : of === machine?.name

/** The session that the first argument names, where the code runs. */
export function foundBy(world: World, { place, args }: Asking): Session | undefined {
  const session = sessionNamed(world, text(args[0]))
  return session && knownOn(machineAt(world, place), session) ? session : undefined
}

interface Facts {
  readonly release: string
  readonly exists: boolean
  readonly onClient: boolean
  readonly clientHasSession: boolean
  readonly answersNull: boolean
  readonly known: boolean
  readonly session: string
  readonly web: boolean
}

function lookedFor(world: World, asking: Asking, exists: boolean): Facts {
  const found = foundBy(world, asking)
  return {
    release: spelled(world.release),
    exists,
    onClient: machineAt(world, asking.place)?.kind === 'client',
    clientHasSession: has(world.release, 'clientSession'),
    answersNull: !reads(world, 'Q-22', 'error'),
    known: found !== undefined,
    session: found?.name ?? text(asking.args[0]),
    web: found !== undefined && isWeb(found),
  }
}

// --- Session info ---------------------------------------------------------------------------------------------------

interface InfoFacts extends Facts {
  readonly webInfo: boolean
  readonly webListed: boolean
}

export const sessionInfo = rule<Asking, InfoFacts, 'value' | 'null' | 'notHere' | 'missing'>({
  facts: (world, asking) => ({
    ...lookedFor(world, asking, has(world.release, 'sessionInfo')),
    webInfo: has(world.release, 'webInfo'),
    webListed: has(world.release, 'sessionInfoOfWeb'),
  }),
  decision: decision<InfoFacts, 'value' | 'null' | 'notHere' | 'missing'>()({
    name: 'sessionInfo',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-184', 'PLAY-007'], test: (it) => it.exists, yes: 'onClient', no: 'missing' },
      onClient: { rules: ['SES-184'], test: (it) => it.onClient, yes: 'clientHas', no: 'known' },
      clientHas: { rules: ['SES-003', 'SES-004'], test: (it) => it.clientHasSession, yes: 'own', no: 'clientAnswers' },
      clientAnswers: {
        rules: ['SES-003'],
        switch: 'Q-22',
        test: (it) => it.answersNull,
        yes: 'clientNull',
        no: 'clientError',
      },
      clientError: { rules: ['SES-003'], outcome: 'notHere', tone: 'bad', assumed: true },
      own: { rules: ['SES-184'], test: (it) => it.known, yes: 'clientSide', no: 'notHere' },
      known: { rules: ['SES-184'], test: (it) => it.known, yes: 'web', no: 'unknown' },
      web: { rules: ['SES-172', 'SES-173', 'SES-174'], test: (it) => it.web, yes: 'webInfo', no: 'value' },
      webInfo: { rules: ['SES-174', 'SES-175'], test: (it) => it.webInfo, yes: 'webListed', no: 'webNull' },
      webListed: { rules: ['SES-184'], test: (it) => it.webListed, yes: 'webValue', no: 'webAssumed' },
      value: { rules: ['SES-184', 'SES-176', 'SES-182'], outcome: 'value', tone: 'plain' },
      webValue: { rules: ['SES-184', 'SES-175', 'SES-182'], outcome: 'value', tone: 'plain' },
      webAssumed: { rules: ['SES-184', 'SES-175'], outcome: 'value', tone: 'plain', assumed: true },
      webNull: { rules: ['SES-184', 'SES-174'], outcome: 'null', tone: 'none', assumed: true },
      clientSide: { rules: ['SES-184', 'SES-004'], outcome: 'value', tone: 'plain', assumed: true },
      clientNull: { rules: ['SES-184', 'SES-003'], outcome: 'null', tone: 'none', assumed: true },
      notHere: { rules: ['SES-184'], outcome: 'null', tone: 'none', assumed: true },
      unknown: { rules: ['SES-184'], outcome: 'null', tone: 'none' },
      missing: { rules: ['PLAY-007', 'SES-184'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { value: nothing, null: nothing, notHere: nothing, missing: nothing },
})

// --- Session storage ------------------------------------------------------------------------------------------------

interface StorageFacts extends Facts {
  readonly renamed: boolean
}

export const storageOfSession = rule<Asking, StorageFacts, 'server' | 'client' | 'null' | 'notHere' | 'missing'>({
  facts: (world, asking) => ({
    ...lookedFor(world, asking, has(world.release, 'storageOfSession')),
    renamed: has(world.release, 'sessionInfo'),
  }),
  decision: decision<StorageFacts, 'server' | 'client' | 'null' | 'notHere' | 'missing'>()({
    name: 'storageOfSession',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-197', 'PLAY-007'], test: (it) => it.exists, yes: 'onClient', no: 'missing' },
      onClient: { rules: ['SES-198', 'SES-197'], test: (it) => it.onClient, yes: 'clientHas', no: 'known' },
      clientHas: { rules: ['SES-003', 'SES-198'], test: (it) => it.clientHasSession, yes: 'own', no: 'clientAnswers' },
      clientAnswers: {
        rules: ['SES-003'],
        switch: 'Q-22',
        test: (it) => it.answersNull,
        yes: 'clientNull',
        no: 'clientError',
      },
      clientError: { rules: ['SES-003'], outcome: 'notHere', tone: 'bad', assumed: true },
      own: { rules: ['SES-198'], test: (it) => it.known, yes: 'clientSide', no: 'notHere' },
      known: { rules: ['SES-197'], test: (it) => it.known, yes: 'renamed', no: 'unknown' },
      renamed: { rules: ['SES-197'], test: (it) => it.renamed, yes: 'value', no: 'byId' },
      value: { rules: ['SES-197', 'SES-190'], outcome: 'server', tone: 'plain' },
      byId: { rules: ['SES-197', 'SES-190'], outcome: 'server', tone: 'plain' },
      clientSide: { rules: ['SES-198', 'SES-194'], outcome: 'client', tone: 'plain' },
      clientNull: { rules: ['SES-197', 'SES-003'], outcome: 'null', tone: 'none', assumed: true },
      notHere: { rules: ['SES-198'], outcome: 'null', tone: 'none', assumed: true },
      unknown: { rules: ['SES-197'], outcome: 'null', tone: 'none' },
      missing: { rules: ['PLAY-007', 'SES-197'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { server: nothing, client: nothing, null: nothing, notHere: nothing, missing: nothing },
})

// --- Process activity, License usage --------------------------------------------------------------------------------

interface ActivityFacts {
  readonly release: string
  readonly onServer: boolean
  readonly asked: boolean
  readonly filters: boolean
  readonly session: string
  readonly known: boolean
  readonly webListed: boolean
}

export type ActivityOutcome = 'all' | 'one' | 'processes' | 'null'

/** Process activity; until 20 R6 its name was Get process activity. */
export const processActivity = rule<Asking, ActivityFacts, ActivityOutcome>({
  facts(world, asking) {
    const webListed = has(world.release, 'webInProcessActivity')
    const found = foundBy(world, asking)
    return {
      release: spelled(world.release),
      onServer: machineAt(world, asking.place)?.kind === 'server',
      asked: text(asking.args[0]) !== '',
      filters: has(world.release, 'sessionInfo'),
      session: found?.name ?? text(asking.args[0]),
      known: found !== undefined && (webListed || !isWeb(found)),
      webListed,
    }
  },
  decision: decision<ActivityFacts, ActivityOutcome>()({
    name: 'processActivity',
    start: 'onServer',
    nodes: {
      onServer: { rules: ['SES-185'], test: (it) => it.onServer, yes: 'asked', no: 'processesOnly' },
      asked: { rules: ['SES-185'], test: (it) => it.asked, yes: 'filters', no: 'webListed' },
      filters: { rules: ['SES-185'], test: (it) => it.filters, yes: 'known', no: 'ignored' },
      known: { rules: ['SES-185'], test: (it) => it.known, yes: 'one', no: 'unknown' },
      webListed: { rules: ['SES-185'], test: (it) => it.webListed, yes: 'withWeb', no: 'withoutWeb' },
      processesOnly: { rules: ['SES-185'], outcome: 'processes', tone: 'plain' },
      ignored: { rules: ['SES-185'], outcome: 'all', tone: 'plain', assumed: true },
      one: { rules: ['SES-185'], outcome: 'one', tone: 'plain' },
      unknown: { rules: ['SES-185'], outcome: 'null', tone: 'none' },
      withWeb: { rules: ['SES-185'], outcome: 'all', tone: 'plain' },
      withoutWeb: { rules: ['SES-185'], outcome: 'all', tone: 'plain' },
    },
  }),
  then: { all: nothing, one: nothing, processes: nothing, null: nothing },
})

/** The sessions Process activity lists on this server. */
export const listedOn = (world: World, machine: Machine | undefined): readonly Session[] =>
  world.sessions.filter((it) => knownOn(machine, it) && (!isWeb(it) || has(world.release, 'webInProcessActivity')))

interface UsageFacts {
  readonly onServer: boolean
  readonly used: number
  readonly total: number
}

export const licenseUsage = rule<Asking, UsageFacts, 'list' | 'null'>({
  facts: (world, { place }) => ({
    onServer: machineAt(world, place)?.kind === 'server',
    used: world.licences.size,
    total: world.settings.licences,
  }),
  decision: decision<UsageFacts, 'list' | 'null'>()({
    name: 'licenseUsage',
    start: 'onServer',
    nodes: {
      onServer: { rules: ['SES-121'], test: (it) => it.onServer, yes: 'list', no: 'elsewhere' },
      list: { rules: ['SES-121', 'SES-123'], outcome: 'list', tone: 'plain' },
      elsewhere: { rules: ['SES-121'], outcome: 'null', tone: 'none' },
    },
  }),
  then: { list: nothing, null: nothing },
})

// --- SET USER ALIAS -------------------------------------------------------------------------------------------------

interface AliasFacts {
  readonly singleUser: boolean
  readonly hasSession: boolean
  readonly alias: string
}

export const setUserAlias = rule<Asking, AliasFacts, 'named' | 'elsewhere'>({
  facts(world, { place, args }) {
    const machine = machineAt(world, place)
    return {
      singleUser: machine?.kind === 'standalone',
      hasSession: (machine?.session ?? null) !== null,
      alias: text(args[0]),
    }
  },
  decision: decision<AliasFacts, 'named' | 'elsewhere'>()({
    name: 'setUserAlias',
    start: 'singleUser',
    nodes: {
      singleUser: { rules: ['SES-171'], test: (it) => it.singleUser, yes: 'hasSession', no: 'elsewhere' },
      hasSession: { rules: ['SES-014', 'SES-015'], test: (it) => it.hasSession, yes: 'given', no: 'noSession' },
      given: { rules: ['SES-171'], test: (it) => it.alias !== '', yes: 'named', no: 'removed' },
      named: { rules: ['SES-171'], outcome: 'named', tone: 'good' },
      removed: { rules: ['SES-171'], outcome: 'named', tone: 'good', assumed: true },
      noSession: { rules: ['SES-014'], outcome: 'elsewhere', tone: 'none' },
      elsewhere: { rules: ['SES-171'], outcome: 'elsewhere', tone: 'none', assumed: true },
    },
  }),
  then: {
    named(world, { place }, { alias }) {
      const machine = machineAt(world, place)
      return machine?.session ? [{ type: 'userNamed', session: machine.session, userName: alias || machine.user }] : []
    },
    elsewhere: nothing,
  },
})

// --- DROP REMOTE USER -----------------------------------------------------------------------------------------------

interface DropFacts {
  readonly onServer: boolean
  readonly remote: boolean
  readonly session: string
  readonly user: string
}

/** Nothing happens yet: the command is asynchronous. */
export const dropRemoteUser = rule<Asking, DropFacts, 'dropped' | 'nothing'>({
  facts(world, asking) {
    const session = foundBy(world, asking)
    return {
      onServer: machineAt(world, asking.place)?.kind === 'server',
      remote: session?.type === 'remote',
      session: session?.name ?? text(asking.args[0]),
      user: session?.userName ?? '',
    }
  },
  decision: decision<DropFacts, 'dropped' | 'nothing'>()({
    name: 'dropRemoteUser',
    start: 'onServer',
    nodes: {
      onServer: { rules: ['SES-092'], test: (it) => it.onServer, yes: 'remote', no: 'elsewhere' },
      remote: { rules: ['SES-092'], test: (it) => it.remote, yes: 'dropped', no: 'unknown' },
      dropped: { rules: ['SES-092', 'SES-199'], outcome: 'dropped', tone: 'good' },
      unknown: { rules: ['SES-092'], outcome: 'nothing', tone: 'none', assumed: true },
      elsewhere: { rules: ['SES-092'], outcome: 'nothing', tone: 'none' },
    },
  }),
  then: { dropped: nothing, nothing },
})
