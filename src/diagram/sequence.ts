import { contextOf } from '../engine/contexts'
import type { Command } from '../engine/command'
import type { Step } from '../engine/step'
import { serverOf, type World } from '../engine/world'
import { fill } from '../words/fill'
import type { Words } from '../words/words'
import { line } from './label'
import { browserText, sentenceOf, tellingOf, toldVerdict } from './telling'

/** More would be a scroll nobody reads. */
export const SHOWN = 60

/** Mermaid source for a story: who asked whom, and what came back. Its last steps, when it is long; `earlier` were not handed over. */
export function sequence(steps: readonly Step[], words: Words, leftOut = '… {count}', earlier = 0): string {
  const shown = steps.slice(-SHOWN)
  const told = shown.map((step) => ({ step, way: wayOf(step.command, step.world) }))
  const lanes = lanesOf(
    told.flatMap(({ way }) => way),
    steps.at(-1)?.world,
  )
  const ids = new Map(lanes.map(({ name }, i) => [name, `P${i}`]))
  const everybody = [...new Set([ids.get(lanes[0]?.name ?? ''), ids.get(lanes.at(-1)?.name ?? '')])].join(',')
  const note = (text: string): string => `Note over ${everybody}: ${line(text)}`
  const before = earlier + steps.length - shown.length
  return [
    'sequenceDiagram',
    ...lanes.map(({ name, text }) => `  participant ${ids.get(name)} as ${line(text)}`),
    ...(before > 0 && lanes.length > 0 ? [`  ${note(fill(leftOut, { count: before }))}`] : []),
    ...told.flatMap(({ step, way: [from, to] }) => {
      const { what } = tellingOf(step.command, step.world, words)
      const [asks, answers] = [ids.get(from ?? ''), ids.get(to ?? '')]
      if (!asks || !answers) return lanes.length > 0 ? [`  ${note(what)}`] : []
      return exchange(step, asks, answers, what, words).map((it) => `  ${it}`)
    }),
    '',
  ].join('\n')
}

/** Who asks and who answers; nobody when time passes or a setting is changed. */
function wayOf(command: Command, world: World): readonly string[] {
  const server = serverOf(world)?.name
  const hostOf = (webServer: string): string => world.webServers.get(webServer)?.machine ?? server ?? webServer
  switch (command.type) {
    case 'connectClient':
    case 'disconnectClient':
      return [command.machine, server ?? command.machine]
    case 'startProcess':
    case 'endProcess':
    case 'sleepClient':
    case 'wakeClient':
    case 'cutNetwork':
    case 'restoreNetwork':
      return [command.machine, server ?? command.machine]
    case 'startStandalone':
    case 'stopStandalone':
      return [command.machine, command.machine]
    case 'startWebServer':
    case 'stopWebServer':
      return [hostOf(command.webServer), hostOf(command.webServer)]
    case 'runCall': {
      const { on, runs } = contextOf(command.in)
      return [command.machine, on === 'client' && runs === 'server' ? (server ?? command.machine) : command.machine]
    }
    case 'executeOnServer': {
      const alone = world.machines.get(command.machine)?.kind === 'standalone'
      return [command.machine, alone ? command.machine : (server ?? command.machine)]
    }
    case 'openDatastore':
      return [command.machine, hostOf(command.to)]
    case 'sendRequest':
    case 'logOut':
      return [command.from, hostOf(command.to)]
    case 'finishRequest': {
      const request = world.open.get(command.process)?.command
      return request ? [request.from, hostOf(request.to)] : []
    }
    case 'listSessions':
      return server ? [server, server] : []
    case 'dropSession': {
      const machine = world.sessions.get(command.session)?.machine
      return server ? [server, machine ?? server] : []
    }
    case 'changeSetting':
    case 'wait':
      return []
  }
}

interface Lane {
  readonly name: string
  readonly text: string
}

/** Those who took part, always in the same order: clients, browsers, the server, single-user applications. */
function lanesOf(names: readonly string[], world: World | undefined): readonly Lane[] {
  if (!world) return []
  const there = new Set(names)
  const machines = (kind: string): readonly Lane[] =>
    world.machines.values().flatMap((it) => (it.kind === kind ? [{ name: it.name, text: it.label }] : []))
  const browsers = world.browsers.keys().map((name) => ({ name, text: browserText(world, name) }))
  const known = [...machines('client'), ...browsers, ...machines('server'), ...machines('standalone')]
  const strangers = [...there].filter((name) => !known.some((it) => it.name === name))
  return [...known, ...strangers.map((name) => ({ name, text: name }))].filter(({ name }) => there.has(name))
}

/** A question and its answer; who asks only himself says both at once. A refusal ends in a cross. */
function exchange(step: Step, asks: string, answers: string, what: string, words: Words): readonly string[] {
  const refused = step.tone === 'bad'
  const answer = answerOf(step, words)
  if (asks === answers) return [`${asks}${refused ? '-x' : '->>'}${asks}: ${line(`${what} → ${answer}`)}`]
  return [`${asks}->>${answers}: ${line(what)}`, `${answers}${refused ? '--x' : '-->>'}${asks}: ${line(answer)}`]
}

/** What came back: a status, the value of a call, or else the reason. */
function answerOf(step: Step, words: Words): string {
  const { reply, answers, command, tone } = step
  const reason = sentenceOf(toldVerdict(step), words)
  if (reply) return reply.status === 0 ? reason : tone === 'bad' ? `${reply.status} · ${reason}` : String(reply.status)
  const given = command.type === 'runCall' ? answers.at(-1) : undefined
  if (!given || given.value === undefined || tone === 'bad' || tone === 'none') return reason
  const { value } = given
  const text = typeof value === 'string' ? value || '""' : JSON.stringify(value)
  if (/^[0-9A-F]{32}$/.test(text)) return `${text.slice(0, 4)}…`
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const LONGEST = 28
