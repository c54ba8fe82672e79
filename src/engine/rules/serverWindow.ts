import { decision } from '../../decision/decision'
import type { DropSession, ListSessions } from '../command'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import { isWeb, serverOf, type Session, type World } from '../world'
import { leaves } from './machines'
import { sessionNamed } from './members/companions'

/** What a person sees and does in the Server window: its Users page, from 21 R4 its Sessions page. */

/** Sessions of the server: those of single-user applications are not its business. */
const ofServer = (world: World, { type, machine }: Session): boolean =>
  type === 'remote' || machine === serverOf(world)?.name

interface ListFacts {
  readonly release: string
  readonly sessionsPage: boolean
  readonly countedOnly: boolean
  readonly shown: readonly string[]
  readonly some: boolean
}

export const listSessions = rule<ListSessions, ListFacts, 'listed'>({
  facts(world, { counted = false }) {
    const sessionsPage = has(world.release, 'sessionsPage')
    const shown = world.sessions
      .filter((it) =>
        !sessionsPage
          ? it.type === 'remote'
          : ofServer(world, it) && it.type !== 'storedProcedure' && (!counted || world.licences.has(it.name)),
      )
      .map(({ name }) => name)
    return {
      release: spelled(world.release),
      sessionsPage,
      countedOnly: counted,
      shown,
      some: shown.length > 0,
    }
  },
  decision: decision<ListFacts, 'listed'>()({
    name: 'listSessions',
    start: 'some',
    nodes: {
      some: { rules: ['SES-123'], test: (it) => it.some, yes: 'sessionsPage', no: 'nobody' },
      sessionsPage: { rules: ['SES-123'], test: (it) => it.sessionsPage, yes: 'counted', no: 'usersPage' },
      counted: { rules: ['SES-123'], test: (it) => it.countedOnly, yes: 'countedOnly', no: 'all' },
      countedOnly: { rules: ['SES-123', 'SES-121'], outcome: 'listed', tone: 'plain' },
      all: { rules: ['SES-123'], outcome: 'listed', tone: 'plain' },
      usersPage: { rules: ['SES-123'], outcome: 'listed', tone: 'plain' },
      nobody: { rules: ['SES-123'], outcome: 'listed', tone: 'plain' },
    },
  }),
  then: { listed: nothing },
})

interface DropFacts {
  readonly release: string
  readonly session: string
  readonly user: string
  readonly known: boolean
  readonly remote: boolean
  readonly sessionsPage: boolean
  readonly web: boolean
}

type DropOutcome = 'dropped' | 'closed' | 'kept' | 'missing'

/** The button "Drop session", before 21 R4 "Drop user". */
export const dropSession = rule<DropSession, DropFacts, DropOutcome>({
  facts(world, { session: name }) {
    const named = sessionNamed(world, name)
    const session = named && ofServer(world, named) ? named : undefined
    return {
      release: spelled(world.release),
      session: session?.name ?? name,
      user: session?.userName ?? '',
      known: session !== undefined,
      remote: session?.type === 'remote',
      sessionsPage: has(world.release, 'sessionsPage'),
      web: session !== undefined && isWeb(session),
    }
  },
  decision: decision<DropFacts, DropOutcome>()({
    name: 'dropSession',
    start: 'known',
    nodes: {
      known: { rules: ['PLAY-001'], test: (it) => it.known, yes: 'remote', no: 'missing' },
      remote: { rules: ['SES-092'], test: (it) => it.remote, yes: 'dropped', no: 'sessionsPage' },
      sessionsPage: { rules: ['SES-123', 'SES-087'], test: (it) => it.sessionsPage, yes: 'web', no: 'notListed' },
      web: { rules: ['SES-087'], test: (it) => it.web, yes: 'webDropped', no: 'kept' },
      dropped: { rules: ['SES-092', 'SES-199'], outcome: 'dropped', tone: 'good' },
      webDropped: { rules: ['SES-087', 'SES-114', 'SES-199'], outcome: 'closed', tone: 'good', assumed: true },
      kept: { rules: ['SES-087', 'SES-013'], outcome: 'kept', tone: 'bad', assumed: true },
      notListed: { rules: ['SES-123'], outcome: 'missing', tone: 'bad' },
      missing: { rules: ['PLAY-001'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: {
    dropped(world, _, { session }) {
      const machine = world.sessions.get(session)?.machine
      return machine === undefined ? [] : leaves(world, machine, 'dropped')
    },
    closed(world, _, { session: name }) {
      const session = world.sessions.get(name)
      return session ? [{ type: 'sessionClosed', session: session.name, because: 'dropped' }] : []
    },
    kept: nothing,
    missing: nothing,
  },
})
