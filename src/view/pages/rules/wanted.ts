import type { Release } from '../../../engine/releases/releases'
import { holdsFor, RULES, type RuleId, type Status } from '../../../engine/releases/rules'
import type { SessionType } from '../../../engine/world'
import type { Proofs } from '../../../evidence/evidence'
import { isSimulated } from '../../../evidence/simulated'
import type { Address } from '../../../share/address'

/** Which rules a reader wants to see; kept in the address, so that a link shows the same. */
export interface Wanted {
  readonly words: string
  readonly here: boolean
  readonly kind: SessionType | null
  readonly status: Status | null
  readonly simulated: boolean | null
}

export const KINDS = [
  'remote',
  'storedProcedure',
  'standalone',
  'web',
  'rest',
] as const satisfies readonly SessionType[]
export const STATUSES = ['documented', 'contradicted', 'assumed'] as const satisfies readonly Status[]

/** What an address asks for; what it does not know it does not ask for. */
export function wantedBy({ with: asked }: Address): Wanted {
  return {
    words: (asked.find ?? '').slice(0, 80),
    here: asked.holds === 'here',
    kind: KINDS.find((it) => it === asked.kind) ?? null,
    status: STATUSES.find((it) => it === asked.status) ?? null,
    simulated: asked.simulated === 'yes' ? true : asked.simulated === 'no' ? false : null,
  }
}

/** The same as the rest of an address. */
export const askingFor = ({ words, here, kind, status, simulated }: Wanted): Address['with'] => ({
  ...(words ? { find: words } : {}),
  ...(here ? { holds: 'here' } : {}),
  ...(kind ? { kind } : {}),
  ...(status ? { status } : {}),
  ...(simulated === null ? {} : { simulated: simulated ? 'yes' : 'no' }),
})

export const EVERYTHING: Wanted = { words: '', here: false, kind: null, status: null, simulated: null }

interface Among {
  readonly release: Release
  /** The sentence of a rule. */
  readonly sentence: (rule: RuleId) => string
  /** Which kinds of session a rule was walked for; undefined until the stories were played. */
  readonly kinds: Proofs['kinds'] | undefined
}

/** Every word of the search stands in the id or the sentence; every filter fits. */
export function isWanted(rule: RuleId, wanted: Wanted, { release, sentence, kinds }: Among): boolean {
  const { words, here, kind, status, simulated } = wanted
  const note = RULES[rule]
  if (here && !holdsFor(note, release)) return false
  if (status && note.status !== status) return false
  if (simulated !== null && isSimulated(rule) !== simulated) return false
  if (kind && kinds && !kinds.get(rule)?.has(kind)) return false
  const text = `${rule} ${sentence(rule)}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((it) => text.includes(it))
}
