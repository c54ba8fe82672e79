import type { CallAnswer } from './call'
import type { EndProcess, StartProcess } from './command'
import type { ContextName } from './contexts'
import type { MachineName } from './ids'
import type { Statement } from './method'
import { ask, happen, type Run } from './rule'
import { endProcess, processEnds, startProcess, twinOfProcess } from './rules/processes'
import { runCode } from './runCode'

/** Without anything said, the database method looks at its session. */
const LOOKS: readonly Statement[] = [{ call: 'Session' }]

/** A process of a client begins; if it needs a cooperative twin, On Server Open Connection runs in that (SES-011). */
export function beginProcess(run: Run, command: StartProcess, answers: CallAnswer[]): void {
  const { outcome, facts } = ask(run, startProcess, command)
  if (outcome === 'opened') inTwin(run, 'onServerOpenConnection', command, facts.process, answers)
}

/** A process of a client ends; On Server Close Connection runs for the same twins. */
export function finishProcess(run: Run, command: EndProcess, answers: CallAnswer[]): void {
  const { outcome } = ask(run, endProcess, command)
  if (outcome === 'closed') inTwin(run, 'onServerCloseConnection', command, command.process, answers)
  if (outcome === 'closed' || outcome === 'ended') happen(run, ...processEnds(run.world, command))
}

function inTwin(
  run: Run,
  context: ContextName,
  { machine, code = LOOKS }: { readonly machine: MachineName; readonly code?: readonly Statement[] },
  of: string,
  answers: CallAnswer[],
): void {
  const process = twinOfProcess(machine, of)
  runCode(run, { context, machine, process }, code, answers)
  // A promotion lasts as long as the method that asked for it (SES-155).
  for (const { id } of run.world.processes.get(process)?.promotions ?? [])
    happen(run, { type: 'privilegeDemoted', process, id })
}
