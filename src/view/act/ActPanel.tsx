import { useMemo } from 'react'
import type { Command } from '../../engine/command'
import { decisionNamed } from '../../engine/decisions'
import type { Machine, World } from '../../engine/world'
import { shownWorld } from '../../store/playground'
import { protectionOf } from '../../engine/roles/rolesFile'
import { fill } from '../../words/fill'
import type { Words } from '../../words/words'
import { useActions, usePlayground, useWords } from '../context'
import { Waits } from '../timeline/Waits'
import { action, type Action } from './actions'
import { CallForm } from './CallForm'
import { RequestForm } from './RequestForm'
import './act.css'

/** What can be done on the chosen machine, and with time. What cannot be done stands greyed, with its reason. */
export default function ActPanel() {
  const words = useWords()
  const world = usePlayground(shownWorld)
  const selected = usePlayground((it) => it.selected)
  const { act, select } = useActions()
  const machine = machineOf(world, selected)
  const browser = selected?.kind === 'browser' ? selected.name : undefined
  const actions = useMemo(() => (machine ? actionsOn(world, machine, words) : []), [world, machine, words])
  const area = world.browsers.values().find((it) => it.machine !== null && it.machine === machine?.name)
  const outside = world.browsers.values().filter((it) => it.machine === null)
  return (
    <div className="panel act">
      <label className="field">
        <span>{words.ui.act.choose}</span>
        <select
          value={browser && !machine ? `browser ${browser}` : `machine ${machine?.name ?? ''}`}
          onChange={(event) => choose(event.target.value, select)}
        >
          {world.machines.values().map(({ name, label }) => (
            <option key={name} value={`machine ${name}`}>
              {label}
            </option>
          ))}
          {outside.map(({ name, label }) => (
            <option key={name} value={`browser ${name}`}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {machine && (
        <ul className="actions">
          {actions.map((it) => (
            <li key={it.id}>
              <ActionButton action={it} onAct={act} words={words} />
            </li>
          ))}
        </ul>
      )}
      {machine && <CallForm key={`call ${machine.name}`} machine={machine} />}
      {(browser ?? area?.name) !== undefined && (
        <RequestForm key={`request ${browser ?? area?.name}`} from={(browser ?? area?.name)!} />
      )}
      <fieldset className="time">
        <legend>{words.ui.act.wait}</legend>
        <Waits />
      </fieldset>
    </div>
  )
}

const choose = (value: string, select: ReturnType<typeof useActions>['select']): void => {
  const [kind, name = ''] = value.split(' ')
  select({ kind: kind === 'browser' ? 'browser' : 'machine', name })
}

/** The machine that is meant by whatever is selected: a Web area belongs to its machine, a session to its own. */
function machineOf(
  world: World,
  selected: { readonly kind: string; readonly name: string } | null,
): Machine | undefined {
  const first = world.machines.values().find(({ kind }) => kind === 'client') ?? world.machines.values()[0]
  if (!selected) return first
  if (selected.kind === 'machine') return world.machines.get(selected.name) ?? first
  if (selected.kind === 'browser') {
    const host = world.browsers.get(selected.name)?.machine
    return host ? world.machines.get(host) : undefined
  }
  if (selected.kind === 'session') return world.machines.get(world.sessions.get(selected.name)?.machine ?? '') ?? first
  if (selected.kind === 'webServer')
    return world.machines.get(world.webServers.get(selected.name)?.machine ?? '') ?? first
  return world.machines.values().find(({ kind }) => kind === 'server') ?? first
}

function ActionButton({
  action: it,
  onAct,
  words,
}: {
  readonly action: Action
  readonly onAct: (command: Command) => void
  readonly words: Words
}) {
  return (
    <>
      <button
        type="button"
        aria-disabled={it.hindrance !== null}
        className={it.hindrance ? 'hindered' : ''}
        onClick={() => it.hindrance === null && onAct(it.command)}
      >
        {it.label}
      </button>
      {it.hindrance && <span className="hindrance">{fill(words.ui.act.cannot, { reason: it.hindrance })}</span>}
    </>
  )
}

const rulesOfEnding = (decision: string, ending: string): readonly string[] | undefined =>
  decisionNamed(decision).nodes[ending]?.rules

function actionsOn(world: World, machine: Machine, words: Words): readonly Action[] {
  const make = (id: string, label: string, command: Command): Action =>
    action(world, words, id, label, command, rulesOfEnding)
  const { name, user } = machine
  const text = words.ui.act
  const servers = world.webServers.values().filter((it) => it.machine === name)
  const web = servers.map((it) =>
    make(
      `web ${it.name}`,
      `${it.running ? text.stopWeb : text.startWeb}${it.component ? ` ${fill(text.component, { component: it.component })}` : ''}`,
      { type: it.running ? 'stopWebServer' : 'startWebServer', webServer: it.name },
    ),
  )
  const procedures = world.methods
    .values()
    .filter(({ name }) => /^\w+$/.test(name))
    .slice(0, 6)
    .map((it) =>
      make(`execute ${it.name}`, fill(text.storedProcedure, { method: it.name }), {
        type: 'executeOnServer',
        machine: name,
        method: it.name,
      }),
    )
  if (machine.kind === 'client') {
    return [
      make('connect', fill(text.connect, { user }), { type: 'connectClient', machine: name }),
      make('disconnect', fill(text.disconnect, { user }), { type: 'disconnectClient', machine: name }),
      ...procedures,
    ]
  }
  if (machine.kind === 'standalone') {
    return [
      make('start', text.start, { type: 'startStandalone', machine: name }),
      make('stop', text.stop, { type: 'stopStandalone', machine: name }),
      ...web,
      ...procedures,
    ]
  }
  const { scalableSessions, roles } = world.settings
  const protection = protectionOf(roles)
  const forceLogin = protection.state === 'on' && protection.roles.forceLogin
  const settings = [
    make('scalable', fill(scalableSessions ? text.turnOff : text.turnOn, { setting: words.facts.scalableSessions }), {
      type: 'changeSetting',
      setting: 'scalableSessions',
      value: !scalableSessions,
    }),
    make('force', fill(forceLogin ? text.turnOff : text.turnOn, { setting: words.facts.forceLogin }), {
      type: 'changeSetting',
      setting: 'forceLogin',
      value: !forceLogin,
    }),
  ]
  return [...web, ...procedures, ...settings]
}
