import { decide } from '../decision/decision'
import { clockOf } from '../engine/clock'
import type { ContextName } from '../engine/contexts'
import { mainOf, type MachineName } from '../engine/ids'
import { spelled } from '../engine/releases/releases'
import { resolveSession, sessionAt } from '../engine/rules/resolveSession'
import { isGuest } from '../engine/rules/members/guest'
import {
  type Away,
  isWeb,
  pair,
  secondsLeft,
  type Browser,
  type Machine,
  type Session,
  type Token,
  type World,
} from '../engine/world'
import { fill } from '../words/fill'
import { durationText } from './telling'

import {
  CROWD_COLUMNS,
  DOT,
  HEAD,
  PAD,
  type Chip,
  type Draft,
  type DraftRow,
  type Row,
  type SceneWords,
  type Shown,
} from './scene'

/** Above this many clients they are drawn as one group, the ones that matter beside it. */
const CROWD = 8
const MOST_SESSIONS = 6
const MOST_TOKENS = 3

/** The places of this world, with what changed against the world before marked row by row. */
export function places(
  shown: Shown,
  words: SceneWords,
): { readonly left: readonly Draft[]; readonly right: readonly Draft[] } {
  const now = drafts(shown, words)
  if (!shown.before) return now
  const old = drafts({ ...shown, world: shown.before }, words)
  const signs = new Map(
    [...old.left, ...old.right].flatMap((place) =>
      place.rows.map((row) => [`${place.ref.name}/${row.key}`, signOf(row)]),
    ),
  )
  const marked = (draft: Draft): Draft => ({
    ...draft,
    rows: draft.rows.map((row) => ({ ...row, isChanged: signs.get(`${draft.ref.name}/${row.key}`) !== signOf(row) })),
  })
  return { left: now.left.map(marked), right: now.right.map(marked) }
}

/** What of a row counts as a change: not the seconds that merely pass. */
const signOf = ({ look, text, detail, sign, session, slots, chips }: DraftRow): string =>
  JSON.stringify([look, text, sign ?? detail, session?.guest, slots, chips])

function drafts(
  shown: Shown,
  words: SceneWords,
): { readonly left: readonly Draft[]; readonly right: readonly Draft[] } {
  const { world } = shown
  const machines = world.machines.values()
  const clients = machines.filter(({ kind }) => kind === 'client')
  const browsers = world.browsers.values()
  const areas = new Map(browsers.flatMap((it) => (it.machine ? [[it.machine as string, it] as const] : [])))
  const folded = clients.length > CROWD
  const close = folded ? clients.filter((it) => matters(it, shown)) : clients
  return {
    left: [
      ...(folded ? [crowdDraft(clients, words)] : []),
      ...close.map((it) => clientDraft(world, it, areas.get(it.name), words)),
      ...browsers.filter(({ machine }) => machine === null).map((it) => browserDraft(world, it, words)),
    ],
    right: [
      ...machines.filter(({ kind }) => kind === 'server').map((it) => serverDraft(shown, it, words)),
      ...machines
        .filter(({ kind }) => kind === 'standalone')
        .map((it) => standaloneDraft(shown, it, areas.get(it.name), words)),
    ],
  }
}

/** The machine, or the outside browser, that acts in the shown step. */
export function actorOf({ step, world }: Shown): string | null {
  const command = step?.command
  if (!command) return null
  if ('machine' in command) return command.machine
  return 'from' in command ? (world.browsers.get(command.from)?.machine ?? command.from) : null
}

/** Of a crowd, the clients drawn in full: the one of this step and the selected one. */
const matters = ({ name }: Machine, shown: Shown): boolean =>
  name === actorOf(shown) || (shown.selected?.kind === 'machine' && shown.selected.name === name)

const crowdDraft = (clients: readonly Machine[], words: SceneWords): Draft => ({
  ref: { kind: 'machine', name: 'crowd' },
  kind: 'crowd',
  running: true,
  title: fill(words.crowd, { count: clients.length }),
  subtitle: fill(words.connected, { count: clients.filter(({ running }) => running).length }),
  rows: [],
  crowd: clients.map(({ name, running }, i) => ({
    name,
    running,
    x: PAD + (i % CROWD_COLUMNS) * DOT,
    y: HEAD + Math.floor(i / CROWD_COLUMNS) * DOT,
  })),
})

const plain = { crowd: [] } as const

function clientDraft(world: World, machine: Machine, area: Browser | undefined, words: SceneWords): Draft {
  const { name, label, user, running, away } = machine
  return {
    ...plain,
    ref: { kind: 'machine', name },
    kind: 'client',
    running,
    title: label,
    subtitle: !running ? words.notConnected : away ? awayText(world, user, away, words) : fill(words.remote, { user }),
    rows: running
      ? [sessionHere(world, machine, 'clientMethod', words), ...(area ? areaRows(world, area, words) : [])]
      : [],
  }
}

const awayText = ({ now }: World, user: string, { how, until }: Away, words: SceneWords): string =>
  fill(words[how], { user, left: clockOf(Math.max(0, until - now)) })

/** What the Session command returns in a method that runs on this machine: asked of the engine, Null drawn as a thing. */
function sessionHere(world: World, { name }: Machine, context: ContextName, words: SceneWords): DraftRow {
  const place = { context, machine: name as MachineName, process: mainOf(name) }
  const { outcome } = decide(resolveSession.decision, resolveSession.facts(world, place))
  const found = sessionAt(world, place, outcome)
  const session = found && world.sessions.get(found.session)
  return session
    ? {
        key: 'here',
        look: 'session',
        text: words.sessionHere,
        detail: session.name,
        session: discOf(world, session),
        ref: { kind: 'session', name: session.name },
      }
    : { key: 'here', look: 'null', text: words.nullHere, ref: { kind: 'machine', name } }
}

export function discOf(world: World, session: Session): NonNullable<Row['session']> {
  return {
    type: session.type,
    guest: isWeb(session) && guestNow(world, session),
    initial: (session.userName[0] ?? '').toUpperCase(),
  }
}

/** Guest or not, by the table that answers isGuest(). */
export function guestNow(world: World, session: Session): boolean {
  const target = {
    place: { context: 'action' as const, machine: session.machine, process: mainOf(session.machine) },
    session,
    side: 'server' as const,
    args: [],
  }
  return decide(isGuest.decision, isGuest.facts(world, target)).outcome === 'true'
}

function areaRows(world: World, area: Browser, words: SceneWords): readonly DraftRow[] {
  return [cookieRow(world, area, fill(words.webArea, {}), words, 0), ...pageRows(area, words, 1)]
}

function cookieRow(world: World, browser: Browser, text: string, words: SceneWords, indent: number): DraftRow {
  const ref = { kind: 'browser', name: browser.name } as const
  const cookies = world.webServers.values().flatMap(({ name }) => world.cookies.get(pair(browser.name, name)) ?? [])
  const cookie = cookies[0]
  const session = cookie && world.sessions.get(cookie.session)
  return {
    key: `${browser.name}.cookie`,
    look: 'area',
    text,
    detail: cookie ? fill(words.cookie, { session: cookie.session }) : words.noCookie,
    session: session ? discOf(world, session) : null,
    ref,
    indent,
  }
}

function pageRows({ name, page }: Browser, words: SceneWords, indent: number): readonly DraftRow[] {
  const ref = { kind: 'browser', name } as const
  if (!page) return [{ key: `${name}.page`, look: 'note', text: words.noPage, ref, indent }]
  const rows: DraftRow[] = [
    {
      key: `${name}.page`,
      look: 'page',
      text: page.url.split('?')[0] || page.url,
      detail: String(page.status),
      ref,
      indent,
    },
  ]
  if (page.reads.length) {
    const chips = lastOfEach(page.reads).map(({ what, status }): Chip => ({
      text: what.split(' ').at(-1) ?? what,
      tone: status < 300 ? 'good' : 'bad',
    }))
    rows.push({ key: `${name}.reads`, look: 'reads', text: '', chips: chips.slice(-3), ref, indent })
  } else if (page.body) {
    rows.push({ key: `${name}.reads`, look: 'note', text: page.body, ref, indent })
  }
  return rows
}

/** The latest answer of each thing that was asked for. */
const lastOfEach = <T extends { readonly what: string }>(reads: readonly T[]): readonly T[] => [
  ...new Map(reads.map((it) => [it.what, it])).values(),
]

const browserDraft = (world: World, browser: Browser, words: SceneWords): Draft => ({
  ...plain,
  ref: { kind: 'browser', name: browser.name },
  kind: 'browser',
  running: true,
  title: browser.label,
  subtitle: words.browser,
  rows: browser.page
    ? [cookieRow(world, browser, words.cookieOf, words, 0), ...pageRows(browser, words, 0)]
    : [{ key: 'page', look: 'note', text: words.noPage, ref: { kind: 'browser', name: browser.name } }],
})

/** "basic · 1 value · 59:00": what a reader wants to know of a session at a glance. */
function sessionDetail(
  world: World,
  session: Session,
  words: SceneWords,
): { readonly detail: string; readonly sign: string } {
  const held = session.privileges.join(', ')
  const who = isWeb(session) && guestNow(world, session) ? words.guest : held || words.noPrivilege
  const values = session.storage.size ? fill(words.values, { count: session.storage.size }) : ''
  const inUse = world.uses?.find((it) => it.session === session.name) ? words.inUse : ''
  const left = session.expiresAt === null ? '' : clockOf(Math.max(0, session.expiresAt - world.now))
  return { detail: [who, values, inUse, left].filter(Boolean).join(' · '), sign: [who, values, inUse].join() }
}

const sessionTitle = ({ type, name, userName }: Session, words: SceneWords): string => {
  if (type === 'remote') return fill(words.sessionOf, { user: userName })
  if (type === 'storedProcedure') return words.storedSession
  if (type === 'standalone') return words.standaloneSession
  return userName ? `${name} · ${userName}` : fill(words.webSession, { session: name })
}

const sessionRow = (world: World, session: Session, words: SceneWords, indent = 0): DraftRow => ({
  key: session.name,
  look: 'session',
  text: sessionTitle(session, words),
  ...sessionDetail(world, session, words),
  session: discOf(world, session),
  ref: { kind: 'session', name: session.name },
  indent,
})

/** Sessions worth a row when there are too many: those of this step, the selected one, then the newest. */
function chosen(all: readonly Session[], { step, selected }: Shown): readonly Session[] {
  if (all.length <= MOST_SESSIONS) return all
  const touched = new Set<string | null | undefined>([
    ...(step?.events.map((it) => ('session' in it && typeof it.session === 'string' ? it.session : null)) ?? []),
    ...(step?.answers.map((it) => it.session) ?? []),
    step?.reply?.session,
  ])
  const first = all.filter(({ name }) => touched.has(name) || (selected?.kind === 'session' && selected.name === name))
  const rest = all.filter((it) => !first.includes(it))
  const keep = new Set([...first, ...rest.reverse()].slice(0, MOST_SESSIONS))
  return all.filter((it) => keep.has(it))
}

function some(
  shown: Shown,
  sessions: readonly Session[],
  words: SceneWords,
  key: string,
  indent = 0,
): readonly DraftRow[] {
  const kept = chosen(sessions, shown)
  const more = sessions.length - kept.length
  return [
    ...kept.map((it) => sessionRow(shown.world, it, words, indent)),
    ...(more > 0
      ? [{ key: `${key}.more`, look: 'note', text: fill(words.moreSessions, { count: more }), indent } as const]
      : []),
  ]
}

function serverDraft(shown: Shown, machine: Machine, words: SceneWords): Draft {
  const { world } = shown
  const sessions = world.sessions.values()
  const remote = sessions.filter(({ type }) => type === 'remote')
  const stored = sessions.filter(({ type }) => type === 'storedProcedure')
  const { used, total } = { used: world.licences.size, total: world.settings.licences }
  return {
    ...plain,
    ref: { kind: 'machine', name: machine.name },
    kind: 'server',
    running: machine.running,
    title: machine.label,
    subtitle: fill(words.server, { release: `4D ${spelled(world.release)}`, user: machine.user }),
    rows: [
      ...withProcesses(shown, machine, some(shown, remote, words, 'remote'), words),
      ...withProcesses(
        shown,
        machine,
        stored.map((it) => sessionRow(world, it, words)),
        words,
      ),
      ...webServerRows(shown, machine, words),
      ...tokenRows(shown, words),
      {
        key: 'licences',
        look: 'licences',
        text: fill(words.licences, { used, total }),
        slots: { used, total },
        ref: { kind: 'licences', name: 'licences' },
      },
    ],
  }
}

/** Most processes drawn under one session; a server with many sessions shows none of them. */
const MOST_PROCESSES = 2

/** Under each session, the processes of this machine that it groups. */
function withProcesses(
  { world }: Shown,
  machine: Machine,
  rows: readonly DraftRow[],
  words: SceneWords,
): readonly DraftRow[] {
  if (rows.length > 3) return rows
  return rows.flatMap((row) => [
    row,
    ...world.processes
      .values()
      .filter((it) => it.session === row.key && it.machine === machine.name && it.kind !== 'main')
      .slice(-MOST_PROCESSES)
      .map((it): DraftRow => ({
        key: it.name,
        look: 'process',
        text: it.kind === 'twin' ? words.twin : fill(words.procedure, { name: it.label }),
        indent: 1,
      })),
  ])
}

function webServerRows(shown: Shown, machine: Machine, words: SceneWords): readonly DraftRow[] {
  const { world } = shown
  const mine = world.webServers.values().filter((it) => it.machine === machine.name)
  // A component's web server that never ran would only be noise.
  return mine
    .filter((it) => it.component === null || it.running)
    .flatMap((it): readonly DraftRow[] => {
      const title = it.component === null ? words.webServer : fill(words.componentServer, { component: it.component })
      const state = !it.running ? words.webServerOff : !world.settings.scalableSessions ? words.scalableOff : ''
      const sessions = world.sessions.values().filter(({ webServer }) => webServer === it.name)
      const shared = sharedBy(shown, it.name, words)
      const none = sessions.length === 0 && it.running && world.settings.scalableSessions ? words.noWebSession : ''
      return [
        {
          key: `${it.name}.server`,
          look: 'webServer',
          text: title,
          detail: state || shared || none,
          sign: state || shared,
          ref: { kind: 'webServer', name: it.name },
        },
        ...some(shown, sessions, words, it.name, 1),
      ]
    })
}

/** The desktop session in which this web server answered last, while that session lives. */
function sharedBy({ world, step }: Shown, webServer: string, words: SceneWords): string {
  const asks = step?.command
  const traces = world.traces.values().filter((it) => it.webServer === webServer)
  const now = asks?.type === 'sendRequest' ? traces.find(({ browser }) => browser === asks.from) : undefined
  const last = now ?? [...traces].sort((a, b) => b.at - a.at)[0]
  const session = last?.session ? world.sessions.get(last.session) : undefined
  return session && !isWeb(session) ? fill(words.answersIn, { user: session.userName }) : ''
}

function tokenRows({ world }: Shown, words: SceneWords): readonly DraftRow[] {
  const tokens = world.tokens.values()
  if (tokens.length === 0) return [{ key: 'tokens', look: 'note', text: words.noToken }]
  const newest = tokens.slice(-MOST_TOKENS)
  const more = tokens.length - newest.length
  return [
    ...(more > 0 ? [{ key: 'tokens.more', look: 'note', text: fill(words.moreTokens, { count: more }) } as const] : []),
    ...newest.map((it) => tokenRow(world, it, words)),
  ]
}

function tokenRow(world: World, token: Token, words: SceneWords): DraftRow {
  const session = world.sessions.get(token.session)
  const left = secondsLeft(world, token)
  const state = token.usedAt !== null ? 'used' : left === 0 ? 'expired' : session ? 'alive' : 'orphan'
  const look = state === 'used' ? 'tokenUsed' : state === 'alive' ? 'token' : 'tokenExpired'
  const details = {
    used: fill(words.tokenUsed, { at: clockOf(token.usedAt ?? 0) }),
    expired: words.tokenExpired,
    orphan: words.tokenOrphan,
    alive: fill(words.timeLeft, { left: durationText(left, words) }),
  }
  return {
    key: token.name,
    look,
    text: fill(words.tokenOpens, { token: token.value.slice(0, 4), name: token.name, session: token.session }),
    detail: details[state],
    sign: state,
    session: session ? discOf(world, session) : null,
    ref: { kind: 'token', name: token.name },
  }
}

function standaloneDraft(shown: Shown, machine: Machine, area: Browser | undefined, words: SceneWords): Draft {
  const { world } = shown
  const { name, label, running, user } = machine
  return {
    ...plain,
    ref: { kind: 'machine', name },
    kind: 'standalone',
    running,
    title: label,
    subtitle: running ? fill(words.singleUser, { user }) : words.notStarted,
    rows: running
      ? [
          sessionHere(world, machine, 'standaloneMethod', words),
          ...webServerRows(shown, machine, words),
          ...(area ? areaRows(world, area, words) : []),
        ]
      : [],
  }
}
