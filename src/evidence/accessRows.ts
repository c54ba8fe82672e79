import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import { readRelease, type Release } from '../engine/releases/releases'
import type { WorldSpec } from '../simulation/scenario'
import type { Tale } from './tale'
import data from './vectors/privileges.json'

/**
 * The rows of section 7 of the privileges reference, each told as a story: somebody logs in if the row says so, then
 * tries the access the way its caller would. The one row before 20 R5 (TV-60) is left out: no such release here.
 */
export interface Row {
  readonly id: string
  readonly file: string | null
  readonly release: string
  readonly caller: string
  readonly setPrivileges: Json
  readonly loggedIn: boolean
  readonly callStack: readonly { readonly applyTo: string }[]
  readonly resource: { readonly type: string; readonly applyTo: string }
  readonly action: string
  readonly expected: string
  readonly rule: string
  readonly why: string
}

export const ROWS: readonly Row[] = data.vectors
const FIXTURES: Readonly<Record<string, Json>> = data.fixtures

const WORLD: WorldSpec = {
  machines: [
    { name: 'server', kind: 'server', label: '4D Server' },
    { name: 'desk', kind: 'client', label: 'Desk' },
  ],
  webServers: [{ name: 'web', machine: 'server' }],
  browsers: [
    { name: 'visitor', label: "Visitor's browser" },
    { name: 'desk-area', label: 'Web area', machine: 'desk' },
  ],
}

const request = (url: string, more: object = {}) => ({ type: 'sendRequest', from: 'visitor', to: 'web', url, ...more })
const post = (url: string, more: object = {}) => request(url, { method: 'POST', ...more })

const URLS: Readonly<Record<string, (name: string) => object>> = {
  'dataclass read': (name) => request(`/rest/${name}`),
  'dataclass create': (name) => post(`/rest/${name}?$method=update`),
  'dataclass update': (name) => post(`/rest/${name}(1)?$method=update`),
  'dataclass drop': (name) => post(`/rest/${name}(1)?$method=delete`),
  'method execute': (name) => post(`/rest/${name.replace(/^ds\./, '$catalog.').replace('.', '/')}`),
  'singletonMethod execute': (name) => post(`/rest/$singleton/${name.replace('.', '/')}`),
}

function stepsOf({ caller, callStack, resource, action, setPrivileges, loggedIn }: Row): readonly object[] {
  const access = { call: 'access', with: [action, resource] }
  const desk = { type: 'runCall', machine: 'desk', in: 'executeOnServerMethod' }
  if (caller === 'desktop')
    return [
      { type: 'connectClient', machine: 'desk' },
      { ...desk, ...access },
    ]
  if (caller === 'webOTP')
    return [
      { type: 'connectClient', machine: 'desk' },
      { ...desk, call: 'createOTP' },
      request('/4DACTION/act', { token: 'otp-1', code: [access] }),
    ]
  const login = { call: 'setPrivileges', with: [setPrivileges ?? ''] }
  const before = setPrivileges !== null || loggedIn ? [request('/4DACTION/login', { code: [login] })] : []
  const inside = callStack[0] && URLS['method execute']!(callStack[0].applyTo)
  const direct = URLS[`${resource.type} ${action}`]?.(resource.applyTo)
  const own = { '4DACTION': '/4DACTION/act', httpHandler: '/handle' }[caller]
  if (inside) return [...before, { ...inside, code: [access] }]
  if (own) return [...before, request(own, { code: [access] })]
  // What no address asks for, code does.
  return [...before, direct ?? request('/4DACTION/act', { code: [access] })]
}

/** One row as a tale of its own release. */
export const taleOf = (row: Row): Tale => ({
  id: `access-${row.id}`,
  title: { said: row.why.charAt(0).toUpperCase() + row.why.slice(1) },
  names: [row.rule],
  release: readRelease(row.release) as Release, // a test plays every row in its release
  spec: WORLD,
  settings: {
    roles: (row.file === null ? null : FIXTURES[row.file]) ?? null,
    handlers: [{ pattern: '/handle', method: 'handle' }],
  },
  // Plain words become names, as they do where a file is read.
  commands: stepsOf(row) as readonly Command[],
})
