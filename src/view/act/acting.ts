import type { Ref } from '../../diagram/scene'
import type { Browser, Machine, WebServer, World } from '../../engine/world'

/** Who acts when this is selected: a machine, the browser or Web area that goes with it, or a browser alone. */
export interface Acting {
  readonly machine: Machine | undefined
  readonly browser: Browser | undefined
}

export function actingAt(world: World, selected: Ref | null): Acting {
  const { machines, browsers } = world
  const first = machines.find(({ kind }) => kind === 'client') ?? machines.values()[0]
  if (selected?.kind === 'browser') {
    const browser = browsers.get(selected.name)
    if (browser) return { browser, machine: browser.machine ? machines.get(browser.machine) : undefined }
  }
  const machine = machineAt(world, selected) ?? first
  return { machine, browser: machine && browsers.find((it) => it.machine === machine.name) }
}

function machineAt({ machines, sessions, webServers }: World, selected: Ref | null): Machine | undefined {
  if (selected?.kind === 'machine') return machines.get(selected.name)
  if (selected?.kind === 'session') return machines.get(sessions.get(selected.name)?.machine ?? '')
  if (selected?.kind === 'webServer') return machines.get(webServers.get(selected.name)?.machine ?? '')
  return selected ? machines.find(({ kind }) => kind === 'server') : undefined
}

/** The web servers a browser may ask, the one of its own machine first. */
export function serversFor({ webServers }: World, { machine }: Browser): readonly WebServer[] {
  const all = webServers.values()
  const own = all.filter((it) => it.machine === machine)
  return [...own, ...all.filter((it) => !own.includes(it))]
}
