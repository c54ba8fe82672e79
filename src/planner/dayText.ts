import { BOUNDS, ENDS, KINDS, MOST_ROWS, problemOf, type Day, type Problem, type Row } from './day'

/** A day as the pairs of an address: short, and safe to read whoever wrote it. */

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`

const rowText = ({ kind, count, from, to, stay, every, end }: Row): string =>
  [kind, count, clock(from), clock(to), stay, every, end].join('.')

export const writeDay = ({ licences, forceLogin, idle, seed, rows }: Day): Readonly<Record<string, string>> => ({
  licences: String(licences),
  force: forceLogin ? 'on' : 'off',
  idle: String(idle),
  seed: String(seed),
  day: rows.map(rowText).join('~'),
})

const within = (text: string | undefined, [least, most]: readonly [number, number]): number | undefined => {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined
  const number = Number(text)
  return number >= least && number <= most ? number : undefined
}

/** "0830" → 510. */
function minuteOf(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}$/.test(text)) return undefined
  const [hours, minutes] = [Number(text.slice(0, 2)), Number(text.slice(2))]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined
}

function readRow(text: string): Row | undefined {
  const [kindText, countText, fromText, toText, stayText, everyText, endText, ...more] = text.split('.')
  const kind = KINDS.find((it) => it === kindText)
  const end = ENDS.find((it) => it === endText)
  const [count, stay, every] = [
    within(countText, BOUNDS.count),
    within(stayText, BOUNDS.stay),
    within(everyText, BOUNDS.every),
  ]
  const [from, to] = [minuteOf(fromText), minuteOf(toText)]
  if (!kind || !end || count === undefined || stay === undefined || every === undefined) return undefined
  if (from === undefined || to === undefined || to < from || more.length > 0) return undefined
  return { kind, count, from, to, stay, every, end }
}

/** Reads what writeDay wrote; anything else is a problem, never a guess. */
export function readDay(
  pairs: Readonly<Record<string, string>>,
): { readonly day: Day } | { readonly problem: Problem } {
  const get = (key: string): string | undefined => (Object.hasOwn(pairs, key) ? pairs[key] : undefined)
  const [licences, idle, seed] = [
    within(get('licences'), BOUNDS.licences),
    within(get('idle'), BOUNDS.idle),
    within(get('seed'), BOUNDS.seed),
  ]
  const force = get('force')
  const texts = get('day')?.split('~') ?? []
  const rows = texts.slice(0, MOST_ROWS).flatMap((it) => readRow(it) ?? [])
  const whole = rows.length === texts.length && (force === 'on' || force === 'off')
  if (!whole || licences === undefined || idle === undefined || seed === undefined) return { problem: 'unreadable' }
  const day: Day = { licences, forceLogin: force === 'on', idle, seed, rows }
  const problem = problemOf(day)
  return problem ? { problem } : { day }
}

/** "09:05"; after midnight "00:05 +1". */
export const timeOf = (minute: number): string => {
  const text = clock(minute % 1440)
  return `${text.slice(0, 2)}:${text.slice(2)}${minute >= 1440 ? ' +1' : ''}`
}
