/** Privileges by number, in order of declaration, and what each includes: names are looked up once, then never again. */
export interface Names {
  readonly names: readonly string[]
  readonly includes: readonly (readonly number[])[]
  /** By name as it was written, or in small letters. */
  readonly find: (name: string) => number | undefined
}

export function namesOf(
  declared: Iterable<{ readonly name: string; readonly includes: readonly string[] }>,
  more: Iterable<string> = [],
): Names {
  const names: string[] = []
  const ids = new Map<string, number>()
  const all = [...declared]
  for (const name of [...all.map((it) => it.name), ...more]) {
    if (!ids.has(name.toLowerCase())) ids.set(name.toLowerCase(), names.push(name) - 1)
    ids.set(name, ids.get(name.toLowerCase())!)
  }
  const find = (name: string): number | undefined => ids.get(name) ?? ids.get(name.toLowerCase())
  const includes: number[][] = names.map(() => [])
  for (const it of all) {
    const mine = includes[find(it.name)!]!
    for (const name of it.includes) {
      const id = find(name)
      if (id !== undefined) mine.push(id)
    }
  }
  return { names, includes, find }
}

export interface Reach {
  /** All that these bring, themselves included. */
  readonly from: (ids: Iterable<number>) => readonly number[]
  /** Did the last walk come to it? */
  readonly has: (id: number) => boolean
}

/** Walks along includes. A new marking for each walk: no set is filled and emptied. */
export function reachOf({ includes }: Names): Reach {
  const marks = new Int32Array(includes.length)
  let mark = 0
  return {
    from(ids) {
      mark++
      const found: number[] = []
      const come = (id: number): void => {
        if (marks[id] === mark) return
        marks[id] = mark
        found.push(id)
      }
      for (const id of ids) come(id)
      for (let i = 0; i < found.length; i++) for (const id of includes[found[i]!]!) come(id)
      return found
    },
    has: (id) => marks[id] === mark,
  }
}

/** Groups whose members reach one another (Tarjan), without recursion: a chain may be longer than calls can nest. */
export function cyclesOf({ includes }: Names): readonly (readonly number[])[] {
  const order = new Int32Array(includes.length)
  const lowest = new Int32Array(includes.length)
  const onStack = new Uint8Array(includes.length)
  const stack: number[] = []
  const cycles: number[][] = []
  let count = 0
  for (let start = 0; start < includes.length; start++) {
    if (order[start]) continue
    const open: { readonly id: number; next: number }[] = []
    const enter = (id: number): void => {
      order[id] = lowest[id] = ++count
      onStack[id] = 1
      stack.push(id)
      open.push({ id, next: 0 })
    }
    enter(start)
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const { id } = top
      const to = includes[id]![top.next++]
      if (to !== undefined) {
        if (!order[to]) enter(to)
        else if (onStack[to]) lowest[id] = Math.min(lowest[id]!, order[to]!)
        continue
      }
      open.pop()
      const above = open.at(-1)
      if (above) lowest[above.id] = Math.min(lowest[above.id]!, lowest[id]!)
      if (lowest[id] !== order[id]) continue
      const group = stack.splice(stack.lastIndexOf(id))
      for (const it of group) onStack[it] = 0
      if (group.length > 1 || includes[id]!.includes(id)) cycles.push(group.sort((a, b) => a - b))
    }
  }
  return cycles.sort((a, b) => a[0]! - b[0]!)
}
