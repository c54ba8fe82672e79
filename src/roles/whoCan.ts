import type { Action, Resource } from '../engine/roles/rolesFile'
import type { Compiled, Holder } from './compile'

/** The reverse question: who reaches this action on this resource, those who need the least first. */
export interface WhoCan {
  /** Every session, logged in or not. */
  readonly everybody: boolean
  /** Sets of privileges of which none can be left out. WebAdmin, which passes everything, is not one of them. */
  readonly sets: readonly (readonly string[])[]
  readonly roles: readonly string[]
  /** Functions whose promotions open it for code that they run, and who may call them. */
  readonly functions: readonly Through[]
  /** There were more sets than are listed. */
  readonly cut: boolean
}
export interface Through {
  readonly resource: Resource
  readonly promotes: readonly string[]
  readonly callable: 'everybody' | 'some' | 'nobody'
}

const MOST_SETS = 200

interface Candidate {
  readonly name: string
  readonly holder: Holder
  readonly covers: number
}

export function whoCan(compiled: Compiled, action: Action, resource: Resource): WhoCan {
  const at = compiled.cell(action, resource.type, resource.applyTo)
  const missing = compiled.unmet(compiled.guest, at)
  const sets = missing === 0 || missing === -1 ? [] : minimalSets(candidates(compiled, at, missing), missing)
  return {
    everybody: missing === 0,
    sets: sets.slice(0, MOST_SETS),
    cut: sets.length > MOST_SETS,
    roles: rolesWho(compiled, at),
    functions: functionsThrough(compiled, at),
  }
}

const bySize = (a: { readonly holder: Holder }, b: { readonly holder: Holder }): number => a.holder.size - b.holder.size

function rolesWho(compiled: Compiled, at: number): readonly string[] {
  return compiled.roles
    .map((name) => ({ name, holder: compiled.role(name)! }))
    .filter(({ holder }) => compiled.mayAt(holder, at))
    .sort(bySize)
    .map(({ name }) => name)
}

/** Privileges that meet some of what is missing; those that only bring such a one besides more are not minimal. */
function candidates(compiled: Compiled, at: number, missing: number): readonly Candidate[] {
  const found: Candidate[] = []
  for (const name of compiled.privileges) {
    if (name.toLowerCase() === 'webadmin') continue
    const holder = compiled.holder([name])
    const covers = missing & ~compiled.unmet(holder, at)
    if (covers !== 0) found.push({ name, holder, covers })
  }
  // The smallest first: a privilege can only bring those that are smaller, or its equals in a circle.
  const kept: Candidate[] = []
  for (const it of found.sort(bySize)) {
    const brings = kept.length > 0 ? compiled.brings(it.name) : () => false
    const within = kept.some(
      (one) => (it.covers & ~one.covers) === 0 && one.holder.size < it.holder.size && brings(one.name),
    )
    if (!within && kept.length < 1_000) kept.push(it)
  }
  return kept
}

function minimalSets(all: readonly Candidate[], missing: number): readonly (readonly string[])[] {
  const found: Candidate[][] = []
  const search = (chosen: readonly Candidate[], left: number): void => {
    if (found.length > MOST_SETS * 5) return
    if (left === 0) {
      const needed = chosen.every((it) => {
        const others = chosen.filter((one) => one !== it).reduce((bits, { covers }) => bits | covers, 0)
        return (missing & ~others) !== 0
      })
      if (needed) found.push([...chosen])
      return
    }
    const bit = left & -left
    for (const it of all) if (it.covers & bit) search([...chosen, it], left & ~it.covers)
  }
  search([], missing)
  const size = (set: readonly Candidate[]): number => set.reduce((sum, { holder }) => sum + holder.size, 0)
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.length - b.length || size(a) - size(b))
    .map((set) => set.map(({ name }) => name))
    .filter((names) => {
      const key = [...names].sort().join('\n')
      return !seen.has(key) && seen.add(key)
    })
}

function functionsThrough(compiled: Compiled, at: number): readonly Through[] {
  return compiled.resources.flatMap((resource) => {
    const promotes = compiled.promotes(resource)
    if (promotes.length === 0 || !compiled.mayAt(compiled.holder(promotes), at)) return []
    return [{ resource, promotes, callable: callable(compiled, resource) }]
  })
}

function callable(compiled: Compiled, { type, applyTo }: Resource): Through['callable'] {
  const at = compiled.cell('execute', type, applyTo)
  const always = compiled.forceLogin && applyTo.toLowerCase() === 'ds.authentify'
  if (always || compiled.mayAt(compiled.guest, at)) return 'everybody'
  const all = compiled.holder(compiled.privileges.filter((it) => it.toLowerCase() !== 'webadmin'))
  return compiled.mayAt(all, at) ? 'some' : 'nobody'
}
