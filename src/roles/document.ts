import { FORBIDDEN_KEYS, type Json, type JsonPath, type Place } from '../engine/json'

/**
 * The text of a roles.json as somebody is writing it: read to its end whatever is wrong with it, every value with its
 * place. It finds a fault exactly where the engine's strict reader refuses the text; a test holds the two together.
 */
export interface Span {
  readonly offset: number
  readonly length: number
}
export interface Member {
  readonly key: string
  readonly at: Span
  readonly value: Node
}
export type Node = Span &
  (
    | { readonly kind: 'object'; readonly members: readonly Member[] }
    | { readonly kind: 'list'; readonly items: readonly Node[] }
    | { readonly kind: 'value'; readonly value: null | boolean | number | string }
  )

export const SYNTAX_FAULTS = [
  'comment',
  'trailingComma',
  'extraComma',
  'missingComma',
  'missingColon',
  'missingValue',
  'stray',
  'unquotedKey',
  'singleQuotes',
  'badString',
  'badNumber',
  'unclosedString',
  'unclosed',
  'nothing',
  'afterEnd',
  'repeatedKey',
  'forbiddenKey',
  'tooDeep',
] as const
export type SyntaxName = (typeof SYNTAX_FAULTS)[number]

export interface Edit extends Span {
  readonly text: string
}
export interface SyntaxFault extends Span {
  readonly name: SyntaxName
  readonly edit?: Edit
}
export interface Document {
  readonly text: string
  /** Undefined when there is no value in it at all. */
  readonly root: Node | undefined
  readonly faults: readonly SyntaxFault[]
}

/** As deep as the engine reads. */
const MAX_DEPTH = 64
/** A text of nothing but mistakes is not listed to its end. */
const MOST_FAULTS = 1_000

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const TOKEN = /(?:(?!\/[/*])[^\s,:[\]{}"])+|[^]/y
const KEY_AHEAD = /[\w$-]+(?=[ \t\r\n]*:)/y
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }

/** How a container ended its turn: what encloses the place where we are. */
interface Around {
  readonly objects: number
  readonly lists: number
}

export function readDocument(text: string): Document {
  const faults: SyntaxFault[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0

  const fault = (name: SyntaxName, offset: number, length: number, edit?: Edit): void => {
    if (faults.length < MOST_FAULTS) faults.push({ name, offset, length, ...(edit ? { edit } : {}) })
  }
  const gone = (offset: number, length: number): Edit => ({ offset, length, text: '' })

  /** Past white space and comments: the next sign, '' at the end. */
  function skip(): string {
    for (;;) {
      const code = text.charCodeAt(at)
      if (code === 32 || code === 10 || code === 13 || code === 9) at++
      else if (code === 47 && (text[at + 1] === '/' || text[at + 1] === '*')) comment()
      else return text[at] ?? ''
    }
  }
  function comment(): void {
    const line = text[at + 1] === '/'
    const end = text.indexOf(line ? '\n' : '*/', at + 2)
    const after = end < 0 ? text.length : line ? end : end + 2
    fault('comment', at, after - at, gone(at, after - at))
    at = after
  }
  function token(): string {
    TOKEN.lastIndex = at
    return TOKEN.exec(text)?.[0] ?? ''
  }
  function stray(name: SyntaxName = 'stray'): void {
    const { length } = token()
    fault(name, at, length, gone(at, length))
    at += length
  }

  function string(): { readonly value: string } & Span {
    const offset = at++
    let bad = -1
    let escaped = false
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 34 || code === 10) break
      if (code === 92) {
        escaped = true
        ESCAPE.lastIndex = at
        if (ESCAPE.test(text)) at = ESCAPE.lastIndex - 1
        else if (bad < 0) bad = at
      } else if (code < 32 && bad < 0) bad = at
    }
    const closed = text[at] === '"'
    const inside = text.slice(offset + 1, at)
    if (closed) at++
    const length = at - offset
    if (!closed) fault('unclosedString', offset, length, { offset: at, length: 0, text: '"' })
    else if (bad >= 0) fault('badString', bad, 1, { offset, length, text: JSON.stringify(inside) })
    const value = escaped && closed && bad < 0 ? (JSON.parse(`"${inside}"`) as string) : inside
    return { offset, length, value }
  }

  /** Where a text in single quotes ends that begins here, on this line; -1 when none does. */
  function quoteEnds(): number {
    const [found = ''] = text[at] === "'" ? (/^'[^'\n"]{0,200}'/.exec(text.slice(at, at + 202)) ?? []) : []
    return found === '' ? -1 : at + found.length
  }
  function quoted(end: number): { readonly value: string } & Span {
    const span = { offset: at, length: end - at }
    const value = text.slice(at + 1, end - 1)
    fault('singleQuotes', span.offset, span.length, { ...span, text: JSON.stringify(value) })
    at = end
    return { ...span, value }
  }

  /** The value that begins here; undefined, and nothing read, when none does. */
  function value(around: Around): Node | undefined {
    const next = text[at]
    const deep = around.objects + around.lists > MAX_DEPTH
    if (next === '{' || next === '[') return deep ? tooDeep() : next === '{' ? object(around) : list(around)
    const offset = at
    const end = quoteEnds()
    if (next === '"' || end > 0) {
      if (deep) fault('tooDeep', offset, 1)
      return { kind: 'value', ...(end > 0 ? quoted(end) : string()) }
    }
    const word = token()
    const { length } = word
    const known = Object.hasOwn(WORDS, word)
    if (deep && (known || NUMBER.test(word))) fault('tooDeep', offset, length)
    if (known) {
      at += length
      return { kind: 'value', offset, length, value: WORDS[word]! }
    }
    if (!NUMBER.test(word)) return undefined
    at += length
    const number = Number(word)
    if (!Number.isFinite(number)) fault('badNumber', offset, length)
    return { kind: 'value', offset, length, value: Number.isFinite(number) ? number : 0 }
  }

  /** Deeper than anything is read: past it, bracket by bracket. */
  function tooDeep(): Node {
    const offset = at
    let open = 0
    do {
      const next = text[at]
      if (next === '"') string()
      else at++
      if (next === '{' || next === '[') open++
      if (next === '}' || next === ']') open--
    } while (open > 0 && at < text.length)
    fault('tooDeep', offset, 1)
    return { kind: 'value', offset, length: at - offset, value: null }
  }

  function object(around: Around): Node {
    const offset = at++
    const inside = { ...around, objects: around.objects + 1 }
    const members: Member[] = []
    const keys = new Set<string>()
    const closes = siblings(offset, '}', around.lists > 0 ? ']' : '', (): Span | undefined => {
      const name = keyAhead()
      if (!name) return undefined
      if (FORBIDDEN_KEYS.has(name.value)) fault('forbiddenKey', name.offset, name.length)
      else if (keys.has(name.value)) fault('repeatedKey', name.offset, name.length)
      keys.add(name.value)
      const keyEnd = at
      if (skip() === ':') at++
      else fault('missingColon', keyEnd, 0, { offset: keyEnd, length: 0, text: ':' })
      const colonEnd = at
      skip()
      const it = value(inside)
      if (!it) fault('missingValue', colonEnd, 0)
      members.push({
        key: name.value,
        at: { offset: name.offset, length: name.length },
        value: it ?? { kind: 'value', offset: colonEnd, length: 0, value: null },
      })
      return { offset: name.offset, length: at - name.offset }
    })
    return { kind: 'object', offset, length: closes - offset, members }
  }

  function keyAhead(): ({ readonly value: string } & Span) | undefined {
    if (text[at] === '"') return string()
    const end = quoteEnds()
    if (end > 0) return quoted(end)
    KEY_AHEAD.lastIndex = at
    const word = KEY_AHEAD.exec(text)?.[0]
    if (word === undefined) return undefined
    const it = { offset: at, length: word.length, value: word }
    fault('unquotedKey', at, word.length, { offset: at, length: word.length, text: JSON.stringify(word) })
    at += word.length
    return it
  }

  function list(around: Around): Node {
    const offset = at++
    const inside = { ...around, lists: around.lists + 1 }
    const items: Node[] = []
    const closes = siblings(offset, ']', around.objects > 0 ? '}' : '', () => {
      const it = value(inside)
      if (it) items.push(it)
      return it
    })
    return { kind: 'list', offset, length: closes - offset, items }
  }

  /** What stands between two brackets, commas in between; gives the place after them. */
  function siblings(opened: number, close: string, outer: string, one: () => Span | undefined): number {
    let comma = -1
    let needsComma = false
    let last = opened + 1
    for (;;) {
      const next = skip()
      if (next === close) {
        if (comma >= 0) fault('trailingComma', comma, 1, gone(comma, 1))
        return ++at
      }
      if (next === '' || (next === outer && outer !== '')) {
        // The bracket of something around: ours is missing before it.
        fault('unclosed', opened, 1, { offset: last, length: 0, text: close })
        return at
      }
      if (next === ',') {
        if (!needsComma) fault('extraComma', at, 1, gone(at, 1))
        else comma = at
        needsComma = false
        at++
        continue
      }
      const before = at
      const known = faults.length
      const it = one()
      if (!it) stray()
      else {
        if (needsComma)
          faults.splice(known, 0, {
            name: 'missingComma',
            offset: before,
            length: Math.min(it.length, 40),
            edit: { offset: last, length: 0, text: ',' },
          })
        needsComma = true
        comma = -1
        last = at
      }
    }
  }

  let root: Node | undefined
  while (skip() !== '') {
    const it = root ? undefined : value({ objects: 0, lists: 0 })
    if (it) root = it
    else stray(root ? 'afterEnd' : 'stray')
  }
  if (!root) fault('nothing', 0, 0)
  return { text, root, faults }
}

// --- Looking into it -------------------------------------------------------------------------------------------------

export const memberOf = (node: Node | undefined, key: string): Member | undefined =>
  node?.kind === 'object' ? node.members.findLast((it) => it.key === key) : undefined

export const itemsOf = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : [])

export const textIn = (node: Node | undefined): string | undefined =>
  node?.kind === 'value' && typeof node.value === 'string' ? node.value : undefined

/** As plain values; of a key written twice, the last counts. */
export function jsonOf(node: Node): Json {
  if (node.kind === 'value') return node.value
  if (node.kind === 'list') return node.items.map(jsonOf)
  return Object.fromEntries(node.members.map(({ key, value }) => [key, jsonOf(value)]))
}

/** The value at a path; where the path leaves the document, the last value on the way. */
export function nodeAt(root: Node, path: JsonPath): Node {
  let node = root
  for (const key of path) {
    const next = typeof key === 'number' ? itemsOf(node)[key] : memberOf(node, key)?.value
    if (!next) break
    node = next
  }
  return node
}

/** Takes one of several out, with the comma that belonged to it. */
export function removal(siblings: readonly Span[], i: number): Edit {
  const it = siblings[i]!
  const next = siblings[i + 1]
  const before = siblings[i - 1]
  const end = it.offset + it.length
  if (next) return { offset: it.offset, length: next.offset - it.offset, text: '' }
  if (before) return { offset: before.offset + before.length, length: end - before.offset - before.length, text: '' }
  return { offset: it.offset, length: it.length, text: '' }
}

/** From the key of a member to the end of its value. */
export const whole = ({ at, value }: Member): Span => ({
  offset: at.offset,
  length: value.offset + value.length - at.offset,
})

export const edited = (text: string, { offset, length, text: instead }: Edit): string =>
  text.slice(0, offset) + instead + text.slice(offset + length)

/** Tells line and column of offsets, counted from 1; a byte-order mark counts for nothing. */
export function placesIn(text: string): (offset: number) => Place {
  const lines = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1)
  const mark = text.startsWith('\uFEFF') ? 1 : 0
  return (offset) => {
    let low = 0
    let high = lines.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (lines[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: Math.max(1, offset - lines[low]! + 1 - (low === 0 ? mark : 0)) }
  }
}
