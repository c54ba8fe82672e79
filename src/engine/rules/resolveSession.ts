import { decision } from '../../decision/decision'
import { contextListed, contextOf, type ContextName } from '../contexts'
import type { SessionName } from '../ids'
import { isRequest, type Place } from '../place'
import { reads } from '../readings'
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
  readonly orda: boolean
  readonly started: boolean
  readonly asListed: boolean
  readonly ordaListed: boolean
  readonly clientReally: boolean
  readonly startedAsStored: boolean
  readonly sqlStored: boolean
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
      orda: context.id === 'CTX-22' || context.id === 'CTX-23',
      started: context.started ?? false,
      asListed: !reads(world, 'Q-25', 'null'),
      ordaListed: !reads(world, 'C-09', 'null'),
      clientReally: !reads(world, 'C-07', 'null'),
      startedAsStored: !reads(world, 'Q-06', 'starter'),
      sqlStored: reads(world, 'Q-09', 'stored'),
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
        yes: 'clientReally',
        no: 'clientNull',
      },
      clientReally: {
        rules: ['SES-004', 'SES-008'],
        switch: 'C-07',
        test: (it) => it.clientReally,
        yes: 'clientListed',
        no: 'clientStillNull',
      },
      clientStillNull: { rules: ['SES-004'], outcome: 'null', tone: 'none' },
      clientListed: { rules: ['SES-004'], test: (it) => it.listed, yes: 'clientSession', no: 'clientAsListed' },
      clientAsListed: {
        rules: ['SES-004'],
        switch: 'Q-25',
        test: (it) => it.asListed,
        yes: 'clientAssumed',
        no: 'notListed',
      },
      notListed: { rules: ['SES-001'], outcome: 'null', tone: 'none', assumed: true },
      serverListed: {
        rules: ['SES-005', 'SES-006', 'SES-007', 'SES-010', 'SES-105', 'SES-213'],
        ruleIn: 'rule',
        test: (it) => it.listed,
        yes: 'remoteSession',
        no: 'localInTwin',
      },
      localInTwin: { rules: ['SES-009'], test: (it) => it.local, yes: 'remoteLocal', no: 'orda' },
      orda: { rules: ['SES-007'], test: (it) => it.orda, yes: 'ordaListed', no: 'remoteAsListed' },
      ordaListed: {
        rules: ['SES-007'],
        switch: 'C-09',
        test: (it) => it.ordaListed,
        yes: 'remoteAssumed',
        no: 'notListed',
      },
      remoteAsListed: {
        rules: ['SES-105'],
        switch: 'Q-25',
        test: (it) => it.asListed,
        yes: 'remoteAssumed',
        no: 'notListed',
      },
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
        no: 'standaloneAsListed',
      },
      standaloneAsListed: {
        rules: ['SES-105'],
        switch: 'Q-25',
        test: (it) => it.asListed,
        yes: 'standaloneAssumed',
        no: 'notListed',
      },
      forNobody: { rules: ['SES-001'], test: (it) => it.forNobody, yes: 'sqlStored', no: 'storedListed' },
      sqlStored: {
        rules: ['SES-001', 'SES-012'],
        switch: 'Q-09',
        test: (it) => it.sqlStored,
        yes: 'storedAssumed',
        no: 'nobody',
      },
      storedListed: { rules: ['SES-012'], test: (it) => it.listed, yes: 'storedSession', no: 'localInProcedure' },
      localInProcedure: { rules: ['SES-009'], test: (it) => it.local, yes: 'storedLocal', no: 'started' },
      started: {
        rules: ['SES-012', 'SES-013'],
        test: (it) => it.started,
        yes: 'startedAsStored',
        no: 'storedAsListed',
      },
      startedAsStored: {
        rules: ['SES-012', 'SES-013'],
        switch: 'Q-06',
        test: (it) => it.startedAsStored,
        yes: 'storedAssumed',
        no: 'starterAssumed',
      },
      starterAssumed: { rules: ['SES-013'], outcome: 'remoteSession', tone: 'plain', assumed: true },
      storedAsListed: {
        rules: ['SES-012'],
        switch: 'Q-25',
        test: (it) => it.asListed,
        yes: 'storedAssumed',
        no: 'notListed',
      },
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
  readonly started: boolean
  readonly ofServer: boolean
  readonly ofRemote4D: boolean
  readonly webFirst: boolean
  readonly clientHasSession: boolean
  readonly standaloneFirst: boolean
  readonly triggerAsStored: boolean
  readonly asListed: boolean
  readonly restAlwaysHasSession: boolean
  readonly [fact: string]: string | boolean
}

type WebOutcome = 'webSession' | 'clientSession' | 'standaloneSession' | 'storedSession' | 'null'

/** Does a REST request have a session although scalable sessions are off? (SES-103, C-22) */
export const restAlwaysHasSession = (world: World): boolean =>
  !reads(world, 'C-22', 'never') && (has(world.release, 'restAlwaysHasSession') || reads(world, 'C-22', 'always'))

export const resolveWebSession = rule<Place, WebFacts, WebOutcome>({
  facts(world, { context: name, machine, request }) {
    const { release, machines } = world
    const context = contextOf(name)
    const { kind } = machines.get(machine) ?? {}
    return {
      place: context.id,
      release: spelled(release),
      scalableSessions: request?.scalable ?? false,
      rest: request?.rest ?? false,
      component: context.component ?? false,
      listed: contextListed(context, release),
      local: context.local ?? false,
      started: context.started ?? false,
      ofServer: kind === 'server',
      ofRemote4D: kind === 'client',
      webFirst: !reads(world, 'Q-05', 'desktop'),
      clientHasSession: has(release, 'clientSession'),
      standaloneFirst: has(release, 'desktopPrivileges') && reads(world, 'C-33', 'standalone'),
      triggerAsStored: reads(world, 'Q-23', 'stored'),
      asListed: !reads(world, 'Q-25', 'null'),
      restAlwaysHasSession: restAlwaysHasSession(world),
    }
  },

  decision: decision<WebFacts, WebOutcome>()({
    name: 'resolveWebSession',
    start: 'ofServer',
    nodes: {
      ofServer: { rules: ['SES-001'], test: (it) => it.ofServer, yes: 'scalable', no: 'ofRemote4D' },
      ofRemote4D: {
        rules: ['SES-102', 'SES-001'],
        test: (it) => it.ofRemote4D,
        yes: 'webFirst',
        no: 'standaloneFirst',
      },
      webFirst: {
        rules: ['SES-102', 'SES-001'],
        switch: 'Q-05',
        test: (it) => it.webFirst,
        yes: 'remoteScalable',
        no: 'clientHas',
      },
      remoteScalable: {
        rules: ['SES-002', 'SES-100'],
        test: (it) => it.scalableSessions,
        yes: 'ofItsMachine',
        no: 'rest',
      },
      clientHas: {
        rules: ['SES-003', 'SES-004'],
        test: (it) => it.clientHasSession,
        yes: 'asClient',
        no: 'asClientNull',
      },
      asClient: { rules: ['SES-004'], outcome: 'clientSession', tone: 'plain', assumed: true },
      asClientNull: { rules: ['SES-003'], outcome: 'null', tone: 'none', assumed: true },
      standaloneFirst: {
        rules: ['SES-016', 'SES-001'],
        switch: 'C-33',
        test: (it) => it.standaloneFirst,
        yes: 'standalone',
        no: 'scalable',
      },
      standalone: { rules: ['SES-015'], outcome: 'standaloneSession', tone: 'plain' },
      scalable: { rules: ['SES-002', 'SES-100'], test: (it) => it.scalableSessions, yes: 'webListed', no: 'rest' },
      rest: { rules: ['SES-103'], test: (it) => it.rest, yes: 'restAlways', no: 'webNull' },
      restAlways: {
        rules: ['SES-103'],
        switch: 'C-22',
        test: (it) => it.restAlwaysHasSession,
        yes: 'restSession',
        no: 'restNull',
      },
      webListed: { rules: ['SES-001'], test: (it) => it.listed, yes: 'component', no: 'local' },
      component: { rules: ['SES-104'], test: (it) => it.component, yes: 'webComponent', no: 'webSession' },
      local: { rules: ['SES-009'], test: (it) => it.local, yes: 'webLocal', no: 'trigger' },
      trigger: { rules: ['SES-001', 'SES-006'], test: (it) => it.started, yes: 'triggerAsStored', no: 'asListed' },
      triggerAsStored: {
        rules: ['SES-001', 'SES-006'],
        switch: 'Q-23',
        test: (it) => it.triggerAsStored,
        yes: 'storedTrigger',
        no: 'webAssumed',
      },
      asListed: {
        rules: ['SES-001', 'SES-104'],
        switch: 'Q-25',
        test: (it) => it.asListed,
        yes: 'webAssumed',
        no: 'notListed',
      },
      storedTrigger: { rules: ['SES-006'], outcome: 'storedSession', tone: 'plain', assumed: true },
      notListed: { rules: ['SES-001'], outcome: 'null', tone: 'none', assumed: true },
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

  then: {
    webSession: nothing,
    clientSession: nothing,
    standaloneSession: nothing,
    storedSession: nothing,
    null: nothing,
  },
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
