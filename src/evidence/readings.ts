import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import type { ReadingId } from '../engine/readings'
import type { Release } from '../engine/releases/releases'
import { office } from '../gallery/office'
import type { SettingsSpec, WorldSpec } from '../simulation/scenario'
import {
  acts,
  actsWith,
  alone,
  area,
  begins,
  calls,
  connects,
  onClient,
  onServer,
  opens,
  page,
  runs,
  says,
  sets,
  soloArea,
  starts,
  stored,
  visits,
  waits,
} from './commands'
import type { Tale } from './tale'

/** A story that a reading turns: what is found at its end, read as recommended and read otherwise. */
export interface Turned {
  readonly id: ReadingId
  readonly option: string
  readonly release: Release
  readonly commands: readonly Command[]
  /** A path into the state after the last step. */
  readonly look: string
  readonly recommended: Json
  readonly otherwise: Json
  readonly settings?: SettingsSpec
  readonly spec?: WorldSpec
}

const SESSION = 'step.answers.-1.session'
const VALUE = 'step.answers.-1.value'
const ERROR = 'step.answers.-1.error'
const LICENCES = 'licences.used'
const here = { code: [says('Session')] }
const roles = office.settings?.roles as { readonly [key: string]: Json }
const forced: SettingsSpec = { roles: { ...roles, forceLogin: true } }
const off: SettingsSpec = { scalableSessions: false }
const ownServer: WorldSpec = { ...office, webServers: [...office.webServers, { name: 'own', machine: 'ana' }] }
const set = says('setPrivileges', 'basic')
const clear = says('clearPrivileges')
const isGuest = says('isGuest')
const trigger = visits('/rest/$catalog/act', { ...here, method: 'POST', in: 'triggerInRequest' })

type Row = readonly [
  id: ReadingId,
  option: string,
  release: Release,
  commands: readonly Command[],
  look: string,
  recommended: Json,
  otherwise: Json,
  more?: Pick<Turned, 'settings' | 'spec'>,
]

const REMOTE = 'remote-ana'
const SHARES: readonly Command[] = [connects(), opens('createOTP'), page('otp-1')]
const asks = area('/4DACTION/act', here)

const ROWS: readonly Row[] = [
  ['Q-01', 'notSet', '21R4', [...SHARES, asks], SESSION, REMOTE, 'web-1'],
  [
    'Q-02',
    'asItWas',
    '20R9',
    [connects(), acts(says('createOTP')), waits(60), area('/4DACTION/act', { ...here, token: 'otp-1' })],
    'sessions.web-1.expiresAt',
    3660,
    3600,
  ],
  [
    'Q-03',
    'onlyAssigned',
    '21R4',
    [acts(), waits(60), acts(says('expirationDate'))],
    VALUE,
    '2026-01-05T09:01:00Z',
    '2026-01-05T09:00:00Z',
  ],
  [
    'Q-04',
    'replace',
    '21R4',
    [acts(says('setPrivileges', 'lookup'), set, says('getPrivileges'))],
    VALUE,
    ['lookup', 'basic'],
    ['basic'],
  ],
  [
    'Q-05',
    'desktop',
    '21R3',
    [connects(), visits('/4DACTION/act', { ...here, to: 'own' })],
    SESSION,
    'web-1',
    REMOTE,
    { spec: ownServer },
  ],
  [
    'Q-05',
    'desktop',
    '21R2',
    [connects(), visits('/4DACTION/act', { ...here, to: 'own' })],
    SESSION,
    'web-1',
    null,
    { spec: ownServer },
  ],
  [
    'Q-06',
    'starter',
    '21R4',
    [connects(), runs('ana', 'newProcessOfTwin', 'Session')],
    SESSION,
    'stored-procedures',
    REMOTE,
  ],
  [
    'Q-08',
    'bound',
    '21R4',
    [connects(), opens('createOTP'), actsWith('otp-1', ...here.code)],
    SESSION,
    REMOTE,
    'web-1',
  ],
  [
    'Q-08',
    'bound',
    '20R9',
    [connects(), acts(says('createOTP')), area('/4DACTION/act', { ...here, token: 'otp-1' })],
    SESSION,
    'web-1',
    'web-2',
  ],
  ['Q-09', 'stored', '21R4', [runs('server', 'onSqlAuthentication', 'Session')], SESSION, null, 'stored-procedures'],
  ...(['idleTimeout', 'expirationDate', 'quotas'] as const).map((it): Row => [
    'Q-10',
    'null',
    '21R4',
    [connects(), onServer(it)],
    'step.outcome',
    'undefined',
    'null',
  ]),
  ['Q-11', 'works', '21', [stored('setPrivileges', 'basic')], VALUE, false, true],
  ['Q-11', 'works', '21', [stored('hasPrivilege', 'basic')], VALUE, true, false],
  ['Q-11', 'works', '21', [stored('getPrivileges')], VALUE, ['WebAdmin'], []],
  ['Q-11', 'works', '21', [stored('clearPrivileges')], 'step.outcome', 'inertTrue', 'cleared'],
  ['Q-11', 'works', '21', [stored('promote', 'payroll')], VALUE, 0, 1],
  ['Q-11', 'works', '21', [stored('createOTP')], 'step.outcome', 'empty', 'ten'],
  ['Q-12', 'error', '21', [connects(), onServer('restore', 'otp-1')], ERROR, null, 'notHere'],
  [
    'Q-14',
    'atConnection',
    '21R3',
    [connects(), onServer('setPrivileges', 'basic'), onClient('hasPrivilege', 'basic')],
    VALUE,
    true,
    false,
  ],
  [
    'Q-14',
    'atConnection',
    '21R3',
    [connects(), onServer('setPrivileges', 'basic'), onClient('getPrivileges')],
    VALUE,
    ['basic'],
    [],
  ],
  ['Q-15', 'web', '21', [connects(), opens('createOTP'), actsWith('otp-1', isGuest)], VALUE, false, true],
  ['Q-16', 'webIdle', '21R4', [...SHARES, waits(3600), asks], SESSION, REMOTE, 'web-1'],
  ['Q-17', 'released', '21R4', [acts(set), acts(clear)], LICENCES, 1, 0, { settings: forced }],
  ['Q-18', 'counted', '21R4', [acts()], LICENCES, 0, 1],
  ['Q-19', 'unavailable', '21R4', [calls()], 'step.reply.status', 402, 503, { settings: { licences: 0 } }],
  ['Q-20', 'undefined', '20R10', [connects(), onServer('promote', 'payroll')], 'step.outcome', 'zero', 'undefined'],
  [
    'Q-21',
    'newestOnly',
    '21R4',
    [connects(), opens('createOTP'), opens('createOTP'), page('otp-1')],
    'tokens.otp-1.used',
    true,
    false,
  ],
  ['Q-22', 'error', '21', [connects(), onClient('sessionInfo', REMOTE)], ERROR, null, 'notHere'],
  ['Q-22', 'error', '21', [connects(), onClient('storageOfSession', REMOTE)], ERROR, null, 'notHere'],
  ['Q-23', 'stored', '21R4', [trigger], SESSION, 'web-1', 'stored-procedures'],
  ['Q-24', 'empty', '21', [connects(), opens('createOTP')], 'step.outcome', 'ten', 'empty', { settings: off }],
  ['Q-25', 'null', '20R8', [connects(), runs('ana', 'componentOnServer', 'Session')], SESSION, REMOTE, null],
  ['Q-25', 'null', '21R3', [connects(), runs('ana', 'onStartup', 'Session')], SESSION, REMOTE, null],
  [
    'Q-25',
    'null',
    '20R8',
    [starts(), runs('solo', 'standaloneComponent', 'Session')],
    SESSION,
    'standalone-solo',
    null,
  ],
  ['Q-25', 'null', '21R4', [runs('server', 'storedProcedureTrigger', 'Session')], SESSION, 'stored-procedures', null],
  ['Q-25', 'null', '20R8', [visits('/4DSOAP/act', here)], SESSION, 'web-1', null],
  ['C-01', 'true', '20R5', [connects(), onServer('isGuest')], VALUE, false, true],
  ['C-02', 'false', '20R5', [connects(), onServer('hasPrivilege', 'basic')], VALUE, true, false],
  ['C-03', 'false', '20R8', [connects(), onServer('clearPrivileges')], VALUE, true, false],
  ['C-03', 'true', '20R5', [connects(), onServer('clearPrivileges')], VALUE, false, true],
  ['C-04', 'always', '20R8', [acts(set, clear, isGuest)], VALUE, false, true, { settings: forced }],
  ['C-04', 'exceptForced', '20R7', [acts(set, clear, isGuest)], VALUE, true, false, { settings: forced }],
  ['C-05', 'byPrivileges', '21', [acts(says('setPrivileges', ''), isGuest)], VALUE, false, true, { settings: forced }],
  ['C-07', 'null', '21R3', [connects(), onClient('Session')], SESSION, REMOTE, null],
  ['C-09', 'null', '20R5', [connects(), runs('ana', 'ordaFunction', 'Session')], SESSION, REMOTE, null],
  ['C-11', 'none', '21', [connects(), opens('createOTP')], 'step.outcome', 'ten', 'empty'],
  ['C-11', 'remoteOnly', '21', [starts(), alone('createOTP')], 'step.outcome', 'ten', 'empty'],
  ['C-12', 'honoured', '21', [connects(), opens('createOTP', 60)], 'tokens.otp-1.secondsLeft', 10, 60],
  ['C-12', 'idle', '21', [connects(), opens('createOTP')], 'tokens.otp-1.secondsLeft', 10, 3600],
  ['C-13', 'kept', '20R10', [acts(says('createOTP', 5))], 'tokens.otp-1.secondsLeft', 5, 10],
  ['C-14', 'guest', '20R9', [acts(), actsWith('otp-9')], 'step.reply.session', 'web-1', 'web-2'],
  ['C-15', 'from21', '20R10', [acts(says('promote', 'payroll'), says('hasPrivilege', 'payroll'))], VALUE, true, false],
  ['C-16', 'system', '21', [acts(says('info'))], `${VALUE}.hostType`, 'browser', 'windows'],
  ['C-20', 'forced', '21R4', [sets('newProject', true), visits('/rest/People')], 'step.reply.status', 200, 401],
  ['C-21', 'opening', '21R4', [visits('/rest/$catalog')], LICENCES, 0, 1, { settings: forced }],
  ['C-22', 'always', '21', [calls(...here.code)], SESSION, null, 'web-1', { settings: off }],
  ['C-22', 'never', '21R4', [calls(...here.code)], SESSION, 'web-1', null, { settings: off }],
  [
    'C-25',
    'webAdmin',
    '21',
    [starts(), alone('setPrivileges', 'basic'), alone('getPrivileges')],
    VALUE,
    ['basic'],
    ['WebAdmin'],
  ],
  ['C-28', 'perUser', '21R4', [connects(), begins('report')], 'step.answers.length', 1, 0],
  [
    'C-30',
    'pooled',
    '21',
    [connects(), acts(says('setVariable', 'x', 1)), area('/4DACTION/act', { code: [says('variable', 'x')] })],
    VALUE,
    null,
    1,
  ],
  ['C-33', 'standalone', '21', [starts(), soloArea('/4DACTION/act', here)], SESSION, 'web-1', 'standalone-solo'],
]

export const TURNED: readonly Turned[] = ROWS.map(
  ([id, option, release, commands, look, recommended, otherwise, more = {}]) => ({
    id,
    option,
    release,
    commands,
    look,
    recommended,
    otherwise,
    ...more,
  }),
)

/** The same stories, read otherwise than recommended: they cover the branches that no other story takes. */
export const OTHERWISE: readonly Tale[] = TURNED.map(
  ({ id, option, release, commands, settings, spec = office }, i) => ({
    id: `${id} ${option} ${i}`,
    title: { said: `${id} ${option}` },
    names: [],
    release,
    spec,
    settings: { ...settings, readings: { [id]: option } },
    commands,
  }),
)

/** Does a story read every entry as recommended? Only such a one proves a rule. */
export const asRecommended = ({ settings }: Tale): boolean => Object.keys(settings?.readings ?? {}).length === 0
