import type { Verdict } from '../decision/decision'
import { clockOf } from '../engine/clock'
import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import type { Member } from '../engine/method'
import type { Step } from '../engine/step'
import type { World } from '../engine/world'
import { fill } from '../words/fill'
import { flowOf, textOf, type Words } from '../words/words'
import type { Ref } from './scene'

/** A step in a few words: who acts, and what they want. */
export interface Told {
  readonly who: string
  readonly what: string
}

const argument = (value: Json): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 24 ? `${text.slice(0, 23)}…` : text
}

const PROPERTIES: readonly Member[] = ['id', 'userName', 'info', 'idleTimeout', 'expirationDate', 'quotas']

/** Commands of the language that are no members of the class, as code writes them. */
export const COMMANDS: Readonly<Partial<Record<Member, string>>> = {
  sessionInfo: 'Session info',
  storageOfSession: 'Session storage',
  processActivity: 'Process activity',
  licenseUsage: 'License usage',
  setUserAlias: 'SET USER ALIAS',
  dropRemoteUser: 'DROP REMOTE USER',
  use: 'Use',
  endUse: 'End use',
}

/** A use of Session as code writes it: setPrivileges(basic), Session.id, Session.storage.team := North. */
export function callText(call: Member, args: readonly Json[] = []): string {
  const first = args[0]
  if (call === 'Session') return 'Session'
  if (call === 'storage') return first === undefined ? 'storage' : `storage.${argument(first)}`
  if (call === 'writeStorage') return `storage.${argument(first ?? '')} := ${argument(args[1] ?? null)}`
  if (call === 'writeNested')
    return `storage.${argument(first ?? '')}.${argument(args[1] ?? '')} := ${argument(args[2] ?? null)}`
  if (call === 'singleton') {
    const of = `cs.${argument(args[1] ?? '')}.me${args[2] === undefined ? '' : `.${argument(args[2])}`}`
    return args[3] === undefined ? of : `${of} := ${argument(args[3])}`
  }
  if (call === 'machineStorage') return first === undefined ? 'Storage' : `Storage.${argument(first)}`
  if (call === 'writeMachineStorage') return `Storage.${argument(first ?? '')} := ${argument(args[1] ?? null)}`
  if (call === 'setIdleTimeout') return `idleTimeout := ${argument(first ?? 0)}`
  const command = COMMANDS[call]
  if (command !== undefined) return args.length ? `${command}(${args.map(argument).join('; ')})` : command
  if (call === 'setVariable') return `${argument(first ?? '')} := ${argument(args[1] ?? null)}`
  if (call === 'closeLegacySession') return 'WEB LEGACY CLOSE SESSION'
  if (call === 'access') return `${args.map(argument).join(' ')}`
  return PROPERTIES.includes(call) ? call : `${call}(${args.map(argument).join(', ')})`
}

export function durationText(
  seconds: number,
  { units }: { readonly units: { readonly seconds: string; readonly minutes: string } },
): string {
  if (seconds < 120) return fill(units.seconds, { count: seconds })
  return seconds % 60 === 0 && seconds < 7200 ? fill(units.minutes, { count: seconds / 60 }) : clockOf(seconds)
}

export function tellingOf(command: Command, world: World, words: Words): Told {
  const machine = 'machine' in command ? (world.machines.get(command.machine)?.user ?? command.machine) : ''
  const sentence = words.commands
  switch (command.type) {
    case 'connectClient':
    case 'disconnectClient':
    case 'startStandalone':
    case 'stopStandalone':
    case 'sleepClient':
    case 'wakeClient':
    case 'cutNetwork':
    case 'restoreNetwork':
      return { who: '', what: fill(sentence[command.type], { machine }) }
    case 'startWebServer':
    case 'stopWebServer':
      return { who: command.webServer, what: sentence[command.type] }
    case 'runCall':
      return { who: `${machine} · ${textOf(words.places, command.in)}`, what: callText(command.call, command.with) }
    case 'startProcess':
    case 'endProcess':
      return { who: '', what: fill(sentence[command.type], { machine, process: command.process ?? '…' }) }
    case 'openDatastore': {
      const { localId, method } = command
      const what = method === undefined ? sentence.openDatastore : sentence.useDatastore
      return { who: machine, what: fill(what, { localId, method: method ?? '' }) }
    }
    case 'executeOnServer':
      return { who: machine, what: fill(sentence.executeOnServer, { machine, method: command.method ?? 'Session' }) }
    case 'sendRequest': {
      const path = command.url.split('?')[0] ?? command.url
      const shown = path.startsWith('/$lib/renderer')
        ? `/$lib/renderer ${/[?&]w=(\w+)/.exec(command.url)?.[1] ?? ''}`
        : path
      return {
        who: browserText(world, command.from),
        what: `${command.method ?? 'GET'} ${shown}${command.token ? ` + ${command.token}` : ''}`,
      }
    }
    case 'finishRequest':
      return { who: '', what: fill(sentence.finishRequest, { process: command.process }) }
    case 'listSessions':
      return { who: '', what: command.counted ? sentence.listCounted : sentence.listSessions }
    case 'dropSession':
      return { who: '', what: fill(sentence.dropSession, { session: argument(command.session) }) }
    case 'logOut':
      return { who: browserText(world, command.from), what: sentence.logOut }
    case 'changeSetting':
      return {
        who: '',
        what: fill(sentence.changeSetting, {
          setting: textOf(words.facts, command.setting) || command.setting,
          value:
            typeof command.value === 'boolean' ? (command.value ? words.ui.on : words.ui.off) : argument(command.value),
        }),
      }
    case 'wait':
      return { who: '', what: fill(sentence.wait, { duration: durationText(command.seconds, words.ui) }) }
  }
}

/** "Ana's Web area", "Visitor's browser": who sends. */
export function browserText(world: World, name: string): string {
  const browser = world.browsers.get(name)
  const owner = browser?.machine ? world.machines.get(browser.machine)?.user : undefined
  return browser ? (owner ? `${browser.label} · ${owner}` : browser.label) : name
}

/** What a person calls a thing of the world. */
export function nameOf(world: World, { kind, name }: Ref): string {
  if (kind === 'browser') return browserText(world, name)
  return world.machines.get(name)?.label ?? name
}

/** The sentence of a verdict's ending, with its facts in place. */
export const sentenceOf = (verdict: Verdict, words: Words): string =>
  fill(textOf(flowOf(words, verdict.decision).nodes, verdict.ending), verdict.facts, [words.yes, words.no])

/** What would have made it come out otherwise; undefined where nothing needs to. */
export function cureOf(verdict: Verdict, words: Words): string | undefined {
  const cures = flowOf(words, verdict.decision).cures
  const cure = cures && Object.hasOwn(cures, verdict.ending) ? cures[verdict.ending] : undefined
  return cure && fill(cure, verdict.facts, [words.yes, words.no])
}

export function toldVerdict(step: Step): Verdict {
  const verdict = step.verdicts[step.telling]
  if (!verdict) throw new Error('a step has a telling verdict') // the engine sees to it
  return verdict
}
