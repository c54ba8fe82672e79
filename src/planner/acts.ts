import type { Command } from '../engine/command'
import { CONTEXTS, contextExists } from '../engine/contexts'
import type { Release } from '../engine/releases/releases'
import type { Statement } from '../engine/method'
import { office, rolesOfOffice } from '../gallery/office'
import type { WorldSpec } from '../simulation/scenario'
import { endsItself, isRemote, type Day, type Minute, type Row } from './day'
import { lots } from './lots'

/** One thing somebody of a row wants at some minute. */
export interface Act {
  readonly at: Minute
  readonly row: number
  /** Counted over the whole day. */
  readonly person: number
  /** The machine or browser that acts: what is turned away does not act again. */
  readonly actor: string
  readonly command: Command
  /** Somebody who is asked to log in again does so, and then repeats the request. */
  readonly login?: Command
}

// Plain words become names here, as they do where a file is read.
const command = (it: object): Command => it as Command

export const WEB = 'web'
const numbered = (word: string, person: number): string => `${word}-${String(person + 1).padStart(4, '0')}`
export const machineOf = (person: number): string => numbered('client', person)
const browserOf = ({ kind }: Row, person: number): string => numbered(isRemote(kind) ? 'area' : 'browser', person)

/** What a person calls the machines and browsers. */
export interface Naming {
  client(number: number): string
  area: string
  browser(number: number): string
}

const UNNAMED: Naming = {
  client: (it) => machineOf(it - 1),
  area: 'Web area',
  browser: (it) => numbered('browser', it - 1),
}

/** Everybody of the day, in order: the row of each person. */
export const people = ({ rows }: Day): readonly number[] =>
  rows.flatMap(({ count }, row) => Array<number>(count).fill(row))

const DEFAULT_IDLE = 60

/** Asks for another idle timeout, when the day wants one. */
const idleCode = ({ idle }: Day): readonly Statement[] =>
  idle === DEFAULT_IDLE ? [] : [{ call: 'setIdleTimeout', with: [idle] }]

const loginCode = (day: Day): readonly Statement[] => [
  { call: 'setPrivileges', with: [{ roles: 'Clerk' }] },
  ...idleCode(day),
]

/** The office's server, and a machine or a browser for everybody of this day. */
export function worldFor(day: Day, naming: Naming = UNNAMED): WorldSpec {
  const rows = people(day)
  const each = <T>(make: (row: Row, person: number) => readonly T[]): readonly T[] =>
    rows.flatMap((row, person) => make(day.rows[row]!, person))
  const roles = { ...rolesOfOffice, forceLogin: day.forceLogin }
  return {
    seed: 'licences',
    settings: { ...office.settings, licences: day.licences, roles, handlers: [] },
    machines: [
      ...office.machines.filter(({ kind }) => kind === 'server'),
      ...each(({ kind }, person) =>
        isRemote(kind)
          ? [
              {
                name: machineOf(person),
                kind: 'client' as const,
                label: naming.client(person + 1),
                user: naming.client(person + 1),
                address: `10.${1 + Math.floor(person / 62_500)}.${Math.floor(person / 250) % 250}.${(person % 250) + 1}`,
              },
            ]
          : [],
      ),
    ],
    webServers: [{ name: WEB, machine: 'server' }],
    browsers: each((row, person) => {
      if (row.kind === 'remote') return []
      const name = browserOf(row, person)
      return [
        isRemote(row.kind)
          ? { name, label: naming.area, machine: machineOf(person) }
          : { name, label: naming.browser(person + 1) },
      ]
    }),
    methods: [
      { name: 'authentify', code: loginCode(day) },
      { name: 'onRestAuthentication', code: loginCode(day) },
      { name: 'action_Session', code: idleCode(day) },
    ],
    dataclasses: office.dataclasses ?? [],
  }
}

const PAGE = '/$lib/renderer/?w=People'
/** Half as long, up to half as long again: a person is no clock. */
const pause = (every: number, draw: (below: number) => number): number =>
  Math.max(1, Math.floor(every / 2) + draw(every + 1))

/** The minutes at which somebody asks again, until leaving. */
function pauses(from: Minute, until: Minute, every: number, draw: (below: number) => number): readonly Minute[] {
  const at: Minute[] = []
  for (let next = from + pause(every, draw); next < until; next += pause(every, draw)) at.push(next)
  return at
}

/** All that everybody wants that day, in order of time; who leaves goes before who comes. */
export function actsOf(day: Day, release: Release): readonly Act[] {
  const draw = lots(day.seed)
  const logsInBy = contextExists(CONTEXTS.authentify, release) ? '/rest/$catalog/authentify' : '/rest/$directory/login'
  const acts = people(day).flatMap((row, person) => actsOfOne(day, row, person, logsInBy, draw))
  const leaves = ({ command: { type } }: Act): number => (type === 'disconnectClient' || type === 'logOut' ? 0 : 1)
  return acts.toSorted((a, b) => a.at - b.at || leaves(a) - leaves(b))
}

function actsOfOne(
  day: Day,
  row: number,
  person: number,
  logsInBy: string,
  draw: (below: number) => number,
): readonly Act[] {
  const it = day.rows[row]!
  const { kind, from, to, stay, every, end } = it
  const came = from + draw(to - from + 1)
  const left = came + stay
  const machine = machineOf(person)
  const browser = browserOf(it, person)
  const does = (at: Minute, actor: string, what: object, login?: Command): Act => ({
    at,
    row,
    person,
    actor,
    command: command(what),
    ...(login ? { login } : {}),
  })
  const asks = (at: Minute, url: string, more: object = {}, login?: Command): Act =>
    does(at, browser, { type: 'sendRequest', from: browser, to: WEB, url, ...more }, login)
  const opens = (call: string, more: object): Act =>
    does(came, machine, { type: 'runCall', machine, in: 'onServerOpenConnection', call, ...more })
  const login = command({ type: 'sendRequest', from: browser, to: WEB, method: 'POST', url: logsInBy })

  const token = `token-${String(person + 1).padStart(4, '0')}`
  const comes = isRemote(kind) ? [does(came, machine, { type: 'connectClient', machine })] : []
  const shares =
    kind === 'shared' ? [opens('setPrivileges', { with: [{ roles: 'Clerk' }] }), opens('createOTP', { as: token })] : []
  const leaves = isRemote(kind) ? [does(left, machine, { type: 'disconnectClient', machine })] : []
  const ends =
    !endsItself(kind) || end === 'closes'
      ? []
      : end === 'logsOut'
        ? [does(left, browser, { type: 'logOut', from: browser, to: WEB })]
        : [asks(left - 1, '/4DACTION/leave', { code: [{ call: 'clearPrivileges' }] })]
  const idle = idleCode(day)
  const page = kind === 'shared' ? { token } : kind === 'guest' && idle.length > 0 ? { code: idle } : {}
  const visits =
    kind === 'remote'
      ? []
      : [
          asks(came, kind === 'action' ? '/4DACTION/action_Session' : PAGE, page),
          ...(endsItself(kind) ? [does(came, browser, login)] : []),
          ...(kind === 'shared' ? [asks(came, '/rest/People', {}, login)] : []),
          ...pauses(came, end === 'clears' ? left - 1 : left, every, draw).map((at) =>
            kind === 'action'
              ? asks(at, '/4DACTION/action_Session')
              : kind === 'guest'
                ? asks(at, '/rest/$catalog')
                : asks(at, '/rest/People', {}, login),
          ),
        ]
  return [...comes, ...shares, ...visits, ...ends, ...leaves]
}
