import { SETTING_NAMES, type Command } from './command'
import { CONTEXTS, WEB_CONTEXTS } from './contexts'
import { MEMBERS } from './method'
import type { MachineKind } from './world'

/** What a field of a command takes: enough to ask a person for it. */
export type Field =
  | { readonly of: 'machine'; readonly kinds?: readonly MachineKind[] }
  | { readonly of: 'webServer' | 'browser' | 'process' | 'session' | 'method' | 'token' }
  | { readonly of: 'choice'; readonly among: readonly string[] }
  | { readonly of: 'text' | 'number' | 'flag' | 'json' }

export type FieldNote = Field & { readonly optional?: true }

/** Every field of every command, by name: the compiler finds the one that was forgotten. */
type FieldsOf<C> = C extends Command ? { readonly [K in Exclude<keyof C, 'type'>]-?: FieldNote } : never

const client: FieldNote = { of: 'machine', kinds: ['client'] }
const single: FieldNote = { of: 'machine', kinds: ['standalone'] }
const anyone: FieldNote = { of: 'machine' }
const webServer: FieldNote = { of: 'webServer' }
const browser: FieldNote = { of: 'browser' }
const text: FieldNote = { of: 'text' }
const code: FieldNote = { of: 'json', optional: true }
const choice = (among: readonly string[]): FieldNote => ({ of: 'choice', among })
const maybe = (field: FieldNote): FieldNote => ({ ...field, optional: true })

const FIELDS: { readonly [T in Command['type']]: FieldsOf<Extract<Command, { type: T }>> } = {
  connectClient: { machine: client },
  disconnectClient: { machine: client },
  startStandalone: { machine: single },
  stopStandalone: { machine: single },
  startWebServer: { webServer, scalableSession: maybe({ of: 'flag' }) },
  stopWebServer: { webServer },
  runCall: {
    machine: anyone,
    in: choice(Object.keys(CONTEXTS)),
    call: choice(MEMBERS),
    with: maybe({ of: 'json' }),
    as: maybe(text),
  },
  executeOnServer: { machine: anyone, method: maybe({ of: 'method' }), code },
  sendRequest: {
    from: browser,
    to: webServer,
    url: text,
    method: maybe(choice(['GET', 'POST'])),
    token: maybe({ of: 'token' }),
    scheme: maybe(choice(['http', 'https'])),
    address: maybe(text),
    crossSite: maybe({ of: 'flag' }),
    in: maybe(choice(WEB_CONTEXTS)),
    stays: maybe(text),
    component: maybe(text),
    code,
  },
  finishRequest: { process: { of: 'process' }, code },
  logOut: { from: browser, to: webServer },
  changeSetting: { setting: choice(SETTING_NAMES), value: { of: 'json' } },
  wait: { seconds: { of: 'number' } },
  startProcess: {
    machine: client,
    process: maybe(text),
    needs: maybe(choice(['language', 'data', 'nothing'])),
    code,
  },
  endProcess: { machine: client, process: { of: 'process' }, code },
  openDatastore: {
    machine: anyone,
    to: webServer,
    localId: text,
    idleTimeout: maybe({ of: 'number' }),
    method: maybe(text),
    code,
  },
  sleepClient: { machine: client },
  wakeClient: { machine: client },
  cutNetwork: { machine: client },
  restoreNetwork: { machine: client },
  listSessions: { counted: maybe({ of: 'flag' }) },
  dropSession: { session: { of: 'session' } },
}

/** The fields of a command, in the order a person fills them in. */
export const fieldsOf = (type: Command['type']): readonly (readonly [name: string, field: FieldNote])[] =>
  Object.entries<FieldNote>(FIELDS[type])
