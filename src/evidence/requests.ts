import { rolesOfOffice } from '../gallery/office'
import {
  acts,
  actsWith,
  calls,
  connects,
  logsOut,
  opens,
  PAGE,
  page,
  says,
  startsWeb,
  visits,
  waits,
  onServer,
  soloArea,
  starts,
} from './commands'
import { tale, type Tale } from './tale'

const forced = { roles: { ...rolesOfOffice, forceLogin: true } }
const off = { scalableSessions: false }
const authentify = visits('/rest/$catalog/authentify', { method: 'POST' })
const look = '/4DACTION/action_Session'

/** Requests, their cookies, tokens and licences. */
export const REQUESTS: readonly Tale[] = [
  tale('secureCookie', [visits(look, { scheme: 'https' }), visits(look, { scheme: 'https' })]),
  tale('strictCookie', [visits(look), visits(look, { crossSite: true })]),
  tale('cookieForSite', [visits(look, { crossSite: true })]),
  tale('idleHour', [acts(), waits(3600), acts(says('id'))]),
  tale('ownHost', [visits('http://localhost/rest/People')]),
  tale('foreignHost', [visits('https://elsewhere.example:8043/rest/People')]),
  tale('wrongCase', [visits('/rest/people')]),
  tale('unknownFunction', [visits('/rest/People/act', { method: 'POST' })]),
  tale('addressWithoutMethod', [visits('/4DACTION')]),
  tale('infoTells', [acts(says('setPrivileges', 'basic')), visits('/rest/$info')]),
  tale('noMethod', [visits('/4DACTION/nobodyWroteThis')]),
  tale('componentToken', [startsWeb('shop'), visits('/4DACTION/act', { to: 'shop', code: [], token: 'otp-9' })]),
  tale('componentMakesToken', [
    startsWeb('shop'),
    visits('/4DACTION/act', { to: 'shop', code: [says('createOTP')] }),
    visits('/4DACTION/act', { code: [], token: 'otp-1' }),
  ]),
  tale('componentRestores', [
    startsWeb('shop'),
    visits('/4DACTION/act', { to: 'shop', code: [says('restore', 'otp-1')] }),
  ]),
  tale('webTokenShared', [connects(), acts(says('createOTP')), page('otp-1')]),
  tale('sharedGuest', [connects(), opens('createOTP'), actsWith('otp-1', says('isGuest'))]),
  tale('shortToken', [acts(says('createOTP', 5)), waits(6), visits(PAGE, { token: 'otp-1' })]),
  tale('restSession', [calls(says('Session')), calls(says('restore', 'otp-1'))], { settings: off }),
  tale('soloRequest', [starts(), soloArea('/4DACTION/act', { code: [says('Session')] })], { names: ['SES-016'] }),
  tale('desktopWithoutScalable', [connects(), onServer('Session')], { settings: off, names: ['SES-017'] }),
  tale('dataWithoutSessions', [visits('/rest/People')], { settings: off }),
  tale('lastLicenceTaken', [authentify], { settings: { ...forced, licences: 0 } }),
  tale('firstRequestPays', [calls()], { settings: { licences: 0 } }),
  tale('pageBeforeLogin', [visits(PAGE)], { settings: forced }),
  tale('logOutUnknown', [logsOut()]),
  tale('logOutUnforced', [calls(), logsOut()]),
  tale('logOutGuest', [visits('/rest/$catalog'), logsOut()], { settings: forced }),
  tale('logOutUser', [authentify, logsOut()], { settings: forced }),
  tale('logOutDesktop', [connects(), opens('createOTP'), page('otp-1'), logsOut('ana-area')]),
  tale('stillGuest', [acts(says('setPrivileges', 'basic')), acts(says('isGuest'))]),
  tale('addedPrivilege', [acts(says('setPrivileges', 'basic')), acts(says('setPrivileges', 'CreateInvoices'))]),
  tale('promotedTwice', [acts(says('promote', 'payroll'), says('promote', 'payroll'))]),
  tale('namedUser', [acts(says('setPrivileges', { privileges: 'basic', userName: 'Zoe' })), acts(says('userName'))]),
  tale('oldLogin', [visits('/rest/$directory/login', { method: 'POST', code: [says('Session')] })]),
  tale('noLoginMethod', [visits('/rest/$directory/login', { method: 'POST' })]),
]
