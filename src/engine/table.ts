/**
 * The one collection of the world: values by word, in the order in which the words first came.
 *
 * A change returns a new table and leaves the old one as it was, sharing all but the path to the changed value
 * (a hash trie of 32 branches), so that every past world can be kept. Only this file knows how it is stored.
 */

interface Entry<V> {
  readonly key: string
  readonly value: V
  readonly order: number
}
interface Branch<V> {
  readonly bits: number
  readonly items: readonly Slot<V>[]
}
/** A leaf is a list because two words may share a hash; nearly always it holds one entry. */
type Slot<V> = Branch<V> | readonly Entry<V>[]

const isBranch = <V>(slot: Slot<V>): slot is Branch<V> => 'bits' in slot

function hash(word: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < word.length; i++) sum = Math.imul(sum ^ word.charCodeAt(i), 0x01000193)
  return (sum ^ (sum >>> 15)) >>> 0
}

function count(bits: number): number {
  bits -= (bits >>> 1) & 0x55555555
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

const bitOf = (code: number, depth: number): number => 1 << ((code >>> (depth * 5)) & 31)
const placeOf = (bits: number, bit: number): number => count(bits & (bit - 1))

function find<V>(root: Branch<V>, key: string): Entry<V> | undefined {
  const code = hash(key)
  let branch = root
  for (let depth = 0; ; depth++) {
    const bit = bitOf(code, depth)
    if (!(branch.bits & bit)) return undefined
    const slot = branch.items[placeOf(branch.bits, bit)]!
    if (!isBranch(slot))
      return slot.length === 1 ? (slot[0]!.key === key ? slot[0] : undefined) : slot.find((it) => it.key === key)
    branch = slot
  }
}

function put<V>(branch: Branch<V>, code: number, depth: number, entry: Entry<V>): Branch<V> {
  const bit = bitOf(code, depth)
  const place = placeOf(branch.bits, bit)
  const items = branch.items.slice()
  if (!(branch.bits & bit)) {
    items.splice(place, 0, [entry])
    return { bits: branch.bits | bit, items }
  }
  items[place] = within(items[place]!, code, depth + 1, entry)
  return { bits: branch.bits, items }
}

function within<V>(slot: Slot<V>, code: number, depth: number, entry: Entry<V>): Slot<V> {
  if (isBranch(slot)) return put(slot, code, depth, entry)
  const same = slot.findIndex((it) => it.key === entry.key)
  if (same >= 0) return slot.map((it, i) => (i === same ? entry : it))
  if (depth > 6) return [...slot, entry]
  return slot.reduce<Branch<V>>(
    (branch, it) => put(branch, hash(it.key), depth, it),
    put(EMPTY as Branch<V>, code, depth, entry),
  )
}

function drop<V>(branch: Branch<V>, code: number, depth: number, key: string): Branch<V> {
  const bit = bitOf(code, depth)
  if (!(branch.bits & bit)) return branch
  const place = placeOf(branch.bits, bit)
  const slot = branch.items[place]!
  const left = isBranch(slot) ? drop(slot, code, depth + 1, key) : slot.filter((it) => it.key !== key)
  const items = branch.items.slice()
  if (isBranch(left) ? left.items.length > 0 : left.length > 0) {
    items[place] = left
    return { bits: branch.bits, items }
  }
  items.splice(place, 1)
  return { bits: branch.bits & ~bit, items }
}

function collect<V>(branch: Branch<V>, into: Entry<V>[]): Entry<V>[] {
  for (const slot of branch.items) {
    if (isBranch(slot)) collect(slot, into)
    else into.push(...slot)
  }
  return into
}

const EMPTY: Branch<never> = { bits: 0, items: [] }

export class Table<V> {
  readonly size: number
  readonly #root: Branch<V>
  readonly #next: number
  #ordered: readonly Entry<V>[] | undefined

  private constructor(root: Branch<V>, size: number, next: number) {
    this.#root = root
    this.size = size
    this.#next = next
  }

  static readonly #none = new Table<never>(EMPTY, 0, 0)
  static empty<V>(): Table<V> {
    return Table.#none
  }
  static from<V>(entries: Iterable<readonly [string, V]>): Table<V> {
    let table = Table.empty<V>()
    for (const [key, value] of entries) table = table.set(key, value)
    return table
  }

  get(key: string): V | undefined {
    return find(this.#root, key)?.value
  }
  has(key: string): boolean {
    return find(this.#root, key) !== undefined
  }
  /** The same table when the value is already there. */
  set(key: string, value: V): Table<V> {
    const old = find(this.#root, key)
    if (old && old.value === value) return this
    const entry = { key, value, order: old ? old.order : this.#next }
    return new Table(
      put(this.#root, hash(key), 0, entry),
      old ? this.size : this.size + 1,
      old ? this.#next : this.#next + 1,
    )
  }
  /** The same table when nothing is there. */
  remove(key: string): Table<V> {
    return this.has(key) ? new Table(drop(this.#root, hash(key), 0, key), this.size - 1, this.#next) : this
  }

  #entries(): readonly Entry<V>[] {
    return (this.#ordered ??= collect(this.#root, []).sort((a, b) => a.order - b.order))
  }
  keys(): readonly string[] {
    return this.#entries().map(({ key }) => key)
  }
  values(): readonly V[] {
    return this.#entries().map(({ value }) => value)
  }
  entries(): readonly (readonly [string, V])[] {
    return this.#entries().map(({ key, value }) => [key, value] as const)
  }
  /** As JSON: pairs rather than an object, so that no word is special and none changes place. */
  toJSON(): readonly (readonly [string, V])[] {
    return this.entries()
  }
}
