import { strFromU8, strToU8 } from 'fflate'
import { FORBIDDEN_KEYS, isRecord, readJson, type Json } from '../engine/json'

/**
 * JSON in few bytes: every text and every set of keys is written once and then counted, words both sides know are never
 * written at all.
 *
 *     texts     how many, then for each: 0 = written below, k + 1 = word k of the vocabulary
 *     length    of the written texts in bytes, then these: escaped as in JSON, a line each
 *     shapes    how many, then for each: 0 and its keys, or k + 1 = shape k of the vocabulary
 *     value     a number n: n % 4 says what it is (below), the rest of it which
 */
export interface Vocabulary {
  readonly texts: readonly string[]
  readonly shapes: readonly (readonly string[])[]
}

const KINDS = { text: 0, whole: 1, object: 2, other: 3 } as const
/** The kind "other": null, false, true, a number by its digits, JSON inside a text, or (from LIST on) a list. */
const OTHER = { null: 0, false: 1, true: 2, digits: 3, document: 4 } as const
/** How files are indented: a text that is JSON written so is packed as the JSON it holds. */
const INDENTS = ['  ', '\t', '    ', ''] as const
const LIST = OTHER.document + INDENTS.length
/** Twice the depth of a document, since one may stand inside a text of another. */
const MAX_DEPTH = 140
const MAX_WHOLE = 2 ** 40

const inFile = (value: Json, indent: string): string => JSON.stringify(value, null, indent)

/** The indent with which a text is a JSON file, and what it holds: only when writing it gives the very same text. */
function documentIn(text: string): { readonly value: Json; readonly indent: number } | undefined {
  if (text.length < 40 || !/^[[{]/.test(text)) return undefined
  const reading = readJson(text)
  if ('problem' in reading) return undefined
  const indent = INDENTS.findIndex((it) => inFile(reading.value, it) === text)
  return indent < 0 ? undefined : { value: reading.value, indent }
}

// --- Writing --------------------------------------------------------------------------------------------------------

/** Words by how often they are used, most used first: small numbers for what comes often. */
function tally(): { readonly count: (word: string) => void; readonly ranked: () => readonly string[] } {
  const counts = new Map<string, number>()
  return {
    count: (word) => counts.set(word, (counts.get(word) ?? 0) + 1),
    ranked: () => [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word),
  }
}

const indexOf = (words: readonly string[]): ReadonlyMap<string, number> => new Map(words.map((word, i) => [word, i]))
const shapeKey = (keys: readonly string[]): string => JSON.stringify(keys)
const digits = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))
const isWhole = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < MAX_WHOLE && !Object.is(value, -0)

/** The value with every text that is a JSON file replaced by its content, so that counting and writing see the same. */
class File {
  readonly value: Json
  readonly indent: number
  constructor(value: Json, indent: number) {
    this.value = value
    this.indent = indent
  }
}

export function pack(value: Json, vocabulary: Vocabulary): Uint8Array {
  const files = new Map<string, File | null>()
  const fileIn = (text: string): File | null => {
    const known = files.get(text)
    if (known !== undefined) return known
    const found = documentIn(text)
    const file = found ? new File(found.value, found.indent) : null
    files.set(text, file)
    return file
  }

  const texts = tally()
  const shapes = tally()
  const count = (it: Json): void => {
    if (typeof it === 'string') {
      const file = fileIn(it)
      if (file) count(file.value)
      else texts.count(it)
    } else if (typeof it === 'number' && !isWhole(it)) texts.count(digits(it))
    else if (Array.isArray(it)) it.forEach(count)
    else if (isRecord(it)) {
      shapes.count(shapeKey(Object.keys(it)))
      Object.values(it as Readonly<Record<string, Json>>).forEach(count)
    }
  }
  count(value)
  const knownTexts = indexOf(vocabulary.texts)
  const knownShapes = indexOf(vocabulary.shapes.map(shapeKey))
  const usedShapes = shapes.ranked()
  for (const shape of usedShapes) if (!knownShapes.has(shape)) (JSON.parse(shape) as string[]).forEach(texts.count)
  const usedTexts = texts.ranked()
  const textAt = indexOf(usedTexts)
  const shapeAt = indexOf(usedShapes)

  const out: number[] = []
  const put = (n: number): void => {
    for (; n > 127; n = Math.floor(n / 128)) out.push((n % 128) + 128)
    out.push(n)
  }
  const putText = (text: string): void => put(textAt.get(text)!) // counted before
  const mark = (kind: keyof typeof KINDS, n: number): void => put(n * 4 + KINDS[kind])
  const write = (it: Json): void => {
    if (it === null) mark('other', OTHER.null)
    else if (typeof it === 'boolean') mark('other', it ? OTHER.true : OTHER.false)
    else if (typeof it === 'number') {
      if (isWhole(it)) return mark('whole', it)
      mark('other', OTHER.digits)
      putText(digits(it))
    } else if (typeof it === 'string') {
      const file = fileIn(it)
      if (!file) return mark('text', textAt.get(it)!)
      mark('other', OTHER.document + file.indent)
      write(file.value)
    } else if (Array.isArray(it)) {
      mark('other', LIST + it.length)
      it.forEach(write)
    } else {
      mark('object', shapeAt.get(shapeKey(Object.keys(it)))!)
      Object.values(it).forEach(write)
    }
  }

  put(usedTexts.length)
  for (const text of usedTexts) put((knownTexts.get(text) ?? -1) + 1)
  const written = strToU8(
    usedTexts
      .filter((it) => !knownTexts.has(it))
      .map((it) => JSON.stringify(it).slice(1, -1))
      .join('\n'),
  )
  put(written.length)
  for (const byte of written) out.push(byte)
  put(usedShapes.length)
  for (const shape of usedShapes) {
    const known = knownShapes.get(shape)
    put((known ?? -1) + 1)
    if (known !== undefined) continue
    const keys = JSON.parse(shape) as string[]
    put(keys.length)
    keys.forEach(putText)
  }
  write(value)
  return Uint8Array.from(out)
}

// --- Reading --------------------------------------------------------------------------------------------------------

/** Thrown inside the reader only, and caught by it. */
class Senseless extends Error {}

/**
 * The value in the bytes; undefined for bytes that pack never wrote. `budget` bounds what they may grow to, since a
 * text can be used many times.
 */
export function unpack(bytes: Uint8Array, vocabulary: Vocabulary, budget: number): Json | undefined {
  let at = 0
  const spend = (size: number): void => {
    budget -= size
    if (budget < 0) throw new Senseless()
  }
  const next = (): number => {
    let n = 0
    for (let scale = 1; scale < 2 ** 50; scale *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Senseless()
      n += (byte % 128) * scale
      if (byte < 128) return n
    }
    throw new Senseless()
  }
  const times = <T>(how: (i: number) => T): readonly T[] => {
    const length = next()
    // Each takes at least a byte.
    if (length > bytes.length - at) throw new Senseless()
    return Array.from({ length }, (_, i) => how(i))
  }
  const pick = <T>(from: readonly T[], i: number): T => {
    const found = from[i]
    if (found === undefined) throw new Senseless()
    return found
  }

  function readTexts(): readonly string[] {
    const refs = times(next)
    const length = next()
    if (length > bytes.length - at) throw new Senseless()
    const written = strFromU8(bytes.subarray(at, (at += length))).split('\n')
    let line = 0
    return refs.map((ref) => {
      if (ref > 0) return pick(vocabulary.texts, ref - 1)
      const reading = readJson(`"${pick(written, line++)}"`)
      if ('problem' in reading || typeof reading.value !== 'string') throw new Senseless()
      return reading.value
    })
  }

  function value(texts: readonly string[], shapes: readonly (readonly string[])[], depth: number): Json {
    // What a value costs when it is written out, indented, inside a text.
    spend(1 + depth * 4)
    if (depth > MAX_DEPTH) throw new Senseless()
    const inner = (): Json => value(texts, shapes, depth + 1)
    const mark = next()
    const n = Math.floor(mark / 4)
    switch (mark % 4) {
      case KINDS.text: {
        const text = pick(texts, n)
        spend(text.length)
        return text
      }
      case KINDS.whole:
        return n
      case KINDS.object: {
        const entries: [string, Json][] = []
        for (const key of pick(shapes, n)) {
          spend(key.length)
          if (FORBIDDEN_KEYS.has(key)) throw new Senseless()
          entries.push([key, inner()])
        }
        return Object.fromEntries(entries)
      }
    }
    if (n === OTHER.null) return null
    if (n === OTHER.false || n === OTHER.true) return n === OTHER.true
    if (n === OTHER.digits) {
      const number = Number(pick(texts, next()))
      if (!Number.isFinite(number)) throw new Senseless()
      return number
    }
    if (n < LIST) return inFile(inner(), pick(INDENTS, n - OTHER.document))
    if (n - LIST > bytes.length - at) throw new Senseless()
    return Array.from({ length: n - LIST }, inner)
  }

  try {
    const texts = readTexts()
    const shapes = times(() => {
      const ref = next()
      return ref > 0 ? pick(vocabulary.shapes, ref - 1) : times(() => pick(texts, next()))
    })
    const read = value(texts, shapes, 0)
    return at === bytes.length ? read : undefined
  } catch (fault) {
    if (fault instanceof Senseless) return undefined
    throw fault
  }
}
