import { decision } from '../../decision/decision'
import type { SessionName } from '../ids'
import { has, spelled } from '../releases/releases'
import { begin, nothing, rule } from '../rule'
import type { World } from '../world'
import { mayAccess } from './access'

/** GET /rest/$catalog: which dataclasses does it show? */
export interface CatalogRead {
  readonly scalable: boolean
  readonly session: SessionName | null
}

interface Facts {
  readonly release: string
  readonly describeIgnored: boolean
  readonly shown: readonly string[]
  readonly notShown: readonly string[]
}

/** Walked on a run of its own, as attributes are: what is shown is the answer. */
function described(world: World, name: string, { scalable, session }: CatalogRead): boolean {
  const resource = { type: 'dataclass', applyTo: name } as const
  return mayAccess(begin(world), { action: 'describe', resource, forWeb: true, scalable, session, promoted: [] })
}

export const readCatalog = rule<CatalogRead, Facts, 'all' | 'some'>({
  facts(world, read) {
    const describeIgnored = has(world.release, 'describeIgnored')
    const exposed = world.dataclasses.filter((it) => it.exposed !== false).map(({ name }) => name)
    const shown = describeIgnored ? exposed : exposed.filter((name) => described(world, name, read))
    return {
      release: spelled(world.release),
      describeIgnored,
      shown,
      notShown: describeIgnored ? [] : exposed.filter((name) => !shown.includes(name)),
    }
  },
  decision: decision<Facts, 'all' | 'some'>()({
    name: 'readCatalog',
    start: 'describeIgnored',
    nodes: {
      describeIgnored: {
        rules: ['SES-229', 'PRIV-084', 'PRIV-061'],
        test: (it) => it.describeIgnored,
        yes: 'notControlled',
        no: 'allDescribed',
      },
      allDescribed: { rules: ['PRIV-061'], test: (it) => it.notShown.length === 0, yes: 'all', no: 'some' },
      notControlled: { rules: ['SES-229', 'PRIV-084', 'PRIV-007'], outcome: 'all', tone: 'aside' },
      all: { rules: ['PRIV-061'], outcome: 'all', tone: 'aside' },
      some: { rules: ['PRIV-061'], outcome: 'some', tone: 'none' },
    },
  }),
  then: { all: nothing, some: nothing },
})
