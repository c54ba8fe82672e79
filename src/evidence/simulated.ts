import { DECISIONS } from '../engine/decisions'
import { RELEASES, type Release } from '../engine/releases/releases'
import { holdsFor, noteOf, RULES, type RuleId } from '../engine/releases/rules'

/** Every rule of the catalogue, in its order. */
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[]

export interface Place {
  readonly decision: string
  readonly node: string
}

/** Where each rule stands in the tables: counted from the tables, never typed. */
const PLACES: ReadonlyMap<string, readonly Place[]> = (() => {
  const found = new Map<string, Place[]>()
  for (const { name, nodes } of DECISIONS.values()) {
    for (const [node, { rules }] of Object.entries(nodes)) {
      for (const rule of rules) found.set(rule, [...(found.get(rule) ?? []), { decision: name, node }])
    }
  }
  return found
})()

/** The nodes that rest on a rule, in the order of the tables. */
export const placesOf = (rule: string): readonly Place[] => PLACES.get(rule) ?? []

/** A rule is simulated when some table rests on it. */
export const isSimulated = (rule: string): boolean => PLACES.has(rule)

/** The nearest release a rule holds for: the release itself, when it does. */
export function nearestRelease(rule: string, release: Release): Release | undefined {
  const note = noteOf(rule)
  const at = RELEASES.indexOf(release)
  const distance = (it: Release): number => Math.abs(RELEASES.indexOf(it) - at)
  return note && RELEASES.filter((it) => holdsFor(note, it)).sort((a, b) => distance(a) - distance(b))[0]
}
