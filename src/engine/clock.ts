/** Whole seconds since the story began, or a span of them. */
export type Seconds = number

/** The instant every story begins: a working Monday, 8 o'clock UTC. */
const BEGINNING = { day: 20_458, second: 8 * 3600 }

const two = (n: number): string => String(n).padStart(2, '0')

/** ISO 8601 UTC text of a moment of the story. Reckoned here: the pure rooms own no calendar of the machine they run on. */
export function isoOf(now: Seconds): string {
  const total = BEGINNING.day * 86_400 + BEGINNING.second + now
  const day = Math.floor(total / 86_400)
  const second = total - day * 86_400
  // Days to civil date, Gregorian, eras of 400 years beginning on the first of March.
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const date = doy - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(date)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}Z`
}

/** "1:05:09", "4:07": how the clock is shown. */
export function clockOf(now: Seconds): string {
  const hours = Math.floor(now / 3600)
  const minutes = Math.floor(now / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(now % 60)}` : `${minutes}:${two(now % 60)}`
}
