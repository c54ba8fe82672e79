/** Minutes since midnight of the day that is planned. */
export type Minute = number

/**
 * Who comes. `remote`: a 4D remote alone. `shared`: with a Qodly page in a Web area that carries a token. `separate`: the
 * same page without one. Outside browsers: `rest` logs in and reads data, `guest` never logs in, `action` asks for
 * /4DACTION pages only.
 */
export const KINDS = ['remote', 'shared', 'separate', 'rest', 'guest', 'action'] as const
export type Kind = (typeof KINDS)[number]

/** How somebody ends it: closes the window, calls clearPrivileges() before that, or logs out of the Qodly page. */
export const ENDS = ['closes', 'clears', 'logsOut'] as const
export type End = (typeof ENDS)[number]

/** Some people who do the same. */
export interface Row {
  readonly kind: Kind
  readonly count: number
  /** They come between these two; all at once when they are equal. */
  readonly from: Minute
  readonly to: Minute
  /** Minutes each of them stays. */
  readonly stay: number
  /** Minutes from one request to the next, on average. */
  readonly every: number
  readonly end: End
}

/** A day as it is described: what an address carries. */
export interface Day {
  /** 4D Client licences of the server. */
  readonly licences: number
  readonly forceLogin: boolean
  /** Minutes the code asks for as idle timeout of each web session. */
  readonly idle: number
  /** Draws arrivals and pauses: the same number draws the same day. */
  readonly seed: number
  readonly rows: readonly Row[]
}

export const BOUNDS = {
  licences: [0, 5000],
  idle: [1, 720],
  seed: [1, 9999],
  count: [1, 2000],
  time: [0, 1439],
  stay: [1, 960],
  every: [1, 480],
} as const satisfies Record<string, readonly [number, number]>

export const MOST_ROWS = 8
export const MOST_PEOPLE = 2000
/** About so many requests are told in a few seconds. */
export const MOST_REQUESTS = 60_000

export const isRemote = (kind: Kind): boolean => kind === 'remote' || kind === 'shared' || kind === 'separate'
/** Does somebody of this kind send web requests at all? */
export const isWeb = (kind: Kind): boolean => kind !== 'remote'
/** Is there a web session of one's own to end? */
export const endsItself = (kind: Kind): boolean => kind === 'separate' || kind === 'rest'

export const peopleIn = ({ rows }: Day): number => rows.reduce((sum, { count }) => sum + count, 0)

export const requestsIn = ({ rows }: Day): number =>
  rows.reduce((sum, it) => sum + (isWeb(it.kind) ? it.count * (it.stay / it.every + 3) : 0), 0)

export type Problem = 'unreadable' | 'nobody' | 'tooManyPeople' | 'tooManyRequests'

/** Is it a day that can be told in a moment? */
export function problemOf(day: Day): Problem | null {
  if (day.rows.length === 0) return 'nobody'
  if (peopleIn(day) > MOST_PEOPLE) return 'tooManyPeople'
  return requestsIn(day) > MOST_REQUESTS ? 'tooManyRequests' : null
}

/** What one can turn to see what it changes. */
export const SWITCHES = ['token', 'forceLogin', 'logOut', 'idle'] as const
export type Switch = (typeof SWITCHES)[number]

/** The least idle timeout is the default: asking for less is no use, which the engine knows and not this. */
const SHORT = 60

const turned: Readonly<Record<Switch, (day: Day) => Day>> = {
  token: ({ rows, ...day }) => {
    const on = rows.some(({ kind }) => kind === 'separate')
    const kinds = on ? (['separate', 'shared'] as const) : (['shared', 'separate'] as const)
    return { ...day, rows: rows.map((it) => (it.kind === kinds[0] ? { ...it, kind: kinds[1] } : it)) }
  },
  forceLogin: (day) => ({ ...day, forceLogin: !day.forceLogin }),
  logOut: ({ rows, ...day }) => {
    const logs = rows.some((it) => endsItself(it.kind) && it.end !== 'logsOut')
    return { ...day, rows: rows.map((it) => (endsItself(it.kind) ? { ...it, end: logs ? 'logsOut' : 'closes' } : it)) }
  },
  idle: (day) => ({ ...day, idle: day.idle === SHORT ? 2 * SHORT : SHORT }),
}

/** The same day with one switch turned over. */
export const turn = (day: Day, by: Switch): Day => turned[by](day)

/** Is there anybody in this day whom the switch concerns? */
export function concerns(day: Day, by: Switch): boolean {
  const has = (test: (kind: Kind) => boolean): boolean => day.rows.some(({ kind }) => test(kind))
  switch (by) {
    case 'token':
      return has((it) => it === 'shared' || it === 'separate')
    case 'logOut':
      return has(endsItself)
    case 'forceLogin':
    case 'idle':
      return has((it) => it !== 'remote')
  }
}

/** The switches as they would have to stand to save licences. */
export function savers(day: Day): readonly Switch[] {
  const wanted: Readonly<Record<Switch, boolean>> = {
    token: day.rows.some(({ kind }) => kind === 'separate'),
    forceLogin: !day.forceLogin,
    logOut: day.rows.some((it) => endsItself(it.kind) && it.end !== 'logsOut'),
    idle: day.idle > SHORT,
  }
  return SWITCHES.filter((it) => wanted[it] && concerns(day, it))
}
