import { decision } from '../../../decision/decision'
import { has } from '../../releases/releases'
import { nothing, rule } from '../../rule'
import { commonAnd, type Common, type Target } from '../../target'

interface Facts extends Common {
  readonly privileges: readonly string[]
  readonly setPrivilegesCalled: boolean
  readonly guestByCall: boolean
  readonly clearKeepsNonGuest: boolean
  readonly preRelease: boolean
}

/** Session.isGuest() */
export const isGuest = rule<Target, Facts, 'true' | 'false'>({
  facts: (world, target) =>
    commonAnd(world, target, {
      privileges: target.session.privileges,
      setPrivilegesCalled: target.session.login,
      guestByCall: has(world.release, 'guestByCall'),
      clearKeepsNonGuest: has(world.release, 'clearKeepsNonGuest'),
      preRelease: has(world.release, 'preRelease'),
    }),
  decision: decision<Facts, 'true' | 'false'>()({
    name: 'isGuest',
    start: 'web',
    nodes: {
      web: { rules: ['SES-133', 'SES-134'], test: (it) => it.web, yes: 'byCall', no: 'preRelease' },
      byCall: { rules: ['SES-131', 'PRIV-093'], test: (it) => it.guestByCall, yes: 'forced', no: 'holdsAny' },
      forced: { rules: ['SES-131', 'SES-132'], test: (it) => it.forceLogin, yes: 'called', no: 'holdsAnyNow' },
      called: { rules: ['SES-131'], test: (it) => it.setPrivilegesCalled, yes: 'known', no: 'neverCalled' },
      holdsAnyNow: { rules: ['SES-132'], test: (it) => it.privileges.length > 0, yes: 'holder', no: 'holdsNone' },
      holdsAny: { rules: ['SES-130'], test: (it) => it.privileges.length > 0, yes: 'holder', no: 'kept' },
      kept: {
        rules: ['SES-142', 'PRIV-092'],
        test: (it) => it.clearKeepsNonGuest && it.forceLogin && it.setPrivilegesCalled,
        yes: 'keptKnown',
        no: 'guest',
      },
      preRelease: { rules: ['SES-133', 'PRIV-096'], test: (it) => it.preRelease, yes: 'desktopGuest', no: 'desktop' },
      desktopGuest: { rules: ['SES-133', 'PRIV-096'], outcome: 'true', tone: 'plain' },
      desktop: { rules: ['SES-133'], outcome: 'false', tone: 'plain' },
      known: { rules: ['SES-131'], outcome: 'false', tone: 'plain' },
      neverCalled: { rules: ['SES-131'], outcome: 'true', tone: 'plain' },
      holder: { rules: ['SES-130', 'SES-132'], outcome: 'false', tone: 'plain' },
      holdsNone: { rules: ['SES-132'], outcome: 'true', tone: 'plain' },
      keptKnown: { rules: ['SES-142', 'PRIV-092'], outcome: 'false', tone: 'plain' },
      guest: { rules: ['SES-130'], outcome: 'true', tone: 'plain' },
    },
  }),
  then: { true: nothing, false: nothing },
})
