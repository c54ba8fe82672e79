import { decision } from '../../decision/decision'
import type { Seconds } from '../clock'
import type { MachineName } from '../ids'
import { nothing, rule } from '../rule'
import { secondsLeft, serverOf, tokenNamed, type Session, type World } from '../world'

/** A token is presented, in $4DSID or to restore(): does it open its session? */
export interface Check {
  /** The token's name, or its value as it stands in the address. */
  readonly token: string
  /** The machine whose web server was asked. */
  readonly machine: MachineName
}

interface Facts {
  readonly token: string
  readonly known: boolean
  readonly ofComponent: boolean
  readonly used: boolean
  readonly usedAt: Seconds
  readonly secondsLeft: Seconds
  readonly sessionAlive: boolean
  readonly opens: string
  readonly owner: string
  readonly [fact: string]: string | boolean | number
}

export type TokenOutcome = 'restored' | 'unknown' | 'ofComponent' | 'used' | 'expired' | 'orphaned'

/** Every application keeps its own sessions: a single-user 4D knows nothing of those of the server (SES-060, SES-102). */
const homeOf = (world: World, { type, machine }: Session): MachineName | undefined =>
  type === 'remote' ? serverOf(world)?.name : machine

export const checkToken = rule<Check, Facts, TokenOutcome>({
  facts(world, { token: text, machine }) {
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
      sessionAlive: { rules: ['SES-051'], test: (it) => it.sessionAlive, yes: 'restored', no: 'orphaned' },
      restored: { rules: ['SES-052', 'SES-070', 'SES-062', 'SES-059', 'PRIV-099'], outcome: 'restored', tone: 'good' },
      unknown: { rules: ['SES-051', 'SES-055', 'SES-071'], outcome: 'unknown', tone: 'bad' },
      ofComponent: { rules: ['SES-060', 'SES-055'], outcome: 'ofComponent', tone: 'bad' },
      used: { rules: ['SES-050', 'SES-055'], outcome: 'used', tone: 'bad' },
      expired: { rules: ['SES-051', 'SES-055'], outcome: 'expired', tone: 'bad' },
      orphaned: { rules: ['SES-051', 'SES-055'], outcome: 'orphaned', tone: 'bad' },
    },
  }),

  then: {
    restored(world, { token }) {
      const opened = tokenNamed(world, token)
      // The outcome says the token is known; the check keeps the type honest.
      return opened ? [{ type: 'tokenUsed', token: opened.name, at: world.now }] : []
    },
    unknown: nothing,
    ofComponent: nothing,
    used: nothing,
    expired: nothing,
    orphaned: nothing,
  },
})
