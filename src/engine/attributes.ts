import type { SessionName } from './ids'
import type { Json } from './json'
import type { Asked } from './request'
import { begin } from './rule'
import { mayAccess } from './rules/access'
import type { World } from './world'

/**
 * The shape of an entity a session receives: attributes it may not read are not sent; one asked for by name makes the
 * entity invalid (PRIV-083).
 */
export function attributesLeftOut(
  world: World,
  { resource, attributes }: NonNullable<Asked['access']>,
  session: SessionName | null,
): Json {
  const known = world.dataclasses.get(resource.applyTo)?.attributes.map(({ name }) => name) ?? []
  const wanted = attributes.length ? attributes : known
  const readable = (name: string): boolean =>
    // A run of its own: these checks are many and alike, the verdict of the dataclass is what the reader is shown.
    mayAccess(begin(world), {
      action: 'read',
      resource: { type: 'attribute', applyTo: `${resource.applyTo}.${name}` },
      forWeb: true,
      session,
      promoted: [],
    })
  const sent = wanted.filter(readable)
  const leftOut = wanted.filter((name) => !sent.includes(name))
  const invalid = attributes.length > 0 && leftOut.length > 0
  return { dataclass: resource.applyTo, attributes: sent, leftOut, ...(invalid ? { __INVALID: 1 } : {}) }
}
