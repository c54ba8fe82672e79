import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/engine/json'
import { FORMAT } from '../../src/simulation/scenario'
import { play } from '../../src/terminal/play'
import data from './privileges.json'

/**
 * The rows of section 7 of the privileges reference, each told as a story: somebody logs in if the row says so, then
 * tries the access the way its caller would. The one row before 20 R5 (TV-60) is left out: no such release here.
 */
interface Row {
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

const ROWS: readonly Row[] = data.vectors
const FIXTURES: Readonly<Record<string, Json>> = data.fixtures

const WORLD = {
  machines: [
    { name: 'server', kind: 'server' },
    { name: 'desk', kind: 'client' },
  ],
  webServers: [{ name: 'web', machine: 'server' }],
  browsers: [{ name: 'visitor' }, { name: 'desk-area', machine: 'desk' }],
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

interface Told {
  readonly tone: string
  readonly answers: readonly { readonly value?: Json; readonly error?: string }[]
  readonly reply: { readonly status: number } | null
  readonly verdicts: readonly { readonly decision: string; readonly tone: string; readonly rules: readonly string[] }[]
}

function lastStep(row: Row): Told {
  const scenario = {
    format: FORMAT,
    title: row.id,
    release: row.release,
    world: WORLD,
    settings: {
      roles: row.file === null ? null : FIXTURES[row.file],
      handlers: [{ pattern: '/handle', method: 'handle' }],
    },
    steps: stepsOf(row),
  }
  const played = play(JSON.stringify(scenario))
  if ('problem' in played) throw new Error(JSON.stringify(played.problem))
  return played.report.steps.at(-1) as unknown as Told // as the report writes a step
}

describe('the access rows of the privileges reference', () => {
  it('are all here but the one before 20 R5', () => {
    expect(ROWS).toHaveLength(43)
    expect(ROWS.map(({ id }) => id)).not.toContain('TV-60')
  })

  it.each(ROWS)('$id: $file, $release, $resource.applyTo $action is $expected', (row) => {
    const { answers, reply } = lastStep(row)
    const answer = answers.at(-1)
    // An attribute that may not be read is left out: no value and no error (PRIV-083).
    const refused = answer?.error === 'privilege' || answer?.value === null || reply?.status === 401
    const granted = answer ? answer.value === true : reply?.status === 200
    expect({ refused, granted }).toEqual({ refused: row.expected === 'denied', granted: row.expected === 'allowed' })
  })

  it.each(ROWS)('$id rests on $rule', (row) => {
    const { tone, verdicts } = lastStep(row)
    const deciding = verdicts.filter((it) => it.tone === tone || it.decision === 'passGate')
    expect(deciding.flatMap(({ rules }) => rules)).toContain(row.rule)
  })
})
