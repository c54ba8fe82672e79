import { deflateSync, inflateSync } from 'fflate'
import { isRecord, type Json } from '../engine/json'
import { same } from '../simulation/expectations'
import { FORMAT, type Scenario } from '../simulation/scenario'
import { base64Of, bytesOf } from './base64'
import { checkScenario, type Presets } from './checkScenario'
import { pack, unpack } from './pack'
import { shown, type Problem, type ProblemCode } from './problem'
import { LIKELY, WORDS } from './vocabulary'

/** What a link carries: a story, and the step at which one stands in it. */
export interface Shared {
  readonly scenario: Scenario
  readonly at: number
}

/** The scenarios that ship with the page, by id: a link names them instead of repeating them. */
export type Gallery = Readonly<Record<string, Scenario>>

/** What the reading side of a link must know. */
export interface Library {
  readonly presets: Presets
  readonly gallery: Gallery
}

const VERSION = 's1.'
const LONGEST_LINK = 1_000_000
const LONGEST_STORY = 5_000_000

/**
 * A story as the text of a link: `s1.` and, in base64url, how many bytes follow, their checksum, and the packed story,
 * compressed. The same story gives the same link; `fromLink` gives the same story back.
 */
export function toLink({ scenario, at }: Shared, gallery: Gallery = {}): string {
  const bodies = [wholeBody(scenario, at), bodyOnShipped(gallery, scenario, at)].filter((it) => it !== undefined)
  const [shortest] = bodies.map(compress).sort((a, b) => a.length - b.length)
  return VERSION + base64Of(sealed(shortest!)) // the whole body is always there
}

/** The story in a link, or why there is none: cut off, damaged, from a newer version, or no link at all. Never throws. */
export function fromLink(text: string, library: Library): { readonly shared: Shared } | { readonly problem: Problem } {
  const version = /^s(\d{1,6})\./.exec(text)
  if (!version) return problem('linkNonsense', text)
  if (!text.startsWith(VERSION)) return problem('linkNewer', version[0])
  if (text.length > LONGEST_LINK) return problem('linkTooLong', String(text.length))
  const opened = open(text.slice(VERSION.length))
  if (typeof opened === 'string') return problem(opened, text.slice(-20))
  const body = decompress(opened)
  return body === undefined ? problem('linkDamaged', text.slice(-20)) : readBody(body, library)
}

const problem = (code: ProblemCode, found: string, path = ''): { readonly problem: Problem } => ({
  problem: { code, path: shown(path), found: shown(found), line: 0, column: 0 },
})

// --- Envelope -------------------------------------------------------------------------------------------------------

/** FNV-1a: every change of a single byte changes it. */
function checksumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum >>> 0
}

const numberBytes = (n: number): readonly number[] =>
  n < 128 ? [n] : [(n % 128) + 128, ...numberBytes(Math.floor(n / 128))]

const SUM_BYTES = [24, 16, 8, 0] as const

function sealed(content: Uint8Array): Uint8Array {
  const sum = checksumOf(content)
  return Uint8Array.from([
    ...numberBytes(content.length),
    ...SUM_BYTES.map((shift) => (sum >>> shift) & 255),
    ...content,
  ])
}

/** The content between checksum and end, or the code of what is wrong with the envelope. */
function open(payload: string): Uint8Array | ProblemCode {
  const bytes = bytesOf(payload)
  if (!bytes) return 'linkDamaged'
  const width = bytes.findIndex((it) => it < 128) + 1
  if (width === 0) return 'linkCut'
  if (width > 4) return 'linkDamaged'
  const length = bytes.subarray(0, width).reduceRight((n, it) => n * 128 + (it % 128), 0)
  const content = bytes.subarray(width + SUM_BYTES.length)
  if (content.length < length) return 'linkCut'
  // Written again it must be the same text: no second spelling of a link gets through.
  return base64Of(sealed(content)) === payload && content.length === length ? content : 'linkDamaged'
}

// --- Compression ----------------------------------------------------------------------------------------------------

function compress(body: Json): Uint8Array {
  const packed = pack(body, WORDS)
  const squeezed = deflateSync(packed, { level: 9, mem: 4, dictionary: LIKELY })
  return Uint8Array.from([...numberBytes(packed.length), ...squeezed])
}

function decompress(content: Uint8Array): Json | undefined {
  const width = content.findIndex((it) => it < 128) + 1
  const length = content.subarray(0, width).reduceRight((n, it) => n * 128 + (it % 128), 0)
  if (width === 0 || length > LONGEST_STORY) return undefined
  try {
    // Nothing is written beyond the room given: what would grow past its own word is cut, and then makes no sense.
    const packed = inflateSync(content.subarray(width), { dictionary: LIKELY, out: new Uint8Array(length) })
    return packed.length === length ? unpack(packed, WORDS, LONGEST_STORY) : undefined
  } catch {
    return undefined // fflate throws what no compressor wrote
  }
}

// --- Body -----------------------------------------------------------------------------------------------------------

/** A scenario as JSON. It is data throughout; its type only has no index signature. */
const asJson = (it: object): { readonly [key: string]: Json } => it as { readonly [key: string]: Json }

function wholeBody(scenario: Scenario, at: number): Json {
  const { format: _, steps, ...fields } = scenario
  return [at, asJson(fields), steps.map(asJson)]
}

/** What of a shipped scenario tells its story. Titles may be translated, so they do not count. */
const TELLING = ['release', 'world', 'settings'] as const

/** 20 bits over the parts of a shipped scenario that a link relies on: should they change, the link must not lie. */
function fingerprint(base: Scenario, keep: number, replaced: readonly string[]): number {
  const relied = TELLING.filter((key) => !replaced.includes(key)).map((key) => base[key] ?? null)
  const text = canonical([...relied, ...base.steps.slice(0, keep)] as unknown as Json) // a scenario is JSON
  const bytes = Uint8Array.from(text, (it) => it.charCodeAt(0) & 255)
  return checksumOf(bytes) & 0xfffff
}

/** JSON text with keys in order of the alphabet: equal values, equal text. */
function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isRecord(value)) return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] as Json)}`).join()}}`
}

/** The scenario as a change of the shipped one it shares most with: what stays is not said again. */
function bodyOnShipped(gallery: Gallery, scenario: Scenario, at: number): Json | undefined {
  const { format: _, steps: __, ...fields } = asJson(scenario)
  const near = Object.entries(gallery).map(([id, base]) => {
    const { format: _, steps: __, ...before } = asJson(base)
    const differs = base.steps.findIndex((it, i) => !scenario.steps[i] || !same(asJson(it), asJson(scenario.steps[i])))
    const keep = differs < 0 ? base.steps.length : differs
    const changed = Object.entries(fields).filter(([key, it]) => !Object.hasOwn(before, key) || !same(it, before[key]!))
    const gone = Object.keys(before).filter((key) => !Object.hasOwn(fields, key))
    return { id, base, keep, changed, gone }
  })
  const [best] = near.sort((a, b) => b.keep - a.keep || a.changed.length - b.changed.length)
  if (!best) return undefined
  const { id, base, keep, changed, gone } = best
  const print = fingerprint(base, keep, [...changed.map(([key]) => key), ...gone])
  return [at, Object.fromEntries(changed), scenario.steps.slice(keep).map(asJson), id, keep, print, gone]
}

function readBody(body: Json, { presets, gallery }: Library): ReturnType<typeof fromLink> {
  const scenario = scenarioIn(body, gallery)
  if ('problem' in scenario) return scenario
  const checked = checkScenario(scenario.value, presets)
  if ('fault' in checked) return problem('linkNotUnderstood', checked.fault.found, checked.fault.path.join('.'))
  const at = (body as readonly Json[])[0]
  const fits = typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= checked.scenario.steps.length
  return fits ? { shared: { scenario: checked.scenario, at } } : problem('linkNotUnderstood', shown(at), 'at')
}

/** The scenario a body speaks of, as JSON that nobody has checked yet. */
function scenarioIn(body: Json, gallery: Gallery): { readonly value: Json } | { readonly problem: Problem } {
  if (!Array.isArray(body)) return problem('linkNotUnderstood', shown(body))
  const [, fields, steps, id, keep, print, gone] = body as readonly Json[]
  if (!isRecord(fields) || !Array.isArray(steps)) return problem('linkNotUnderstood', shown(fields))
  const own = fields as { readonly [key: string]: Json }
  if (id === undefined) return { value: { format: FORMAT, ...own, steps } }
  if (typeof id !== 'string' || typeof keep !== 'number' || !Array.isArray(gone))
    return problem('linkNotUnderstood', shown(id))
  const base = Object.hasOwn(gallery, id) ? gallery[id] : undefined
  if (!base) return problem('linkUnknownScenario', id)
  const replaced = [...Object.keys(own), ...gone.map(String)]
  if (base.steps.length < keep || fingerprint(base, keep, replaced) !== print) return problem('linkScenarioChanged', id)
  const kept = Object.entries(asJson(base)).filter(([key]) => !gone.includes(key))
  const before = base.steps.slice(0, keep).map(asJson)
  return { value: { ...Object.fromEntries(kept), ...own, steps: [...before, ...steps] } }
}
