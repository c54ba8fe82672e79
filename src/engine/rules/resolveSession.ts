import { decision } from '../../decision/decision'
import { contextListed, contextOf, type ContextName } from '../contexts'
import type { SessionName } from '../ids'
import { isRequest, type Place } from '../place'
import { has, spelled } from '../releases/releases'
import { ask, nothing, rule, type Run } from '../rule'
import { serverOf, type Side, type World } from '../world'

/** The sentence of the manual that speaks of the place, where one does. */
const RULES: Partial<Readonly<Record<ContextName, string>>> = {
  executeOnServerMethod: 'SES-005',
  trigger: 'SES-006',
  ordaFunction: 'SES-007',
  ordaEvent: 'SES-007',
  localOrdaFunction: 'SES-008',
  onServerOpenConnection: 'SES-010',
  onServerCloseConnection: 'SES-010',
  componentOnServer: 'SES-105',
  serverSingletonFunction: 'SES-213',
}

/** What does the Session command return, here and now? Web requests first: they have a table of their own. */
interface Facts {
  readonly place: string
  readonly rule: string
  readonly release: string
  readonly forWeb: boolean
  readonly desktopHasSession: boolean
  readonly forRemoteUser: boolean
  readonly onClient: boolean
  readonly singleUser: boolean
  readonly forNobody: boolean
  readonly listed: boolean
  readonly local: boolean
  readonly clientHasSession: boolean
  readonly standaloneHasSession: boolean
  readonly owner: string
  readonly [fact: string]: string | boolean
}

type Outcome = 'forRequest' | 'remoteSession' | 'clientSession' | 'storedSession' | 'standaloneSession' | 'null'

export const resolveSession = rule<Place, Facts, Outcome>({
  facts(world, place) {
    const context = contextOf(place.context)
    const { release } = world
    const forWeb = isRequest(place)
    const machine = world.machines.get(place.machine)
    return {
      place: context.id,
      rule: RULES[place.context] ?? 'SES-001',
      release: spelled(release),
      forWeb,
      desktopHasSession: has(release, 'desktopServer'),
      forRemoteUser: !forWeb && context.as === 'remote',
      onClient: context.runs === 'client',
      singleUser: context.as === 'standalone',
      forNobody: context.as === 'nobody',
      listed: contextListed(context, release),
      local: context.local ?? false,
      clientHasSession: has(release, 'clientSession'),
      standaloneHasSession: has(release, 'standalone'),
      owner: machine?.user ?? '',
    }
  },

  decision: decision<Facts, Outcome>()({
    name: 'resolveSession',
    start: 'forWeb',
    nodes: {
      forWeb: { rules: ['SES-001', 'SES-016'], test: (it) => it.forWeb, yes: 'forRequest', no: 'desktopObject' },
      desktopObject: { rules: ['PLAY-020'], test: (it) => it.desktopHasSession, yes: 'remoteUser', no: 'desktopNull' },
      remoteUser: {
        rules: ['SES-001', 'SES-018', 'SES-017'],
        test: (it) => it.forRemoteUser,
        yes: 'onClient',
        no: 'singleUser',
      },
      onClient: { rules: ['SES-005', 'SES-008'], test: (it) => it.onClient, yes: 'clientObject', no: 'serverListed' },
      clientObject: {
        rules: ['SES-003', 'SES-004'],
        test: (it) => it.clientHasSession,
        yes: 'clientListed',
        no: 'clientNull',
      },
      clientListed: { rules: ['SES-004'], test: (it) => it.listed, yes: 'clientSession', no: 'clientAssumed' },
      serverListed: {
        rules: ['SES-005', 'SES-006', 'SES-007', 'SES-010', 'SES-105', 'SES-213'],
        ruleIn: 'rule',
        test: (it) => it.listed,
        yes: 'remoteSession',
        no: 'localInTwin',
      },
      localInTwin: { rules: ['SES-009'], test: (it) => it.local, yes: 'remoteLocal', no: 'remoteAssumed' },
      singleUser: { rules: ['SES-001'], test: (it) => it.singleUser, yes: 'standaloneObject', no: 'forNobody' },
      standaloneObject: {
        rules: ['SES-014', 'SES-015'],
        test: (it) => it.standaloneHasSession,
        yes: 'standaloneListed',
        no: 'standaloneNull',
      },
      standaloneListed: {
        rules: ['SES-015', 'SES-105'],
        test: (it) => it.listed,
        yes: 'standaloneSession',
        no: 'standaloneAssumed',
      },
      forNobody: { rules: ['SES-001'], test: (it) => it.forNobody, yes: 'nobody', no: 'storedListed' },
      storedListed: { rules: ['SES-012'], test: (it) => it.listed, yes: 'storedSession', no: 'localInProcedure' },
      localInProcedure: { rules: ['SES-009'], test: (it) => it.local, yes: 'storedLocal', no: 'storedAssumed' },
      forRequest: { rules: ['SES-001', 'SES-016'], outcome: 'forRequest', tone: 'aside' },
      desktopNull: { rules: ['PLAY-020'], outcome: 'null', tone: 'none' },
      clientSession: { rules: ['SES-004', 'SES-008'], ruleIn: 'rule', outcome: 'clientSession', tone: 'plain' },
      clientAssumed: { rules: ['SES-004'], outcome: 'clientSession', tone: 'plain', assumed: true },
      clientNull: { rules: ['SES-003', 'SES-008'], ruleIn: 'rule', outcome: 'null', tone: 'none' },
      remoteSession: {
        rules: ['SES-005', 'SES-006', 'SES-007', 'SES-010', 'SES-105', 'SES-213'],
        ruleIn: 'rule',
        outcome: 'remoteSession',
        tone: 'plain',
      },
      remoteLocal: { rules: ['SES-009'], outcome: 'remoteSession', tone: 'plain' },
      remoteAssumed: {
        rules: ['SES-007', 'SES-105'],
        ruleIn: 'rule',
        outcome: 'remoteSession',
        tone: 'plain',
        assumed: true,
      },
      standaloneSession: { rules: ['SES-015'], outcome: 'standaloneSession', tone: 'plain' },
      standaloneAssumed: { rules: ['SES-105'], outcome: 'standaloneSession', tone: 'plain', assumed: true },
      standaloneNull: { rules: ['SES-014'], outcome: 'null', tone: 'none' },
      storedSession: { rules: ['SES-012', 'SES-013'], outcome: 'storedSession', tone: 'plain' },
      storedLocal: { rules: ['SES-009', 'SES-013'], outcome: 'storedSession', tone: 'plain' },
      storedAssumed: { rules: ['SES-012'], outcome: 'storedSession', tone: 'plain', assumed: true },
      nobody: { rules: ['SES-001'], outcome: 'null', tone: 'none', assumed: true },
    },
  }),

  then: {
    forRequest: nothing,
    remoteSession: nothing,
    clientSession: nothing,
    storedSession: nothing,
    standaloneSession: nothing,
    null: nothing,
  },
})

/** The same for code that runs for a web request. */
interface WebFacts {
  readonly place: string
  readonly release: string
  readonly scalableSessions: boolean
  readonly rest: boolean
  readonly component: boolean
  readonly listed: boolean
  readonly local: boolean
  readonly ofRemote4D: boolean
  readonly restAlwaysHasSession: boolean
  readonly [fact: string]: string | boolean
}

type WebOutcome = 'webSession' | 'null'

export const resolveWebSession = rule<Place, WebFacts, WebOutcome>({
  facts({ release, machines }, { context: name, machine, request }) {
    const context = contextOf(name)
    return {
      place: context.id,
      release: spelled(release),
      scalableSessions: request?.scalable ?? false,
      rest: request?.rest ?? false,
      component: context.component ?? false,
      listed: contextListed(context, release),
      local: context.local ?? false,
      ofRemote4D: machines.get(machine)?.kind === 'client',
      restAlwaysHasSession: has(release, 'restAlwaysHasSession'),
    }
  },

  decision: decision<WebFacts, WebOutcome>()({
    name: 'resolveWebSession',
    start: 'scalable',
    nodes: {
      scalable: { rules: ['SES-002', 'SES-100'], test: (it) => it.scalableSessions, yes: 'ofRemote4D', no: 'rest' },
      rest: { rules: ['SES-103'], test: (it) => it.rest, yes: 'restAlways', no: 'webNull' },
      restAlways: { rules: ['SES-103'], test: (it) => it.restAlwaysHasSession, yes: 'restSession', no: 'restNull' },
      ofRemote4D: { rules: ['SES-102', 'SES-001'], test: (it) => it.ofRemote4D, yes: 'ofItsMachine', no: 'webListed' },
      webListed: { rules: ['SES-001'], test: (it) => it.listed, yes: 'component', no: 'local' },
      component: { rules: ['SES-104'], test: (it) => it.component, yes: 'webComponent', no: 'webSession' },
      local: { rules: ['SES-009'], test: (it) => it.local, yes: 'webLocal', no: 'webAssumed' },
      webSession: { rules: ['SES-001'], outcome: 'webSession', tone: 'plain' },
      webComponent: { rules: ['SES-104'], outcome: 'webSession', tone: 'plain' },
      webLocal: { rules: ['SES-009', 'SES-001'], outcome: 'webSession', tone: 'plain' },
      webAssumed: { rules: ['SES-001', 'SES-104'], outcome: 'webSession', tone: 'plain', assumed: true },
      ofItsMachine: { rules: ['SES-102', 'SES-001'], outcome: 'webSession', tone: 'plain', assumed: true },
      restSession: { rules: ['SES-103'], outcome: 'webSession', tone: 'plain' },
      webNull: { rules: ['SES-002'], outcome: 'null', tone: 'none' },
      restNull: { rules: ['SES-103'], outcome: 'null', tone: 'none' },
    },
  }),

  then: { webSession: nothing, null: nothing },
})

export interface Resolved {
  readonly session: SessionName
  readonly side: Side
}

/** The session an outcome speaks of. The session is there whenever the place is: machines that stopped run no code. */
export function sessionAt(world: World, place: Place, outcome: Outcome | WebOutcome): Resolved | null {
  const of = (session: SessionName | null | undefined, side: Side = 'server'): Resolved | null =>
    session ? { session, side } : null
  switch (outcome) {
    case 'webSession':
      return of(place.request?.session)
    case 'remoteSession':
    case 'standaloneSession':
      return of(world.machines.get(place.machine)?.session)
    case 'clientSession':
      return of(world.machines.get(place.machine)?.session, 'client')
    case 'storedSession':
      return of(serverOf(world)?.session)
    case 'null':
    case 'forRequest':
      return null
  }
}

/** Asks the table of the place, and for a web request the one that speaks of those. */
export function resolve(run: Run, place: Place): Resolved | null {
  const { outcome } = ask(run, resolveSession, place)
  return sessionAt(run.world, place, outcome === 'forRequest' ? ask(run, resolveWebSession, place).outcome : outcome)
}
