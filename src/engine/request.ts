import type { SendRequest } from './command'
import { contextExists, CONTEXTS, type ContextName } from './contexts'
import type { Action, Resource } from './roles/rolesFile'
import type { World } from './world'

/** What an address asks of the web server. Names of kinds are those of the places where its code runs. */
export type RequestKind =
  'action' | 'tags' | 'handler' | 'rest' | 'singleton' | 'authentify' | 'renderer' | 'soap' | 'page'

/** A request as the web server understands it. */
export interface Asked {
  readonly kind: RequestKind
  readonly context: ContextName
  /** REST and Qodly pages: behind the force-login gate and in the licence count. */
  readonly rest: boolean
  /** Always served in force-login mode: the catalogue, authentify, web forms (SES-222). */
  readonly descriptive: boolean
  /** What it wants to do to data, when the address itself says so. */
  readonly access: {
    readonly action: Action
    readonly resource: Resource
    readonly attributes: readonly string[]
  } | null
  /** The method, function or handler that runs. */
  readonly method: string | null
  readonly token: string | null
  readonly path: string
  /** What it wants with an entity set: keep one in memory, or use or release one that is there. */
  readonly entitySet: EntitySetAsked | null
  /** The Qodly page that is asked for; empty when it is none. */
  readonly page: string
}

export type EntitySetAsked =
  { readonly does: 'make'; readonly timeout: number | null } | { readonly does: 'use' | 'release'; readonly id: string }

/** The text before the first such sign; all of it when there is none. */
const until = (sign: string, text: string): string => {
  const at = text.indexOf(sign)
  return at < 0 ? text : text.slice(0, at)
}

/** Splits an address into its path and its parameters, tolerant of what people paste. */
export function splitUrl(url: string): { readonly path: string; readonly query: ReadonlyMap<string, string> } {
  const local = until('#', url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/]*/i, ''))
  const path = until('?', local)
  const search = local.slice(path.length + 1)
  return { path: path.startsWith('/') ? path : `/${path}`, query: search === '' ? NO_QUERY : queryOf(search) }
}

const NO_QUERY: ReadonlyMap<string, string> = new Map()

function queryOf(search: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>()
  for (const part of search.split('&')) {
    const key = until('=', part)
    if (key) query.set(decode(key), decode(part.slice(key.length + 1)))
  }
  return query
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** What a request asks for; with `handlers` false, as a web server reads it that has no HTTP request handlers. */
export function read(world: World, command: SendRequest, handlers = true): Asked {
  const { path, query } = splitUrl(command.url)
  const token = command.token ?? query.get('$4DSID') ?? null
  const {
    kind,
    context,
    rest = false,
    descriptive = false,
    access = null,
    method = null,
    entitySet = null,
  } = kindOf(world, command, path, query, handlers)
  const page = kind === 'renderer' ? (query.get('w') ?? '') : ''
  return { kind, context, rest, descriptive, access, method, token, path, entitySet, page }
}

/** What follows from the address. A part that is not said is false or null. */
type Kind = Pick<Asked, 'kind' | 'context'> &
  Partial<Pick<Asked, 'rest' | 'descriptive' | 'access' | 'method' | 'entitySet'>>

function kindOf(
  world: World,
  command: SendRequest,
  path: string,
  query: ReadonlyMap<string, string>,
  handlers: boolean,
): Kind {
  const parts = path.split('/').filter(Boolean).map(decode)
  const first = parts[0]?.toLowerCase() ?? ''

  if (first === '4daction') return { kind: 'action', context: 'action', method: parts[1] ?? null }
  if (first === '4dsoap') return { kind: 'soap', context: 'soap', method: parts[1] ?? null }
  if (first === '$lib' && parts[1]?.toLowerCase() === 'renderer' && contextExists(CONTEXTS.renderer, world.release))
    return { kind: 'renderer', context: 'renderer', rest: true }
  if (first === 'rest') return readRest(world, command, parts.slice(1), query)
  const handler = handlers ? world.settings.handlers.find(({ pattern }) => path.startsWith(pattern)) : undefined
  if (handler) return { kind: 'handler', context: 'handler', method: handler.method }
  if (/\.(shtml?|4dhtml?)$/i.test(path)) return { kind: 'tags', context: 'tags', method: command.code ? path : null }
  return { kind: 'page', context: 'onWebConnection', method: command.code ? path : null }
}

/** The database method that $directory/login calls, when the world has one. */
const LOGIN = 'onRestAuthentication'

const WRITES: Readonly<Record<string, Action>> = { delete: 'drop', update: 'update' }

function readRest(
  world: World,
  { method = 'GET' }: SendRequest,
  [first = '', second, third]: readonly string[],
  query: ReadonlyMap<string, string>,
): Kind {
  const rest = { kind: 'rest', context: 'rest', rest: true } as const
  const execute = (resource: Resource): Asked['access'] => ({ action: 'execute', resource, attributes: [] })
  const asked = first.toLowerCase()
  if (asked === '$catalog') {
    const knocks = second?.toLowerCase() === 'authentify' && method === 'POST'
    if (knocks && contextExists(CONTEXTS.authentify, world.release)) {
      const access = execute({ type: 'method', applyTo: 'ds.authentify' })
      return { kind: 'authentify', context: 'authentify', rest: true, descriptive: true, access, method: 'authentify' }
    }
    // A datastore function is called on $catalog; without one, the catalogue itself is asked for.
    const datastoreFunction = second !== undefined && (method === 'POST' || world.methods.has(`ds.${second}`))
    return datastoreFunction
      ? { access: execute({ type: 'method', applyTo: `ds.${second}` }), method: `ds.${second}`, ...rest }
      : { descriptive: true, ...rest }
  }
  if (asked === '$directory' && second?.toLowerCase() === 'login')
    return { ...rest, context: 'onRestAuthentication', method: world.methods.has(LOGIN) ? LOGIN : null }
  if (asked === '$getwebform') return { descriptive: true, ...rest }
  if (asked === '$singleton' && second && contextExists(CONTEXTS.singleton, world.release)) {
    const name = third ? `${second}.${third}` : second
    return {
      kind: 'singleton',
      context: 'singleton',
      rest: true,
      access: execute({ type: third ? 'singletonMethod' : 'singleton', applyTo: name }),
      method: name,
    }
  }
  if (asked.startsWith('$') || first === '') return rest
  const [dataclass = first, key] = first.split('(')
  const isFunction = second !== undefined && (method === 'POST' || isFunctionOf(world, dataclass, second))
  if (isFunction)
    return {
      access: execute({ type: 'method', applyTo: `${dataclass}.${second}` }),
      method: `${dataclass}.${second}`,
      ...rest,
    }
  const wanted = query.get('$method')?.toLowerCase() ?? ''
  const write = WRITES[wanted]
  // Sending an entity without its key makes a new one.
  const action: Action = write === 'update' && key === undefined ? 'create' : (write ?? 'read')
  const ofSet = second?.toLowerCase() === '$entityset' && third !== undefined
  const attributes = ((ofSet ? undefined : second) ?? query.get('$attributes') ?? '')
    .split(',')
    .map((it) => it.trim())
    .filter(Boolean)
  const access = { action, resource: { type: 'dataclass', applyTo: dataclass }, attributes } as const
  if (ofSet) return { access, entitySet: { does: wanted === 'release' ? 'release' : 'use', id: third }, ...rest }
  if (wanted === 'entityset') return { access, entitySet: { does: 'make', timeout: secondsIn(query) }, ...rest }
  return { access, ...rest }
}

/** $timeout in whole seconds; null when it says nothing that makes sense. */
function secondsIn(query: ReadonlyMap<string, string>): number | null {
  const seconds = Math.floor(Number(query.get('$timeout') ?? ''))
  return seconds > 0 && seconds < 2 ** 40 ? seconds : null
}

const isFunctionOf = ({ dataclasses }: World, dataclass: string, name: string): boolean =>
  dataclasses.get(dataclass)?.functions.includes(name) ?? false
