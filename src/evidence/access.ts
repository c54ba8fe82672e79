import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import { office } from '../gallery/office'
import type { WorldSpec } from '../simulation/scenario'
import { acts, calls, says, visits } from './commands'
import { tale, type Tale } from './tale'

/** Who may touch what, under the smallest roles.json that shows it: "a" is held or not, and a list asks for it. */
const model: WorldSpec = {
  ...office,
  dataclasses: [{ name: 'People', attributes: ['name', { name: 'boss', kind: 'alias' }], functions: ['greet'] }],
}
const roles = (allowed: readonly object[], more: object = {}): Json =>
  // Lists of JSON texts.
  ({ privileges: [{ privilege: 'a' }, { privilege: 'c' }], permissions: { allowed }, ...more }) as unknown as Json
const all = { read: ['a'], create: ['a'], update: ['a'], drop: ['a'], execute: ['a'] }
const of = (type: string, applyTo: string, lists: object = all) => ({ type, applyTo, ...lists })

const FILES = {
  open: roles([]),
  restricted: roles([], { restrictedByDefault: true }),
  datastore: roles([of('datastore', 'ds')]),
  classes: roles([of('dataclass', 'People'), of('singleton', 'Till')]),
  attribute: roles([of('attribute', 'People.name')]),
  described: roles([of('method', 'ds.act', { promote: ['a'] }), of('datastore', 'ds', { describe: ['c'] })]),
  faulty: '{',
} as const satisfies Readonly<Record<string, Json>>

const executes = (type: string, applyTo: string): Command => acts(says('access', 'execute', { type, applyTo }))
const greet = executes('method', 'People.greet')
const act = executes('method', 'ds.act')
const till = executes('singleton', 'Till')
const open = executes('singletonMethod', 'Till.open')
const asked = (...args: readonly Json[]): Command => acts(says('access', ...args))
const holding = acts(says('setPrivileges', 'a'))

/** What the property is about, in the releases that have it. */
const RESTRICTED = ['SES-230', 'PRIV-014']

const under = (file: keyof typeof FILES, id: string, ...commands: readonly Command[]): Tale =>
  tale(id, commands, {
    settings: { roles: FILES[file] },
    spec: model,
    names: id === 'restrictedData' ? RESTRICTED : [],
  })

export const ACCESS: readonly Tale[] = [
  under('open', 'nothingListed', asked('read', 'People'), greet, act, till),
  under('open', 'promoteIsNoAccess', asked('promote', 'People')),
  under('open', 'aliasNotLooked', asked('update', 'People.boss')),
  under('restricted', 'restrictedData', asked('read', 'People')),
  under('restricted', 'restrictedFunction', greet),
  under('restricted', 'restrictedSingleton', till),
  under('datastore', 'datastoreDenies', asked('read', 'People')),
  under('datastore', 'datastoreAllows', holding, asked('read', 'People'), greet, act, till),
  under('classes', 'classDeniesSingleton', open),
  under('classes', 'classAllows', holding, greet, till, open),
  under('attribute', 'attributeLeftNull', asked('create', 'People.name', null)),
  under('attribute', 'attributeNothingToDrop', asked('drop', 'People.name', null)),
  under('attribute', 'attributeByName', visits('/rest/People/name')),
  under('described', 'describeHides', calls(says('access', 'read', 'People'))),
  under('described', 'describeHeld', acts(says('setPrivileges', 'c')), calls(says('access', 'read', 'People'))),
  under('faulty', 'faultyFile', visits('/verify')),
]
