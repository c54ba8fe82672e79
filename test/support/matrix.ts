import type { Command } from '../../src/engine/command'
import type { Json } from '../../src/engine/json'
import type { Call } from '../../src/engine/method'
import { RELEASES, type Release } from '../../src/engine/releases/releases'
import { acts, alone, connects, onClient, onServer, starts, stored } from './commands'
import { inWorld, type Scene, type Told } from './told'

/** The five kinds of session object of the manual: how to come to one, and how to use it. */
export const ACTORS = {
  web: { before: [], uses: (...all: readonly Call[]) => [acts(...all)] },
  remote: {
    before: [connects()],
    uses: (...all: readonly Call[]) => all.map((it) => onServer(it.call, ...(it.with ?? []))),
  },
  client: {
    before: [connects()],
    uses: (...all: readonly Call[]) => all.map((it) => onClient(it.call, ...(it.with ?? []))),
  },
  stored: { before: [], uses: (...all: readonly Call[]) => all.map((it) => stored(it.call, ...(it.with ?? []))) },
  standalone: {
    before: [starts()],
    uses: (...all: readonly Call[]) => all.map((it) => alone(it.call, ...(it.with ?? []))),
  },
} as const satisfies Record<
  string,
  { before: readonly Command[]; uses: (...all: readonly Call[]) => readonly Command[] }
>

export type Actor = keyof typeof ACTORS

/** The calls one after the other on one kind of session object; a client's set-up is done on the server side. */
export function asked(actor: Actor, scene: Scene, calls: readonly Call[], first: readonly Call[] = []): Told {
  const { before, uses } = ACTORS[actor]
  // In a web session everything happens in one request, so that a promotion lasts.
  if (actor === 'web') return inWorld(scene).after(...uses(...first, ...calls))
  const set = actor === 'client' ? ACTORS.remote.uses(...first) : uses(...first)
  return inWorld(scene).after(...before, ...set, ...uses(...calls))
}

/** One sign for what a call gave back. */
export function signOf({ answers }: Told): string {
  const answer = answers.at(-1)
  if (!answer) return '?'
  if (answer.error === 'onNull') return '0'
  if (answer.error === 'forbiddenOnClient') return '!'
  if (answer.error === 'notInRelease') return '-'
  if (answer.error !== undefined) return answer.error
  return signOfValue(answer.value)
}

function signOfValue(value: Json | undefined): string {
  if (value === undefined) return 'U'
  if (value === true) return 'T'
  if (value === false) return 'F'
  if (value === '') return 'E'
  if (value === 0) return 'Z'
  if (typeof value === 'number') return 'N'
  if (typeof value === 'string') return /^[0-9A-F]{32}$/.test(value) ? 'K' : 'X'
  if (Array.isArray(value)) return value.join() === 'WebAdmin' ? 'A' : value.length === 0 ? 'L' : 'G'
  return 'O'
}

/** The releases from this one on; those before it. */
export const from = (release: Release): readonly Release[] => RELEASES.slice(RELEASES.indexOf(release))
export const before = (release: Release): readonly Release[] => RELEASES.slice(0, RELEASES.indexOf(release))
/** For every release, one value before this one and another from it on. */
export const changing = <T>(release: Release, first: T, then: T): readonly T[] => [
  ...before(release).map(() => first),
  ...from(release).map(() => then),
]

/** How many releases a column of a row stands for: all before 20 R5, then 20 R5 with its pre-release text, then one each. */
const COLUMNS: readonly (readonly Release[])[] = [
  ['18R6', '19', '19R8', '20', '20R2', '20R3', '20R4'],
  ['20R5', '20R5-pre'],
  ...RELEASES.slice(RELEASES.indexOf('20R6')).map((release) => [release]),
]
/** Where a column is divided: "T/F" is T up to 19 and F from 19 R8 on, or T in 20 R5 and F in its pre-release text. */
const SECOND: readonly Release[] = ['19R8', '20', '20R2', '20R3', '20R4', '20R5-pre']

/** A row such as "0 T/F T …" as one sign per release. */
export function signsOf(row: string): readonly { readonly release: Release; readonly sign: string }[] {
  const signs = row.split(' ').filter(Boolean)
  if (signs.length !== COLUMNS.length) throw new Error(`${row}: ${signs.length} signs`)
  return COLUMNS.flatMap((releases, i) =>
    releases.map((release) => {
      const [first = '', second = first] = signs[i]!.split('/')
      return { release, sign: SECOND.includes(release) ? second : first }
    }),
  )
}

/** Such rows opened into cells. */
export const cellsOf = (rows: Readonly<Record<Actor, string>>) =>
  // The keys of a record of all actors.
  Object.entries(rows).flatMap(([actor, row]) => signsOf(row).map((it) => ({ actor: actor as Actor, ...it })))
