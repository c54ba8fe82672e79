import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { format } from 'prettier'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { COMMAND_TYPES, type Command } from '../../src/engine/command'
import { PRESETS } from '../../src/gallery/presets'
import { SCENARIO_IDS, shippedScenario } from '../../src/gallery/gallery'
import { readScenario } from '../../src/share/readScenario'
import { DEFINITIONS, scenarioSchema } from '../../src/share/scenarioSchema'
import { writeScenario } from '../../src/share/writeScenario'
import { story } from '../support/longStory'

const FILE = join(import.meta.dirname, '../../public/scenario.schema.json')

const generated = () => ({
  ...toJsonSchema(scenarioSchema, {
    typeMode: 'input',
    target: 'draft-2020-12',
    ignoreActions: ['check'],
    definitions: DEFINITIONS,
  }),
  title: 'Session Playground scenario',
})

const accepts = (step: object) => v.safeParse(scenarioSchema, { ...story(), steps: [step] }).success

const EXAMPLES: Readonly<Record<Command['type'], object>> = {
  connectClient: { machine: 'ana' },
  disconnectClient: { machine: 'ana' },
  startStandalone: { machine: 'solo' },
  stopStandalone: { machine: 'solo' },
  startWebServer: { webServer: 'web', scalableSession: false },
  stopWebServer: { webServer: 'web' },
  runCall: { machine: 'ana', in: 'trigger', call: 'createOTP', with: [60], as: 'mine' },
  executeOnServer: { machine: 'ana', method: 'nightly', code: [{ call: 'Session' }] },
  sendRequest: {
    from: 'visitor',
    to: 'web',
    method: 'POST',
    url: '/rest/People',
    token: 'otp-1',
    scheme: 'https',
    crossSite: true,
    address: '10.0.0.77',
    stays: 'slow',
    code: [{ if: { call: 'isGuest' }, then: [{ send: 'a' }], else: [{ call: 'restore', with: ['x'] }] }],
    component: 'Shop',
  },
  finishRequest: { process: 'slow', code: [{ return: true }] },
  logOut: { from: 'visitor', to: 'web' },
  changeSetting: { setting: 'roles', value: { privileges: [] } },
  wait: { seconds: 5 },
  startProcess: { machine: 'ana', process: 'report', needs: 'data', code: [{ call: 'Session' }] },
  openDatastore: {
    machine: 'ana',
    to: 'web',
    localId: 'staff',
    idleTimeout: 90,
    method: 'ds.act',
    code: [{ call: 'Session' }],
  },
  sleepClient: { machine: 'ana' },
  wakeClient: { machine: 'ana' },
  cutNetwork: { machine: 'ana' },
  restoreNetwork: { machine: 'ana' },
  listSessions: { counted: true },
  dropSession: { session: 'remote-ana' },
  endProcess: { machine: 'ana', process: 'report', code: [{ call: 'Session' }] },
}

describe('the schema of a scenario', () => {
  it('is published as JSON Schema (after a change: UPDATE=1 npx vitest run test/share)', async () => {
    if (process.env.UPDATE) writeFileSync(FILE, await format(JSON.stringify(generated()), { parser: 'json' }))
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(generated())))
  })

  it.each(COMMAND_TYPES)('knows the command %s with all it may carry', (type) => {
    expect(accepts({ type, ...EXAMPLES[type] })).toBe(true)
  })

  it.each(COMMAND_TYPES)('refuses %s with something it does not carry', (type) => {
    expect(accepts({ type, ...EXAMPLES[type], more: 1 })).toBe(false)
  })

  it.each(SCENARIO_IDS)('reads the shipped scenario %s back as it was', (id) => {
    const scenario = shippedScenario(id, { title: 'A title', question: 'Why?' })
    expect(readScenario(writeScenario(scenario), PRESETS)).toEqual({ scenario })
  })
})
