import { has, type Release } from '../releases/releases'

const ACTIONS = ['read', 'create', 'update', 'drop', 'describe', 'execute', 'promote'] as const

/** roles.json as a release writes it into a new project (reference: privileges, 2.4); null where it writes none. */
export function generatedRoles(release: Release, forceLogin: boolean): string | null {
  const open = has(release, 'createsOpen')
  if (!open && !has(release, 'createsForced')) return null
  const actions = ACTIONS.filter((it) => it !== 'describe' || !has(release, 'describeIgnored'))
  const lists = Object.fromEntries(actions.map((it) => [it, open ? [] : ['none']]))
  const file = {
    privileges: open ? [] : [{ privilege: 'none', includes: [] }],
    roles: [],
    permissions: { allowed: [{ applyTo: 'ds', type: 'datastore', ...lists }] },
    forceLogin,
    ...(open ? { restrictedByDefault: false } : {}),
  }
  return JSON.stringify(file, null, 2)
}
