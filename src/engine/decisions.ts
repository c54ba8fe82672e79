import type { Decision } from '../decision/decision'
import {
  attributeAccess,
  control,
  dataclassAccess,
  functionAccess,
  promotion,
  readToo,
  singletonAccess,
} from './rules/access'
import { cutNetwork, restoreNetwork, sleepClient, wakeClient } from './rules/away'
import { changeSetting } from './rules/changeSetting'
import { addressThere } from './rules/addressThere'
import { checkToken } from './rules/checkToken'
import { closeLegacySession } from './rules/closeLegacySession'
import { makeEntitySet, useEntitySet } from './rules/entitySets'
import { entityShape } from './rules/entityShape'
import { exposure } from './rules/exposure'
import { findLegacySession } from './rules/findLegacySession'
import { findSession } from './rules/findSession'
import { giveCookie } from './rules/giveCookie'
import { logOut } from './rules/logOut'
import {
  connectClient,
  disconnectClient,
  enterPlace,
  startStandalone,
  startWebServer,
  stopStandalone,
  stopWebServer,
} from './rules/machines'
import {
  dropRemoteUser,
  licenseUsage,
  processActivity,
  sessionInfo,
  storageOfSession,
  setUserAlias,
} from './rules/members/companions'
import { isGuest } from './rules/members/guest'
import {
  clearPrivileges,
  demote,
  getPrivileges,
  hasPrivilege,
  promote,
  setPrivileges,
} from './rules/members/privileges'
import {
  expirationDate,
  id,
  idleTimeout,
  info,
  quotas,
  setIdleTimeout,
  setQuota,
  storage,
  userName,
} from './rules/members/properties'
import { onNull } from './rules/members/onNull'
import { singleton } from './rules/members/singletons'
import { createOtp, restore } from './rules/members/token'
import { endUse, machineStorage, use, writeMachineStorage, writeNested, writeStorage } from './rules/members/writing'
import { methodThere } from './rules/methodThere'
import { openDatastore } from './rules/openDatastore'
import { passGate } from './rules/passGate'
import { presentToken } from './rules/presentToken'
import { endProcess, startProcess } from './rules/processes'
import { readHost } from './rules/readHost'
import { reachServer } from './rules/reachServer'
import { resolveSession, resolveWebSession } from './rules/resolveSession'
import { readCatalog } from './rules/readCatalog'
import { refuseAccess } from './rules/refuseAccess'
import { restInfo } from './rules/restInfo'
import { restLogin } from './rules/restLogin'
import { runHandler } from './rules/runHandler'
import { dropSession, listSessions } from './rules/serverWindow'
import { takeLicence } from './rules/takeLicence'
import { useHandler } from './rules/useHandler'
import { setVariable, variable } from './rules/variables'
import { wait } from './rules/wait'
import { acceptConnection, webAuthentication, webConnection } from './rules/webMethods'
import { finishRequest, freeProcess, runTogether } from './rules/webProcesses'

const RULES = [
  resolveSession,
  resolveWebSession,
  presentToken,
  checkToken,
  findSession,
  takeLicence,
  findLegacySession,
  freeProcess,
  runTogether,
  useHandler,
  webAuthentication,
  acceptConnection,
  webConnection,
  passGate,
  restLogin,
  restInfo,
  readCatalog,
  exposure,
  refuseAccess,
  makeEntitySet,
  useEntitySet,
  openDatastore,
  control,
  dataclassAccess,
  attributeAccess,
  functionAccess,
  singletonAccess,
  readToo,
  promotion,
  runHandler,
  entityShape,
  giveCookie,
  isGuest,
  hasPrivilege,
  getPrivileges,
  setPrivileges,
  clearPrivileges,
  promote,
  demote,
  createOtp,
  restore,
  id,
  userName,
  info,
  storage,
  writeStorage,
  writeNested,
  use,
  endUse,
  machineStorage,
  writeMachineStorage,
  singleton,
  onNull,
  idleTimeout,
  setIdleTimeout,
  expirationDate,
  quotas,
  setQuota,
  sessionInfo,
  storageOfSession,
  processActivity,
  licenseUsage,
  setUserAlias,
  variable,
  setVariable,
  closeLegacySession,
  finishRequest,
  dropRemoteUser,
  enterPlace,
  reachServer,
  readHost,
  addressThere,
  methodThere,
  connectClient,
  disconnectClient,
  startStandalone,
  stopStandalone,
  startWebServer,
  stopWebServer,
  startProcess,
  endProcess,
  sleepClient,
  wakeClient,
  cutNetwork,
  restoreNetwork,
  listSessions,
  dropSession,
  logOut,
  changeSetting,
  wait,
] as const

/** Every table the engine decides by, by name: what there is to draw, to explain, to cover and to translate. */
export const DECISIONS: ReadonlyMap<string, Decision<never, string>> = new Map(
  RULES.map(({ decision }) => [decision.name, decision as Decision<never, string>]),
)

export function decisionNamed(name: string): Decision<never, string> {
  const found = DECISIONS.get(name)
  if (!found) throw new Error(`no decision named ${name}`) // names come from verdicts, which come from these tables
  return found
}
