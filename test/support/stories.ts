import type { Command } from '../../src/engine/command'
import type { ContextName } from '../../src/engine/contexts'
import { CONTEXTS } from '../../src/engine/contexts'
import type { Json } from '../../src/engine/json'
import { MEMBERS } from '../../src/engine/method'
import { SUITE } from '../../src/evidence/suite'
import { office } from '../../src/gallery/office'
import type { SettingsSpec, WorldSpec } from '../../src/simulation/scenario'
import {
  acts,
  actsWith,
  alone,
  area,
  begins,
  calls,
  connects,
  ends,
  leaves,
  logsOut,
  onClient,
  onServer,
  opens,
  page,
  remotely,
  runs,
  says,
  sets,
  soloArea,
  starting,
  starts,
  startsWeb,
  stops,
  stopsWeb,
  stored,
  visits,
  waits,
} from './commands'
import { rolesOfOffice } from './told'

/** A story that reaches some corner of the tables, to be told in every release. */
export interface Tale {
  readonly name: string
  readonly spec: WorldSpec
  readonly settings?: SettingsSpec
  readonly commands: readonly Command[]
}

const tale = (name: string, commands: readonly Command[], settings: SettingsSpec = {}, spec = office): Tale => ({
  name,
  spec,
  settings,
  commands,
})

/** What ships to prove the rules comes first; below are the large tales, too long to be read, that try everything. */
const shipped = SUITE.map(({ id, spec, settings, commands }) => tale(id, commands, settings, spec))

const ARGUMENTS: Readonly<Record<string, readonly Json[]>> = {
  writeStorage: ['k', 1],
  setIdleTimeout: [30],
  setPrivileges: ['payroll'],
  hasPrivilege: ['payroll'],
  promote: ['lookup'],
  demote: [1],
  restore: ['otp-1'],
  access: ['read', 'Salaries'],
  sessionInfo: ['remote-ana'],
  storageOfSession: ['remote-ana', 'k'],
  processActivity: ['remote-ana'],
  setUserAlias: ['Zoe'],
  variable: ['x'],
  setVariable: ['x', 1],
  dropRemoteUser: ['remote-nobody'],
  writeNested: ['cart', 'items', 1],
  writeMachineStorage: ['k', 1],
  setQuota: ['nbEntitySets', 1],
  singleton: ['session', 'Cart'],
}
const everything = MEMBERS.map((it) => says(it, ...(ARGUMENTS[it] ?? [])))
// The keys of a record of all contexts.
const places = Object.keys(CONTEXTS) as readonly ContextName[]
const MACHINES = { client: 'ana', server: 'server', standalone: 'solo', web: 'server' } as const

const everywhere = [
  connects(),
  starts(),
  ...places.flatMap((place) =>
    everything.map((it) => runs(MACHINES[CONTEXTS[place].on], place, it.call, ...(it.with ?? []))),
  ),
]

const forced: SettingsSpec = { roles: { ...rolesOfOffice, forceLogin: true } }
const authentify = visits('/rest/$catalog/authentify', { method: 'POST' })
const code = { code: [says('Session')] }

const life: readonly Tale[] = [
  tale('every member in every place', everywhere),
  tale('nobody is there', [
    onServer('id'),
    leaves(),
    stops(),
    connects('solo'),
    connects(),
    connects(),
    connects('bruno'),
    starts(),
    starts(),
    startsWeb(),
    startsWeb('shop'),
    stopsWeb('shop'),
    stopsWeb('shop'),
    stops(),
    startsWeb('solo-web'),
    visits('/', { to: 'nothing' }),
    visits('/', { to: 'solo-web' }),
    visits('/', { from: 'nobody' }),
    stopsWeb(),
    visits('/'),
    runs('server', 'action', 'id'),
    starting('server', { method: 'nightly' }),
    starting('server', { method: 'daily' }),
    visits('/4DACTION/nobodyWroteThis'),
    waits(1),
  ]),
  tale('one licence', [connects(), connects('bruno'), calls(), sets('licences', -1), sets('sameSite', 'Lax')], {
    licences: 1,
  }),
  tale(
    'no server at all',
    [connects()],
    {},
    { ...office, machines: office.machines.filter(({ kind }) => kind !== 'server'), webServers: [] },
  ),
]

const processes = tale('the processes of a client', [
  begins('report'),
  connects(),
  begins('report', { code: [says('id'), says('promote', 'payroll')] }),
  begins('report'),
  begins('import', { needs: 'data' }),
  begins('paint', { needs: 'nothing' }),
  ends('nothing'),
  ends('main'),
  ends('import'),
  ends('report'),
  leaves(),
])

const web: readonly Tale[] = [
  tale('a web session and all its members', [
    acts(...everything),
    acts(says('info')),
    acts(
      says('setPrivileges', 'nobody'),
      says('setPrivileges', { privileges: 'basic', userName: 'Zoe' }),
      says('userName'),
    ),
    acts(says('isGuest'), says('setIdleTimeout', 90), says('writeStorage', 'k', 1, false)),
    acts(
      says('promote', 'payroll'),
      says('promote', 'payroll'),
      says('promote', 'nobody'),
      says('hasPrivilege', 'payroll'),
    ),
    acts(says('promote', 'payroll'), says('demote', 1), says('demote', 1)),
    acts(says('createOTP', 5), says('createOTP', 60), says('hasPrivilege', 'basic')),
    waits(4000),
    acts(...everything),
    visits('/4DSOAP/x', code),
    visits('/4DACTION/x', { ...code, component: 'Shop' }),
    visits('/4DACTION/x', { ...code, in: 'localInRequest' }),
  ]),
  tale('cookies', [
    visits('/4DACTION/action_Session', { scheme: 'https' }),
    visits('/4DACTION/action_Session', { crossSite: true }),
    actsWith('otp-9'),
    waits(3600),
    acts(),
    logsOut('bruno-area'),
    logsOut(),
  ]),
  tale('a lost token and no cookie', [actsWith('otp-9')]),
  tale('tokens and their ends', [
    connects(),
    opens('createOTP'),
    opens('createOTP', 60),
    page('otp-1'),
    page('otp-1'),
    logsOut('ana-area'),
    area('/4DACTION/act', { code: [says('storage', 'k'), says('writeStorage', 'k', 1), ...everything] }),
    waits(100),
    page('otp-2'),
    opens('createOTP'),
    leaves(),
    visits('/verify', { token: 'otp-3' }),
    startsWeb('shop'),
    visits('/4DACTION/act', { to: 'shop', code: [says('createOTP')] }),
    visits('/4DACTION/act', { to: 'shop', token: 'otp-4' }),
    visits('/4DACTION/act', { to: 'shop', code: [says('restore', 'otp-4')] }),
    actsWith('otp-4'),
    actsWith('otp-1'),
    waits(10),
  ]),
  tale('a web session shared by REST', [connects(), acts(says('createOTP')), page('otp-1')]),
  tale('restoring', [acts(says('createOTP')), connects(), area('/4DACTION/act', { code: [says('restore', 'otp-1')] })]),
  tale(
    'scalable sessions off',
    [acts(says('Session')), calls(says('restore', 'x')), calls(), calls(), waits(3600), calls(), actsWith('otp-1')],
    {
      scalableSessions: false,
    },
  ),
  tale('single-user', [
    starts(),
    alone('setPrivileges', 'basic'),
    alone('createOTP'),
    soloArea('/rest/People', { token: 'otp-1' }),
    ...['visitor', 'ana-area', 'bruno-area'].map((from) => visits('/rest/$info', { from, to: 'solo-web' })),
    connects(),
    connects('bruno'),
    ...['visitor', 'ana-area', 'bruno-area', 'solo-area'].map((from) =>
      visits('/rest/$info', { from, to: 'solo-web' }),
    ),
    stops(),
    starts(),
    ...['visitor', 'ana-area', 'bruno-area', 'solo-area'].map((from) =>
      visits('/rest/$info', { from, to: 'solo-web' }),
    ),
  ]),
]

const login: readonly Tale[] = [
  tale(
    'force login',
    [
      visits('/rest/$catalog'),
      visits('/$lib/renderer/?w=People'),
      visits('/rest/People'),
      logsOut(),
      authentify,
      visits('/rest/People'),
      acts(says('clearPrivileges'), says('isGuest')),
      acts(says('isGuest')),
      logsOut(),
      acts(says('isGuest')),
      connects(),
      opens('setPrivileges', 'basic'),
      opens('createOTP'),
      page('otp-1'),
      logsOut('ana-area'),
      visits('/verify'),
    ],
    forced,
  ),
  tale('force login without a licence', [authentify, sets('licences', 1), authentify, visits('/rest/People')], {
    ...forced,
    licences: 0,
  }),
  tale('no force login', [logsOut(), calls(), logsOut(), logsOut('nobody')]),
]

/** Every way through the tables of access: which lists there are, and which of them is held. */
const accesses: readonly Tale[] = (() => {
  const model: WorldSpec = {
    ...office,
    dataclasses: [{ name: 'People', attributes: ['name', { name: 'boss', kind: 'alias' }], functions: ['greet'] }],
  }
  const roles = (allowed: readonly object[], more: object = {}) =>
    ({ privileges: [{ privilege: 'a' }, { privilege: 'c' }], permissions: { allowed }, ...more }) as unknown as Json
  const all = { read: ['a'], create: ['a'], update: ['a'], drop: ['a'], execute: ['a'] }
  const of = (type: string, applyTo: string, lists: object = all) => ({ type, applyTo, ...lists })
  const files: Readonly<Record<string, Json>> = {
    none: roles([]),
    restricted: roles([], { restrictedByDefault: true }),
    ds: roles([of('datastore', 'ds')]),
    classes: roles([of('dataclass', 'People'), of('singleton', 'Till')]),
    own: roles([
      of('method', 'People.greet'),
      of('method', 'ds.act'),
      of('singletonMethod', 'Till.open'),
      of('attribute', 'People.name'),
    ]),
    described: roles([
      of('method', 'ds.act', { promote: ['a'] }),
      of('method', 'People.greet', { promote: ['a'], describe: ['c'] }),
      of('datastore', 'ds', { describe: ['a'] }),
    ]),
    promoting: roles([of('method', 'ds.act', { promote: ['a'] })]),
    readOnly: roles([of('dataclass', 'People', { read: ['a'] })]),
    faulty: '{',
    absent: null,
  }
  const code = [
    ...['read', 'create', 'update', 'drop', 'describe', 'promote'].map((it) => says('access', it, 'People')),
    ...['read', 'create', 'update'].map((it) => says('access', it, 'People.name')),
    ...['create', 'drop', 'update'].map((it) => says('access', it, 'People.name', null)),
    says('access', 'update', 'People.boss'),
    says('access', 'read', 'ds'),
    ...[
      ['method', 'People.greet'],
      ['method', 'ds.act'],
      ['singleton', 'Till'],
      ['singletonMethod', 'Till.open'],
    ].map(([type = '', applyTo = '']) => says('access', 'execute', { type, applyTo })),
  ]
  const urls = ['/rest/People', '/rest/People/name', '/rest/$info']
  return Object.entries(files).flatMap(([name, file]) =>
    ['', 'a', 'c', 'WebAdmin'].map((held) =>
      tale(
        `access under the file "${name}", holding "${held}"`,
        [
          acts(says('setPrivileges', held)),
          // One request for each, because an error ends a method.
          ...code.map((it) => acts(it)),
          ...urls.map((url) => visits(url)),
          calls(says('access', 'read', 'People')),
          visits('/rest/People/greet', { code: [says('hasPrivilege', 'a')] }),
          visits('/verify'),
          connects(),
          onServer('access', 'read', 'People'),
          onClient('access', 'read', 'People'),
          stored('access', 'read', 'People'),
        ],
        { roles: file },
        model,
      ),
    ),
  )
})()

const onRemote4D = tale(
  'a web server on a remote 4D',
  [connects(), visits('/4DACTION/x', { ...code, to: 'own' }), startsWeb('own'), stopsWeb('own'), startsWeb('own')],
  {},
  { ...office, webServers: [...office.webServers, { name: 'own', machine: 'ana' }] },
)

const directory = [visits('/rest/$directory/login', { method: 'POST' }), visits('/rest/$directory/login', code)]
const addresses = tale('addresses that lead nowhere', [
  visits('http://localhost/rest/People'),
  visits('https://elsewhere.example:8043/rest/People'),
  visits('/rest/people'),
  visits('/rest/Nothing'),
  visits('/rest/Nothing/act', { method: 'POST' }),
  visits('/rest/People/act', { method: 'POST' }),
  visits('/$lib/renderer/?w=Nothing'),
  visits('/4DACTION'),
])
const datastores = [
  tale('remote datastores', [
    remotely(),
    starts(),
    remotely('staff', { to: 'shop' }),
    remotely('staff', { idleTimeout: 30 }),
    remotely('staff', { method: 'ds.act', ...code }),
    remotely('other', { idleTimeout: 90, method: 'authentify' }),
    waits(3600),
    remotely('staff', code),
    ...directory,
    visits('/4DACTION/x', { ...code, in: 'onMobileApp' }),
  ]),
  tale('remote datastores with scalable sessions off', [starts(), remotely('staff', code)], {
    scalableSessions: false,
  }),
]

const lockedOff = tale(
  'data with scalable sessions off',
  [visits('/rest/People'), acts(says('access', 'read', 'People'))],
  {
    scalableSessions: false,
  },
)

export const TALES: readonly Tale[] = [
  ...shipped,
  ...life,
  ...web,
  ...login,
  ...accesses,
  lockedOff,
  onRemote4D,
  processes,
  ...datastores,
  addresses,
]
