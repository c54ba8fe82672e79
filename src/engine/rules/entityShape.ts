import { decision } from '../../decision/decision'
import type { SessionName } from '../ids'
import type { Json } from '../json'
import { rolesOf } from '../place'
import type { Asked } from '../request'
import { listFor } from '../roles/rolesFile'
import { begin, nothing, rule } from '../rule'
import type { World } from '../world'
import { mayAccess } from './access'

/** Which attributes of a readable dataclass does this session receive? */
export interface Shape {
  readonly access: NonNullable<Asked['access']>
  readonly scalable: boolean
  readonly session: SessionName | null
}

interface Facts {
  readonly resource: string
  readonly sent: readonly string[]
  readonly leftOut: readonly string[]
  readonly askedByName: boolean
}

export const entityShape = rule<Shape, Facts, 'whole' | 'leftOut' | 'invalid'>({
  facts(world, { access: { resource, attributes }, scalable, session }) {
    const known = world.dataclasses.get(resource.applyTo)?.attributes.map(({ name }) => name) ?? []
    const wanted = attributes.length > 0 ? attributes : known
    const sent = wanted.filter((name) => readable(world, `${resource.applyTo}.${name}`, scalable, session))
    return {
      resource: resource.applyTo,
      sent,
      leftOut: wanted.filter((name) => !sent.includes(name)),
      askedByName: attributes.length > 0,
    }
  },
  decision: decision<Facts, 'whole' | 'leftOut' | 'invalid'>()({
    name: 'entityShape',
    start: 'all',
    nodes: {
      all: {
        rules: ['PRIV-054', 'PRIV-083', 'SES-163'],
        test: (it) => it.leftOut.length === 0,
        yes: 'whole',
        no: 'askedByName',
      },
      askedByName: { rules: ['PRIV-083'], test: (it) => it.askedByName, yes: 'invalid', no: 'leftOut' },
      whole: { rules: ['PRIV-054'], outcome: 'whole', tone: 'aside' },
      leftOut: { rules: ['PRIV-083', 'SES-163'], outcome: 'leftOut', tone: 'aside' },
      invalid: { rules: ['PRIV-083'], outcome: 'invalid', tone: 'none' },
    },
  }),
  then: { whole: nothing, leftOut: nothing, invalid: nothing },
})

/**
 * Walked on a run of its own: these tables are many and alike, and the shape is what the reader is shown. Nothing is
 * asked about an attribute without a list: it is as readable as its dataclass, and that was passed (PRIV-054).
 */
function readable(world: World, applyTo: string, scalable: boolean, session: SessionName | null): boolean {
  const resource = { type: 'attribute', applyTo } as const
  const roles = rolesOf(world)
  if (!roles || listFor(roles, resource, 'read').length === 0) return true
  return mayAccess(begin(world), { action: 'read', resource, forWeb: true, scalable, session, promoted: [] })
}

/** The answer as JSON: one invalid entity has no values to show (PRIV-083). */
export const bodyOf = ({ resource, sent, leftOut }: Facts, outcome: string): Json => ({
  dataclass: resource,
  attributes: sent,
  leftOut,
  ...(outcome === 'invalid' ? { __INVALID: 1 } : {}),
})
