import { decision } from '../../../decision/decision'
import { reads } from '../../readings'
import { has } from '../../releases/releases'
import { nothing, rule } from '../../rule'
import { commonAnd, type Common, type Target } from '../../target'
import type { World } from '../../world'

interface Facts extends Common {
  readonly privileges: readonly string[]
  readonly setPrivilegesCalled: boolean
  readonly guestByCall: boolean
  readonly clearKeepsNonGuest: boolean
  readonly preRelease: boolean
  readonly desktopGuest: boolean
  readonly forWeb: boolean
  readonly sharedAsWeb: boolean
  readonly byPrivileges: boolean
}

/** In force login mode, does a session whose privileges were cleared stay known? (C-04) */
export const clearKeepsNonGuest = (world: World): boolean =>
  !reads(world, 'C-04', 'always') && (has(world.release, 'clearKeepsNonGuest') || reads(world, 'C-04', 'exceptForced'))

/** Session.isGuest() */
export const isGuest = rule<Target, Facts, 'true' | 'false'>({
  facts: (world, target) =>
    commonAnd(world, target, {
      privileges: target.session.privileges,
      setPrivilegesCalled: target.session.login,
      guestByCall: has(world.release, 'guestByCall'),
      clearKeepsNonGuest: clearKeepsNonGuest(world),
      preRelease: has(world.release, 'preRelease'),
      desktopGuest: reads(world, 'C-01', 'true'),
      forWeb: target.place.request !== undefined,
      sharedAsWeb: reads(world, 'Q-15', 'web'),
      byPrivileges: reads(world, 'C-05', 'byPrivileges'),
    }),
  decision: decision<Facts, 'true' | 'false'>()({
    name: 'isGuest',
    start: 'web',
    nodes: {
      web: { rules: ['SES-133', 'SES-134'], test: (it) => it.web, yes: 'byCall', no: 'preRelease' },
      byCall: { rules: ['SES-131', 'PRIV-093'], test: (it) => it.guestByCall, yes: 'forced', no: 'holdsAny' },
      forced: { rules: ['SES-131', 'SES-132'], test: (it) => it.forceLogin, yes: 'byPrivileges', no: 'holdsAnyNow' },
      byPrivileges: {
        rules: ['SES-131', 'SES-130'],
        switch: 'C-05',
        test: (it) => it.byPrivileges,
        yes: 'holdsAnyNow',
        no: 'called',
      },
      called: { rules: ['SES-131'], test: (it) => it.setPrivilegesCalled, yes: 'known', no: 'neverCalled' },
      holdsAnyNow: { rules: ['SES-132'], test: (it) => it.privileges.length > 0, yes: 'holder', no: 'holdsNone' },
      holdsAny: { rules: ['SES-130'], test: (it) => it.privileges.length > 0, yes: 'holder', no: 'loggedIn' },
      loggedIn: {
        rules: ['SES-142', 'PRIV-092'],
        test: (it) => it.forceLogin && it.setPrivilegesCalled,
        yes: 'kept',
        no: 'guest',
      },
      kept: {
        rules: ['SES-142', 'PRIV-092'],
        switch: 'C-04',
        test: (it) => it.clearKeepsNonGuest,
        yes: 'keptKnown',
        no: 'guest',
      },
      preRelease: { rules: ['SES-133', 'PRIV-096'], test: (it) => it.preRelease, yes: 'desktopGuest', no: 'forWeb' },
      forWeb: { rules: ['SES-133', 'SES-062'], test: (it) => it.forWeb, yes: 'sharedAsWeb', no: 'desktopFalse' },
      sharedAsWeb: {
        rules: ['SES-133', 'SES-062'],
        switch: 'Q-15',
        test: (it) => it.sharedAsWeb,
        yes: 'byCall',
        no: 'desktopShared',
      },
      desktopFalse: {
        rules: ['SES-133'],
        switch: 'C-01',
        test: (it) => it.desktopGuest,
        yes: 'desktopTrue',
        no: 'desktop',
      },
      desktopShared: { rules: ['SES-133', 'SES-062'], outcome: 'false', tone: 'plain', assumed: true },
      desktopTrue: { rules: ['SES-133', 'PRIV-096'], outcome: 'true', tone: 'plain' },
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
