import type { Command } from '../engine/command'
import type { Release } from '../engine/releases/releases'
import { FORMAT, type Scenario, type WorldSpec } from '../simulation/scenario'
import { office } from './office'
import { thousand, thousandSteps } from './thousand'

/** The worlds a scenario may name instead of describing one. */
export const PRESETS: Readonly<Record<string, WorldSpec>> = { office, thousand }

/** A story that ships with the page. Its title and question are words, so they stand with the words, under its id. */
interface Shipped {
  readonly world: keyof typeof PRESETS
  readonly release: Release
  readonly at?: number
  readonly settings?: Scenario['settings']
  readonly steps: readonly unknown[]
}

const onOpen = (call: string, ...args: readonly unknown[]) => ({
  type: 'runCall',
  machine: 'ana',
  in: 'onServerOpenConnection',
  call,
  ...(args.length ? { with: args } : {}),
})
const connect = { type: 'connectClient', machine: 'ana' }
const page = (token?: string, from = 'ana-area') => ({
  type: 'sendRequest',
  from,
  to: 'web',
  url: '/$lib/renderer/?w=People',
  ...(token ? { token } : {}),
})
const rest = (url: string, from = 'ana-area', method?: string) => ({
  type: 'sendRequest',
  from,
  to: 'web',
  url,
  ...(method ? { method } : {}),
})
const wait = (seconds: number) => ({ type: 'wait', seconds })
const set = (setting: string, value: unknown) => ({ type: 'changeSetting', setting, value })

const prepared = [connect, onOpen('clearPrivileges'), onOpen('setPrivileges', 'basic')]

export const SHIPPED = {
  'shared-session': {
    world: 'office',
    release: '21',
    at: 8,
    steps: [
      ...prepared,
      onOpen('writeStorage', 'team', 'North'),
      onOpen('createOTP'),
      page('otp-1'),
      rest('/rest/People'),
      rest('/rest/Salaries'),
      rest('/4DACTION/action_Session'),
    ],
  },
  'action-session': {
    world: 'office',
    release: '21',
    at: 3,
    steps: [
      rest('/4DACTION/action_Session', 'visitor'),
      rest('/4DACTION/loginAccountant', 'visitor'),
      rest('/4DACTION/action_Session', 'visitor'),
      set('scalableSessions', false),
      rest('/4DACTION/action_Session', 'visitor'),
    ],
  },
  'token-on-client': {
    world: 'office',
    release: '21R2',
    at: 4,
    steps: [
      ...prepared,
      { type: 'runCall', machine: 'ana', in: 'clientMethod', call: 'createOTP' },
      page(),
      rest('/rest/People'),
    ],
  },
  'token-twice': {
    world: 'office',
    release: '21',
    at: 6,
    steps: [...prepared, onOpen('createOTP'), page('otp-1'), page('otp-1', 'visitor'), rest('/rest/People', 'visitor')],
  },
  'token-late': {
    world: 'office',
    release: '21',
    at: 6,
    steps: [...prepared, onOpen('createOTP'), wait(10), page('otp-1'), rest('/rest/People')],
  },
  'client-left': {
    world: 'office',
    release: '21',
    at: 6,
    steps: [
      ...prepared,
      onOpen('createOTP'),
      { type: 'disconnectClient', machine: 'ana' },
      page('otp-1', 'visitor'),
      rest('/rest/People', 'visitor'),
    ],
  },
  'privileges-late': {
    world: 'office',
    release: '21',
    at: 4,
    steps: [
      connect,
      onOpen('createOTP'),
      page('otp-1'),
      rest('/rest/People'),
      onOpen('setPrivileges', 'basic'),
      rest('/rest/People'),
    ],
  },
  'scalable-off': {
    world: 'office',
    release: '21',
    at: 6,
    steps: [
      set('scalableSessions', false),
      ...prepared,
      onOpen('createOTP'),
      page('otp-1'),
      rest('/4DACTION/action_Session'),
    ],
  },
  'cookie-before': {
    world: 'office',
    release: '21',
    at: 6,
    steps: [...prepared, page(), onOpen('createOTP'), page('otp-1'), rest('/rest/People')],
  },
  'two-storages': {
    world: 'office',
    release: '21R3',
    at: 7,
    steps: [
      ...prepared,
      onOpen('writeStorage', 'k', 1),
      { type: 'runCall', machine: 'ana', in: 'clientMethod', call: 'writeStorage', with: ['k', 2] },
      { type: 'runCall', machine: 'ana', in: 'clientMethod', call: 'createOTP', with: [60] },
      {
        type: 'sendRequest',
        from: 'ana-area',
        to: 'web',
        url: '/4DACTION/readTeam',
        token: 'otp-1',
        code: [{ call: 'storage', with: ['k'] }],
      },
      { type: 'runCall', machine: 'ana', in: 'clientMethod', call: 'setPrivileges', with: ['payroll'] },
    ],
  },
  standalone: {
    world: 'office',
    release: '21',
    at: 6,
    steps: [
      { type: 'startStandalone', machine: 'solo' },
      { type: 'runCall', machine: 'solo', in: 'standaloneMethod', call: 'setPrivileges', with: ['basic'] },
      { type: 'runCall', machine: 'solo', in: 'standaloneMethod', call: 'createOTP' },
      { type: 'sendRequest', from: 'solo-area', to: 'solo-web', url: '/$lib/renderer/?w=People', token: 'otp-1' },
      { type: 'sendRequest', from: 'solo-area', to: 'solo-web', url: '/rest/People' },
      { type: 'sendRequest', from: 'solo-area', to: 'solo-web', url: '/rest/Salaries' },
    ],
  },
  'force-login': {
    world: 'office',
    release: '21',
    at: 3,
    steps: [
      set('forceLogin', true),
      rest('/rest/$catalog', 'visitor'),
      rest('/rest/People', 'visitor'),
      rest('/rest/$catalog/authentify', 'visitor', 'POST'),
      rest('/rest/People', 'visitor'),
      { type: 'logOut', from: 'visitor', to: 'web' },
    ],
  },
  'thousand-clients': { world: 'thousand', release: '21R3', at: thousandSteps.length, steps: thousandSteps },
} as const satisfies Record<string, Shipped>

export type ScenarioId = keyof typeof SHIPPED

export const SCENARIO_IDS = Object.keys(SHIPPED) as readonly ScenarioId[]

export const FIRST: ScenarioId = 'shared-session'

export const isScenarioId = (id: string): id is ScenarioId => Object.hasOwn(SHIPPED, id)

/** A shipped story as a scenario; the words come from the language in use. */
export function shippedScenario(
  id: ScenarioId,
  words: { readonly title: string; readonly question: string },
): Scenario {
  const it: Shipped = SHIPPED[id]
  return {
    format: FORMAT,
    title: words.title,
    question: words.question,
    release: it.release,
    world: it.world,
    ...(it.settings ? { settings: it.settings } : {}),
    ...(it.at === undefined ? {} : { at: it.at }),
    // Names in shipped steps are plain texts; a test reads every shipped scenario back through the schema.
    steps: it.steps as readonly Command[],
  }
}

/** Every shipped scenario by its id, in one language: what links refer to by name. */
export const shippedGallery = (
  words: Readonly<Record<ScenarioId, { readonly title: string; readonly question: string }>>,
): Readonly<Record<string, Scenario>> =>
  Object.fromEntries(SCENARIO_IDS.map((id) => [id, shippedScenario(id, words[id])]))
