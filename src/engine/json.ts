/**
 * Reading JSON that comes from outside, with the line and column of the first fault. Stricter than JSON.parse where a
 * file could be hostile: no prototype keys, no repeated keys, a limit on depth. Positions are 1-based.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

export interface Place {
  readonly line: number
  readonly column: number
}
export interface JsonProblem extends Place {
  readonly code: 'syntax' | 'forbiddenKey' | 'repeatedKey' | 'tooDeep' | 'tooLong'
  /** What stood there, or which key: shown inside a message, never executed. */
  readonly found: string
}
export type JsonReading = { readonly value: Json } | { readonly problem: JsonProblem }
/** Keys and indices from the root of a document to one of its values. */
export type JsonPath = readonly (string | number)[]

const MAX_DEPTH = 64
/** Keys that mean something to an object of this language; no document needs them. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return { line, column: offset - before.lastIndexOf('\n') }
}

/** Thrown inside the reader only, and caught by it: the shortest way out of a recursion. */
class Fault {
  readonly code: JsonProblem['code']
  readonly offset: number
  readonly found: string
  constructor(code: JsonProblem['code'], offset: number, found: string) {
    this.code = code
    this.offset = offset
    this.found = found
  }
}

const SPACE = /[ \t\r\n]*/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** A byte-order mark at the start of a file belongs to its encoding, not to its text. */
const unmarked = (source: string): string => (source.startsWith('\uFEFF') ? source.slice(1) : source)

/** Where in a readable document the value at a path begins; of the nearest value above it when there is none. */
export function placeAt(source: string, path: JsonPath): Place {
  let found = 0
  readJson(source, Infinity, (at, offset) => {
    if (at.every((key, i) => key === path[i])) found = offset
  })
  return placeOf(unmarked(source), found)
}

/** `seen` is told of every value, with its path and where it begins; the path is its own only during the call. */
export function readJson(
  source: string,
  longest = 5_000_000,
  seen?: (path: JsonPath, offset: number) => void,
): JsonReading {
  if (source.length > longest) return { problem: { code: 'tooLong', found: String(source.length), line: 1, column: 1 } }
  const text = unmarked(source)
  const path: (string | number)[] = []
  let at = 0

  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined) at += found.length
    return found
  }
  const skip = (): string => {
    match(SPACE)
    return text[at] ?? ''
  }
  const fail = (code: JsonProblem['code'] = 'syntax', offset = at): never => {
    throw new Fault(
      code,
      offset,
      offset >= text.length ? 'end of file' : text.slice(offset, offset + 12).split('\n')[0]!,
    )
  }
  const string = (): string => {
    const found = match(STRING)
    return found === undefined ? fail() : (JSON.parse(found) as string)
  }

  function value(depth: number): Json {
    if (depth > MAX_DEPTH) return fail('tooDeep')
    const next = skip()
    seen?.(path, at)
    if (next === '{') return object(depth)
    if (next === '[') return list(depth)
    if (next === '"') return string()
    const word = match(WORD)
    if (word) return word === 'null' ? null : word === 'true'
    const start = at
    const number = Number(match(NUMBER))
    // 1e999 is well written, but no number that can be written back.
    return Number.isFinite(number) ? number : fail('syntax', start)
  }
  function member(key: string | number, depth: number): Json {
    path.push(key)
    const it = value(depth)
    path.pop()
    return it
  }
  function object(depth: number): Json {
    const entries: [string, Json][] = []
    const keys = new Set<string>()
    at++
    if (skip() === '}') return (at++, {})
    for (;;) {
      if (skip() !== '"') fail()
      const start = at
      const key = string()
      if (FORBIDDEN_KEYS.has(key)) fail('forbiddenKey', start)
      if (keys.has(key)) fail('repeatedKey', start)
      keys.add(key)
      if (skip() !== ':') fail()
      at++
      entries.push([key, member(key, depth + 1)])
      const after = skip()
      if (after === '}') return (at++, Object.fromEntries(entries))
      if (after !== ',') fail()
      at++
    }
  }
  function list(depth: number): Json {
    const items: Json[] = []
    at++
    if (skip() === ']') return (at++, items)
    for (;;) {
      items.push(member(items.length, depth + 1))
      const after = skip()
      if (after === ']') return (at++, items)
      if (after !== ',') fail()
      at++
    }
  }

  try {
    const read = value(0)
    if (skip() !== '') fail()
    return { value: read }
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return { problem: { code: fault.code, found: fault.found, ...placeOf(text, fault.offset) } }
  }
}
