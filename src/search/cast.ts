import type { Browser, Machine, WebServer, World } from '../engine/world'

/** Who takes part in a search: the fewer, the deeper it reaches. */
export const CASTS = ['one', 'two', 'single'] as const
export type CastName = (typeof CASTS)[number]

export interface Cast {
  readonly machines: readonly Machine[]
  readonly browsers: readonly Browser[]
}

/**
 * One client with its Web area, or two of them, or the single-user 4D with its Web area; and a browser outside. Chosen by
 * what they are, never by name; a world that has none of a kind goes without.
 */
export function castOf({ machines, browsers }: World, name: CastName): Cast {
  const kind = name === 'single' ? 'standalone' : 'client'
  const chosen = machines.filter((it) => it.kind === kind).slice(0, name === 'two' ? 2 : 1)
  const areas = chosen.flatMap((machine) => browsers.filter((it) => it.machine === machine.name).slice(0, 1))
  return { machines: chosen, browsers: [...areas, ...browsers.filter((it) => it.machine === null).slice(0, 1)] }
}

/** The host's web server that a browser asks: that of its own machine, else that of the 4D Server, else any. */
export function serverFor(
  { webServers, machines }: World,
  browser: Browser,
  { machines: there }: Cast,
): WebServer | undefined {
  const hosts = webServers.filter(({ component }) => component === null)
  const onKind = (kind: Machine['kind']) => hosts.find((it) => machines.get(it.machine)?.kind === kind)
  const own = hosts.find((it) => it.machine === browser.machine)
  const single = there.some(({ kind }) => kind === 'standalone') ? onKind('standalone') : undefined
  return own ?? single ?? onKind('server') ?? hosts[0]
}

/** Whose browser this is: the machine it stands on, or itself when it stands outside. */
export const ownerOf = ({ browsers }: World, name: string): string => browsers.get(name)?.machine ?? name
