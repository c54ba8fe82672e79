/** How many comparisons a file may cost: one full of unknown names is told so, but not corrected to its end. */
const BUDGET = 300_000

/** Finds what somebody has probably meant: the same name in other case, else one that is a few letters away. */
export function nearest(known: Iterable<string>): (name: string) => string | undefined {
  const names = [...new Set(known)]
  const byLow = new Map(names.map((it) => [it.toLowerCase(), it]))
  const found = new Map<string, string | undefined>()
  let left = BUDGET

  const search = (name: string): string | undefined => {
    const low = name.toLowerCase()
    const same = byLow.get(low.trim())
    if (same !== undefined || low.length > 100) return same
    let best: string | undefined
    // A third of the letters may differ, three at most: "sel" is not "seller", nor "a" "b".
    let least = Math.min(3, Math.floor(low.length / 3)) + 1
    for (const it of names) {
      if (Math.abs(it.length - low.length) >= least) continue
      if (left-- <= 0) return best
      const away = distance(low, it.toLowerCase(), least)
      if (away < least) [best, least] = [it, away]
    }
    return best
  }
  return (name) => {
    if (!found.has(name)) found.set(name, search(name))
    return found.get(name)
  }
}

/** Letters to add, drop, change or swap; `most` when there are at least so many. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? most) + 1 : most
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1, swap))
    }
    if (Math.min(...next) >= most) return most
    before = row
    row = next
  }
  return row.at(-1)!
}
