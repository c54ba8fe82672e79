import type { Scenario } from '../simulation/scenario'
import { FIRST, sharedSession } from './first'
import { connect, onOpen, page, prepared, rest, scenarioFrom, type Shipped } from './shipped'
import { thousandSteps } from './thousand'

const wait = (seconds: number) => ({ type: 'wait', seconds })
const set = (setting: string, value: unknown) => ({ type: 'changeSetting', setting, value })

export const SHIPPED = {
  [FIRST]: sharedSession,
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

export const isScenarioId = (id: string): id is ScenarioId => Object.hasOwn(SHIPPED, id)

export const shippedScenario = (
  id: ScenarioId,
  words: { readonly title: string; readonly question: string },
): Scenario => scenarioFrom(SHIPPED[id], words)

/** Every shipped scenario by its id, in one language: what links refer to by name. */
export const shippedGallery = (
  words: Readonly<Record<ScenarioId, { readonly title: string; readonly question: string }>>,
): Readonly<Record<string, Scenario>> =>
  Object.fromEntries(SCENARIO_IDS.map((id) => [id, shippedScenario(id, words[id])]))
