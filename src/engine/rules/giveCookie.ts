import { decision } from '../../decision/decision'
import { reads } from '../readings'
import { has } from '../releases/releases'
import { nothing, rule } from '../rule'
import { cookieName } from '../world'
import { covers, hostOf } from './readHost'

/** The reply belongs to a session the browser did not come with: which cookie does it carry, and does it stay? */
export interface Given {
  /** The session was opened for this very request. */
  readonly made: boolean
  readonly scheme: 'http' | 'https'
  readonly crossSite: boolean
  readonly url: string
}

interface Facts {
  readonly made: boolean
  readonly tells: boolean
  readonly cookieName: string
  readonly https: boolean
  readonly crossSite: boolean
  readonly sameSite: string
  readonly scoped: boolean
  readonly inDomain: boolean
}

export const giveCookie = rule<Given, Facts, 'set' | 'notSet'>({
  facts(world, { made, scheme, crossSite, url }) {
    const { sameSite, cookieDomain, cookiePath } = world.settings
    const host = cookieDomain ? hostOf(url) : null
    return {
      made,
      tells: !reads(world, 'Q-01', 'notSet'),
      cookieName: cookieName(world),
      https: scheme === 'https',
      crossSite,
      sameSite: has(world.release, 'sameSite') ? sameSite : '',
      scoped: Boolean(cookieDomain || cookiePath),
      inDomain: !cookieDomain || host === null || covers(cookieDomain, host),
    }
  },
  decision: decision<Facts, 'set' | 'notSet'>()({
    name: 'giveCookie',
    start: 'inDomain',
    nodes: {
      inDomain: { rules: ['SES-026'], test: (it) => it.inDomain, yes: 'made', no: 'foreign' },
      made: { rules: ['SES-022', 'SES-052', 'SES-070'], test: (it) => it.made, yes: 'strict', no: 'tells' },
      tells: { rules: ['SES-052', 'SES-070'], switch: 'Q-01', test: (it) => it.tells, yes: 'restored', no: 'notTold' },
      notTold: { rules: ['SES-052', 'SES-070'], outcome: 'notSet', tone: 'aside', assumed: true },
      strict: {
        rules: ['SES-025'],
        test: (it) => it.crossSite && it.sameSite === 'Strict',
        yes: 'setForSite',
        no: 'scoped',
      },
      scoped: { rules: ['SES-026'], test: (it) => it.scoped, yes: 'setScoped', no: 'https' },
      https: { rules: ['SES-025'], test: (it) => it.https, yes: 'setSecure', no: 'set' },
      set: { rules: ['SES-022', 'SES-020', 'SES-026'], outcome: 'set', tone: 'aside' },
      setScoped: { rules: ['SES-026', 'SES-022'], outcome: 'set', tone: 'aside' },
      setSecure: { rules: ['SES-025', 'SES-022'], outcome: 'set', tone: 'aside' },
      setForSite: { rules: ['SES-025', 'SES-022'], outcome: 'set', tone: 'aside' },
      // Browsers refuse a cookie for a domain that the host is not in; the manual does not speak of it.
      foreign: { rules: ['SES-026'], outcome: 'notSet', tone: 'none', assumed: true },
      // nobody says whether the reply tells the browser of the session it was moved to.
      restored: { rules: ['SES-052', 'SES-070', 'SES-022'], outcome: 'set', tone: 'aside', assumed: true },
    },
  }),
  then: { set: nothing, notSet: nothing },
})
