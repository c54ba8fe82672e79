import { decision } from '../../decision/decision'
import type { BrowserName, SessionName, WebServerName } from '../ids'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import { cookieName, pair } from '../world'

/** Which session does the web server attach to this request? */
export interface Sought {
  readonly browser: BrowserName
  readonly webServer: WebServerName
  readonly rest: boolean
  readonly scalable: boolean
  readonly scheme: 'http' | 'https'
  readonly crossSite: boolean
  /** The session a token has just opened. */
  readonly opened: SessionName | null
  /** A token was presented, and opened nothing. */
  readonly tokenFailed: boolean
}

interface Facts {
  readonly scalableSessions: boolean
  readonly rest: boolean
  readonly restAlwaysHasSession: boolean
  readonly tokenOpened: boolean
  readonly tokenFailed: boolean
  readonly cookieName: string
  readonly cookieHeld: boolean
  readonly sameSite: string
  readonly cookieSent: boolean
  readonly cookieMatches: boolean
  readonly release: string
  readonly [fact: string]: string | boolean
}

type Outcome = 'none' | 'tokenSession' | 'reused' | 'new'

export const findSession = rule<Sought, Facts, Outcome>({
  facts(world, { browser, webServer, rest, scalable, scheme, crossSite, opened, tokenFailed }) {
    const { settings, release } = world
    const cookie = world.cookies.get(pair(browser, webServer))
    const name = cookieName(world)
    const withheld =
      (crossSite && settings.sameSite === 'Strict' && has(release, 'sameSite')) ||
      (cookie?.secure === true && scheme === 'http')
    return {
      scalableSessions: scalable,
      rest,
      restAlwaysHasSession: has(release, 'restAlwaysHasSession'),
      tokenOpened: opened !== null,
      tokenFailed,
      cookieName: name,
      cookieHeld: cookie !== undefined && cookie.name === name,
      sameSite: settings.sameSite,
      cookieSent: cookie !== undefined && !withheld,
      cookieMatches: cookie !== undefined && world.sessions.has(cookie.session),
      release: spelled(release),
    }
  },

  decision: decision<Facts, Outcome>()({
    name: 'findSession',
    start: 'scalable',
    nodes: {
      scalable: {
        rules: ['SES-020', 'SES-100'],
        test: (it) => it.scalableSessions,
        yes: 'tokenOpened',
        no: 'restAlways',
      },
      restAlways: {
        rules: ['SES-103'],
        test: (it) => it.rest && it.restAlwaysHasSession,
        yes: 'restHeld',
        no: 'none',
      },
      restHeld: {
        rules: ['SES-103', 'SES-027'],
        test: (it) => it.cookieHeld && it.cookieSent && it.cookieMatches,
        yes: 'restReused',
        no: 'restNew',
      },
      tokenOpened: {
        rules: ['SES-053', 'SES-052'],
        test: (it) => it.tokenOpened,
        yes: 'tokenSession',
        no: 'cookieHeld',
      },
      cookieHeld: { rules: ['SES-020'], test: (it) => it.cookieHeld, yes: 'cookieSent', no: 'tokenFailed' },
      cookieSent: { rules: ['SES-025'], test: (it) => it.cookieSent, yes: 'cookieMatches', no: 'withheld' },
      cookieMatches: {
        rules: ['SES-021', 'SES-085', 'SES-024'],
        test: (it) => it.cookieMatches,
        yes: 'tokenFailedHere',
        no: 'closed',
      },
      tokenFailed: { rules: ['SES-054'], test: (it) => it.tokenFailed, yes: 'guestInstead', no: 'new' },
      tokenFailedHere: { rules: ['SES-054'], test: (it) => it.tokenFailed, yes: 'unchanged', no: 'reused' },
      restReused: { rules: ['SES-103', 'SES-027'], outcome: 'reused', tone: 'plain', assumed: true },
      restNew: { rules: ['SES-103', 'SES-022'], outcome: 'new', tone: 'plain' },
      none: { rules: ['SES-002', 'SES-100'], outcome: 'none', tone: 'none' },
      tokenSession: { rules: ['SES-053', 'SES-052', 'SES-062'], outcome: 'tokenSession', tone: 'good' },
      reused: { rules: ['SES-021', 'SES-027'], outcome: 'reused', tone: 'plain' },
      unchanged: { rules: ['SES-054', 'SES-055'], outcome: 'reused', tone: 'plain' },
      new: { rules: ['SES-022', 'SES-023', 'PRIV-020'], outcome: 'new', tone: 'plain' },
      guestInstead: { rules: ['SES-054', 'SES-022'], outcome: 'new', tone: 'plain' },
      withheld: { rules: ['SES-025', 'SES-022'], outcome: 'new', tone: 'plain' },
      closed: { rules: ['SES-085', 'SES-022', 'PRIV-099'], outcome: 'new', tone: 'plain' },
    },
  }),

  // A new session is opened only once the licence is settled: sendRequest does both, in that order.
  then: { none: nothing, tokenSession: nothing, reused: nothing, new: nothing },
})
