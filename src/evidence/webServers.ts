import type { Json } from '../engine/json'
import type { Statement } from '../engine/method'
import { office } from '../gallery/office'
import type { WorldSpec } from '../simulation/scenario'
import {
  acts,
  area,
  connects,
  finishes,
  keeps,
  onServer,
  says,
  sets,
  startsWeb,
  startsWebWith,
  stopsWeb,
  visits,
  waits,
} from './commands'
import { tale, type Tale } from './tale'

/** An old project that keeps legacy sessions, its database methods written, and a page that is there. */
export const legacyOffice: WorldSpec = {
  ...office,
  settings: { ...office.settings, scalableSessions: false, legacySessions: true, convertedProject: true },
}
const old = { spec: legacyOffice }
const remembers = acts(says('setVariable', 'x', 1))
const recalls = acts(says('variable', 'x'))
const looks = acts(says('Session'))
const from = (address: string) => visits('/4DACTION/act', { address, code: [says('Session')] })
const other = area('/4DACTION/act', { code: [says('Session')] })

const LEGACY: readonly Tale[] = [
  tale('legacyKeeps', [remembers, recalls], old),
  tale('legacyCloses', [looks, acts(says('closeLegacySession'))], old),
  tale('legacyClosesTwice', [acts(says('closeLegacySession'), says('closeLegacySession'))], old),
  tale('legacyTimeout', [looks, waits(480 * 60), looks], old),
  tale('legacyAddress', [from('10.9.9.8'), from('10.9.9.9')], old),
  tale('legacyAddressFree', [looks, from('10.9.9.9')], {
    ...old,
    settings: { sessionIPAddressValidation: false },
  }),
  tale('legacyFull', [connects(), looks, other], { ...old, settings: { maxSessions: 1 } }),
  tale('legacySetting', [sets('maxSessions', 1)], old),
  tale('legacyChosen', [sets('legacySessions', true)], { settings: { convertedProject: true } }),
  tale('legacyNotOffered', [sets('legacySessions', true)]),
  tale('legacySettingUnused', [sets('maxSessions', 1)]),
  tale('closeIgnored', [acts(says('closeLegacySession'))]),
  tale('closeOnServer', [connects(), onServer('closeLegacySession')]),
]

const TOGETHER: readonly Tale[] = [
  tale('leftInProcess', [remembers, recalls]),
  tale('nothingLeft', [recalls]),
  tale('ownVariable', [acts(says('setVariable', 'x', 1), says('variable', 'x'))]),
  tale('twinVariable', [connects(), onServer('setVariable', 'x', 1), onServer('variable', 'x')]),
  tale('twinVariableUnset', [connects(), onServer('variable', 'y')]),
  tale('atTheSameTime', [looks, keeps('slow'), looks]),
  tale('notShared', [connects(), looks, keeps('slow'), other]),
  tale('finishes', [keeps('slow'), finishes('slow')]),
  tale('finishesLate', [keeps('slow'), waits(3600), finishes('slow', says('Session'))]),
  tale('finishesNothing', [finishes('slow')]),
  tale('togetherWithoutSessions', [keeps('slow'), looks, finishes('slow')], { settings: { scalableSessions: false } }),
  tale('crowdedServer', [...Array.from({ length: 9 }, (_, i) => keeps(`slow-${i + 1}`)), looks], {
    settings: { maxConcurrentProcesses: 10 },
  }),
]

const STARTED: readonly Tale[] = [
  tale('startSaysNone', [stopsWeb(), startsWebWith(false), looks]),
  tale('machineChooses', [stopsWeb(), startsWeb(), looks], {
    spec: {
      ...office,
      machines: office.machines.map((it) => (it.name === 'server' ? { ...it, sessions: 'none' } : it)),
    },
  }),
  tale('handler', [visits('/verify')]),
  tale('handlerNotScalable', [visits('/verify')], { settings: { scalableSessions: false } }),
  tale('handlerOfComponent', [startsWeb('shop'), visits('/verify', { to: 'shop' })]),
]

const logo = visits('/logo.png')
const authenticating = (id: string, code: readonly Statement[], request = looks): Tale =>
  tale(id, [request], {
    settings: { pages: ['/logo.png'] },
    spec: {
      ...office,
      methods: [
        { name: 'onWebAuthentication', code },
        { name: 'onWebConnection', code: [{ send: 'Hello.' }] },
      ],
    },
  })

const METHODS: readonly Tale[] = [
  authenticating('authenticationSilent', [says('isGuest')]),
  authenticating('authenticationTrue', [{ return: true }]),
  authenticating('authenticationFalse', [{ return: false }]),
  authenticating('authenticationError', [says('access', 'read', 'Salaries')]),
  authenticating('authenticationForPages', [{ return: false }], logo),
  authenticating('authenticationForRest', [{ return: false }], visits('/rest/$catalog')),
  authenticating('authenticationForHandlers', [{ return: false }], visits('/verify')),
  authenticating('connectionForCgi', [{ return: true }], visits('/4DCGI/x')),
  authenticating('connectionForNothing', [{ return: true }], visits('/nowhere')),
  tale('basicWithout', [looks], { settings: { webAuthentication: 'basic' } }),
  tale('basicForRest', [visits('/rest/$catalog')], { settings: { webAuthentication: 'basic' } }),
  tale('customWithout', [visits('/4DACTION/act', { in: 'onWebAuthentication' })]),
]

const make = visits('/rest/People?$method=entityset')
const quota = (...args: readonly Json[]) => acts(says('setQuota', ...args))
const hidden: WorldSpec = {
  ...office,
  settings: { ...office.settings, roles: null },
  dataclasses: [
    { name: 'People', attributes: ['name', 'salary'], hidden: ['salary'] },
    { name: 'Secrets', exposed: false },
  ],
}
const roles = (allowed: readonly object[], includes: readonly string[] = []): Json =>
  ({
    privileges: [
      { privilege: 'basic', includes },
      { privilege: 'payroll', includes: ['basic'] },
    ],
    permissions: { allowed },
  }) as unknown as Json // made of plain parts

/** What REST keeps, shows and refuses. */
const REST: readonly Tale[] = [
  tale('setMade', [make], { settings: { roles: null } }),
  tale('setLimited', [quota('nbEntitySets', 1), make, make], { settings: { roles: null } }),
  tale('setReleased', [make, visits('/rest/People/$entityset/set-1?$method=release')], { settings: { roles: null } }),
  tale('setUsed', [make, visits('/rest/People/$entityset/set-1')], { settings: { roles: null } }),
  tale('setTimedOut', [make, waits(7200), visits('/rest/People/$entityset/set-1')], {
    settings: { roles: null, scalableSessions: false },
  }),
  tale('setUnknown', [visits('/rest/People/$entityset/set-9')], { settings: { roles: null } }),
  tale('setShortened', [quota('maxEntitySetTimeout', 60), visits('/rest/People?$method=entityset&$timeout=61')], {
    settings: { roles: null },
  }),
  tale('quotaLowered', [quota('maxEntitySetTimeout', 60), quota('defaultEntitySetTimeout', 61)]),
  tale('quotaZero', [quota('nbEntitySets', 0)]),
  tale('quotaReset', [quota('nbEntitySets')]),
  tale('quotaReadOnly', [quota('currentValues', 1)]),
  tale('quotaOnDesktop', [connects(), onServer('setQuota', 'nbEntitySets', 1)]),
  tale('classNotExposed', [visits('/rest/Secrets')], { spec: hidden }),
  tale('partNotExposed', [visits('/rest/People/salary')], { spec: hidden }),
  tale('restExposed', [visits('/rest/People/name')], { spec: hidden }),
  tale('catalog', [visits('/rest/$catalog')]),
  tale('catalogDescribed', [visits('/rest/$catalog')], {
    settings: { roles: roles([{ type: 'dataclass', applyTo: 'People', describe: ['basic'] }]) },
  }),
  tale('infoPrivilegesOnly', [visits('/rest/$info/privileges')]),
  tale('refusedRead', [visits('/rest/Salaries')]),
  tale('refusedWrite', [visits('/rest/Salaries?$method=update')]),
  tale('refusedFunction', [visits('/rest/Salaries/raise', { method: 'POST' })]),
  tale('refusedSingleton', [visits('/rest/$singleton/Till/open', { method: 'POST' })], {
    settings: { roles: roles([{ type: 'singletonMethod', applyTo: 'Till.open', execute: ['basic'] }]) },
  }),
  tale('createdWithoutRead', [acts(says('setPrivileges', 'payroll')), visits('/rest/Salaries?$method=update')]),
  tale('promotedAbove', [visits('/rest/People/greet', { method: 'POST' })], {
    settings: { roles: roles([{ type: 'datastore', applyTo: 'ds', promote: ['payroll'] }]) },
  }),
  tale('includedInCircle', [acts(says('setPrivileges', 'payroll'))], { settings: { roles: roles([], ['payroll']) } }),
]

const site = { settings: { cookieDomain: '/*.office.example', cookiePath: '/4DACTION' } }
const at = (host: string) => visits(`http://${host}/4DACTION/action_Session`)

const COOKIES: readonly Tale[] = [
  tale('cookieOfDomain', [at('www.office.example'), at('shop.office.example')], site),
  tale('cookieElsewhere', [at('www.office.example'), at('localhost')], site),
  tale('cookieOtherPath', [looks, visits('/rest/People')], site),
  tale('cookieLax', [looks, visits('/4DACTION/action_Session', { crossSite: true })], {
    settings: { sameSite: 'Lax' },
  }),
  tale('cookieMoved', [from('10.9.9.8'), from('10.9.9.9')]),
]

const PROJECTS: readonly Tale[] = [
  ...['20R5', '20R6', '20R10', '21'].map((release) => tale(`newProject${release}`, [sets('newProject', release)])),
  tale('rolesFaulty', [sets('roles', '{')]),
  tale('rolesMended', [sets('roles', '{'), sets('roles', null)]),
]

/** How web servers and projects are set, what runs on them at the same time, and what they call. */
export const WEB_SERVERS: readonly Tale[] = [
  ...LEGACY,
  ...TOGETHER,
  ...STARTED,
  ...METHODS,
  ...REST,
  ...COOKIES,
  ...PROJECTS,
]
