import { decision } from '../../decision/decision'
import type { Seconds } from '../clock'
import type { BrowserName, MachineName } from '../ids'
import { reads } from '../readings'
import { nothing, rule } from '../rule'
import { endAfter } from '../touch'
import { pair, secondsLeft, serverOf, tokenNamed, type Session, type Token, type World } from '../world'

/** A token is presented, in $4DSID or to restore(): does it open its session? */
export interface Check {
  /** The token's name, or its value as it stands in the address. */
  readonly token: string
  /** The machine whose web server was asked. */
  readonly machine: MachineName
  /** Who presents it, when that is known. */
  readonly from?: BrowserName | undefined
}

interface Facts {
  readonly token: string
  readonly known: boolean
  readonly ofComponent: boolean
  readonly used: boolean
  readonly usedAt: Seconds
  readonly secondsLeft: Seconds
  readonly sessionAlive: boolean
  readonly newest: boolean
  readonly mayBePresented: boolean
  readonly endsByItself: boolean
  readonly extends: boolean
  readonly opens: string
  readonly owner: string
  readonly [fact: string]: string | boolean | number
}

export type TokenOutcome =
  'restored' | 'replaced' | 'elsewhere' | 'unknown' | 'ofComponent' | 'used' | 'expired' | 'orphaned'

/** Every application keeps its own sessions: a single-user 4D knows nothing of those of the server (SES-060, SES-102). */
const homeOf = (world: World, { type, machine }: Session): MachineName | undefined =>
  type === 'remote' ? serverOf(world)?.name : machine

const isNewest = ({ tokens }: World, token: Token): boolean =>
  tokens.filter((it) => it.session === token.session).at(-1) === token

/** Is the browser on the machine of the session, or was it in that session before? */
function belongs({ browsers, cookies }: World, session: Session, from: BrowserName | undefined): boolean {
  const browser = from === undefined ? undefined : browsers.get(from)
  if (!browser) return false
  if (session.webServer === null) return browser.machine === session.machine
  return cookies.get(pair(browser.name, session.webServer))?.session === session.name
}

export const checkToken = rule<Check, Facts, TokenOutcome>({
  facts(world, { token: text, machine, from }) {
    const token = tokenNamed(world, text)
    const session = token && world.sessions.get(token.session)
    return {
      token: token?.name ?? text.slice(0, 40),
      known: token !== undefined && (session === undefined || homeOf(world, session) === machine),
      ofComponent: session?.webServer != null && world.webServers.get(session.webServer)?.component != null,
      used: token !== undefined && token.usedAt !== null,
      usedAt: token?.usedAt ?? 0,
      secondsLeft: token ? secondsLeft(world, token) : 0,
      sessionAlive: session !== undefined,
      newest: token === undefined || !reads(world, 'Q-21', 'newestOnly') || isNewest(world, token),
      mayBePresented: !reads(world, 'Q-08', 'bound') || session === undefined || belongs(world, session, from),
      endsByItself: session !== undefined && session.expiresAt !== null,
      extends: !reads(world, 'Q-02', 'asItWas'),
      opens: token?.session ?? '',
      owner: session?.userName ?? '',
    }
  },

  decision: decision<Facts, TokenOutcome>()({
    name: 'checkToken',
    start: 'known',
    nodes: {
      known: { rules: ['SES-051'], test: (it) => it.known, yes: 'ofHost', no: 'unknown' },
      ofHost: { rules: ['SES-060'], test: (it) => !it.ofComponent, yes: 'unused', no: 'ofComponent' },
      unused: { rules: ['SES-050'], test: (it) => !it.used, yes: 'inTime', no: 'used' },
      // Strictly more than nothing left: at the very second of its end a token is expired.
      inTime: { rules: ['SES-051', 'SES-045'], test: (it) => it.secondsLeft > 0, yes: 'sessionAlive', no: 'expired' },
      sessionAlive: { rules: ['SES-051'], test: (it) => it.sessionAlive, yes: 'newest', no: 'orphaned' },
      newest: { rules: ['SES-065'], switch: 'Q-21', test: (it) => it.newest, yes: 'bound', no: 'replaced' },
      bound: {
        rules: ['SES-040', 'SES-052'],
        switch: 'Q-08',
        test: (it) => it.mayBePresented,
        yes: 'ends',
        no: 'elsewhere',
      },
      ends: { rules: ['SES-089', 'SES-083'], test: (it) => it.endsByItself, yes: 'extends', no: 'restored' },
      extends: {
        rules: ['SES-089'],
        switch: 'Q-02',
        test: (it) => it.extends,
        yes: 'restoredMoved',
        no: 'restoredStill',
      },
      restoredMoved: {
        rules: ['SES-052', 'SES-070', 'SES-089', 'SES-059', 'PRIV-099'],
        outcome: 'restored',
        tone: 'good',
      },
      restoredStill: { rules: ['SES-052', 'SES-070'], outcome: 'restored', tone: 'good', assumed: true },
      replaced: { rules: ['SES-065', 'SES-055'], outcome: 'replaced', tone: 'bad', assumed: true },
      elsewhere: { rules: ['SES-040', 'SES-055'], outcome: 'elsewhere', tone: 'bad', assumed: true },
      restored: { rules: ['SES-052', 'SES-070', 'SES-062', 'SES-059', 'PRIV-099'], outcome: 'restored', tone: 'good' },
      unknown: { rules: ['SES-051', 'SES-055', 'SES-071'], outcome: 'unknown', tone: 'bad' },
      ofComponent: { rules: ['SES-060', 'SES-055'], outcome: 'ofComponent', tone: 'bad' },
      used: { rules: ['SES-050', 'SES-055'], outcome: 'used', tone: 'bad' },
      expired: { rules: ['SES-051', 'SES-055'], outcome: 'expired', tone: 'bad' },
      orphaned: { rules: ['SES-051', 'SES-055'], outcome: 'orphaned', tone: 'bad' },
    },
  }),

  then: {
    restored(world, { token }, facts) {
      const opened = tokenNamed(world, token)
      // The outcome says the token is known; the check keeps the type honest.
      if (!opened) return []
      const used = { type: 'tokenUsed', token: opened.name, at: world.now } as const
      const end = facts.extends ? endAfter(world, opened.session) : null
      return end === null ? [used] : [used, { type: 'sessionTouched', session: opened.session, expiresAt: end }]
    },
    replaced: nothing,
    elsewhere: nothing,
    unknown: nothing,
    ofComponent: nothing,
    used: nothing,
    expired: nothing,
    orphaned: nothing,
  },
})
