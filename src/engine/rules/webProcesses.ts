import { decision } from '../../decision/decision'
import type { FinishRequest } from '../command'
import type { SessionName, WebServerName } from '../ids'
import { nothing, rule } from '../rule'
import type { World } from '../world'

/** Requests that run at the same time. These tables are asked only while one does: they decide about nothing else. */

const openOn = ({ open }: World, webServer: WebServerName): number =>
  open.filter((it) => it.command.to === webServer).length

// --- Is there a process for one more request? -----------------------------------------------------------------------

interface FreeFacts {
  readonly concurrent: number
  readonly maxConcurrentProcesses: number
}

export const freeProcess = rule<{ readonly webServer: WebServerName }, FreeFacts, 'free' | 'busy'>({
  facts: (world, { webServer }) => ({
    concurrent: openOn(world, webServer),
    maxConcurrentProcesses: world.settings.maxConcurrentProcesses ?? 100,
  }),
  decision: decision<FreeFacts, 'free' | 'busy'>()({
    name: 'freeProcess',
    start: 'room',
    nodes: {
      // "When this number (minus one) is reached": the last process is never given away.
      room: {
        rules: ['SES-032'],
        test: (it) => it.concurrent < it.maxConcurrentProcesses - 1,
        yes: 'free',
        no: 'busy',
      },
      free: { rules: ['SES-032'], outcome: 'free', tone: 'aside' },
      busy: { rules: ['SES-032'], outcome: 'busy', tone: 'bad' },
    },
  }),
  then: { free: nothing, busy: nothing },
})

// --- Does it share its session with one of them? --------------------------------------------------------------------

interface TogetherFacts {
  readonly inSession: boolean
  readonly ofSession: number
}

export const runTogether = rule<{ readonly session: SessionName | null }, TogetherFacts, 'together' | 'apart'>({
  facts: ({ open }, { session }) => ({
    inSession: session !== null,
    ofSession: session === null ? 0 : open.filter((it) => it.session === session).length,
  }),
  decision: decision<TogetherFacts, 'together' | 'apart'>()({
    name: 'runTogether',
    start: 'inSession',
    nodes: {
      inSession: { rules: ['SES-028'], test: (it) => it.inSession, yes: 'same', no: 'noSession' },
      same: { rules: ['SES-028'], test: (it) => it.ofSession > 0, yes: 'together', no: 'apart' },
      together: { rules: ['SES-028', 'SES-190'], outcome: 'together', tone: 'aside' },
      apart: { rules: ['SES-028'], outcome: 'apart', tone: 'aside' },
      noSession: { rules: ['SES-002', 'SES-100'], outcome: 'apart', tone: 'aside' },
    },
  }),
  then: { together: nothing, apart: nothing },
})

// --- A request comes to its end -------------------------------------------------------------------------------------

interface FinishFacts {
  readonly process: string
  readonly running: boolean
  readonly hadSession: boolean
  readonly sessionAlive: boolean
}

type Finished = 'finished' | 'alone' | 'unknown'

export const finishRequest = rule<FinishRequest, FinishFacts, Finished>({
  facts({ open, sessions }, { process }) {
    const request = open.get(process)
    return {
      process,
      running: request !== undefined,
      hadSession: request?.session != null,
      sessionAlive: request?.session != null && sessions.has(request.session),
    }
  },
  decision: decision<FinishFacts, Finished>()({
    name: 'finishRequest',
    start: 'running',
    nodes: {
      running: { rules: ['PLAY-031'], test: (it) => it.running, yes: 'hadSession', no: 'unknown' },
      hadSession: { rules: ['SES-028'], test: (it) => it.hadSession, yes: 'alive', no: 'finishedAlone' },
      alive: { rules: ['SES-084'], test: (it) => it.sessionAlive, yes: 'finished', no: 'closed' },
      finished: { rules: ['SES-028'], outcome: 'finished', tone: 'plain' },
      finishedAlone: { rules: ['SES-002'], outcome: 'finished', tone: 'plain' },
      // The manual does not say what a request sees whose session ends while it runs.
      closed: { rules: ['SES-084', 'SES-199'], outcome: 'alone', tone: 'none', assumed: true },
      unknown: { rules: ['PLAY-031'], outcome: 'unknown', tone: 'bad' },
    },
  }),
  then: { finished: nothing, alone: nothing, unknown: nothing },
})
