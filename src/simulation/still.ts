import { Table } from '../engine/table'

/**
 * A value of the engine as JSON: tables stay tables, and what was one object stays one, since the picture tells what
 * changed by asking whether it is still the same. For values of our own making: nothing is checked.
 */
export type Still = readonly unknown[]

/** Points to another part of the still. */
interface Part {
  readonly $: number
}

const INFINITE: Part = { $: -1 }

export function stillOf(value: unknown): Still {
  const parts: unknown[] = []
  const known = new Map<object, Part>()
  const write = (it: unknown): unknown => {
    if (it === Infinity) return INFINITE
    if (typeof it !== 'object' || it === null) return it
    const before = known.get(it)
    if (before) return before
    const part: Part = { $: parts.push(null) - 1 }
    known.set(it, part)
    parts[part.$] =
      it instanceof Table
        ? { table: it.entries().map(([key, one]) => [key, write(one)]) }
        : Array.isArray(it)
          ? it.map(write)
          : { of: Object.entries(it).flatMap(([key, one]) => (one === undefined ? [] : [[key, write(one)]])) }
    return part
  }
  write(value)
  return parts
}

export function fromStill<T>(still: Still): T {
  const made: unknown[] = []
  const read = (it: unknown): unknown => {
    if (typeof it !== 'object' || it === null) return it
    const { $: at } = it as Part // everything that is no plain value was written as a part
    if (at < 0) return Infinity
    made[at] ??= make(still[at])
    return made[at]
  }
  const pairs = (all: readonly (readonly [string, unknown])[]) => all.map(([key, one]) => [key, read(one)] as const)
  const make = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(read)
    // Written by stillOf: a table, or a record.
    const it = part as { readonly table?: [string, unknown][]; readonly of: [string, unknown][] }
    return it.table ? Table.from(pairs(it.table)) : Object.fromEntries(pairs(it.of))
  }
  return read({ $: 0 }) as T
}
