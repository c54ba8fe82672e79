import { office } from '../gallery/office'
import type { WorldSpec } from '../simulation/scenario'
import {
  begins,
  connects,
  ends,
  leaves,
  onServer,
  remotely,
  runs,
  says,
  sets,
  starts,
  startsWeb,
  stops,
  stopsWeb,
  visits,
  waits,
} from './commands'
import { tale, type Tale } from './tale'

const serverless: WorldSpec = {
  ...office,
  machines: office.machines.filter(({ kind }) => kind !== 'server'),
  webServers: [],
}
/** Ana's 4D remote has a web server too. */
const ownServer: WorldSpec = { ...office, webServers: [...office.webServers, { name: 'own', machine: 'ana' }] }
const here = { code: [says('Session')] }

/** Who is there, and what runs where. */
export const MACHINES: readonly Tale[] = [
  tale('connectTwice', [connects(), connects()]),
  tale('connectSolo', [connects('solo')]),
  tale('connectNowhere', [connects()], { spec: serverless }),
  tale('lastLicence', [connects(), connects('bruno')], { settings: { licences: 1 } }),
  tale('leaveUnconnected', [leaves()]),
  tale('startTwice', [starts(), starts()]),
  tale('stopSolo', [starts(), stops()]),
  tale('stopNothing', [stops()]),
  tale('componentStarts', [startsWeb('shop')]),
  tale('serverRestarts', [stopsWeb(), startsWeb()]),
  tale('startRunning', [startsWeb()]),
  tale('stopStopped', [stopsWeb('shop')]),
  tale('soloServerClosed', [startsWeb('solo-web')]),
  tale('remoteServer', [connects(), stopsWeb('own'), startsWeb('own')], { spec: ownServer }),
  tale('remoteServerAnswers', [connects(), visits('/4DACTION/act', { ...here, to: 'own' })], { spec: ownServer }),
  tale('remoteServerOff', [connects(), visits('/4DACTION/act', { ...here, to: 'own' })], {
    spec: ownServer,
    settings: { scalableSessions: false },
  }),
  tale('nobodyAnswers', [visits('/', { to: 'nothing' })]),
  tale('machineOff', [visits('/', { to: 'solo-web' })]),
  tale('noBrowser', [visits('/', { from: 'nobody' })]),
  tale('webServerOff', [stopsWeb(), visits('/')]),
  tale('notConnected', [onServer('id')]),
  tale('webPlaceByHand', [runs('server', 'action', 'id')]),
  tale('noSense', [sets('licences', -1)]),
  tale('fewerLicences', [sets('licences', 1)]),
  tale('processBeforeConnection', [begins('report')]),
  tale('processWithLanguage', [connects(), begins('report'), ends('report')]),
  tale('processWithData', [connects(), begins('import', { needs: 'data' }), ends('import')]),
  tale('processAlone', [connects(), begins('paint', { needs: 'nothing' })]),
  tale('endNothing', [ends('nothing')]),
  tale('endApplication', [connects(), ends('main')]),
  tale('datastoreClosed4D', [remotely()]),
  tale('datastoreOpened', [starts(), remotely('staff', here)]),
  tale('datastoreNoSessions', [starts(), remotely('staff', here)], { settings: { scalableSessions: false } }),
  tale('datastoreServerOff', [starts(), remotely('staff', { to: 'shop' })]),
  tale('datastoreShortTimeout', [starts(), remotely('staff', { idleTimeout: 30 })]),
  tale('datastoreAgain', [starts(), remotely(), remotely('staff', { method: 'ds.act', ...here })]),
  tale('datastoreTwo', [starts(), remotely(), remotely('other')]),
  tale('datastoreIdle', [starts(), remotely(), waits(3600), remotely('staff', here)]),
]
