import { decision } from '../../decision/decision'
import type { CutNetwork, RestoreNetwork, SleepClient, WakeClient } from '../command'
import type { Seconds } from '../clock'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import type { Away, Machine, World } from '../world'
import { leaves } from './machines'

/** A client that sleeps, or that the network has cut off: its session waits for it, for a while. */

/** "Automatically dropped after 48 hours of inactivity" (SES-090), unless the setting says otherwise. */
export const sleepTimeout = ({ settings }: World): Seconds => settings.sleepTimeout ?? 48 * 3600
/** "900 seconds by default" (SES-091). */
export const quicTimeout = ({ settings }: World): Seconds => settings.quicTimeout ?? 900

interface Facts {
  readonly machine: string
  readonly user: string
  readonly connected: boolean
  readonly asleep: boolean
  readonly cutOff: boolean
}

const facts = ({ machines }: World, { machine: name }: { readonly machine: Machine['name'] }): Facts => {
  const machine = machines.get(name)
  return {
    machine: machine?.label ?? name,
    user: machine?.user ?? '',
    connected: machine?.kind === 'client' && machine.running,
    asleep: machine?.away?.how === 'asleep',
    cutOff: machine?.away?.how === 'unreachable',
  }
}

const goes = ({ now }: World, machine: Machine['name'], how: Away['how'], seconds: Seconds) =>
  [{ type: 'clientAway', machine, away: { how, since: now, until: now + seconds } }] as const

interface SleepFacts extends Facts {
  readonly sleepTimeout: Seconds
}

export const sleepClient = rule<SleepClient, SleepFacts, 'asleep' | 'already' | 'absent'>({
  facts: (world, command) => ({ ...facts(world, command), sleepTimeout: sleepTimeout(world) }),
  decision: decision<SleepFacts, 'asleep' | 'already' | 'absent'>()({
    name: 'sleepClient',
    start: 'connected',
    nodes: {
      connected: { rules: ['PLAY-001'], test: (it) => it.connected, yes: 'there', no: 'absent' },
      there: { rules: ['PLAY-001', 'SES-090'], test: (it) => !it.asleep && !it.cutOff, yes: 'asleep', no: 'already' },
      asleep: { rules: ['SES-090'], outcome: 'asleep', tone: 'plain' },
      already: { rules: ['PLAY-001'], outcome: 'already', tone: 'bad' },
      absent: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
    },
  }),
  then: {
    asleep: (world, { machine }, { sleepTimeout: seconds }) => goes(world, machine, 'asleep', seconds),
    already: nothing,
    absent: nothing,
  },
})

export const wakeClient = rule<WakeClient, Facts, 'awake' | 'absent'>({
  facts,
  decision: decision<Facts, 'awake' | 'absent'>()({
    name: 'wakeClient',
    start: 'asleep',
    nodes: {
      asleep: { rules: ['PLAY-001', 'SES-090'], test: (it) => it.asleep, yes: 'awake', no: 'notAsleep' },
      awake: { rules: ['SES-090'], outcome: 'awake', tone: 'good' },
      notAsleep: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
    },
  }),
  then: { awake: (_, { machine }) => [{ type: 'clientBack', machine }], absent: nothing },
})

interface CutFacts extends Facts {
  readonly networkLayer: string
  readonly keeps: boolean
  readonly release: string
  readonly quicTimeout: Seconds
}

export const cutNetwork = rule<CutNetwork, CutFacts, 'unreachable' | 'lost' | 'already' | 'absent'>({
  facts: (world, command) => ({
    ...facts(world, command),
    networkLayer: world.settings.networkLayer ?? 'ServerNet',
    keeps: has(world.release, 'unreachableSince'),
    release: spelled(world.release),
    quicTimeout: quicTimeout(world),
  }),
  decision: decision<CutFacts, 'unreachable' | 'lost' | 'already' | 'absent'>()({
    name: 'cutNetwork',
    start: 'connected',
    nodes: {
      connected: { rules: ['PLAY-001'], test: (it) => it.connected, yes: 'there', no: 'absent' },
      there: { rules: ['PLAY-001', 'SES-091'], test: (it) => !it.asleep && !it.cutOff, yes: 'quic', no: 'already' },
      quic: { rules: ['SES-091'], test: (it) => it.networkLayer === 'QUIC', yes: 'keeps', no: 'lost' },
      keeps: { rules: ['SES-091'], test: (it) => it.keeps, yes: 'unreachable', no: 'lostEarlier' },
      unreachable: { rules: ['SES-091'], outcome: 'unreachable', tone: 'plain' },
      lost: { rules: ['SES-091'], outcome: 'lost', tone: 'none', assumed: true },
      lostEarlier: { rules: ['SES-091'], outcome: 'lost', tone: 'none', assumed: true },
      already: { rules: ['PLAY-001'], outcome: 'already', tone: 'bad' },
      absent: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
    },
  }),
  then: {
    unreachable: (world, { machine }, { quicTimeout: seconds }) => goes(world, machine, 'unreachable', seconds),
    lost: (world, { machine }) => leaves(world, machine, 'disconnected'),
    already: nothing,
    absent: nothing,
  },
})

export const restoreNetwork = rule<RestoreNetwork, Facts, 'reconnected' | 'absent'>({
  facts,
  decision: decision<Facts, 'reconnected' | 'absent'>()({
    name: 'restoreNetwork',
    start: 'cutOff',
    nodes: {
      cutOff: { rules: ['PLAY-001', 'SES-091'], test: (it) => it.cutOff, yes: 'reconnected', no: 'notCut' },
      reconnected: { rules: ['SES-091'], outcome: 'reconnected', tone: 'good' },
      notCut: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
    },
  }),
  then: { reconnected: (_, { machine }) => [{ type: 'clientBack', machine }], absent: nothing },
})
