/** One line of the table: what was measured, ours beside a baseline of the same run, and the bar it is held to. */
export interface Row {
  readonly what: string
  readonly ours: string
  /** Name and number of what we compare with. */
  readonly baseline?: string
  readonly ratio?: string
  readonly bar?: string
  /** Undefined when there is no bar: the number is for reading only. */
  readonly holds?: boolean
}

export const at = (part: number, numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(part * numbers.length))] ?? NaN

export const median = (numbers: readonly number[]): number => at(0.5, numbers)

/** Milliseconds that it took. */
export function time(what: () => unknown): number {
  const start = performance.now()
  what()
  return performance.now() - start
}

/** How many a second, the median of so many rounds after one to warm up. `round` does `count` of them. */
export function rate(rounds: number, count: number, round: (number: number) => unknown): number {
  const times = Array.from({ length: rounds + 1 }, (_, i) => time(() => round(i)))
  return (1000 * count) / median(times.slice(1))
}

export const short = (n: number): string =>
  n >= 1e6
    ? `${(n / 1e6).toFixed(2)} M`
    : n >= 1e4
      ? `${Math.round(n / 1e3)} k`
      : n >= 100
        ? n.toFixed(0)
        : n.toFixed(1)

export const times = (n: number): string => `${n >= 100 ? Math.round(n) : n.toFixed(1)} ×`

export function print(rows: readonly Row[]): void {
  const cells = rows.map(({ what, ours, baseline = '', ratio = '', bar = '', holds }) => [
    what,
    ours,
    baseline,
    ratio,
    bar,
    holds === undefined ? '' : holds ? 'holds' : 'MISSED',
  ])
  const table = [['what', 'ours', 'baseline', 'ratio', 'bar', ''], ...cells]
  const widths = table[0]!.map((_, i) => Math.max(...table.map((row) => row[i]!.length)))
  for (const row of table)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
}
