import { decision } from '../../decision/decision'
import type { BrowserName, SessionName, WebServerName } from '../ids'
import { reads } from '../readings'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import { cookieName, pair, type Cookie, type Session, type World } from '../world'
import { covers, hostOf } from './readHost'
import { restAlwaysHasSession } from './resolveSession'

/** Which session does the web server attach to this request? */
export interface Sought {
  readonly browser: BrowserName
  readonly webServer: WebServerName
  readonly rest: boolean
  readonly scalable: boolean
  readonly scheme: 'http' | 'https'
  readonly crossSite: boolean
  /** The reader opens a page with it: no form is sent, and no page asks for data. */
  readonly navigates: boolean
  readonly url: string
  readonly path: string
  readonly address: string | undefined
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
  readonly inScope: boolean
  readonly moved: boolean
  readonly cookieSent: boolean
  readonly cookieMatches: boolean
  readonly ofDesktop: boolean
  readonly stillShared: boolean
  readonly keepsCookie: boolean
  readonly release: string
  readonly [fact: string]: string | boolean
}

type Outcome = 'none' | 'tokenSession' | 'reused' | 'new'

/** A shared desktop session lives as long as its connection; or is it left after an hour without a web request? */
function stillShared(world: World, session: Session, browser: BrowserName, webServer: WebServerName): boolean {
  if (!reads(world, 'Q-16', 'webIdle')) return true
  const last = world.traces.get(pair(browser, webServer))?.at ?? world.now
  return world.now < last + session.idleTimeout * 60
}

/** Path and domain of the cookie restrict where it is sent (SES-026). A path without a host goes to the usual one. */
function isInScope({ domain, path: scope }: Cookie, url: string, path: string): boolean {
  if (scope !== undefined && path !== scope && !path.startsWith(scope.endsWith('/') ? scope : `${scope}/`)) return false
  if (domain === undefined) return true
  const host = hostOf(url)
  return host === null || covers(domain, host)
}

export const findSession = rule<Sought, Facts, Outcome>({
  facts(
    world,
    { browser, webServer, rest, scalable, scheme, crossSite, navigates, url, path, address, opened, tokenFailed },
  ) {
    const { settings, release } = world
    const cookie = world.cookies.get(pair(browser, webServer))
    const name = cookieName(world)
    const session = cookie && world.sessions.get(cookie.session)
    const kept = settings.sameSite === 'Strict' || (settings.sameSite === 'Lax' && !navigates)
    const withheld = (crossSite && kept && has(release, 'sameSite')) || (cookie?.secure === true && scheme === 'http')
    const inScope = cookie === undefined || isInScope(cookie, url, path)
    return {
      scalableSessions: scalable,
      rest,
      restAlwaysHasSession: restAlwaysHasSession(world),
      tokenOpened: opened !== null,
      tokenFailed,
      cookieName: name,
      cookieHeld: cookie !== undefined && cookie.name === name,
      sameSite: settings.sameSite,
      inScope,
      cookieSent: cookie !== undefined && !withheld && inScope,
      cookieMatches: session !== undefined,
      moved: address !== undefined && address !== cookie?.address,
      ofDesktop: session !== undefined && session.expiresAt === null,
      stillShared: session === undefined || stillShared(world, session, browser, webServer),
      keepsCookie: !reads(world, 'C-14', 'guest'),
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
        test: (it) => it.rest,
        yes: 'restAlwaysHas',
        no: 'none',
      },
      restAlwaysHas: {
        rules: ['SES-103'],
        switch: 'C-22',
        test: (it) => it.restAlwaysHasSession,
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
      cookieSent: { rules: ['SES-025'], test: (it) => it.cookieSent, yes: 'cookieMatches', no: 'inScope' },
      inScope: { rules: ['SES-026', 'SES-025'], test: (it) => it.inScope, yes: 'withheld', no: 'outside' },
      cookieMatches: {
        rules: ['SES-021', 'SES-085', 'SES-024'],
        test: (it) => it.cookieMatches,
        yes: 'ofDesktop',
        no: 'closed',
      },
      ofDesktop: {
        rules: ['SES-062', 'SES-117'],
        test: (it) => it.ofDesktop,
        yes: 'stillShared',
        no: 'tokenFailedHere',
      },
      stillShared: {
        rules: ['SES-062', 'SES-084'],
        switch: 'Q-16',
        test: (it) => it.stillShared,
        yes: 'tokenFailedHere',
        no: 'sharingOver',
      },
      sharingOver: { rules: ['SES-084', 'SES-022'], outcome: 'new', tone: 'plain', assumed: true },
      tokenFailed: { rules: ['SES-054'], test: (it) => it.tokenFailed, yes: 'guestInstead', no: 'new' },
      tokenFailedHere: { rules: ['SES-054'], test: (it) => it.tokenFailed, yes: 'keepsCookie', no: 'moved' },
      keepsCookie: {
        rules: ['SES-054'],
        switch: 'C-14',
        test: (it) => it.keepsCookie,
        yes: 'unchanged',
        no: 'guestAnyway',
      },
      guestAnyway: { rules: ['SES-054', 'SES-022'], outcome: 'new', tone: 'plain' },
      moved: { rules: ['SES-024'], test: (it) => it.moved, yes: 'reusedElsewhere', no: 'reused' },
      restReused: { rules: ['SES-103', 'SES-027'], outcome: 'reused', tone: 'plain', assumed: true },
      restNew: { rules: ['SES-103', 'SES-022'], outcome: 'new', tone: 'plain' },
      none: { rules: ['SES-002', 'SES-100'], outcome: 'none', tone: 'none' },
      tokenSession: { rules: ['SES-053', 'SES-052', 'SES-062'], outcome: 'tokenSession', tone: 'good' },
      reused: { rules: ['SES-021', 'SES-027'], outcome: 'reused', tone: 'plain' },
      reusedElsewhere: { rules: ['SES-024', 'SES-021'], outcome: 'reused', tone: 'plain' },
      outside: { rules: ['SES-026', 'SES-022'], outcome: 'new', tone: 'plain' },
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
