import type { Seconds } from './clock'
import type { Json } from './json'
import { Table } from './table'
import type { World } from './world'

/** Whose instance a singleton is: it goes with this. */
export interface Owner {
  readonly of: 'session' | 'machine' | 'process'
  readonly name: string
}

export interface Singleton {
  readonly name: string
  readonly kind: 'process' | 'shared' | 'session'
  readonly class: string
  readonly owner: Owner
  readonly since: Seconds
  /** Its properties. */
  readonly values: Table<Json>
}

const NONE: Table<Singleton> = Table.empty()

export const singletonsOf = ({ singletons = NONE }: World): Table<Singleton> => singletons

/** What belonged to it has gone with it. */
export function withoutSingletonsOf(world: World, of: Owner['of'], name: string): World {
  const gone = singletonsOf(world).filter(({ owner }) => owner.of === of && owner.name === name)
  return gone.length === 0
    ? world
    : { ...world, singletons: gone.reduce((all, it) => all.remove(it.name), singletonsOf(world)) }
}
