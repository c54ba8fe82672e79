import fc from 'fast-check'
import { SETTING_NAMES, type Command } from '../../src/engine/command'
import { CONTEXTS, type ContextName } from '../../src/engine/contexts'
import type { Json } from '../../src/engine/json'
import { MEMBERS, type Call, type Statement } from '../../src/engine/method'
import { RELEASES, type Release } from '../../src/engine/releases/releases'
import { office } from '../../src/gallery/office'
import type { SettingsSpec, WorldSpec } from '../../src/simulation/scenario'
import { acts, alone, connects, logsOut, onServer, opens, runs, says, starts, visits, waits } from './commands'
import { rolesOfOffice, worldIn } from './told'

/** Commands as anybody might send them: sensible ones mostly, and nonsense among them. */

const NONSENSE = ['nobody', '__proto__', 'constructor', '', '1'] as const
/** One of these words, and once in a while one that means nothing. */
const word = (...sensible: readonly string[]) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...sensible) },
    { weight: 1, arbitrary: fc.constantFrom(...NONSENSE) },
  )
const client = word('ana', 'ana', 'ana', 'bruno')
const machine = word('ana', 'ana', 'bruno', 'solo', 'server')
const webServer = word('web', 'web', 'web', 'web', 'shop', 'solo-web')
const browser = word('visitor', 'visitor', 'ana-area', 'ana-area', 'bruno-area', 'solo-area')
const token = word('otp-1', 'otp-1', 'otp-2', 'otp-3', 'otp-4', 'mine')
const privilege = word('basic', 'payroll', 'lookup', 'WebAdmin', 'basic,payroll', '')

const argument: fc.Arbitrary<Json> = fc.oneof(
  privilege,
  token,
  fc.constantFrom<Json>(0, 1, 5, 9, 10, 60, 90, 7200, -1, 1.5, 1e300, null, true, false),
  fc.constantFrom<Json>(
    'People',
    'Salaries',
    'People.birthday',
    'ds',
    'k',
    'read',
    'create',
    'update',
    'drop',
    'describe',
  ),
  fc.constantFrom<Json>({ roles: 'Clerk' }, { userName: 'Zoe', privileges: ['basic', 5] }, [], {}, [['basic']]),
  fc.constantFrom<Json>({ type: 'method', applyTo: 'People.greet' }, { type: 'table', applyTo: 1 }),
)
const withArguments = fc.option(fc.array(argument, { maxLength: 3 }), { nil: undefined })

const dressed = (it: object): object =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined))

const call: fc.Arbitrary<Call> = fc
  .record({
    call: fc.constantFrom(...MEMBERS),
    with: withArguments,
    as: fc.option(fc.constantFrom('mine', 'otp-2', 'otp-9'), { nil: undefined }),
  })
  .map((it) => dressed(it) as Call) // without the keys nobody gave
/** Calls that make something happen, more often than all members by turns would. */
const telling: fc.Arbitrary<Call> = fc.oneof(
  privilege.map((it): Call => ({ call: 'setPrivileges', with: [it] })),
  fc.constantFrom<Call>({ call: 'createOTP' }, { call: 'createOTP', with: [60] }, { call: 'clearPrivileges' }),
  token.map((it): Call => ({ call: 'restore', with: [it] })),
  fc.constantFrom<Call>({ call: 'access', with: ['read', 'Salaries'] }, { call: 'promote', with: ['payroll'] }),
  call,
)

const statement: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 6, arbitrary: telling },
  { weight: 1, arbitrary: fc.record({ send: fc.string({ maxLength: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      if: telling,
      then: fc.array(telling, { maxLength: 2 }),
      else: fc.array(telling, { maxLength: 2 }),
    }),
  },
)
const code = fc.option(fc.array(statement, { maxLength: 4, size: 'max' }), { nil: undefined, freq: 2 })

const url = fc.oneof(
  fc.constantFrom(
    '/4DACTION/action_Session',
    '/4DACTION/loginAccountant',
    '/4DACTION/none',
    '/verify',
    '/index.shtml',
    '/',
  ),
  fc.constantFrom('/$lib/renderer/?w=People', '/4DSOAP/x', '/4DACTION/act?$4DSID=otp-1'),
  fc.constantFrom(
    '/rest/People',
    '/rest/Salaries',
    '/rest/People/birthday',
    '/rest/People(1)?$method=update',
    '/rest/$info',
  ),
  fc.constantFrom('/rest/$catalog', '/rest/$catalog/authentify', '/rest/People/greet', '/rest/$singleton/Till/open'),
  fc.string({ maxLength: 8 }),
)

const request = fc
  .record({
    type: fc.constant('sendRequest'),
    from: browser,
    to: webServer,
    url,
    method: fc.constantFrom('GET', 'POST', undefined),
    token: fc.option(token, { nil: undefined, freq: 3 }),
    scheme: fc.constantFrom('http', 'https', undefined, undefined, undefined),
    crossSite: fc.constantFrom(true, undefined, undefined, undefined),
    code,
    component: fc.constantFrom('Shop', undefined, undefined, undefined),
    stays: fc.option(fc.constantFrom('slow', 'slow', 'slower'), { nil: undefined, freq: 6 }),
    address: fc.constantFrom('10.9.9.9', undefined, undefined, undefined),
    in: fc.constantFrom<ContextName | undefined>('onWebAuthentication', 'rest', ...Array<undefined>(8).fill(undefined)),
  })
  .map(dressed)

const typed = <T extends Command['type']>(type: T, more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...more }).map(dressed)

const MACHINES = { client: 'ana', server: 'server', standalone: 'solo', web: 'server' } as const
/** A place with a machine it belongs to; sometimes with another one. */
const place = fc
  // The keys of a record of all contexts.
  .tuple(
    fc.constantFrom(...(Object.keys(CONTEXTS) as readonly ContextName[])),
    fc.option(machine, { nil: undefined, freq: 9 }),
  )
  .map(([name, other]) => ({ in: name, machine: MACHINES[CONTEXTS[name].on], ...dressed({ machine: other }) }))

const setting = fc.oneof(
  typed('changeSetting', { setting: fc.constant('scalableSessions'), value: fc.boolean() }),
  typed('changeSetting', { setting: fc.constant('networkLayer'), value: fc.constantFrom('QUIC', 'ServerNet') }),
  typed('changeSetting', { setting: fc.constant('licences'), value: fc.nat(4) }),
  typed('changeSetting', {
    setting: fc.constantFrom('convertedProject', 'legacySessions', 'sessionIPAddressValidation'),
    value: fc.boolean(),
  }),
  typed('changeSetting', {
    setting: fc.constantFrom('sleepTimeout', 'quicTimeout'),
    value: fc.constantFrom(1, 60, 900),
  }),
  typed('changeSetting', { setting: fc.constantFrom('forceLogin', 'restrictedByDefault'), value: fc.boolean() }),
  typed('changeSetting', { setting: fc.constantFrom(...SETTING_NAMES), value: argument }),
)

const elsewhere = fc.tuple(place, telling).map(([where, it]) => ({ type: 'runCall', ...where, ...it }))
const atAna = fc
  .tuple(fc.constantFrom('executeOnServerMethod', 'onServerOpenConnection', 'clientMethod'), telling)
  .map(([where, it]) => ({ type: 'runCall', machine: 'ana', in: where, ...it }))
const waiting = fc.constantFrom(0, 1, 1, 5, 9, 10, 11, 60, 3599, 3600, 3601, 899, 900, 172_800, -1, 1e12)
const processName = fc.option(word('report'), { nil: undefined, freq: 2 })
const needs = fc.constantFrom('language', 'data', 'nothing', undefined)
const datastore = {
  machine: word('solo', 'ana', 'server'),
  to: webServer,
  localId: fc.constantFrom('staff', 'other'),
  idleTimeout: fc.constantFrom(undefined, 30, 90),
  method: fc.constantFrom(undefined, 'ds.act', 'authentify', 'People.greet'),
  code,
}
const procedure = { machine, method: fc.constantFrom('nightly', 'none', undefined), code }

/** Any command of any type. */
export const command: fc.Arbitrary<Command> = fc
  .oneof(
    { weight: 4, arbitrary: typed('connectClient', { machine: client }) },
    { weight: 1, arbitrary: typed('disconnectClient', { machine: client }) },
    { weight: 2, arbitrary: typed('startStandalone', { machine: word('solo') }) },
    { weight: 1, arbitrary: typed('stopStandalone', { machine: word('solo') }) },
    {
      weight: 2,
      arbitrary: typed('startWebServer', {
        webServer,
        scalableSession: fc.constantFrom(true, false, undefined, undefined, undefined),
      }),
    },
    { weight: 1, arbitrary: typed('stopWebServer', { webServer: word('web', 'shop', 'solo-web') }) },
    { weight: 6, arbitrary: elsewhere },
    { weight: 6, arbitrary: atAna },
    { weight: 2, arbitrary: typed('executeOnServer', procedure) },
    { weight: 20, arbitrary: request },
    { weight: 2, arbitrary: typed('finishRequest', { process: word('slow', 'slower'), code }) },
    { weight: 1, arbitrary: typed('logOut', { from: browser, to: webServer }) },
    { weight: 1, arbitrary: setting },
    { weight: 4, arbitrary: typed('wait', { seconds: waiting }) },
    { weight: 1, arbitrary: typed('startProcess', { machine, process: processName, needs, code }) },
    { weight: 1, arbitrary: typed('openDatastore', datastore) },
    {
      weight: 1,
      arbitrary: fc.oneof(typed('sleepClient', { machine: client }), typed('wakeClient', { machine: client })),
    },
    {
      weight: 1,
      arbitrary: fc.oneof(typed('cutNetwork', { machine: client }), typed('restoreNetwork', { machine: client })),
    },
    {
      weight: 1,
      arbitrary: fc.oneof(
        typed('listSessions', { counted: fc.constantFrom(true, undefined) }),
        typed('dropSession', { session: word('remote-ana', 'web-1', 'stored-procedures') }),
      ),
    },
    { weight: 1, arbitrary: typed('endProcess', { machine, process: word('report', 'process-2', 'main'), code }) },
  )
  .map((it) => it as unknown as Command) // plain words become names, as where a file is read

/** A world of one server, one client, one browser. */
export const small: WorldSpec = {
  machines: [
    { name: 'server', kind: 'server' },
    { name: 'ana', kind: 'client' },
  ],
  webServers: [{ name: 'web', machine: 'server' }],
  browsers: [{ name: 'visitor' }, { name: 'ana-area', machine: 'ana' }],
}

const settings: fc.Arbitrary<SettingsSpec> = fc.record({
  scalableSessions: fc.constantFrom(true, true, true, true, true, false),
  licences: fc.constantFrom(1, 2, 5, 5, 5),
  sameSite: fc.constantFrom('Strict', 'Lax', 'None'),
  networkLayer: fc.constantFrom('QUIC', 'ServerNet'),
  convertedProject: fc.boolean(),
  legacySessions: fc.constantFrom(false, false, true),
  maxSessions: fc.constantFrom(1, 100),
  roles: fc.constantFrom<Json>(rolesOfOffice, { ...rolesOfOffice, forceLogin: true }, null, '{ "privileges"'),
})

/** Any release; those in which something new begins more often. */
export const release: fc.Arbitrary<Release> = fc.constantFrom<Release>(...RELEASES, '20R9', '21', '21R3', '21R4')
/** The small world or the office, with any settings. */
export const scenes = fc.record({ spec: fc.constantFrom(small, office), settings })

/** A start: such a world in any release. */
export const start = fc.tuple(release, scenes).map(([it, scene]) => worldIn({ ...scene, release: it }))

/** A few commands that belong together, so that tokens are not only asked for but also made and used. */
const scene: fc.Arbitrary<readonly Command[]> = fc.oneof(
  { weight: 12, arbitrary: command.map((it) => [it]) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(privilege, waiting, browser, url)
      .map(([held, seconds, from, to]) => [
        connects(),
        opens('setPrivileges', held),
        opens('createOTP', 60),
        waits(seconds),
        visits(to, { from, token: 'otp-1' }),
      ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(telling, waiting, token)
      .map(([it, seconds, name]) => [
        acts(says('createOTP'), it),
        waits(seconds),
        visits('/4DACTION/act', { from: 'ana-area', code: [says('restore', name), it] }),
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('executeOnServerMethod', 'trigger', 'onServerOpenConnection')
      .map((where) => [connects(), runs('ana', where, 'promote', 'payroll'), onServer('hasPrivilege', 'payroll')]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(browser, url, url)
      .map(([from, to, again]) => [
        visits('/rest/$catalog/authentify', { from, method: 'POST' }),
        visits(to, { from }),
        logsOut(from),
        visits(again, { from }),
      ]),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(browser, code, command, code).map(([from, first = [], between, last]) => [
      visits('/4DACTION/act', { from, stays: 'slow', code: first }),
      between,
      { type: 'finishRequest', process: 'slow', ...dressed({ code: last }) } as Command, // typed as where it is read
    ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(waiting, telling, fc.constantFrom(['sleepClient', 'wakeClient'], ['cutNetwork', 'restoreNetwork']))
      .map(([seconds, it, [goes, comes]]) => [
        connects(),
        { type: goes, machine: 'ana' } as Command,
        waits(seconds),
        { type: comes, machine: 'ana' } as Command,
        { type: 'runCall', machine: 'ana', in: 'executeOnServerMethod', ...it } as Command,
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(browser, url)
      .map(([from, to]) => [starts(), alone('createOTP'), visits(to, { from, to: 'solo-web', token: 'otp-1' })]),
  },
)

/** A story of about so many commands. */
export const commands = (most = 25) =>
  fc.array(scene, { minLength: 1, maxLength: most, size: 'max' }).map((all) => all.flat())
/** A story of at least so many. */
export const longStory = (least: number, most: number) =>
  fc.array(scene, { minLength: least, maxLength: most, size: 'max' }).map((all) => all.flat())
