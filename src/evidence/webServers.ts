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

/** How web servers are set, what runs on them at the same time, and what they call. */
export const WEB_SERVERS: readonly Tale[] = [...LEGACY, ...TOGETHER, ...STARTED, ...METHODS]
