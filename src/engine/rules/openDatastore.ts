import { decision } from '../../decision/decision'
import type { OpenDatastore } from '../command'
import { named, type BrowserName } from '../ids'
import { sessionsOf } from '../place'
import { spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import { pair, type Cookie, type World } from '../world'
import { restAlwaysHasSession } from './resolveSession'

/** What keeps the session of a remote datastore: one line for each machine and localID (SES-231). No name has a slash. */
export const lineOf = ({ machine, localId }: OpenDatastore): BrowserName => named(`${machine}/${localId}`)

export const keptBy = ({ cookies }: World, command: OpenDatastore): Cookie | undefined =>
  cookies.get(pair(lineOf(command), command.to))

/** Minutes; less than this becomes this (SES-232), and it is the default. */
export const LEAST_IDLE = 60

interface Facts {
  readonly machine: string
  readonly webServer: string
  readonly localId: string
  readonly machineRunning: boolean
  readonly webServerRunning: boolean
  readonly scalableSessions: boolean
  readonly hasSessions: boolean
  readonly usedBefore: boolean
  readonly sessionAlive: boolean
  readonly minutes: number
  readonly release: string
}

type Outcome = 'opened' | 'reused' | 'again' | 'none' | 'absent' | 'notReached'

/** A 4D opens another one as a remote datastore, or uses it again: in which web session of the target? */
export const openDatastore = rule<OpenDatastore, Facts, Outcome>({
  facts(world, command) {
    const { machines, webServers, sessions, release } = world
    const machine = machines.get(command.machine)
    const server = webServers.get(command.to)
    const kept = keptBy(world, command)
    return {
      machine: machine?.label ?? command.machine,
      webServer: command.to,
      localId: command.localId,
      machineRunning: machine !== undefined && machine.running && machine.away === undefined,
      webServerRunning: (server?.running && machines.get(server.machine)?.running) ?? false,
      scalableSessions: server !== undefined && sessionsOf(world, server) === 'scalable',
      hasSessions: restAlwaysHasSession(world),
      usedBefore: kept !== undefined,
      sessionAlive: kept !== undefined && sessions.has(kept.session),
      minutes: command.idleTimeout ?? LEAST_IDLE,
      release: spelled(release),
    }
  },
  decision: decision<Facts, Outcome>()({
    name: 'openDatastore',
    start: 'machineRunning',
    nodes: {
      machineRunning: {
        rules: ['PLAY-001'],
        test: (it) => it.machineRunning,
        yes: 'webServerRunning',
        no: 'absent',
      },
      webServerRunning: {
        rules: ['PLAY-002'],
        test: (it) => it.webServerRunning,
        yes: 'hasSessions',
        no: 'notReached',
      },
      hasSessions: { rules: ['SES-100'], test: (it) => it.scalableSessions, yes: 'usedBefore', no: 'restAlways' },
      restAlways: { rules: ['SES-103'], switch: 'C-22', test: (it) => it.hasSessions, yes: 'usedBefore', no: 'none' },
      usedBefore: { rules: ['SES-231'], test: (it) => it.usedBefore, yes: 'alive', no: 'enough' },
      alive: { rules: ['SES-231', 'SES-088'], test: (it) => it.sessionAlive, yes: 'reused', no: 'again' },
      enough: { rules: ['SES-232'], test: (it) => it.minutes >= LEAST_IDLE, yes: 'opened', no: 'raised' },
      opened: { rules: ['SES-231', 'SES-232', 'SES-119'], outcome: 'opened', tone: 'plain' },
      raised: { rules: ['SES-232', 'SES-231', 'SES-119'], outcome: 'opened', tone: 'plain' },
      reused: { rules: ['SES-231'], outcome: 'reused', tone: 'plain' },
      again: { rules: ['SES-088', 'SES-119'], outcome: 'again', tone: 'plain' },
      none: { rules: ['SES-100', 'SES-103'], outcome: 'none', tone: 'none' },
      absent: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
      notReached: { rules: ['PLAY-002'], outcome: 'notReached', tone: 'bad' },
    },
  }),
  // A new session is opened only once the licence is settled, as for any request.
  then: { opened: nothing, reused: nothing, again: nothing, none: nothing, absent: nothing, notReached: nothing },
})
