import { isRecord, readJson } from '../engine/json'
import type { Resource } from '../engine/roles/rolesFile'
import type { AttributeKind } from '../engine/world'

/**
 * What there is to protect: dataclasses, attributes, functions, singletons. Where a source does not say all of it, a
 * part is absent, or the whole is not complete: then a name that is not in it may exist all the same.
 */
export interface Model {
  readonly dataclasses: readonly DataclassModel[]
  /** Functions of the datastore class. */
  readonly functions?: readonly string[]
  readonly singletons?: readonly SingletonModel[]
  /** Lists every attribute and function there is, not only those of the structure. */
  readonly complete: boolean
}
export interface DataclassModel {
  readonly name: string
  readonly attributes?: readonly { readonly name: string; readonly kind: AttributeKind }[]
  readonly functions?: readonly FunctionModel[]
}
export interface FunctionModel {
  readonly name: string
  /** The class that has it: entity and selection functions are named by their dataclass too (PRIV-056). */
  readonly of: 'dataclass' | 'entity' | 'selection'
}
export interface SingletonModel {
  readonly name: string
  readonly functions?: readonly string[]
}

/** A data model in any of its forms: /rest/$catalog as JSON, catalog.4DCatalog as XML, or typed (see README). */
export function readModel(text: string): Model | undefined {
  if (/^\uFEFF?\s*</.test(text)) return structureOf(text)
  const reading = readJson(text, 50_000_000)
  if ('problem' in reading || !isRecord(reading.value)) return undefined
  const { dataClasses, dataclasses } = reading.value
  if (Array.isArray(dataClasses)) return catalogOf(reading.value)
  return Array.isArray(dataclasses) ? typedOf(reading.value) : undefined
}

type Fields = Readonly<Record<string, unknown>>

const recordsOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isRecord) : [])
const nameOf = ({ name }: Fields): string => (typeof name === 'string' ? name : '')
const namesIn = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value)
    ? value.map((it: unknown) => (isRecord(it) ? nameOf(it) : String(it))).filter((it) => it !== '')
    : undefined

/** A part that is there; a part that is not said stays absent. */
const part = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }

// --- /rest/$catalog --------------------------------------------------------------------------------------------------

const KINDS: Readonly<Record<string, AttributeKind>> = {
  relatedEntity: 'relation',
  relatedEntities: 'relation',
  relation: 'relation',
  alias: 'alias',
  calculated: 'computed',
  computed: 'computed',
}
const kindOf = (kind: unknown): AttributeKind => (typeof kind === 'string' ? KINDS[kind] : undefined) ?? 'storage'

const OWNERS: Readonly<Record<string, FunctionModel['of']>> = {
  entity: 'entity',
  entityCollection: 'selection',
  entitySelection: 'selection',
  selection: 'selection',
}
const ownerOf = (of: unknown): FunctionModel['of'] => (typeof of === 'string' ? OWNERS[of] : undefined) ?? 'dataclass'

/** It lists what is exposed: complete for a reader of REST, not for the datastore. */
function catalogOf(file: Fields): Model {
  const functions = namesIn(file.methods)
  const singletons = Array.isArray(file.singletons) ? recordsOf(file.singletons) : undefined
  return {
    complete: true,
    dataclasses: recordsOf(file.dataClasses).map((it) => ({
      name: nameOf(it),
      ...part('attributes', Array.isArray(it.attributes) ? attributesOf(it.attributes) : undefined),
      // A dataclass that is described and names no methods has none.
      ...part('functions', (it.methods ?? it.attributes) ? recordsOf(it.methods).map(functionOf) : undefined),
    })),
    ...part('functions', functions),
    ...part(
      'singletons',
      singletons?.map((it) => ({ name: nameOf(it), ...part('functions', namesIn(it.methods)) })),
    ),
  }
}
const attributesOf = (value: unknown) => recordsOf(value).map((it) => ({ name: nameOf(it), kind: kindOf(it.kind) }))
const functionOf = (it: Fields): FunctionModel => ({ name: nameOf(it), of: ownerOf(it.applyTo) })

// --- Typed -----------------------------------------------------------------------------------------------------------

function typedOf(file: Fields): Model {
  const fields = (value: unknown): readonly Fields[] =>
    Array.isArray(value)
      ? value.map((it: unknown) => (typeof it === 'string' ? { name: it } : it)).filter(isRecord)
      : []
  const singletons = Array.isArray(file.singletons) ? fields(file.singletons) : undefined
  return {
    complete: file.complete !== false,
    dataclasses: fields(file.dataclasses).map((it) => ({
      name: nameOf(it),
      ...part('attributes', it.attributes === undefined ? undefined : attributesOf(fields(it.attributes))),
      ...part(
        'functions',
        it.functions === undefined
          ? undefined
          : fields(it.functions).map((one) => ({ name: nameOf(one), of: ownerOf(one.of) })),
      ),
    })),
    ...part('functions', namesIn(file.functions)),
    ...part(
      'singletons',
      singletons?.map((it) => ({ name: nameOf(it), ...part('functions', namesIn(it.functions)) })),
    ),
  }
}

// --- catalog.4DCatalog -----------------------------------------------------------------------------------------------

const TAG = /<(\/?)([\w]+)((?:\s+[\w:]+\s*=\s*"[^"<]*")*)\s*\/?>/g
const FIELD = /([\w:]+)\s*=\s*"([^"<]*)"/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)

/** Tables, fields and relations. Aliases, computed attributes and functions live in classes, which it does not tell. */
function structureOf(text: string): Model | undefined {
  const tables = new Map<string, { name: string; kind: AttributeKind }[]>()
  let table: { name: string; kind: AttributeKind }[] | undefined
  let relation: ReadonlyMap<string, string> | undefined
  let side: 'name_Nto1' | 'name_1toN' = 'name_Nto1'
  let known = false
  for (const [, closes, tag, rest = ''] of text.matchAll(TAG)) {
    if (tag === 'base') known = true
    if (closes) {
      if (tag === 'table') table = undefined
      if (tag === 'relation') relation = undefined
      continue
    }
    const fields = new Map([...rest.matchAll(FIELD)].map(([, key, value]) => [key!, plain(value!)] as const))
    const name = fields.get('name') ?? ''
    if (tag === 'relation') relation = fields
    else if (tag === 'related_field') side = fields.get('kind') === 'destination' ? 'name_1toN' : 'name_Nto1'
    else if (tag === 'table' && !relation) tables.set(name, (table = []))
    else if (tag === 'field' && table) table.push({ name, kind: 'storage' })
    else if (tag === 'table_ref' && relation?.get(side))
      tables.get(name)?.push({ name: relation.get(side)!, kind: 'relation' })
  }
  if (!known) return undefined
  return { complete: false, dataclasses: [...tables].map(([name, attributes]) => ({ name, attributes })) }
}

// --- Looking up ------------------------------------------------------------------------------------------------------

/** Is there such a resource? Names are compared without case. */
export interface Knowledge {
  readonly knows: (resource: Resource) => 'yes' | 'no' | 'perhaps'
  /** Names of the same kind, and of the same owner where there is one. */
  readonly names: (resource: Resource) => readonly string[]
  /** Dataclasses, entities and selections that have a function of this name. */
  readonly owners: (resource: Resource) => readonly FunctionModel['of'][]
  readonly kind: (resource: Resource) => AttributeKind | undefined
}

const low = (name: string): string => name.toLowerCase()

export function knowledgeOf({ dataclasses, functions, singletons, complete }: Model): Knowledge {
  const classes = new Map(dataclasses.map((it) => [low(it.name), it]))
  const single = new Map((singletons ?? []).map((it) => [low(it.name), it]))
  const split = (name: string): readonly [string, string] => {
    const dot = name.indexOf('.')
    return dot < 0 ? [low(name), ''] : [low(name.slice(0, dot)), name.slice(dot + 1)]
  }
  const full = (owner: string, names: readonly string[] | undefined) => names?.map((it) => `${owner}.${it}`)

  /** Every name that would do; undefined when the source does not say. */
  function among({ type, applyTo }: Resource): readonly string[] | undefined {
    const [owner] = split(applyTo)
    if (type === 'datastore') return ['ds']
    if (type === 'dataclass') return dataclasses.map(({ name }) => name)
    if (type === 'singleton') return singletons?.map(({ name }) => name)
    if (type === 'singletonMethod') {
      const it = single.get(owner)
      return it ? full(it.name, it.functions) : singletons && []
    }
    if (type === 'method' && owner === 'ds') return full('ds', functions)
    const it = classes.get(owner)
    if (!it) return []
    return full(
      it.name,
      (type === 'attribute' ? it.attributes : it.functions)?.map(({ name }) => name),
    )
  }
  return {
    knows(resource) {
      const names = among(resource)
      if (!names) return 'perhaps'
      if (names.some((it) => low(it) === low(resource.applyTo))) return 'yes'
      const [owner] = split(resource.applyTo)
      const inside = resource.type === 'attribute' || resource.type === 'method'
      return inside && !complete && classes.has(owner) ? 'perhaps' : 'no'
    },
    names: (resource) => among(resource) ?? [],
    owners(resource) {
      const [owner, name] = split(resource.applyTo)
      return (classes.get(owner)?.functions ?? []).filter((it) => low(it.name) === low(name)).map(({ of }) => of)
    },
    kind({ type, applyTo }) {
      const [owner, name] = split(applyTo)
      if (type !== 'attribute') return undefined
      return classes.get(owner)?.attributes?.find((it) => low(it.name) === low(name))?.kind
    },
  }
}
