import type { Tone, Verdict } from '../decision/decision'
import { answerRequest, finishHeld, type Reply } from './answerRequest'
import { call, type CallAnswer } from './call'
import type { Command, ExecuteOnServer, RunCall } from './command'
import { beginProcess, finishProcess } from './connections'
import { contextOf } from './contexts'
import type { Event } from './event'
import { mainOf, twinOf, named, type ProcessName } from './ids'
import { ask, begin, happen, type Run } from './rule'
import { cutNetwork, restoreNetwork, sleepClient, wakeClient } from './rules/away'
import { changeSetting } from './rules/changeSetting'
import { logOut } from './rules/logOut'
import {
  connectClient,
  disconnectClient,
  enterPlace,
  leaves,
  newProcess,
  startStandalone,
  startWebServer,
  stopStandalone,
  stopWebServer,
} from './rules/machines'
import { methodThere } from './rules/methodThere'
import { reachServer } from './rules/reachServer'
import { dropSession, listSessions } from './rules/serverWindow'
import { wait } from './rules/wait'
import { useDatastore } from './useDatastore'
import { runCode } from './runCode'
import { serverOf, type World } from './world'

/** One command, why it was answered so, what happened, and the world it leaves behind. */
export interface Step {
  readonly command: Command
  /** Every table that was walked, in order. */
  readonly verdicts: readonly Verdict[]
  /** Which of them tells the story: the last grant or refusal, else the last "nothing there", else the last. */
  readonly telling: number
  readonly outcome: string
  readonly tone: Tone
  readonly answers: readonly CallAnswer[]
  readonly reply: Reply | null
  readonly events: readonly Event[]
  readonly world: World
}

/** The whole engine: same world and command, same step, always. */
export function step(world: World, command: Command): Step {
  const run = begin(world)
  const answers: CallAnswer[] = []
  const reply = answer(run, command, answers)
  // DROP REMOTE USER is asynchronous (SES-092): the code that called it has come to its end first.
  for (const machine of run.later) happen(run, ...leaves(run.world, machine, 'dropped'))
  const telling = tellingOf(run.verdicts)
  const verdict = run.verdicts[telling]
  if (!verdict) throw new Error(`${command.type} was answered without a verdict`)
  const { outcome, tone } = verdict
  return {
    command,
    verdicts: run.verdicts,
    telling,
    outcome,
    tone,
    answers,
    reply,
    events: run.events,
    world: run.world,
  }
}

/** Grants and refusals weigh the same: the later of them is how the step ended. */
const WEIGHT: Readonly<Record<Tone, number>> = { bad: 3, good: 3, none: 2, plain: 1, aside: 0 }

/** The last grant or refusal tells the step; without one, the last "nothing there", else the last plain answer. */
function tellingOf(verdicts: readonly Verdict[]): number {
  let telling = 0
  for (const [i, { tone }] of verdicts.entries()) {
    if (WEIGHT[tone] >= WEIGHT[verdicts[telling]?.tone ?? 'aside']) telling = i
  }
  return telling
}

function answer(run: Run, command: Command, answers: CallAnswer[]): Reply | null {
  switch (command.type) {
    case 'connectClient':
      ask(run, connectClient, command)
      return null
    case 'disconnectClient':
      ask(run, disconnectClient, command)
      return null
    case 'startStandalone':
      ask(run, startStandalone, command)
      return null
    case 'stopStandalone':
      ask(run, stopStandalone, command)
      return null
    case 'startWebServer':
      ask(run, startWebServer, command)
      return null
    case 'stopWebServer':
      ask(run, stopWebServer, command)
      return null
    case 'runCall':
      runCall(run, command, answers)
      return null
    case 'executeOnServer':
      executeOnServer(run, command, answers)
      return null
    case 'sendRequest':
      return answerRequest(run, command, answers)
    case 'finishRequest':
      return finishHeld(run, command, answers)
    case 'logOut':
      if (ask(run, reachServer, command).outcome === 'reached') ask(run, logOut, command)
      return null
    case 'changeSetting':
      ask(run, changeSetting, command)
      return null
    case 'wait':
      ask(run, wait, command)
      return null
    case 'startProcess':
      beginProcess(run, command, answers)
      return null
    case 'endProcess':
      finishProcess(run, command, answers)
      return null
    case 'openDatastore':
      return useDatastore(run, command, answers)
    case 'sleepClient':
      ask(run, sleepClient, command)
      return null
    case 'wakeClient':
      ask(run, wakeClient, command)
      return null
    case 'cutNetwork':
      ask(run, cutNetwork, command)
      return null
    case 'restoreNetwork':
      ask(run, restoreNetwork, command)
      return null
    case 'listSessions':
      ask(run, listSessions, command)
      return null
    case 'dropSession':
      ask(run, dropSession, command)
      return null
  }
}

/** The process a desktop place runs in: the client's own, its twin on the server, or the application's. */
function processFor({ world }: Run, { machine, in: place }: RunCall): ProcessName {
  const { on, runs } = contextOf(place)
  if (on === 'client' && runs === 'server') return twinOf(machine)
  return mainOf(on === 'server' ? (serverOf(world)?.name ?? machine) : machine)
}

function runCall(run: Run, command: RunCall, answers: CallAnswer[]): void {
  if (ask(run, enterPlace, command).outcome !== 'runs') return
  const process = processFor(run, command)
  answers.push(call(run, { context: command.in, machine: command.machine, process }, command).answer)
  // A promotion lasts as long as the function that asked for it (SES-155); the process lives on.
  for (const { id } of run.world.processes.get(process)?.promotions ?? []) {
    happen(run, { type: 'privilegeDemoted', process, id })
  }
}

/** The Execute on server command starts a process of the stored procedures session; in single-user, a local one. */
function executeOnServer(run: Run, command: ExecuteOnServer, answers: CallAnswer[]): void {
  const { world } = run
  const machine = world.machines.get(command.machine)
  const local = machine?.kind === 'standalone'
  const context = local ? 'standaloneExecuteOnServer' : 'storedProcedure'
  const home = local ? machine : serverOf(world)
  const asked =
    machine?.kind === 'client'
      ? ({ machine: command.machine, in: 'clientMethod', needsServer: true } as const)
      : ({ machine: (machine && home?.name) ?? command.machine, in: context } as const)
  if (ask(run, enterPlace, asked).outcome !== 'runs' || !home) return
  const method = command.method ?? ''
  const byName = command.code === undefined && method !== ''
  if (byName && ask(run, methodThere, { method }).outcome === 'missing') return
  const code = command.code ?? world.methods.get(method)?.code ?? [{ call: 'Session' }]
  // Earlier procedures have come to their end by now: a procedure is as short as its method.
  for (const it of world.processes.values()) {
    if (it.kind === 'storedProcedure' && it.machine === home.name)
      happen(run, { type: 'processEnded', process: it.name })
  }
  const name = named<ProcessName>(`procedure-${world.counts.processes + 1}`)
  happen(run, {
    type: 'processStarted',
    process: newProcess(name, 'storedProcedure', home.name, home.session, method || name, context),
  })
  runCode(run, { context, machine: home.name, process: name }, code, answers)
}
