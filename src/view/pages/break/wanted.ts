import { FAMILIES, type Family } from '../../../search/alphabet'
import { CASTS, type CastName } from '../../../search/cast'
import { isPromise, PROMISES, type Parts, type PromiseName } from '../../../search/promises'
import type { Address } from '../../../share/address'

/** What a reader chose on the page, as its address keeps it. */
export interface Wanted {
  readonly promise: PromiseName
  readonly world: 'office' | 'own'
  readonly cast: CastName
  readonly families: readonly Family[]
  readonly depth: number
  readonly parts: Parts
}

const FIRST: PromiseName = 'areaShares'
export const DEPTHS = [2, 3, 4, 5, 6, 7, 8] as const
const BLANKS = ['who', 'what'] as const

/** What the address does not say is as usual for the sentence. */
export function wantedOf({ item, with: said }: Address): Wanted {
  const promise = isPromise(item) ? item : FIRST
  const usual = PROMISES[promise]
  const depth = Number(said.depth)
  const chosen = said.commands?.split('-')
  return {
    promise,
    world: said.world === 'own' ? 'own' : 'office',
    cast: CASTS.find((it) => it === said.cast) ?? usual.cast,
    families: chosen ? FAMILIES.filter((it) => chosen.includes(it)) : usual.families,
    depth: DEPTHS.some((it) => it === depth) ? depth : usual.depth,
    parts: Object.fromEntries(BLANKS.flatMap((it) => (said[it] === undefined ? [] : [[it, said[it]]]))),
  }
}

/** The same choice as an address; another sentence begins with what is usual for it. */
export const addressOf = (address: Address, wanted: Wanted): Address => ({
  ...address,
  item: wanted.promise,
  with: {
    world: wanted.world,
    cast: wanted.cast,
    depth: String(wanted.depth),
    commands: FAMILIES.filter((it) => wanted.families.includes(it)).join('-'),
    ...wanted.parts,
  },
})

export const toPromise = (address: Address, promise: PromiseName, { world }: Wanted): Address => ({
  ...address,
  item: promise,
  with: world === 'own' ? { world } : {},
})
