import { decision } from '../../decision/decision'
import type { ChangeSetting, SettingName } from '../command'
import type { Event } from '../event'
import { isRecord, readJson, type Json } from '../json'
import { protectionOf } from '../roles/rolesFile'
import { nothing, rule } from '../rule'
import type { Settings, World } from '../world'
import { restart } from './machines'

interface Facts {
  readonly setting: string
  readonly value: string
  readonly sensible: boolean
  readonly readAtStart: boolean
  readonly ofWebServer: boolean
}

type Outcome = 'restarted' | 'webRestarted' | 'changed' | 'senseless'

const READ_AT_START: readonly SettingName[] = ['roles', 'forceLogin', 'restrictedByDefault']
const OF_WEB_SERVER: readonly SettingName[] = ['scalableSessions', 'applicationName']

/** The settings after a change, or null when the value makes no sense for it. */
export function settingsWith(
  { settings }: Pick<World, 'settings'>,
  setting: SettingName,
  value: Json,
): Partial<Settings> | null {
  switch (setting) {
    case 'scalableSessions':
      return typeof value === 'boolean' ? { scalableSessions: value } : null
    case 'applicationName':
      return typeof value === 'string' && /^[\w .-]{1,40}$/.test(value) ? { applicationName: value } : null
    case 'licences':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000
        ? { licences: value }
        : null
    case 'sameSite':
      return value === 'Strict' || value === 'Lax' || value === 'None' ? { sameSite: value } : null
    case 'roles':
      return value === null || typeof value === 'string'
        ? { roles: value }
        : isRecord(value)
          ? { roles: JSON.stringify(value, null, 2) }
          : null
    case 'forceLogin':
    case 'restrictedByDefault':
      return typeof value === 'boolean' ? flagged(settings.roles, setting, value) : null
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

const apply = (world: World, { setting, value }: ChangeSetting): readonly Event[] => {
  const settings = settingsWith(world, setting, value)
  return settings ? [{ type: 'settingsChanged', settings }] : []
}

const closeWebSessions = (world: World): readonly Event[] =>
  world.sessions
    .filter(({ webServer }) => webServer !== null)
    .map(({ name }) => ({ type: 'sessionClosed', session: name, because: 'stopped' }) as const)

export const changeSetting = rule<ChangeSetting, Facts, Outcome>({
  facts: (world, { setting, value }) => ({
    setting,
    value: typeof value === 'string' ? value.slice(0, 40) : JSON.stringify(value).slice(0, 40),
    sensible: settingsWith(world, setting, value) !== null,
    readAtStart: READ_AT_START.includes(setting),
    ofWebServer: OF_WEB_SERVER.includes(setting),
  }),
  decision: decision<Facts, Outcome>()({
    name: 'changeSetting',
    start: 'sensible',
    nodes: {
      sensible: { rules: ['PLAY-004'], test: (it) => it.sensible, yes: 'readAtStart', no: 'senseless' },
      readAtStart: {
        rules: ['PRIV-010', 'SES-220'],
        test: (it) => it.readAtStart,
        yes: 'restarted',
        no: 'ofWebServer',
      },
      ofWebServer: { rules: ['SES-101', 'PLAY-004'], test: (it) => it.ofWebServer, yes: 'webRestarted', no: 'changed' },
      restarted: { rules: ['PRIV-010', 'SES-220', 'SES-162'], outcome: 'restarted', tone: 'plain' },
      webRestarted: { rules: ['SES-101', 'SES-084', 'PLAY-004'], outcome: 'webRestarted', tone: 'plain' },
      changed: { rules: ['PLAY-004'], outcome: 'changed', tone: 'plain' },
      senseless: { rules: ['PLAY-004'], outcome: 'senseless', tone: 'bad' },
    },
  }),
  then: {
    restarted: (world, command) => [...apply(world, command), ...restart(world)],
    webRestarted: (world, command) => [...closeWebSessions(world), ...apply(world, command)],
    changed: apply,
    senseless: nothing,
  },
})
