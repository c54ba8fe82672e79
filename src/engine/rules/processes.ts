import { decision } from '../../decision/decision'
import type { EndProcess, StartProcess } from '../command'
import { mainOf, named, type MachineName, type ProcessName } from '../ids'
import { reads } from '../readings'
import { nothing, rule } from '../rule'
import { serverOf, type World } from '../world'
import { newProcess } from './machines'

/** A process of a client beside its Application process, and the twin the server keeps for it. */
export const processOf = (machine: MachineName, process: string): ProcessName => named(`${machine}.${process}`)
export const twinOfProcess = (machine: MachineName, process: string): ProcessName => named(`${machine}.${process}.twin`)

/** Further processes of a client count from two: the first is its Application process. */
export function freeProcess({ processes }: World, { machine, process }: StartProcess): string {
  const free = (name: string): boolean =>
    !processes.has(processOf(machine, name)) && !processes.has(twinOfProcess(machine, name))
  if (process !== undefined && free(process)) return process
  let number = 2
  while (!free(`process-${number}`)) number++
  return `process-${number}`
}

const ends = (world: World, process: ProcessName) =>
  world.processes.has(process) ? [{ type: 'processEnded', process } as const] : []

// --- startProcess ---------------------------------------------------------------------------------------------------

interface StartFacts {
  readonly machine: string
  readonly user: string
  readonly process: string
  readonly connected: boolean
  readonly needsServer: boolean
  readonly needsLanguage: boolean
  readonly eachProcess: boolean
}

type StartOutcome = 'opened' | 'dataOnly' | 'alone' | 'absent'

const started =
  (twin: 'onServerOpenConnection' | 'ordaFunction' | null) =>
  (world: World, { machine: name }: StartProcess, { process }: StartFacts) => {
    const machine = world.machines.get(name)
    const server = serverOf(world)
    // The outcome says both are there; the check keeps the types honest.
    if (!machine || !server) return []
    const own = newProcess(processOf(name, process), 'user', name, machine.session, process, 'clientMethod')
    const there =
      twin && newProcess(twinOfProcess(name, process), 'twin', server.name, machine.session, machine.user, twin)
    return [own, ...(there ? [there] : [])].map((it) => ({ type: 'processStarted', process: it }) as const)
  }

/**
 * A further process of a connected client. Twins are made lazily: only one that runs code of the language is announced
 * by On Server Open Connection, once for each process, always in the one session of the client.
 */
export const startProcess = rule<StartProcess, StartFacts, StartOutcome>({
  facts(world, command) {
    const machine = world.machines.get(command.machine)
    const needs = command.needs ?? 'language'
    return {
      machine: machine?.label ?? command.machine,
      user: machine?.user ?? '',
      process: freeProcess(world, command),
      connected: machine?.kind === 'client' && machine.running && machine.away === undefined,
      needsServer: needs !== 'nothing',
      needsLanguage: needs === 'language',
      eachProcess: !reads(world, 'C-28', 'perUser'),
    }
  },
  decision: decision<StartFacts, StartOutcome>()({
    name: 'startProcess',
    start: 'connected',
    nodes: {
      connected: { rules: ['PLAY-001'], test: (it) => it.connected, yes: 'needsServer', no: 'absent' },
      needsServer: { rules: ['SES-011'], test: (it) => it.needsServer, yes: 'needsLanguage', no: 'alone' },
      needsLanguage: { rules: ['SES-011'], test: (it) => it.needsLanguage, yes: 'eachProcess', no: 'dataOnly' },
      eachProcess: { rules: ['SES-011'], switch: 'C-28', test: (it) => it.eachProcess, yes: 'opened', no: 'notAgain' },
      notAgain: { rules: ['SES-011', 'SES-018'], outcome: 'dataOnly', tone: 'good' },
      opened: { rules: ['SES-011', 'SES-010', 'SES-018'], outcome: 'opened', tone: 'good' },
      dataOnly: { rules: ['SES-011', 'SES-018'], outcome: 'dataOnly', tone: 'good' },
      alone: { rules: ['SES-011'], outcome: 'alone', tone: 'good' },
      absent: { rules: ['PLAY-001'], outcome: 'absent', tone: 'bad' },
    },
  }),
  then: {
    opened: started('onServerOpenConnection'),
    dataOnly: started('ordaFunction'),
    alone: started(null),
    absent: nothing,
  },
})

// --- endProcess -----------------------------------------------------------------------------------------------------

interface EndFacts {
  readonly machine: string
  readonly user: string
  readonly process: string
  readonly processThere: boolean
  readonly application: boolean
  readonly opened: boolean
}

type EndOutcome = 'closed' | 'ended' | 'application' | 'missing'

/** The end of such a process. Nothing ends yet: On Server Close Connection runs before. */
export const endProcess = rule<EndProcess, EndFacts, EndOutcome>({
  facts({ machines, processes }, { machine: name, process }) {
    const machine = machines.get(name)
    return {
      machine: machine?.label ?? name,
      user: machine?.user ?? '',
      process,
      processThere:
        machine?.kind === 'client' &&
        processes.get(processOf(name, process))?.machine === name &&
        machine.away === undefined,
      application: processOf(name, process) === mainOf(name),
      opened: processes.get(twinOfProcess(name, process))?.context === 'onServerOpenConnection',
    }
  },
  decision: decision<EndFacts, EndOutcome>()({
    name: 'endProcess',
    start: 'processThere',
    nodes: {
      processThere: { rules: ['PLAY-001'], test: (it) => it.processThere, yes: 'application', no: 'missing' },
      application: { rules: ['PLAY-001'], test: (it) => it.application, yes: 'staysOpen', no: 'opened' },
      opened: { rules: ['SES-011', 'SES-010'], test: (it) => it.opened, yes: 'closed', no: 'ended' },
      closed: { rules: ['SES-011', 'SES-010'], outcome: 'closed', tone: 'good' },
      ended: { rules: ['SES-011'], outcome: 'ended', tone: 'good' },
      staysOpen: { rules: ['PLAY-001'], outcome: 'application', tone: 'bad' },
      missing: { rules: ['PLAY-001'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { closed: nothing, ended: nothing, application: nothing, missing: nothing },
})

export const processEnds = (world: World, { machine, process }: EndProcess) => [
  ...ends(world, twinOfProcess(machine, process)),
  ...ends(world, processOf(machine, process)),
]
