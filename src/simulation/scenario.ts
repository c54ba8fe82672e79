import type { Command } from '../engine/command'
import { named } from '../engine/ids'
import type { Json } from '../engine/json'
import type { Method } from '../engine/method'
import { AS_RECOMMENDED } from '../engine/readings'
import { has, type Release } from '../engine/releases/releases'
import { newSession, serverMain } from '../engine/rules/machines'
import { Table } from '../engine/table'
import type {
  AttributeKind,
  Browser,
  Handler,
  Machine,
  MachineKind,
  SessionMode,
  Settings,
  WebServer,
  World,
} from '../engine/world'

/** What a file or a link carries: where a story begins, and what is wanted. Never results. */
export interface Scenario {
  readonly format: typeof FORMAT
  readonly title: string
  /** The sentence a reader should be able to answer at the end. */
  readonly question?: string
  readonly release: Release
  /** A description of the world, or the name of one that ships with the page. */
  readonly world: string | WorldSpec
  /** Laid over the settings of the world. */
  readonly settings?: SettingsSpec
  readonly steps: readonly Command[]
  /** How many steps are shown when it is opened; all of them when absent. */
  readonly at?: number
  readonly expect?: readonly Expectation[]
}

export const FORMAT = 'session-playground/1'

/** What must be true after so many steps. `look` is a path into the state that the terminal prints. */
export interface Expectation {
  readonly after: number
  readonly look: string
  readonly is?: Json
  readonly isNot?: Json
  readonly has?: Json
  /** The expectation in words, shown when it fails. */
  readonly says?: string
}

/** Settings as a file writes them: roles.json as its text or as the object it holds. */
export type SettingsSpec = Partial<Omit<Settings, 'roles'>> & { readonly roles?: Json }

export interface WorldSpec {
  readonly seed?: string
  readonly settings?: SettingsSpec
  readonly machines: readonly MachineSpec[]
  readonly webServers: readonly {
    readonly name: string
    readonly machine: string
    readonly component?: string
    readonly running?: boolean
  }[]
  readonly browsers: readonly { readonly name: string; readonly label?: string; readonly machine?: string }[]
  readonly methods?: readonly Method[]
  readonly dataclasses?: readonly DataclassSpec[]
}

export interface MachineSpec {
  readonly name: string
  readonly kind: MachineKind
  readonly label?: string
  readonly user?: string
  readonly systemUser?: string
  readonly address?: string
  readonly host?: 'mac' | 'windows'
  readonly sessions?: SessionMode
}

export interface DataclassSpec {
  readonly name: string
  readonly attributes?: readonly (string | { readonly name: string; readonly kind: AttributeKind })[]
  readonly functions?: readonly string[]
  readonly exposed?: boolean
  readonly hidden?: readonly string[]
}

const SETTINGS: Settings = {
  scalableSessions: true,
  applicationName: 'Office',
  licences: 5,
  sameSite: 'Strict',
  roles: null,
  handlers: [] as readonly Handler[],
  pages: [] as readonly string[],
  readings: AS_RECOMMENDED,
}

const rolesText = (roles: Json | undefined): string | null =>
  roles === undefined || roles === null ? null : typeof roles === 'string' ? roles : JSON.stringify(roles, null, 2)

const machineOf = (spec: MachineSpec, at: number): Machine => ({
  name: named(spec.name),
  kind: spec.kind,
  label: spec.label ?? spec.name,
  user: spec.user ?? (spec.kind === 'standalone' ? 'designer' : spec.kind === 'server' ? 'Administrator' : spec.name),
  systemUser: spec.systemUser ?? spec.name,
  address: spec.address ?? `10.0.0.${at + 1}`,
  host: spec.host ?? 'mac',
  running: spec.kind === 'server',
  times: spec.kind === 'server' ? 1 : 0,
  session: null,
  ...(spec.sessions === undefined ? {} : { sessions: spec.sessions }),
})

/** The world before the first step: the server runs, with its stored procedures session; nobody has connected. */
export function worldOf(spec: WorldSpec, release: Release): World {
  const { roles, ...settings } = spec.settings ?? {}
  const machines = spec.machines.map(machineOf)
  const blank: World = {
    release,
    now: 0,
    seed: spec.seed ?? 'playground',
    settings: { ...SETTINGS, ...settings, roles: rolesText(roles) },
    machines: Table.from(machines.map((it) => [it.name, it])),
    webServers: Table.from(spec.webServers.map((it) => [it.name, serverOf(it)])),
    browsers: Table.from(spec.browsers.map((it) => [it.name, browserOf(it)])),
    sessions: Table.empty(),
    processes: Table.empty(),
    tokens: Table.empty(),
    cookies: Table.empty(),
    licences: Table.empty(),
    legacy: Table.empty(),
    entitySets: Table.empty(),
    open: Table.empty(),
    pooled: Table.empty(),
    traces: Table.empty(),
    methods: Table.from((spec.methods ?? []).map((it) => [it.name, it])),
    dataclasses: Table.from(
      (spec.dataclasses ?? []).map(({ name, attributes = [], functions = [], exposed, hidden }) => [
        name,
        {
          name,
          functions,
          ...(exposed === undefined ? {} : { exposed }),
          ...(hidden === undefined ? {} : { hidden }),
          attributes: attributes.map((it) => (typeof it === 'string' ? { name: it, kind: 'storage' as const } : it)),
        },
      ]),
    ),
    counts: { web: 0, tokens: 0, processes: 0, entitySets: 0 },
    nextEnd: Infinity,
  }
  const server = machines.find(({ kind }) => kind === 'server')
  if (!server) return blank
  const stored = has(release, 'desktopServer')
    ? newSession(blank, 'stored-procedures', 'storedProcedure', server)
    : undefined
  const process = serverMain(server, stored?.name ?? null)
  return {
    ...blank,
    sessions: stored ? blank.sessions.set(stored.name, stored) : blank.sessions,
    machines: blank.machines.set(server.name, { ...server, session: stored?.name ?? null }),
    processes: blank.processes.set(process.name, process),
  }
}

const serverOf = (it: WorldSpec['webServers'][number]): WebServer => ({
  name: named(it.name),
  machine: named(it.machine),
  component: it.component ?? null,
  running: it.running ?? true,
})

const browserOf = (it: WorldSpec['browsers'][number]): Browser => ({
  name: named(it.name),
  label: it.label ?? it.name,
  machine: it.machine === undefined ? null : named(it.machine),
  page: null,
})

/** The start of a scenario. `presets` are the worlds that may be named; a name nobody knows gives undefined. */
export function startOf(
  { world, settings, release }: Scenario,
  presets: Readonly<Record<string, WorldSpec>>,
): World | undefined {
  const spec = typeof world === 'string' ? (Object.hasOwn(presets, world) ? presets[world] : undefined) : world
  return spec && worldOf({ ...spec, settings: { ...spec.settings, ...settings } }, release)
}
