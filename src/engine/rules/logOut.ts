import { decision } from '../../decision/decision'
import type { LogOut } from '../command'
import { forcesLogin } from '../place'
import { nothing, rule } from '../rule'
import { isWeb, pair, type World } from '../world'

interface Facts {
  readonly forceLogin: boolean
  readonly cookieMatches: boolean
  readonly webSession: boolean
  readonly holdsLicence: boolean
}

const sessionOf = (world: World, { from, to }: LogOut) =>
  world.sessions.get(world.cookies.get(pair(from, to))?.session ?? '')

/** The logout feature of a Qodly page: privileges go, the licence is free again, storage stays until the end. */
export const logOut = rule<LogOut, Facts, 'out' | 'notForced' | 'nobody' | 'desktop'>({
  facts(world, command) {
    const session = sessionOf(world, command)
    return {
      forceLogin: forcesLogin(world),
      cookieMatches: session !== undefined,
      webSession: session !== undefined && isWeb(session),
      holdsLicence: session !== undefined && world.licences.has(session.name),
    }
  },
  decision: decision<Facts, 'out' | 'notForced' | 'nobody' | 'desktop'>()({
    name: 'logOut',
    start: 'matches',
    nodes: {
      matches: { rules: ['SES-086'], test: (it) => it.cookieMatches, yes: 'webSession', no: 'nobody' },
      webSession: { rules: ['SES-086'], test: (it) => it.webSession, yes: 'forced', no: 'desktop' },
      forced: { rules: ['SES-086', 'PRIV-076'], test: (it) => it.forceLogin, yes: 'holds', no: 'notForced' },
      holds: { rules: ['SES-114', 'PRIV-076'], test: (it) => it.holdsLicence, yes: 'released', no: 'out' },
      released: { rules: ['PRIV-076', 'SES-114', 'SES-131'], outcome: 'out', tone: 'good' },
      out: { rules: ['PRIV-076', 'SES-131'], outcome: 'out', tone: 'good' },
      notForced: { rules: ['SES-086'], outcome: 'notForced', tone: 'bad' },
      nobody: { rules: ['SES-086'], outcome: 'nobody', tone: 'bad' },
      desktop: { rules: ['SES-086'], outcome: 'desktop', tone: 'bad', assumed: true },
    },
  }),
  then: {
    out(world, command) {
      const session = sessionOf(world, command)
      return session
        ? [
            { type: 'sessionLoggedOut', session: session.name },
            { type: 'licenceReleased', session: session.name },
          ]
        : []
    },
    notForced: nothing,
    nobody: nothing,
    desktop: nothing,
  },
})
