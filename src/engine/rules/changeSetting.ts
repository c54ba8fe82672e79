import { decision } from '../../decision/decision'
import type { ChangeSetting, SettingName } from '../command'
import type { Event } from '../event'
import { isRecord, readJson, type Json } from '../json'
import { readingsWith, reads } from '../readings'
import { has, readRelease, type Release } from '../releases/releases'
import { generatedRoles } from '../roles/generated'
import { protectionOf } from '../roles/rolesFile'
import { nothing, rule } from '../rule'
import type { Settings, WebServer, World } from '../world'
import { requestsEnd, restart } from './machines'

interface Facts {
  readonly setting: string
  readonly value: string
  readonly sensible: boolean
  readonly readAtStart: boolean
  readonly ofWebServer: boolean
  readonly faultyNow: boolean
  readonly faultyBefore: boolean
  readonly legacyAsked: boolean
  readonly legacyOffered: boolean
  readonly ofLegacy: boolean
  readonly legacyUsed: boolean
  readonly newProject: boolean
  readonly createdForced: boolean
}

type Outcome = 'restarted' | 'webRestarted' | 'changed' | 'notOffered' | 'senseless'

const READ_AT_START: readonly SettingName[] = [
  'networkLayer',
  'roles',
  'newProject',
  'forceLogin',
  'restrictedByDefault',
]
const OF_WEB_SERVER: readonly SettingName[] = [
  'scalableSessions',
  'legacySessions',
  'applicationName',
  'cookieDomain',
  'cookiePath',
  'maxSessions',
  'inactiveSessionTimeout',
  'inactiveProcessTimeout',
  'sessionIPAddressValidation',
  'maxConcurrentProcesses',
  'webAuthentication',
]
/** They concern legacy sessions only (SES-031). */
const OF_LEGACY: readonly SettingName[] = [
  'maxSessions',
  'inactiveSessionTimeout',
  'inactiveProcessTimeout',
  'sessionIPAddressValidation',
]

const whole = (value: Json, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/** As the fields of a cookie are written; the manual writes a domain as "/*.4d.fr". Empty: no such field. */
export const DOMAIN = /^([/*.]{0,3}[A-Za-z0-9.-]{1,100})?$/
export const PATH = /^(\/[^\s;,]{0,100})?$/

/** The settings after a change, or null when the value makes no sense for it. */
export function settingsWith(
  world: Pick<World, 'settings' | 'release'>,
  setting: SettingName,
  value: Json,
): Partial<Settings> | null {
  const { settings } = world
  switch (setting) {
    case 'scalableSessions':
      return typeof value === 'boolean' ? { scalableSessions: value } : null
    case 'applicationName':
      return typeof value === 'string' && /^[\w .-]{1,40}$/.test(value) ? { applicationName: value } : null
    case 'licences':
      return whole(value, 0, 100_000) ? { licences: value } : null
    case 'convertedProject':
      return typeof value === 'boolean' ? { convertedProject: value } : null
    case 'legacySessions':
      return typeof value === 'boolean'
        ? { legacySessions: value, scalableSessions: value ? false : settings.scalableSessions }
        : null
    case 'sessionIPAddressValidation':
      return typeof value === 'boolean' ? { sessionIPAddressValidation: value } : null
    case 'maxSessions':
      return whole(value, 1, 32_000) ? { maxSessions: value } : null
    case 'inactiveSessionTimeout':
      return whole(value, 1, 5_256_000) ? { inactiveSessionTimeout: value } : null
    case 'inactiveProcessTimeout':
      return whole(value, 1, 5_256_000) ? { inactiveProcessTimeout: value } : null
    case 'maxConcurrentProcesses':
      return whole(value, 10, 32_000) ? { maxConcurrentProcesses: value } : null
    case 'cookieDomain':
      return typeof value === 'string' && DOMAIN.test(value) ? { cookieDomain: value } : null
    case 'cookiePath':
      return typeof value === 'string' && PATH.test(value) ? { cookiePath: value } : null
    case 'webAuthentication':
      return value === 'custom' || value === 'basic' ? { webAuthentication: value } : null
    case 'sameSite':
      return value === 'Strict' || value === 'Lax' || value === 'None' ? { sameSite: value } : null
    case 'networkLayer':
      return value === 'QUIC' || value === 'ServerNet' ? { networkLayer: value } : null
    case 'quicTimeout':
    case 'sleepTimeout':
      return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 31_536_000
        ? { [setting]: value }
        : null
    case 'roles':
      return value === null || typeof value === 'string'
        ? { roles: value }
        : isRecord(value)
          ? { roles: JSON.stringify(value, null, 2) }
          : null
    case 'forceLogin':
    case 'restrictedByDefault':
      return typeof value === 'boolean' ? flagged(settings.roles, setting, value) : null
    case 'newProject':
      return newProjectRoles(world, madeIn(world, value))
    case 'readings': {
      const readings = isRecord(value) ? readingsWith(settings.readings, value) : null
      return readings && { readings }
    }
  }
}

/** roles.json with one of its flags written; null when the file cannot be read, so that nothing of it is lost. */
function flagged(
  roles: string | null,
  flag: 'forceLogin' | 'restrictedByDefault',
  value: boolean,
): Partial<Settings> | null {
  if (roles === null)
    return {
      roles: JSON.stringify({ privileges: [], roles: [], permissions: { allowed: [] }, [flag]: value }, null, 2),
    }
  const reading = readJson(roles)
  if ('problem' in reading || !isRecord(reading.value) || protectionOf(roles).state !== 'on') return null
  return { roles: JSON.stringify({ ...reading.value, [flag]: value }, null, 2) }
}

/** The release a new project is made in: the running one, or the one that is named; null for what names none. */
const madeIn = ({ release }: Pick<World, 'release'>, value: Json): Release | null =>
  value === true ? release : (typeof value === 'string' && readRelease(value)) || null

/** Is a new project created in force login mode? (SES-227; C-20 for 21 and later.) */
const createsForced = (world: Pick<World, 'settings'>, release: Release): boolean =>
  has(release, 'createsForced') || (has(release, 'createsOpen') && reads(world, 'C-20', 'forced'))

const newProjectRoles = (world: Pick<World, 'settings'>, release: Release | null): Partial<Settings> | null =>
  release && { roles: generatedRoles(release, createsForced(world, release)) }

const apply = (world: World, { setting, value }: ChangeSetting): readonly Event[] => {
  const settings = settingsWith(world, setting, value)
  return settings ? [{ type: 'settingsChanged', settings }] : []
}

const closeWebSessions = (world: World): readonly Event[] =>
  world.sessions
    .filter(({ webServer }) => webServer !== null)
    .map(({ name }) => ({ type: 'sessionClosed', session: name, because: 'stopped' }) as const)

const isFaulty = (roles: string | null, singletons: boolean): boolean =>
  protectionOf(roles, singletons).state === 'faulty'

/** Where a run of a web server has left something behind, it begins anew. */
function freshRuns(world: World): readonly Event[] {
  const touched = ({ name, scalableSession }: WebServer): boolean =>
    scalableSession !== undefined ||
    world.pooled.has(name) ||
    world.legacy.find((it) => it.webServer === name) !== undefined ||
    world.open.find((it) => it.command.to === name) !== undefined
  return world.webServers
    .filter(touched)
    .flatMap(({ name, running }) => [
      ...requestsEnd(world, name),
      { type: 'webServerStopped', webServer: name } as const,
      ...(running ? [{ type: 'webServerStarted', webServer: name } as const] : []),
    ])
}

export const changeSetting = rule<ChangeSetting, Facts, Outcome>({
  facts(world, { setting, value }) {
    const { settings, release } = world
    const changed = settingsWith(world, setting, value)
    const singletons = has(release, 'singletonPermissions')
    return {
      setting,
      value: typeof value === 'string' ? value.slice(0, 40) : JSON.stringify(value).slice(0, 40),
      sensible: changed !== null,
      readAtStart: READ_AT_START.includes(setting),
      ofWebServer: OF_WEB_SERVER.includes(setting),
      faultyNow: isFaulty({ ...settings, ...changed }.roles, singletons),
      faultyBefore: isFaulty(settings.roles, singletons),
      legacyAsked: setting === 'legacySessions' && value === true,
      legacyOffered: settings.convertedProject ?? false,
      ofLegacy: OF_LEGACY.includes(setting),
      legacyUsed: (settings.legacySessions ?? false) && !settings.scalableSessions,
      newProject: setting === 'newProject',
      createdForced: createsForced(world, madeIn(world, value) ?? release),
    }
  },
  decision: decision<Facts, Outcome>()({
    name: 'changeSetting',
    start: 'sensible',
    nodes: {
      sensible: { rules: ['PLAY-004'], test: (it) => it.sensible, yes: 'readAtStart', no: 'senseless' },
      readAtStart: {
        rules: ['PRIV-010', 'SES-220'],
        test: (it) => it.readAtStart,
        yes: 'newProject',
        no: 'ofWebServer',
      },
      newProject: {
        rules: ['SES-227', 'PRIV-016'],
        test: (it) => it.newProject,
        yes: 'createdForced',
        no: 'faultyNow',
      },
      createdForced: {
        rules: ['SES-227', 'PRIV-016'],
        switch: 'C-20',
        test: (it) => it.createdForced,
        yes: 'newForced',
        no: 'newOpen',
      },
      newForced: { rules: ['SES-227', 'PRIV-016'], outcome: 'restarted', tone: 'plain' },
      newOpen: { rules: ['PRIV-016'], outcome: 'restarted', tone: 'plain' },
      ofWebServer: { rules: ['SES-101', 'PLAY-004'], test: (it) => it.ofWebServer, yes: 'legacyAsked', no: 'changed' },
      legacyAsked: { rules: ['SES-100'], test: (it) => it.legacyAsked, yes: 'legacyOffered', no: 'ofLegacy' },
      legacyOffered: { rules: ['SES-100'], test: (it) => it.legacyOffered, yes: 'legacyChosen', no: 'notOffered' },
      ofLegacy: { rules: ['SES-031'], test: (it) => it.ofLegacy, yes: 'legacyUsed', no: 'webRestarted' },
      legacyUsed: { rules: ['SES-031'], test: (it) => it.legacyUsed, yes: 'webRestarted', no: 'notUsed' },
      faultyNow: {
        rules: ['PRIV-012', 'SES-162'],
        test: (it) => it.faultyNow,
        yes: 'restartedFaulty',
        no: 'faultyBefore',
      },
      faultyBefore: { rules: ['PRIV-013'], test: (it) => it.faultyBefore, yes: 'restartedClean', no: 'restarted' },
      restartedFaulty: { rules: ['PRIV-012', 'SES-162', 'PRIV-013'], outcome: 'restarted', tone: 'plain' },
      restartedClean: { rules: ['PRIV-013', 'PRIV-010'], outcome: 'restarted', tone: 'plain' },
      restarted: { rules: ['PRIV-010', 'SES-220', 'SES-162'], outcome: 'restarted', tone: 'plain' },
      webRestarted: { rules: ['SES-101', 'SES-084', 'PLAY-004'], outcome: 'webRestarted', tone: 'plain' },
      legacyChosen: { rules: ['SES-100', 'SES-084'], outcome: 'webRestarted', tone: 'plain' },
      notUsed: { rules: ['SES-031'], outcome: 'changed', tone: 'none' },
      notOffered: { rules: ['SES-100'], outcome: 'notOffered', tone: 'bad' },
      changed: { rules: ['PLAY-004'], outcome: 'changed', tone: 'plain' },
      senseless: { rules: ['PLAY-004'], outcome: 'senseless', tone: 'bad' },
    },
  }),
  then: {
    restarted: (world, command) => [...apply(world, command), ...restart(world)],
    webRestarted: (world, command) => [...closeWebSessions(world), ...apply(world, command), ...freshRuns(world)],
    notOffered: nothing,
    changed: apply,
    senseless: nothing,
  },
})
