/**
 * The one collection of the world: values by word, in the order in which the words first came.
 *
 * A change returns a new table and leaves the old one as it was, sharing all but the path to the changed value
 * (a hash trie of 16 branches), so that every past world can be kept. Only this file knows how it is stored.
 */

interface Entry<V> {
  readonly key: string
  readonly value: V
  readonly order: number
}
/** Which of 16 slots are taken, as bits, then what is in them: one array, since past worlds are made of these. */
interface Branch<V> extends ReadonlyArray<number | Slot<V>> {
  readonly 0: number
}
/** Two words may share a hash: then they share a leaf. */
interface Clash<V> {
  readonly same: readonly Entry<V>[]
}
type Leaf<V> = Entry<V> | Clash<V>
type Slot<V> = Branch<V> | Leaf<V>

const isBranch = <V>(slot: Slot<V>): slot is Branch<V> => Array.isArray(slot)
const isEntry = <V>(slot: Leaf<V>): slot is Entry<V> => 'key' in slot

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

const bitOf = (code: number, depth: number): number => 1 << ((code >>> (depth * 4)) & 15)
const placeOf = (bits: number, bit: number): number => 1 + count(bits & (bit - 1))
const slotAt = <V>(branch: Branch<V>, place: number): Slot<V> => branch[place] as Slot<V> // all but the first are

/** The branch with its bits and one slot changed. The cast says what no type can: the first is a number, all else slots. */
function changed<V>(branch: Branch<V>, bits: number, place: number, remove: number, ...add: Slot<V>[]): Branch<V> {
  const copy: (number | Slot<V>)[] = branch.slice()
  copy[0] = bits
  if (remove === 1 && add.length === 1) copy[place] = add[0]!
  else copy.splice(place, remove, ...add)
  return copy as unknown as Branch<V>
}

function find<V>(root: Branch<V>, code: number, key: string): Entry<V> | undefined {
  let branch = root
  for (let depth = 0; ; depth++) {
    const bit = bitOf(code, depth)
    if (!(branch[0] & bit)) return undefined
    const slot = slotAt(branch, placeOf(branch[0], bit))
    if (isBranch(slot)) branch = slot
    else if (isEntry(slot)) return slot.key === key ? slot : undefined
    else return slot.same.find((it) => it.key === key)
  }
}

function put<V>(branch: Branch<V>, code: number, depth: number, leaf: Leaf<V>): Branch<V> {
  const [bits] = branch
  const bit = bitOf(code, depth)
  const place = placeOf(bits, bit)
  return bits & bit
    ? changed(branch, bits, place, 1, within(slotAt(branch, place), code, depth + 1, leaf))
    : changed(branch, bits | bit, place, 0, leaf)
}

/** Puts a leaf where something stands already. Different hashes part at the latest where their last bits do. */
function within<V>(slot: Slot<V>, code: number, depth: number, leaf: Leaf<V>): Slot<V> {
  if (isBranch(slot)) return put(slot, code, depth, leaf)
  if (isEntry(slot) && isEntry(leaf) && slot.key === leaf.key) return leaf
  const there = entriesOf(slot)
  const other = hash(there[0]!.key) // no leaf is empty
  if (other !== code) return put(put(EMPTY as Branch<V>, other, depth, slot), code, depth, leaf)
  const coming = entriesOf(leaf)
  return { same: [...there.filter(({ key }) => coming.every((it) => it.key !== key)), ...coming] }
}

const entriesOf = <V>(leaf: Leaf<V>): readonly Entry<V>[] => (isEntry(leaf) ? [leaf] : leaf.same)

/** Without a key that is there; undefined when nothing else is. */
function drop<V>(branch: Branch<V>, code: number, depth: number, key: string): Branch<V> | undefined {
  const [bits] = branch
  const bit = bitOf(code, depth)
  const place = placeOf(bits, bit)
  const slot = slotAt(branch, place)
  const left = isBranch(slot) ? drop(slot, code, depth + 1, key) : without(slot, key)
  if (left) return changed(branch, bits, place, 1, left)
  return bits === bit ? undefined : changed(branch, bits & ~bit, place, 1)
}

function without<V>(leaf: Leaf<V>, key: string): Leaf<V> | undefined {
  const same = entriesOf(leaf).filter((it) => it.key !== key)
  return same.length > 0 ? { same } : undefined
}

function visit<V>(branch: Branch<V>, what: (entry: Entry<V>) => void): void {
  for (let place = 1; place < branch.length; place++) {
    const slot = slotAt(branch, place)
    if (isBranch(slot)) visit(slot, what)
    else if (isEntry(slot)) what(slot)
    else slot.same.forEach(what)
  }
}

function inOrder<V>(root: Branch<V>, test: (entry: Entry<V>) => boolean): readonly Entry<V>[] {
  const found: Entry<V>[] = []
  visit(root, (entry) => {
    if (test(entry)) found.push(entry)
  })
  return found.sort((a, b) => a.order - b.order)
}

const EMPTY: Branch<never> = [0]

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
    return find(this.#root, hash(key), key)?.value
  }
  has(key: string): boolean {
    return find(this.#root, hash(key), key) !== undefined
  }
  /** The same table when the value is already there. */
  set(key: string, value: V): Table<V> {
    const code = hash(key)
    const old = find(this.#root, code, key)
    if (old) return this.#replaced(code, old, value)
    return new Table(put(this.#root, code, 0, { key, value, order: this.#next }), this.size + 1, this.#next + 1)
  }
  /** With the value at the key changed; the same table when there is none. */
  change(key: string, how: (value: V) => V): Table<V> {
    const code = hash(key)
    const old = find(this.#root, code, key)
    return old ? this.#replaced(code, old, how(old.value)) : this
  }
  #replaced(code: number, { key, value: before, order }: Entry<V>, value: V): Table<V> {
    if (value === before) return this
    return new Table(put(this.#root, code, 0, { key, value, order }), this.size, this.#next)
  }
  /** The same table when nothing is there. */
  remove(key: string): Table<V> {
    return this.has(key) ? new Table(drop(this.#root, hash(key), 0, key) ?? EMPTY, this.size - 1, this.#next) : this
  }

  #entries(): readonly Entry<V>[] {
    return (this.#ordered ??= inOrder(this.#root, () => true))
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
  /** The values that pass, in order. Cheaper than values().filter() when few do: only those are put in order. */
  filter(test: (value: V) => boolean): readonly V[] {
    const found = this.#ordered?.filter((it) => test(it.value)) ?? inOrder(this.#root, (it) => test(it.value))
    return found.map(({ value }) => value)
  }
  /** The first value that passes. */
  find(test: (value: V) => boolean): V | undefined {
    return this.#ordered ? this.#ordered.find((it) => test(it.value))?.value : this.filter(test)[0]
  }
  /** The least of these numbers; Infinity when there is no value. */
  least(of: (value: V) => number): number {
    let least = Infinity
    visit(this.#root, ({ value }) => {
      least = Math.min(least, of(value))
    })
    return least
  }
  /** As JSON: pairs rather than an object, so that no word is special and none changes place. */
  toJSON(): readonly (readonly [string, V])[] {
    return this.entries()
  }
}
