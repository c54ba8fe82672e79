import * as v from 'valibot'
import { SETTING_NAMES, type Command } from '../engine/command'
import { CONTEXTS, WEB_CONTEXTS, type ContextName } from '../engine/contexts'
import { isRecord, type Json } from '../engine/json'
import { MEMBERS, type Call, type Method, type Statement } from '../engine/method'
import { READING_IDS, READINGS, type ReadingId } from '../engine/readings'
import { readRelease, RELEASES, spelled, type Release } from '../engine/releases/releases'
import { OPERATORS } from '../simulation/expectations'
import { FORMAT, type Expectation, type Scenario, type WorldSpec } from '../simulation/scenario'
import { PARTS } from '../simulation/state'
import { DOMAIN, PATH } from '../engine/rules/changeSetting'
import { SESSION_MODES } from '../engine/world'
import type { ProblemCode } from './problem'

/**
 * The shape of a scenario file, for reading and for the published JSON Schema. The message of every rule here is the
 * code of a problem; its words stand with the words. What a shape cannot say (names that lead nowhere) is checked in
 * checkScenario.
 */

const LIMITS = {
  steps: 20_000,
  machines: 5_000,
  many: 500,
  expectations: 1_000,
  label: 80,
  title: 120,
  sentence: 400,
  text: 2_000,
  arguments: 20,
  statements: 500,
  nesting: 12,
  seconds: 315_360_000,
} as const

const code = (it: ProblemCode): ProblemCode => it

const text = (longest: number) => v.pipe(v.string(code('notText')), v.maxLength(longest, code('textTooLong')))
const label = text(LIMITS.label)
const sentence = text(LIMITS.sentence)
const flag = v.boolean(code('notBoolean'))
const whole = (most: number) =>
  v.pipe(
    v.number(code('notNumber')),
    v.integer(code('notNumber')),
    v.minValue(0, code('outOfRange')),
    v.maxValue(most, code('outOfRange')),
  )
const list = <S extends v.GenericSchema>(item: S, most: number) =>
  v.pipe(v.array(item, code('notList')), v.maxLength(most, code('tooMany')))
const choice = <const T extends readonly string[]>(words: T) => v.picklist(words, code('notAChoice'))
const object = <E extends v.ObjectEntries>(entries: E) =>
  v.strictObject(entries, ({ expected, received }) =>
    expected === 'never'
      ? code('unknownKey')
      : received === 'undefined' && expected !== 'Object'
        ? code('missing')
        : code('notObject'),
  )
const maybe = v.exactOptional

const plainWord = v.pipe(v.string(code('notText')), v.regex(/^[A-Za-z][\w.-]{0,63}$/, code('notAWord')))
/** A name, once read, is a name of its kind: the reader is where plain text becomes one. */
const word = <N extends string = string>() => plainWord as unknown as v.GenericSchema<string, N>

/** Any JSON. The document has been read as JSON before it comes here, so nothing is left to ask. */
const json = v.pipe(v.unknown(), v.description('Any JSON value.')) as unknown as v.GenericSchema<unknown, Json>

/** One of several shapes, chosen by looking at the value, so that a fault is told from inside the shape that was meant. */
function eitherOf<const S extends readonly [v.GenericSchema, ...v.GenericSchema[]]>(
  shapes: S,
  choose: (value: unknown) => number,
): Record<'read' | 'written', v.GenericSchema<unknown, v.InferOutput<S[number]>>> {
  // The JSON Schema is written by asking for no value at all: then every shape is possible.
  const written = v.union([...shapes]) as v.GenericSchema<unknown, v.InferOutput<S[number]>>
  const read = v.lazy((value) => (value === undefined ? written : (shapes[choose(value)] ?? shapes[0])))
  return { read: read as v.GenericSchema<unknown, v.InferOutput<S[number]>>, written }
}

// --- Code -----------------------------------------------------------------------------------------------------------

const callEntries = {
  call: v.pipe(choice(MEMBERS), v.description('Session itself, a member of the class, or access to data.')),
  with: maybe(v.pipe(list(json, LIMITS.arguments), v.description('The arguments, in order.'))),
  as: maybe(v.pipe(plainWord, v.description('Names the token that createOTP makes.'))),
}
const callSchema: v.GenericSchema<unknown, Call> = object(callEntries)

const statementLazy: v.GenericSchema<unknown, Statement> = v.lazy((value) =>
  value === undefined ? statement.written : statement.read,
)
/** What tells each shape of a statement apart. */
const STATEMENTS = ['call', 'if', 'send', 'return']
const statements = v.array(statementLazy, code('notList'))
const statement = eitherOf(
  [
    object(callEntries),
    v.pipe(
      object({ if: callSchema, then: statements, else: maybe(statements) }),
      v.description('Runs "then" when the call gives something true, else "else".'),
    ),
    v.pipe(object({ send: text(LIMITS.text) }), v.description('What the browser gets as answer.')),
    v.pipe(object({ return: flag }), v.description('Ends the method with this result.')),
  ],
  (value) =>
    Math.max(
      0,
      STATEMENTS.findIndex((key) => isRecord(value) && key in value),
    ),
)

const inner = (it: Statement): readonly Statement[] => ('if' in it ? [...it.then, ...(it.else ?? [])] : [])
const sizeOf = (all: readonly Statement[]): number => all.reduce((sum, it) => sum + 1 + sizeOf(inner(it)), 0)
const depthOf = (all: readonly Statement[]): number =>
  all.reduce((deepest, it) => Math.max(deepest, 1 + depthOf(inner(it))), 0)

const codeList = v.pipe(
  statements,
  v.check((all) => sizeOf(all) <= LIMITS.statements, code('tooMany')),
  v.check((all) => depthOf(all) <= LIMITS.nesting, code('nestedTooDeep')),
  v.description(`At most ${LIMITS.statements} statements, nested at most ${LIMITS.nesting} deep.`),
)

const methodSchema: v.GenericSchema<unknown, Method> = object({ name: plainWord, code: codeList })

// --- Commands -------------------------------------------------------------------------------------------------------

const machine = { machine: word<Extract<Command, { readonly type: 'runCall' }>['machine']>() }
const webServer = { webServer: word<Extract<Command, { readonly type: 'startWebServer' }>['webServer']>() }
const line = {
  from: word<Extract<Command, { readonly type: 'sendRequest' }>['from']>(),
  to: word<Extract<Command, { readonly type: 'sendRequest' }>['to']>(),
}

const command = <const T extends Command['type'], E extends v.ObjectEntries>(type: T, says: string, entries: E) =>
  v.pipe(object({ type: v.literal(type), ...entries }), v.description(says))

const commandSchema = v.variant(
  'type',
  [
    command('connectClient', 'A 4D remote opens its connection to the server.', machine),
    command('disconnectClient', 'A 4D remote leaves.', machine),
    command('startStandalone', 'A single-user 4D opens.', machine),
    command('stopStandalone', 'A single-user 4D closes.', machine),
    command('startWebServer', 'A web server starts.', {
      ...webServer,
      scalableSession: maybe(v.pipe(flag, v.description('What WEB Server.start() says for this run.'))),
    }),
    command('stopWebServer', 'A web server stops, with its sessions.', webServer),
    command('runCall', 'Code in one place uses Session once.', {
      ...machine,
      in: choice(Object.keys(CONTEXTS) as [ContextName, ...ContextName[]]), // the keys of a constant table
      ...callEntries,
    }),
    command('executeOnServer', 'The command Execute on server starts a stored procedure.', {
      ...machine,
      method: maybe(plainWord),
      code: maybe(codeList),
    }),
    command('sendRequest', 'A browser or a Web area sends one request to a web server.', {
      ...line,
      method: maybe(choice(['GET', 'POST'])),
      url: v.pipe(text(LIMITS.text), v.description('Path and query.')),
      token: maybe(v.pipe(label, v.description('Sent as $4DSID: the name or the value of a token.'))),
      scheme: maybe(choice(['http', 'https'])),
      address: maybe(v.pipe(label, v.description('The IP address it comes from.'))),
      crossSite: maybe(v.pipe(flag, v.description('Reached from another site.'))),
      code: maybe(codeList),
      in: maybe(
        v.pipe(choice(WEB_CONTEXTS), v.description('The place where the code runs, when the address does not say it.')),
      ),
      stays: maybe(v.pipe(plainWord, v.description('The process of this name runs on; the reply is yet to come.'))),
      component: maybe(plainWord),
    }),
    command('finishRequest', 'A request that stayed comes to its end.', {
      process: plainWord,
      code: maybe(v.pipe(codeList, v.description('The rest of what it does.'))),
    }),
    command('logOut', 'The logout feature of a Qodly page.', line),
    command('changeSetting', 'A setting is changed; some take effect by a restart.', {
      setting: choice(SETTING_NAMES),
      value: json,
    }),
    command('wait', 'Time passes.', { seconds: whole(LIMITS.seconds) }),
    command('startProcess', 'A further process begins on a connected client.', {
      ...machine,
      process: maybe(plainWord),
      needs: maybe(
        v.pipe(
          choice(['language', 'data', 'nothing']),
          v.description('What it wants of the server; "language" if absent.'),
        ),
      ),
      code: maybe(v.pipe(codeList, v.description('What On Server Open Connection does.'))),
    }),
    command('openDatastore', 'A 4D opens another 4D as a remote datastore, or uses it again.', {
      ...machine,
      to: line.to,
      localId: label,
      idleTimeout: maybe(v.pipe(whole(5_256_000), v.description('Minutes; at least 60.'))),
      method: maybe(v.pipe(plainWord, v.description('The function called through it; it is only opened without.'))),
      code: maybe(codeList),
    }),
    command('sleepClient', 'The computer of a connected client goes to sleep.', machine),
    command('wakeClient', 'It wakes up.', machine),
    command('cutNetwork', 'A connected client and the server no longer reach each other.', machine),
    command('restoreNetwork', 'They reach each other again.', machine),
    command('listSessions', 'Somebody looks at the sessions in the Server window.', {
      counted: maybe(v.pipe(flag, v.description('Only those counted for floating licences.'))),
    }),
    command('dropSession', 'Somebody drops a session in the Server window.', {
      session: v.pipe(label, v.description('The name or the id of a session.')),
    }),
    command('endProcess', 'Such a process ends.', {
      ...machine,
      process: plainWord,
      code: maybe(v.pipe(codeList, v.description('What On Server Close Connection does.'))),
    }),
  ],
  code('unknownCommand'),
)

// --- World ----------------------------------------------------------------------------------------------------------

/** Open questions and contradictions, each with its readings. */
const readingsShape = v.pipe(
  object(
    Object.fromEntries(READING_IDS.map((id) => [id, maybe(choice(READINGS[id]))])) as unknown as {
      // What the loop makes of each entry of a constant table.
      [Id in ReadingId]: v.ExactOptionalSchema<v.GenericSchema<unknown, (typeof READINGS)[Id][number]>, undefined>
    },
  ),
  v.description('How open questions and contradictions are read, where not as recommended.'),
)

const settingsShape = object({
  scalableSessions: maybe(flag),
  applicationName: maybe(v.pipe(v.string(code('notText')), v.regex(/^[\w .-]{1,40}$/, code('notAWord')))),
  licences: maybe(whole(100_000)),
  sameSite: maybe(choice(['Strict', 'Lax', 'None'])),
  legacySessions: maybe(v.pipe(flag, v.description('"Legacy sessions", while scalable sessions are off.'))),
  convertedProject: maybe(v.pipe(flag, v.description('Created before 18 R6.'))),
  cookieDomain: maybe(v.pipe(v.string(code('notText')), v.regex(DOMAIN, code('notAWord')))),
  cookiePath: maybe(v.pipe(v.string(code('notText')), v.regex(PATH, code('notAWord')))),
  maxSessions: maybe(whole(32_000)),
  inactiveSessionTimeout: maybe(whole(5_256_000)),
  inactiveProcessTimeout: maybe(whole(5_256_000)),
  sessionIPAddressValidation: maybe(flag),
  maxConcurrentProcesses: maybe(v.pipe(whole(32_000), v.minValue(10, code('outOfRange')))),
  webAuthentication: maybe(choice(['custom', 'basic'])),
  roles: maybe(v.pipe(json, v.description('roles.json: its text, or the object it holds; null when there is none.'))),
  handlers: maybe(list(object({ pattern: label, method: plainWord }), LIMITS.many)),
  networkLayer: maybe(v.pipe(choice(['ServerNet', 'QUIC']), v.description('ServerNet if absent.'))),
  quicTimeout: maybe(v.pipe(whole(31_536_000), v.description('Seconds; 900 if absent.'))),
  sleepTimeout: maybe(v.pipe(whole(31_536_000), v.description('Seconds; 48 hours if absent.'))),
  pages: maybe(
    v.pipe(list(label, LIMITS.many), v.description('Qodly pages by name, other pages by path; all if absent.')),
  ),
  readings: maybe(readingsShape),
})

// Every key may be absent, so an empty list would pass for an object.
const settingsSchema = v.lazy((value) => (Array.isArray(value) ? (v.never(code('notObject')) as never) : settingsShape))

const machineSchema = object({
  name: plainWord,
  kind: choice(['server', 'client', 'standalone']),
  label: maybe(label),
  user: maybe(label),
  systemUser: maybe(label),
  address: maybe(label),
  host: maybe(choice(['mac', 'windows'])),
  sessions: maybe(v.pipe(choice(SESSION_MODES), v.description('The web sessions chosen on this machine.'))),
})

const attribute = eitherOf(
  [plainWord, object({ name: plainWord, kind: choice(['storage', 'relation', 'alias', 'computed']) })],
  (value) => (typeof value === 'string' ? 0 : 1),
)

const worldSchema: v.GenericSchema<unknown, WorldSpec> = object({
  seed: maybe(label),
  settings: maybe(settingsSchema),
  machines: list(machineSchema, LIMITS.machines),
  webServers: list(
    object({ name: plainWord, machine: plainWord, component: maybe(plainWord), running: maybe(flag) }),
    LIMITS.many,
  ),
  browsers: list(object({ name: plainWord, label: maybe(label), machine: maybe(plainWord) }), LIMITS.machines),
  methods: maybe(list(methodSchema, LIMITS.many)),
  dataclasses: maybe(
    list(
      object({
        name: plainWord,
        attributes: maybe(list(attribute.read, LIMITS.many)),
        functions: maybe(list(plainWord, LIMITS.many)),
        exposed: maybe(v.pipe(flag, v.description('False: REST does not see it.'))),
        hidden: maybe(
          v.pipe(list(plainWord, LIMITS.many), v.description('Attributes and functions that REST does not see.')),
        ),
      }),
      LIMITS.many,
    ),
  ),
})

const world = eitherOf(
  [v.pipe(plainWord, v.description('The name of a world that ships with the page, such as "office".')), worldSchema],
  (value) => (typeof value === 'string' ? 0 : 1),
)

// --- Scenario -------------------------------------------------------------------------------------------------------

const isPart = (look: string): boolean => PARTS.some((part) => look === part || look.startsWith(`${part}.`))

const expectationSchema: v.GenericSchema<unknown, Expectation> = v.pipe(
  object({
    after: v.pipe(whole(LIMITS.steps), v.description('After so many steps; 0 is the beginning.')),
    look: v.pipe(
      sentence,
      v.check(isPart, code('unknownLook')),
      v.description(`A dotted path into the state of that moment; begins with one of: ${PARTS.join(', ')}.`),
    ),
    is: maybe(v.pipe(json, v.description('Equal to this.'))),
    isNot: maybe(v.pipe(json, v.description('Not equal to this.'))),
    has: maybe(v.pipe(json, v.description('A list with this item, a text with this part, an object with this key.'))),
    says: maybe(v.pipe(sentence, v.description('The expectation in words, shown when it fails.'))),
  }),
  v.check((it) => OPERATORS.some((operator) => it[operator] !== undefined), code('noOperator')),
)

const releaseSchema = v.pipe(
  v.picklist([...new Set([...RELEASES, ...RELEASES.map(spelled)])], code('unknownRelease')),
  v.description('A release as the product spells it, with or without the space: "20 R10", "21".'),
  v.transform((it) => readRelease(it) as Release), // one of the spellings just listed
)

export const scenarioSchema: v.GenericSchema<unknown, Scenario> = v.pipe(
  object({
    $schema: maybe(v.pipe(v.string(code('notText')), v.description('Ignored; for editors.'))),
    format: v.literal(FORMAT, code('unknownFormat')),
    title: text(LIMITS.title),
    question: maybe(sentence),
    release: releaseSchema,
    world: world.read,
    settings: maybe(v.pipe(settingsSchema, v.description('Laid over the settings of the world.'))),
    steps: list(commandSchema, LIMITS.steps),
    at: maybe(v.pipe(whole(LIMITS.steps), v.description('How many steps are shown when it is opened.'))),
    expect: maybe(list(expectationSchema, LIMITS.expectations)),
  }),
  v.description('A story for the Session Playground: where it begins, what is wanted, and what must come out.'),
  v.transform(({ $schema: _, ...scenario }) => scenario),
)

/** The parts that get a name of their own in the JSON Schema. */
export const DEFINITIONS = {
  Command: commandSchema,
  Statement: statement.written,
  Call: callSchema,
  Method: methodSchema,
  World: worldSchema,
  WorldOrName: world.written,
  Settings: settingsShape,
  Attribute: attribute.written,
  Expectation: expectationSchema,
}
