import { decision } from '../../decision/decision'
import type { Asked } from '../request'
import { nothing, rule } from '../rule'
import type { Dataclass, World } from '../world'

/** REST names something of a dataclass that does not show all of itself: does REST see it? */
export interface Exposed {
  readonly dataclass: Dataclass
  /** Attributes and functions the address names. */
  readonly parts: readonly string[]
}

/** What to ask the table about; null where nothing is hidden, so that most requests cost no walk. */
export function hidingIn({ dataclasses }: World, { access, rest }: Asked): Exposed | null {
  if (!rest || !access) return null
  const { type, applyTo } = access.resource
  const dot = type === 'dataclass' ? -1 : applyTo.indexOf('.')
  const dataclass = dataclasses.get(dot < 0 ? applyTo : applyTo.slice(0, dot))
  if (!dataclass || (dataclass.exposed !== false && !dataclass.hidden?.length)) return null
  return { dataclass, parts: dot < 0 ? access.attributes : [applyTo.slice(dot + 1)] }
}

interface Facts {
  readonly resource: string
  readonly classExposed: boolean
  readonly hiddenParts: readonly string[]
}

export const exposure = rule<Exposed, Facts, 'seen' | 'hidden'>({
  facts: (_, { dataclass, parts }) => ({
    resource: dataclass.name,
    classExposed: dataclass.exposed !== false,
    hiddenParts: parts.filter((it) => dataclass.hidden?.includes(it) ?? false),
  }),
  decision: decision<Facts, 'seen' | 'hidden'>()({
    name: 'exposure',
    start: 'classExposed',
    nodes: {
      classExposed: { rules: ['PRIV-007'], test: (it) => it.classExposed, yes: 'partsExposed', no: 'classHidden' },
      partsExposed: { rules: ['PRIV-007'], test: (it) => it.hiddenParts.length === 0, yes: 'seen', no: 'partHidden' },
      seen: { rules: ['PRIV-007'], outcome: 'seen', tone: 'aside' },
      classHidden: { rules: ['PRIV-007'], outcome: 'hidden', tone: 'bad' },
      partHidden: { rules: ['PRIV-007'], outcome: 'hidden', tone: 'bad' },
    },
  }),
  then: { seen: nothing, hidden: nothing },
})
