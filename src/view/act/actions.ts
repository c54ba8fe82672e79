import { sentenceOf } from '../../diagram/telling'
import type { Ref } from '../../diagram/scene'
import type { Command } from '../../engine/command'
import { hindrance } from '../../engine/hindrance'
import { protectionOf } from '../../engine/roles/rolesFile'
import { pair, secondsLeft, type Browser, type Machine, type WebServer, type World } from '../../engine/world'
import type { ActForm } from '../../store/playground'
import { fill } from '../../words/fill'
import type { Words } from '../../words/words'
import { actingAt, serversFor } from './acting'

/** Something that can be done at a place, on every surface that offers it. */
export interface Action {
  readonly id: string
  readonly label: string
  /** A command that is given at once, or the form where one goes on. */
  readonly does: { readonly command: Command } | { readonly form: ActForm; readonly at: Ref }
  /** Why it cannot be done now; null when it can. Asked of the engine, never guessed here. */
  readonly hindrance: string | null
}

/** Why this command cannot be given now, as a sentence. */
export function reasonAgainst(world: World, command: Command, words: Words): string | null {
  const verdict = hindrance(world, command)
  return verdict && sentenceOf(verdict, words)
}

type Wish = Omit<Action, 'hindrance'> & { readonly asks: Command }

const wish = (id: string, label: string, command: Command): Wish => ({ id, label, does: { command }, asks: command })

/** Everything on offer at a place, the quick things first, then the forms. */
export function actionsAt(world: World, at: Ref, words: Words): readonly Action[] {
  const { machine, browser } = actingAt(world, at)
  const quick =
    at.kind === 'browser' && browser
      ? wishesOfBrowser(world, browser, words)
      : at.kind === 'webServer'
        ? wishesOfWebServers(world, named(world, at.name), words)
        : machine
          ? wishesOfMachine(world, machine, words)
          : []
  const forms = [
    ...(machine && at.kind !== 'browser' ? runForm(machine, words) : []),
    ...(browser && at.kind !== 'webServer' ? sendForm(world, browser, words) : []),
  ]
  return [...quick, ...forms].map(({ asks, ...it }) => ({ ...it, hindrance: reasonAgainst(world, asks, words) }))
}

const named = ({ webServers }: World, name: string): readonly WebServer[] =>
  webServers.values().filter((it) => it.name === name)

function wishesOfMachine(world: World, { name, kind, user, session, away }: Machine, words: Words): readonly Wish[] {
  const text = words.panels.act
  if (kind === 'client') {
    return [
      wish('connect', fill(text.connect, { user }), { type: 'connectClient', machine: name }),
      wish('disconnect', fill(text.disconnect, { user }), { type: 'disconnectClient', machine: name }),
      ...(session === null ? [] : [wish('drop', fill(text.drop, { user }), { type: 'dropSession', session })]),
      away?.how === 'asleep'
        ? wish('wake', text.wake, { type: 'wakeClient', machine: name })
        : wish('sleep', text.sleep, { type: 'sleepClient', machine: name }),
      away?.how === 'unreachable'
        ? wish('restore', text.restore, { type: 'restoreNetwork', machine: name })
        : wish('cut', text.cut, { type: 'cutNetwork', machine: name }),
    ]
  }
  const web = wishesOfWebServers(
    world,
    world.webServers.values().filter(({ machine }) => machine === name),
    words,
  )
  if (kind === 'server') return web
  return [
    wish('start', text.start, { type: 'startStandalone', machine: name }),
    wish('stop', text.stop, { type: 'stopStandalone', machine: name }),
    ...web,
  ]
}

/** Started or stopped; and on a server, the settings that sessions hang on. */
function wishesOfWebServers(world: World, servers: readonly WebServer[], words: Words): readonly Wish[] {
  const text = words.panels.act
  const power = servers.map(({ name, running, component }) =>
    wish(
      `web ${name}`,
      `${running ? text.stopWeb : text.startWeb}${component ? ` ${fill(text.component, { component })}` : ''}`,
      { type: running ? 'stopWebServer' : 'startWebServer', webServer: name },
    ),
  )
  const onServer = servers.some(({ machine }) => world.machines.get(machine)?.kind === 'server')
  return onServer ? [...power, ...wishesOfSettings(world, words)] : power
}

function wishesOfSettings({ settings }: World, words: Words): readonly Wish[] {
  const protection = protectionOf(settings.roles)
  const turned = {
    scalableSessions: settings.scalableSessions,
    forceLogin: protection.state === 'on' && protection.roles.forceLogin,
  }
  return (['scalableSessions', 'forceLogin'] as const).map((setting) =>
    wish(
      setting,
      fill(turned[setting] ? words.panels.act.turnOff : words.panels.act.turnOn, { setting: words.facts[setting] }),
      { type: 'changeSetting', setting, value: !turned[setting] },
    ),
  )
}

const MOST_READ = 2

/** What people do in a browser first: open a page, with the newest living token when there is one, and read. */
function wishesOfBrowser(world: World, browser: Browser, words: Words): readonly Wish[] {
  const [server] = serversFor(world, browser)
  if (!server) return []
  const text = words.panels.act
  const asks = { type: 'sendRequest', from: browser.name, to: server.name } as const
  const read = world.dataclasses.values().slice(0, MOST_READ)
  const token = world.tokens
    .values()
    .filter((it) => it.usedAt === null && secondsLeft(world, it) > 0)
    .at(-1)?.name
  const pages = read.slice(0, 1).flatMap(({ name: page }) => {
    const url = `/$lib/renderer/?w=${page}`
    return [
      ...(token ? [wish('token', fill(text.openWith, { page, token }), { ...asks, url, token })] : []),
      wish('page', fill(text.open, { page }), { ...asks, url }),
    ]
  })
  const holding = serversFor(world, browser).filter((it) => world.cookies.has(pair(browser.name, it.name)))
  return [
    ...pages,
    ...read.map(({ name }) => wish(`read ${name}`, fill(text.read, { name }), { ...asks, url: `/rest/${name}` })),
    ...(holding.length ? holding : [server]).map(({ name, component }) =>
      wish(`logOut ${name}`, `${text.logOut}${component ? ` (${component})` : ''}`, {
        type: 'logOut',
        from: browser.name,
        to: name,
      }),
    ),
  ]
}

/** Whether code can run at all is asked with the plainest use there is. */
function runForm({ name, kind }: Machine, words: Words): readonly Wish[] {
  const place = { client: 'clientMethod', server: 'storedProcedure', standalone: 'standaloneMethod' } as const
  return [
    {
      id: 'run',
      label: words.panels.act.runHere,
      does: { form: 'run', at: { kind: 'machine', name } },
      asks: { type: 'runCall', machine: name, in: place[kind], call: 'Session' },
    },
  ]
}

/** Any web server that answers will do. */
function sendForm(world: World, browser: Browser, words: Words): readonly Wish[] {
  const asks = serversFor(world, browser).map(({ name: to }): Command => ({
    type: 'sendRequest',
    from: browser.name,
    to,
    url: '/',
  }))
  const best = asks.find((it) => hindrance(world, it) === null) ?? asks[0]
  if (!best) return []
  const at: Ref = { kind: 'browser', name: browser.name }
  return [{ id: 'send', label: words.panels.act.sendFrom, does: { form: 'send', at }, asks: best }]
}
