import { decision } from '../../decision/decision'
import { rolesOf } from '../place'
import type { Asked } from '../request'
import type { Resource, Roles } from '../roles/rolesFile'
import { nothing, rule } from '../rule'
import type { World } from '../world'

/** What an address names that this world does not have. */
export interface Missing {
  readonly what: 'dataclass' | 'function' | 'page' | 'method'
  readonly name: string
}

/**
 * The first thing named that is not there; null when all is, or when the world does not say. Asked before the table, so
 * that a request for something that is there costs no walk. A world without dataclasses, or a dataclass without
 * functions, says nothing about them, and no world lists its singletons. A function is also there when it is written,
 * or when roles.json names it.
 */
export function missingIn(world: World, { kind, access, method, path, page }: Asked): Missing | null {
  if (access) {
    const { type, applyTo } = access.resource
    if (world.dataclasses.size === 0) return null
    if (type === 'dataclass') return world.dataclasses.has(applyTo) ? null : { what: 'dataclass', name: applyTo }
    return type === 'method' ? missingFunction(world, access.resource, method ?? applyTo) : null
  }
  if (kind === 'action' || kind === 'soap') return method === null ? { what: 'method', name: path } : null
  const { pages } = world.settings
  if (pages.length === 0 || (kind !== 'page' && kind !== 'tags' && kind !== 'renderer')) return null
  const name = kind === 'renderer' ? page : path
  return pages.includes(name) ? null : { what: 'page', name }
}

function missingFunction(world: World, { applyTo }: Resource, method: string): Missing | null {
  const dot = applyTo.indexOf('.')
  const owner = applyTo.slice(0, dot)
  const dataclass = world.dataclasses.get(owner)
  if (!dataclass && owner !== 'ds') return { what: 'dataclass', name: owner }
  const functions = dataclass?.functions
  const listed = functions && (functions.length === 0 || functions.includes(applyTo.slice(dot + 1)))
  const there = listed || world.methods.has(method) || isNamed(rolesOf(world), applyTo)
  return there ? null : { what: 'function', name: applyTo }
}

/** Does any permission name this function? */
function isNamed(roles: Roles | undefined, applyTo: string): boolean {
  for (const lists of roles?.lists.get('method')?.values() ?? []) {
    if (lists.has(applyTo.toLowerCase())) return true
  }
  return false
}

interface Facts {
  readonly name: string
  readonly isPage: boolean
  readonly isDataclass: boolean
  readonly isFunction: boolean
  readonly otherCase: string
}

/**
 * Why an address leads nowhere. A dataclass is looked for before any permission, as exposure is (PRIV-007); a function
 * only when it is allowed, because the world knows most functions by what is written.
 */
export const addressThere = rule<Missing, Facts, 'missing'>({
  facts: ({ dataclasses }, { what, name }) => ({
    name: name.slice(0, 40),
    isPage: what === 'page',
    isDataclass: what === 'dataclass',
    isFunction: what === 'function',
    otherCase:
      what === 'dataclass' ? (dataclasses.find((it) => it.name.toLowerCase() === name.toLowerCase())?.name ?? '') : '',
  }),
  decision: decision<Facts, 'missing'>()({
    name: 'addressThere',
    start: 'page',
    nodes: {
      page: { rules: ['PLAY-010'], test: (it) => it.isPage, yes: 'unknownPage', no: 'dataclass' },
      dataclass: { rules: ['PLAY-010', 'PRIV-007'], test: (it) => it.isDataclass, yes: 'otherCase', no: 'function' },
      // ORDA names tell capitals from small letters; whether addresses do is not said.
      otherCase: {
        rules: ['PRIV-018', 'PLAY-010'],
        test: (it) => it.otherCase !== '',
        yes: 'wrongCase',
        no: 'unknownDataclass',
      },
      function: {
        rules: ['PLAY-010', 'PRIV-007'],
        test: (it) => it.isFunction,
        yes: 'unknownFunction',
        no: 'noMethod',
      },
      unknownPage: { rules: ['PLAY-010'], outcome: 'missing', tone: 'bad' },
      unknownDataclass: { rules: ['PLAY-010', 'PRIV-007'], outcome: 'missing', tone: 'bad' },
      wrongCase: { rules: ['PRIV-018', 'PLAY-010'], outcome: 'missing', tone: 'bad', assumed: true },
      unknownFunction: { rules: ['PLAY-010', 'PRIV-007'], outcome: 'missing', tone: 'bad' },
      noMethod: { rules: ['PLAY-010'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { missing: nothing },
})
