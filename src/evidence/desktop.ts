import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import type { Member } from '../engine/method'
import { office } from '../gallery/office'
import type { SettingsSpec, WorldSpec } from '../simulation/scenario'
import {
  acts,
  alone,
  area,
  begins,
  calls,
  comesBack,
  connects,
  drops,
  finishes,
  isCutOff,
  leaves,
  lists,
  onClient,
  onServer,
  opens,
  runs,
  says,
  shared,
  sleeps,
  starts,
  stored,
  visits,
  waits,
  wakes,
} from './commands'
import { tale, type Tale } from './tale'

/** Clients that sleep or are cut off, what the Server window shows, and the commands beside the class. */

const about = (key: string, member: Member, commands: readonly Command[]): Tale => ({
  id: `${key}-${member}`,
  title: { key, about: { member } },
  names: [],
  spec: office,
  commands,
})

const web = acts(says('Session'))

const BY_ID: readonly Tale[] = (['sessionInfo', 'storageOfSession', 'processActivity'] as const).flatMap((member) => [
  about('idOfRemote', member, [connects(), stored(member, 'remote-ana')]),
  about('idOfWeb', member, [web, stored(member, 'web-1')]),
  about('idOfNobody', member, [stored(member, 'nobody')]),
  about('idOnClient', member, [connects(), onClient(member, 'remote-ana')]),
  about('idOfOtherClient', member, [connects(), connects('bruno'), onClient(member, 'remote-bruno')]),
  about('idInSingleUser', member, [starts(), alone(member, 'standalone-solo')]),
])

const OTHERS: readonly Tale[] = [
  tale('activityOfAll', [connects(), web, stored('processActivity')]),
  tale('licencesInUse', [connects(), calls(), stored('licenseUsage')]),
  tale('licencesOnClient', [connects(), onClient('licenseUsage')]),
  tale('aliasSet', [starts(), alone('setUserAlias', 'Zoe'), alone('userName')]),
  tale('aliasRemoved', [starts(), alone('setUserAlias', 'Zoe'), alone('setUserAlias', ''), alone('userName')]),
  tale('aliasElsewhere', [connects(), onServer('setUserAlias', 'Zoe')]),
  tale('dropByCode', [connects(), stored('dropRemoteUser', 'remote-ana')]),
  tale('dropByClient', [connects(), onClient('dropRemoteUser', 'remote-ana')]),
  tale('dropNobody', [stored('dropRemoteUser', 'nobody')]),
]

const WINDOW: readonly Tale[] = [
  tale('windowEmpty', [lists()]),
  tale('windowAll', [connects(), web, lists()]),
  tale('windowCounted', [connects(), web, lists(true)]),
  tale('dropUser', [connects(), drops('remote-ana')]),
  tale('dropVisitor', [web, drops('web-1')]),
  tale('dropStored', [drops('stored-procedures')]),
  tale('dropUnknown', [drops('nobody')]),
]

const quic: SettingsSpec = { networkLayer: 'QUIC' }
/** Ana's 4D remote has a web server too. */
const ownServer: WorldSpec = { ...office, webServers: [...office.webServers, { name: 'own', machine: 'ana' }] }
const TWO_DAYS = 48 * 3600

const AWAY: readonly Tale[] = [
  tale('sleepUnconnected', [sleeps()]),
  tale('sleepTwice', [connects(), sleeps(), sleeps()]),
  tale('sleepAndWake', [connects(), sleeps(), wakes()]),
  tale('sleepTooLong', [connects(), sleeps(), waits(TWO_DAYS)]),
  tale('wakeTheWoken', [connects(), wakes()]),
  tale('sleepingClient', [connects(), sleeps(), onServer('info')]),
  tale('sleepingArea', [connects(), sleeps(), area('/')]),
  tale('sleepingServer', [connects(), sleeps(), visits('/', { to: 'own' })], { spec: ownServer }),
  tale('sleepingLeaves', [connects(), sleeps(), leaves()]),
  tale('sleepingBegins', [connects(), sleeps(), begins('report')]),
  tale('cutUnconnected', [isCutOff()]),
  tale('cutTwice', [connects(), isCutOff(), isCutOff()], { settings: quic }),
  tale('cutWithoutQuic', [connects(), isCutOff()]),
  tale('cutAndBack', [connects(), isCutOff(), waits(60), comesBack()], { settings: quic }),
  tale('cutTooLong', [connects(), isCutOff(), waits(900)], { settings: quic }),
  tale('cutSeenByServer', [connects(), isCutOff(), waits(60), stored('processActivity', 'remote-ana')], {
    settings: quic,
  }),
  tale('cutSeenByClient', [connects(), isCutOff(), waits(60), onClient('info')], { settings: quic }),
  tale('cutFromServer', [connects(), isCutOff(), onServer('info')], { settings: quic }),
  tale('backWithoutCut', [connects(), comesBack()]),
]

const cart = onServer('writeStorage', 'cart', { items: 0 })
/** A visitor whose request stays in its process, with the storage in use. */
const holding = visits('/4DACTION/hold', { stays: 'first', code: [says('use')] })

const STORAGE: readonly Tale[] = [
  tale('writeUnshared', [connects(), onServer('writeStorage', 'cart', { items: 0 }, true, false)]),
  tale('writeBusy', [web, holding, acts(says('writeStorage', 'k', 1)), finishes('first')]),
  tale('useBusy', [web, holding, acts(says('use'))]),
  tale('useAndEnd', [connects(), onServer('use'), onServer('endUse')]),
  tale('useAndWait', [
    connects(),
    opens('createOTP'),
    onServer('use'),
    shared('writeStorage', 'k', 1),
    onServer('endUse'),
  ]),
  tale('endNothingUsed', [connects(), onServer('endUse')]),
  tale('nestedWrite', [connects(), cart, onServer('writeNested', 'cart', 'items', 1)]),
  tale('nestedOtherLock', [connects(), cart, onServer('writeNested', 'cart', 'items', 1, 'storage')]),
  tale('nestedOutside', [connects(), cart, onServer('writeNested', 'cart', 'items', 1, false)]),
  tale('nestedMissing', [connects(), onServer('writeNested', 'cart', 'items', 1)]),
  tale('nestedUse', [connects(), cart, onServer('use', 'cart')]),
  tale('nestedUseMissing', [connects(), onServer('use', 'cart')]),
  tale('nestedBusy', [
    connects(),
    opens('createOTP'),
    cart,
    onServer('use', 'cart'),
    shared('writeNested', 'cart', 'items', 1),
    onServer('endUse'),
  ]),
  tale('nestedUseBusy', [connects(), opens('createOTP'), cart, onServer('use', 'cart'), shared('use', 'cart')]),
  tale('storagesApart', [connects(), onClient('writeMachineStorage', 'k', 1), onClient('machineStorage', 'k')]),
  tale('storageOfServer', [connects(), onServer('writeMachineStorage', 'k', 1), stored('machineStorage', 'k')]),
  tale('storageOutside', [stored('writeMachineStorage', 'k', 1, false)]),
  tale('storageUnshared', [stored('writeMachineStorage', 'k', {}, true, false)]),
]

const viaServer = (...args: readonly Json[]) => runs('ana', 'serverSingletonFunction', 'singleton', ...args)

const SINGLETONS: readonly Tale[] = [
  tale('singletonOfSession', [connects(), onServer('singleton', 'session', 'Cart')]),
  tale('singletonOfClient', [connects(), onClient('singleton', 'session', 'Cart')]),
  tale('singletonByServer', [connects(), viaServer('session', 'Cart')]),
  tale('singletonOfProcedures', [stored('singleton', 'session', 'Cart')]),
  tale('singletonOfApplication', [starts(), alone('singleton', 'session', 'Cart')]),
  tale('singletonOfVisitor', [acts(says('singleton', 'session', 'Cart'))]),
  tale('singletonWithoutSession', [acts(says('singleton', 'session', 'Cart'))], {
    settings: { scalableSessions: false },
  }),
  tale('singletonShared', [connects(), onServer('singleton', 'shared', 'Till')]),
  tale('singletonSharedClient', [connects(), onClient('singleton', 'shared', 'Till')]),
  tale('singletonSharedByServer', [connects(), viaServer('shared', 'Till')]),
  tale('singletonOfProcess', [connects(), onClient('singleton', 'process', 'Counter')]),
  tale('singletonOfTwin', [connects(), onServer('singleton', 'process', 'Counter')]),
  tale('singletonUnnamed', [stored('singleton', 'session')]),
]

export const DESKTOP: readonly Tale[] = [...SINGLETONS, ...STORAGE, ...BY_ID, ...OTHERS, ...WINDOW, ...AWAY]
