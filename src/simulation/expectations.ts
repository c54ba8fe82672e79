import { isRecord, type Json } from '../engine/json'
import { stateOf } from './state'
import type { Expectation } from './scenario'
import { stepAt, worldAt, type Story } from './story'

export const OPERATORS = ['is', 'isNot', 'has'] as const
type Operator = (typeof OPERATORS)[number]

/** An expectation that does not hold: what was wanted at which moment, and what was there. */
export interface Failure {
  /** Which expectation of the scenario, from 1. */
  readonly number: number
  readonly after: number
  readonly look: string
  readonly expected: { readonly [operator in Operator]?: Json }
  readonly found: Json
  readonly says: string | null
}

/** Every expectation that fails, in the order of the file. */
export function checkExpectations(story: Story, expectations: readonly Expectation[]): readonly Failure[] {
  // The state of a moment can be large: it is made once for neighbours that look into it, and only one is kept.
  let kept: { readonly after: number; readonly state: Json } | undefined
  const at = (after: number): Json => {
    if (kept?.after !== after) kept = { after, state: stateOf(worldAt(story, after), stepAt(story, after), after) }
    return kept.state
  }
  return expectations.flatMap((it, i) => {
    const found = lookInto(at(it.after), it.look)
    return OPERATORS.flatMap((operator): Failure[] => {
      const wanted = it[operator]
      if (wanted === undefined || HOLDS[operator](found, wanted)) return []
      const { after, look, says = null } = it
      return [{ number: i + 1, after, look, expected: { [operator]: wanted }, found, says }]
    })
  })
}

const HOLDS: Readonly<Record<Operator, (found: Json, wanted: Json) => boolean>> = {
  is: same,
  isNot: (found, wanted) => !same(found, wanted),
  has: (found, wanted) => {
    if (Array.isArray(found)) return found.some((it: Json) => same(it, wanted))
    if (typeof found === 'string') return typeof wanted === 'string' && found.includes(wanted)
    return isRecord(found) && typeof wanted === 'string' && Object.hasOwn(found, wanted)
  },
}

/** Equal as JSON: the order of keys does not count, the order of items does. */
export function same(a: Json, b: Json): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((it: Json, i) => same(it, b[i]))
  if (!isRecord(a) || !isRecord(b)) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key] as Json, b[key] as Json))
  )
}

/**
 * What a dotted path leads to: `sessions.remote-ana.privileges`, `step.answers.-1.value`. A negative number counts from
 * the end, `length` of a list is its length, a name may itself hold dots, and what leads nowhere finds null.
 */
export function lookInto(state: Json, look: string): Json {
  let here = state
  let parts = look.split('.')
  while (parts.length > 0) {
    const [first = ''] = parts
    if (Array.isArray(here)) {
      here = first === 'length' ? here.length : ((here as readonly Json[]).at(indexOf(first)) ?? null)
      parts = parts.slice(1)
    } else if (isRecord(here)) {
      const object = here
      const used = parts.findLastIndex((_, i) => Object.hasOwn(object, parts.slice(0, i + 1).join('.'))) + 1
      if (used === 0) return null
      here = object[parts.slice(0, used).join('.')] as Json // part of a JSON document
      parts = parts.slice(used)
    } else {
      return null
    }
  }
  return here
}

/** A word that is no number is beyond every list. */
const indexOf = (word: string): number => (/^-?\d{1,9}$/.test(word) ? Number(word) : Infinity)
