import { has, type Release } from '../engine/releases/releases'
import { protectionOf, type Action, type Resource, type RolesProblem } from '../engine/roles/rolesFile'
import { compile, type Compiled } from './compile'
import type { Finding } from './finding'
import { lint } from './lint'
import type { Model } from './model'

/** The first thing to know about a file: is it in force, what has it left open, which names match nothing. */
export interface FirstAnswer {
  readonly state: Compiled['state']
  /** The first fault: the one that switches protection off. */
  readonly problem: RolesProblem | undefined
  readonly forceLogin: Flag
  readonly restrictedByDefault: Flag
  readonly holes: readonly Hole[]
  /** Names that nobody can hold, and resources that do not exist. */
  readonly unmatched: readonly Finding[]
  /** Most dangerous first. */
  readonly dangers: readonly Danger[]
}
/** What the file says, and whether this release reads it. */
export type Flag = 'on' | 'off' | 'ignored'

/** What may be done because nobody has said anything about it (PRIV-067). */
export interface Hole {
  readonly action: Action
  /** Whatever the file does not name. */
  readonly others: boolean
  /** Of what is named, or in the data model. */
  readonly resources: readonly Resource[]
  /** Guests may; else those who may read, since nothing is written unread (PRIV-059). */
  readonly everybody: boolean
}

export interface Danger {
  readonly what: 'faulty' | 'noFile' | 'noPermissions' | 'hole' | 'guestWrites' | 'webAdmin' | 'noLogin' | 'unmatched'
  readonly action?: Action
  readonly names: readonly string[]
  /** For a hole: whatever is not named at all. */
  readonly others?: boolean
  readonly everybody?: boolean
}

/** The worst first: what is gone cannot be read again. */
const WORST = ['drop', 'update', 'create', 'execute', 'read'] as const satisfies readonly Action[]

export function firstAnswer(text: string | null, release: Release, model?: Model): FirstAnswer {
  const protection = protectionOf(text, has(release, 'singletonPermissions'))
  const compiled = compile(protection, release, model)
  const holes = compiled.state === 'on' ? holesOf(compiled) : []
  const findings = text === null ? [] : lint(text, { release, model })
  const unmatched = findings.filter(({ code, why }) => UNMATCHED.has(code) && why !== 'perhaps')
  return {
    state: compiled.state,
    problem: protection.state === 'faulty' ? protection.problem : undefined,
    forceLogin: flagOf(protection.state === 'on' && protection.roles.forceLogin, has(release, 'forceLogin')),
    restrictedByDefault: flagOf(restrictedIn(text), has(release, 'restrictedByDefault')),
    holes,
    unmatched,
    dangers: dangersOf(compiled, holes, unmatched),
  }
}

const UNMATCHED: ReadonlySet<string> = new Set(['RJ-101', 'RJ-102', 'RJ-105'])

const flagOf = (says: boolean, read: boolean): Flag => (!says ? 'off' : read ? 'on' : 'ignored')

function restrictedIn(text: string | null): boolean {
  const protection = protectionOf(text)
  return protection.state === 'on' && protection.roles.restrictedByDefault
}

const isOther = ({ applyTo }: Resource): boolean => applyTo.endsWith('*')

/** Dataclasses for data; functions and singletons, too, for what is executed. Attributes follow their dataclass. */
const concerns = (action: Action, { type }: Resource): boolean =>
  action === 'execute' ? type !== 'attribute' && type !== 'datastore' && type !== 'dataclass' : type === 'dataclass'

function holesOf(compiled: Compiled): readonly Hole[] {
  return WORST.flatMap((action) => {
    const open = compiled.resources.filter(
      (it) => concerns(action, it) && compiled.byOmission(compiled.cell(action, it.type, it.applyTo)),
    )
    const named = open.filter((it) => !isOther(it))
    const others = open.some(isOther)
    if (open.length === 0) return []
    const guestMay = open.some(({ type, applyTo }) =>
      compiled.mayAt(compiled.guest, compiled.cell(action, type, applyTo)),
    )
    return [{ action, others, resources: named, everybody: guestMay }]
  })
}

function dangersOf(compiled: Compiled, holes: readonly Hole[], unmatched: readonly Finding[]): readonly Danger[] {
  if (compiled.state === 'faulty') return [{ what: 'faulty', names: [] }]
  if (compiled.state === 'absent') return [{ what: 'noFile', names: [] }]
  if (compiled.state === 'noPermissions') return [{ what: 'noPermissions', names: [] }]
  const ds = compiled.cell('read', 'datastore', 'ds')
  const administrators = compiled.roles.filter((name) => compiled.ruleAt(compiled.role(name)!, ds) === 'PRIV-027')
  return [
    ...holes.map(({ action, others, resources, everybody }): Danger => ({
      ...{ what: 'hole', action, others, everybody },
      names: resources.map(({ applyTo }) => applyTo),
    })),
    ...guestWrites(compiled),
    ...(administrators.length > 0 ? [{ what: 'webAdmin', names: administrators } as const] : []),
    ...(unmatched.length > 0 ? [{ what: 'unmatched', names: [...new Set(unmatched.map(nameIn))] } as const] : []),
    ...(compiled.forceLogin ? [] : [{ what: 'noLogin', names: [] } as const]),
  ]
}

const nameIn = ({ facts }: Finding): string => facts.name ?? facts.applyTo ?? ''

/** What a list lets guests write, on purpose or by mistake. */
function guestWrites(compiled: Compiled): readonly Danger[] {
  return (['drop', 'update', 'create'] as const).flatMap((action) => {
    const names = compiled.resources.filter((it) => {
      const at = compiled.cell(action, it.type, it.applyTo)
      return concerns(action, it) && !isOther(it) && !compiled.byOmission(at) && compiled.mayAt(compiled.guest, at)
    })
    return names.length === 0
      ? []
      : [{ what: 'guestWrites', action, names: names.map(({ applyTo }) => applyTo) } as const]
  })
}
