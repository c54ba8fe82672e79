import { describe, expect, it } from 'vitest'
import { isEnding, type Ending, type Verdict } from '../../src/decision/decision'
import type { ErrorCode } from '../../src/engine/call'
import type { Command } from '../../src/engine/command'
import { CONTEXTS } from '../../src/engine/contexts'
import { DECISIONS } from '../../src/engine/decisions'
import type { Event } from '../../src/engine/event'
import { named, type BrowserName, type MachineName, type WebServerName } from '../../src/engine/ids'
import { MEMBERS, type Statement } from '../../src/engine/method'
import { step } from '../../src/engine/step'
import { office } from '../../src/gallery/office'
import { worldOf, type WorldSpec } from '../../src/simulation/scenario'
import { reasons } from '../../src/words/en.reasons'
import { legacyOffice } from '../../src/evidence/webServers'

interface Flow {
  readonly title: string
  readonly nodes: Readonly<Record<string, string>>
  readonly cures?: Readonly<Record<string, string>>
}
type Texts = Readonly<Record<string, string>>

const flows: Readonly<Record<string, Flow>> = reasons.flows
const facts: Texts = reasons.facts

const tables = [...DECISIONS.values()]
const nodes = tables.flatMap(({ name, nodes }) =>
  Object.entries(nodes).map(([node, it]) => ({
    at: `${name}.${node}`,
    text: flows[name]?.nodes[node] ?? '',
    cure: flows[name]?.cures?.[node] ?? '',
    ending: isEnding(it) ? (it as Ending) : null,
  })),
)
const questions = nodes.filter(({ ending }) => ending === null)
const endings = nodes.flatMap(({ ending, ...it }) => (ending ? [{ ...it, ending }] : []))
const calm = ({ ending: { tone } }: (typeof endings)[number]) => tone !== 'bad' && tone !== 'none'
const placesOf = (all: readonly { readonly at: string }[]) => all.map(({ at }) => at)
const wordsIn = (text: string) => text.split(/\s+/).length

// The compiler keeps these two complete: a new type or code without an entry here does not compile.
const EVENT_TYPES = Object.keys({
  machineStarted: 0,
  machineStopped: 0,
  singletonMade: 0,
  singletonWritten: 0,
  useBegun: 0,
  useAwaited: 0,
  useEnded: 0,
  machineStorageWritten: 0,
  clientAway: 0,
  clientBack: 0,
  webServerStarted: 0,
  webServerStopped: 0,
  sessionOpened: 0,
  sessionClosed: 0,
  entitySetKept: 0,
  entitySetReleased: 0,
  quotasSet: 0,
  legacyKept: 0,
  legacyClosed: 0,
  variableSet: 0,
  poolChanged: 0,
  requestHeld: 0,
  sessionTouched: 0,
  userNamed: 0,
  sessionLoggedOut: 0,
  licenceTaken: 0,
  licenceReleased: 0,
  processStarted: 0,
  processEnded: 0,
  tokenCreated: 0,
  tokenUsed: 0,
  cookieSet: 0,
  privilegesSet: 0,
  privilegesCleared: 0,
  privilegePromoted: 0,
  privilegeDemoted: 0,
  storageWritten: 0,
  idleTimeoutSet: 0,
  pageShown: 0,
  requestAnswered: 0,
  settingsChanged: 0,
  timePassed: 0,
} satisfies Record<Event['type'], 0>)
const ERROR_CODES = Object.keys({
  onNull: 0,
  forbiddenOnClient: 0,
  notInRelease: 0,
  outsideUse: 0,
  notShared: 0,
  waits: 0,
  privilege: 0,
  noLicence: 0,
  senseless: 0,
  notHere: 0,
  outOfRange: 0,
} satisfies Record<ErrorCode, 0>)

const ana = named<MachineName>('ana')
const server = named<MachineName>('server')
const bruno = named<MachineName>('bruno')
const solo = named<MachineName>('solo')
const anaArea = named<BrowserName>('ana-area')
const visitor = named<BrowserName>('visitor')
const web = named<WebServerName>('web')
const shop = named<WebServerName>('shop')

const opens = (call: (typeof MEMBERS)[number], ...args: readonly string[]): Command => ({
  type: 'runCall',
  machine: ana,
  in: 'onServerOpenConnection',
  call,
  with: args,
})
const sends = (
  url: string,
  more: { readonly token?: string; readonly method?: 'POST'; readonly code?: readonly Statement[] } = {},
): Command => ({
  type: 'sendRequest',
  from: anaArea,
  to: web,
  url,
  ...more,
})
/** Some of the members only make sense with arguments; for the facts of their table any will do. */
const everyMember: readonly Command[] = MEMBERS.filter((it) => it !== 'access').map((it) => opens(it, 'payroll'))

/** A working day that asks every table of the engine at least once. */
const day: readonly Command[] = [
  { type: 'startStandalone', machine: solo },
  { type: 'stopStandalone', machine: solo },
  { type: 'connectClient', machine: ana },
  ...everyMember,
  opens('setPrivileges', 'payroll'),
  sends('/$lib/renderer/?w=People', { token: 'otp-1' }),
  sends('/rest/People'),
  sends('/rest/People(1)?$method=update'),
  sends('/rest/People/greet'),
  sends('/rest/$singleton/Till/reset'),
  sends('/4DACTION/look', { code: [{ call: 'access', with: ['read', 'People.birthday'] }] }),
  sends('/4DACTION/action_Session'),
  sends('/rest/$directory/login'),
  sends('/rest/$catalog/authentify', { method: 'POST' }),
  sends('/verify'),
  sends('http://localhost/rest/Nothing'),
  sends('/rest/$info/privileges'),
  sends('/4DACTION/nobodyWroteThis'),
  { type: 'sendRequest', from: visitor, to: web, url: '/rest/Salaries' },
  { type: 'changeSetting', setting: 'forceLogin', value: true },
  { type: 'sendRequest', from: visitor, to: web, url: '/rest/People' },
  { type: 'logOut', from: visitor, to: web },
  { type: 'startWebServer', webServer: shop },
  { type: 'stopWebServer', webServer: shop },
  { type: 'connectClient', machine: ana },
  { type: 'startProcess', machine: ana, process: 'report' },
  { type: 'endProcess', machine: ana, process: 'report' },
  { type: 'openDatastore', machine: ana, to: web, localId: 'staff' },
  { type: 'sleepClient', machine: ana },
  { type: 'wakeClient', machine: ana },
  { type: 'cutNetwork', machine: bruno },
  { type: 'restoreNetwork', machine: ana },
  { type: 'listSessions' },
  { type: 'dropSession', session: 'nobody' },
  { type: 'runCall', machine: server, in: 'onSqlAuthentication', call: 'id' },
  { type: 'disconnectClient', machine: ana },
  sends('/4DACTION/x', {
    code: [
      { call: 'setVariable', with: ['x', 1] },
      { call: 'variable', with: ['x'] },
    ],
  }),
  sends('/4DACTION/x', { code: [{ call: 'closeLegacySession' }] }),
  { type: 'sendRequest', from: visitor, to: web, url: '/4DACTION/x', stays: 'slow', code: [] },
  { type: 'sendRequest', from: visitor, to: web, url: '/4DACTION/x', code: [] },
  { type: 'finishRequest', process: 'slow' },
  { type: 'wait', seconds: 10 },
]

function verdictsOf(commands: readonly Command[], spec: WorldSpec = office): readonly Verdict[] {
  let world = worldOf(spec, '21R4')
  return commands.flatMap((command) => {
    const { verdicts, world: next } = step(world, command)
    world = next
    return verdicts
  })
}

/** Tables that only an old project asks, or one whose database methods are written. */
const otherDay: readonly Command[] = [
  { type: 'connectClient', machine: ana },
  sends('/rest/People?$method=entityset'),
  sends('/rest/People/$entityset/set-1?$method=release'),
  sends('/rest/People/name'),
  sends('/rest/$catalog'),
  { type: 'changeSetting', setting: 'newProject', value: '21' },
  { type: 'connectClient', machine: ana },
  sends('/4DACTION/x', { code: [{ call: 'setVariable', with: ['x', 1] }] }),
  sends('/somewhere'),
  sends('/rest/People'),
]
const otherOffice: WorldSpec = {
  ...legacyOffice,
  dataclasses: [{ name: 'People', hidden: ['salary'] }],
  methods: [
    { name: 'onWebAuthentication', code: [{ call: 'Session' }] },
    { name: 'onWebConnection', code: [{ call: 'Session' }] },
  ],
}

const gathered = new Map<string, ReadonlySet<string>>()
for (const verdict of [...verdictsOf(day), ...verdictsOf(otherDay, otherOffice)]) {
  const before = gathered.get(verdict.decision) ?? []
  gathered.set(verdict.decision, new Set([...before, ...Object.keys(verdict.facts)]))
}

describe('the words of the decision tables', () => {
  it('speak of every table and of no other', () => {
    expect(Object.keys(flows).sort()).toEqual([...DECISIONS.keys()].sort())
  })

  it('ask what each table answers', () => {
    expect(tables.filter(({ name }) => !flows[name]?.title.endsWith('?')).map(({ name }) => name)).toEqual([])
  })

  it.each(tables.map(({ name, nodes }) => [name, nodes] as const))('say every node of %s and no other', (name, all) => {
    expect(Object.keys(flows[name]?.nodes ?? {}).sort()).toEqual(Object.keys(all).sort())
  })

  it('end every question with a question mark', () => {
    expect(placesOf(questions.filter(({ text }) => !/[^?]\?$/.test(text)))).toEqual([])
  })

  it('end every ending and every cure with a full stop', () => {
    expect(placesOf(endings.filter(({ text }) => !/[^.?]\.$/.test(text)))).toEqual([])
    expect(placesOf(endings.filter(({ cure }) => cure !== '' && !/[^.?]\.$/.test(cure)))).toEqual([])
  })

  it('ask in at most twelve words and answer in at most twenty', () => {
    expect(placesOf(questions.filter(({ text }) => wordsIn(text) > 12))).toEqual([])
    expect(placesOf(endings.filter(({ text }) => wordsIn(text) > 20))).toEqual([])
    expect(placesOf(endings.filter(({ cure }) => cure.split('. ').some((it) => wordsIn(it) > 20)))).toEqual([])
  })

  it('keep placeholders out of titles and questions, because the picture is drawn once', () => {
    expect(tables.filter(({ name }) => flows[name]?.title.includes('{')).map(({ name }) => name)).toEqual([])
    expect(placesOf(questions.filter(({ text }) => text.includes('{')))).toEqual([])
  })

  it('say "assumed" at every ending that rests on an assumption, and at no other', () => {
    const assumed = endings.filter(({ ending }) => ending.assumed === true)
    expect(placesOf(endings.filter(({ text }) => /\bassumed\b/i.test(text)))).toEqual(placesOf(assumed))
  })

  it('have a cure for every refusal and every nothing, and for no other ending', () => {
    expect(placesOf(endings.filter((it) => !calm(it) && it.cure === ''))).toEqual([])
    const cured = Object.entries(flows).flatMap(([name, { cures }]) =>
      Object.keys(cures ?? {}).map((it) => `${name}.${it}`),
    )
    expect(cured.sort()).toEqual(placesOf(endings.filter((it) => !calm(it))).sort())
  })
})

describe('the facts that the words speak of', () => {
  it('are gathered along a day that asks every table', () => {
    expect([...gathered.keys()].sort()).toEqual([...DECISIONS.keys()].sort())
  })

  it.each(tables.map(({ name }) => name))('are those of %s wherever a text names one', (name) => {
    const { nodes = {}, cures = {} } = flows[name] ?? {}
    const wanted = [...Object.values(nodes), ...Object.values(cures)].flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, fact]) => fact ?? ''),
    )
    expect(wanted.filter((fact) => !gathered.get(name)?.has(fact))).toEqual([])
  })

  it('have a label of at most four words each, and no label is left over', () => {
    const seen = new Set([...gathered.values()].flatMap((names) => [...names]))
    expect(Object.keys(facts).sort()).toEqual([...seen].sort())
    expect(Object.keys(facts).filter((name) => wordsIn(facts[name] ?? '') > 4 || facts[name] === '')).toEqual([])
  })
})

describe('the lists of words', () => {
  it.each([
    { list: 'places', texts: reasons.places as Texts, names: Object.keys(CONTEXTS), most: 8 },
    { list: 'members', texts: reasons.members as Texts, names: [...MEMBERS], most: 20 },
    { list: 'errors', texts: reasons.errors as Texts, names: ERROR_CODES, most: 20 },
    { list: 'events', texts: reasons.events as Texts, names: EVENT_TYPES, most: 12 },
  ])('name every one of the $list, none too many, in at most $most words', ({ texts, names, most }) => {
    expect(Object.keys(texts).sort()).toEqual([...names].sort())
    expect(names.filter((name) => texts[name] === '' || wordsIn(texts[name] ?? '') > most)).toEqual([])
  })

  it('keep placeholders out of members, errors and events', () => {
    const all = [reasons.members, reasons.errors, reasons.events].flatMap((texts: Texts) => Object.values(texts))
    expect(all.filter((text) => text.includes('{'))).toEqual([])
  })
})
