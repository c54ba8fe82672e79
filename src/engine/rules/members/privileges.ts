import { decision } from '../../../decision/decision'
import { reads } from '../../readings'
import { has } from '../../releases/releases'
import { closure, hasCircle, holds, isDeclared } from '../../roles/rolesFile'
import { nothing, rule } from '../../rule'
import { clearKeepsNonGuest } from './guest'
import {
  commonAnd,
  freeNames,
  knownOf,
  privilegesAsked,
  promotedIn,
  rolesOf,
  text,
  type Common,
  type Target,
} from '../../target'
import type { World } from '../../world'

// --- hasPrivilege() -------------------------------------------------------------------------------------------------

interface HasFacts extends Common {
  readonly privilege: string
  readonly privileges: readonly string[]
  readonly granted: boolean
  readonly seesPromoted: boolean
  readonly preRelease: boolean
  readonly neverTrue: boolean
  readonly storedWorks: boolean
  readonly seesNow: boolean
  readonly promoted: boolean
}

export const hasPrivilege = rule<Target, HasFacts, 'true' | 'false'>({
  facts: (world, target) => {
    const privilege = text(target.args[0])
    return commonAnd(world, target, {
      privilege,
      privileges: target.session.privileges,
      granted: holds(target.session.privileges, privilege),
      seesPromoted: has(world.release, reads(world, 'C-15', 'from21') ? 'desktopPrivileges' : 'promote'),
      neverTrue: reads(world, 'C-02', 'false'),
      storedWorks: reads(world, 'Q-11', 'works'),
      seesNow: !reads(world, 'Q-14', 'atConnection'),
      preRelease: has(world.release, 'preRelease'),
      promoted: holds(promotedIn(world, target.place), privilege),
    })
  },
  decision: decision<HasFacts, 'true' | 'false'>()({
    name: 'hasPrivilege',
    start: 'web',
    nodes: {
      web: { rules: ['SES-146', 'SES-148'], test: (it) => it.web, yes: 'granted', no: 'real' },
      real: {
        rules: ['SES-146', 'SES-148', 'PRIV-096'],
        test: (it) => it.desktopPrivileges,
        yes: 'stored',
        no: 'preRelease',
      },
      preRelease: { rules: ['SES-146', 'PRIV-096'], test: (it) => it.preRelease, yes: 'alwaysFalse', no: 'neverTrue' },
      neverTrue: {
        rules: ['SES-146', 'PRIV-096'],
        switch: 'C-02',
        test: (it) => it.neverTrue,
        yes: 'neverTrueSaid',
        no: 'alwaysTrue',
      },
      neverTrueSaid: { rules: ['SES-146', 'PRIV-096'], outcome: 'false', tone: 'plain' },
      stored: { rules: ['SES-149'], test: (it) => it.stored, yes: 'storedWorks', no: 'onClient' },
      storedWorks: {
        rules: ['SES-149'],
        switch: 'Q-11',
        test: (it) => it.storedWorks,
        yes: 'granted',
        no: 'storedTrue',
      },
      onClient: { rules: ['SES-151', 'PRIV-097'], test: (it) => it.onClient, yes: 'seesNow', no: 'granted' },
      seesNow: { rules: ['SES-151'], switch: 'Q-14', test: (it) => it.seesNow, yes: 'granted', no: 'notSeen' },
      notSeen: { rules: ['SES-151'], outcome: 'false', tone: 'plain', assumed: true },
      granted: { rules: ['PRIV-094', 'SES-148'], test: (it) => it.granted, yes: 'yesGranted', no: 'promoted' },
      sees: {
        rules: ['SES-154', 'PRIV-037'],
        switch: 'C-15',
        test: (it) => it.seesPromoted,
        yes: 'yesPromoted',
        no: 'notSeenYet',
      },
      notSeenYet: { rules: ['SES-154', 'PRIV-037'], outcome: 'false', tone: 'plain' },
      promoted: { rules: ['SES-154', 'PRIV-037'], test: (it) => it.promoted, yes: 'sees', no: 'notGranted' },
      alwaysFalse: { rules: ['SES-146', 'PRIV-096'], outcome: 'false', tone: 'plain' },
      alwaysTrue: { rules: ['SES-146'], outcome: 'true', tone: 'plain' },
      storedTrue: { rules: ['SES-149'], outcome: 'true', tone: 'plain', assumed: true },
      yesGranted: { rules: ['PRIV-094'], outcome: 'true', tone: 'plain' },
      yesPromoted: { rules: ['SES-154'], outcome: 'true', tone: 'plain' },
      notGranted: { rules: ['PRIV-094'], outcome: 'false', tone: 'plain' },
    },
  }),
  then: { true: nothing, false: nothing },
})

// --- getPrivileges() ------------------------------------------------------------------------------------------------

interface GetFacts extends Common {
  readonly exists: boolean
  readonly singleUser: boolean
  readonly early21: boolean
  readonly storedWorks: boolean
  readonly seesNow: boolean
  readonly privileges: readonly string[]
}

export const getPrivileges = rule<Target, GetFacts, 'list' | 'none' | 'webAdmin' | 'missing'>({
  facts: (world, target) =>
    commonAnd(world, target, {
      exists: has(world.release, 'getPrivileges'),
      singleUser: target.session.type === 'standalone',
      early21: reads(world, 'C-25', 'webAdmin'),
      storedWorks: reads(world, 'Q-11', 'works'),
      seesNow: !reads(world, 'Q-14', 'atConnection'),
      privileges: target.session.privileges,
    }),
  decision: decision<GetFacts, 'list' | 'none' | 'webAdmin' | 'missing'>()({
    name: 'getPrivileges',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-152', 'PLAY-007'], test: (it) => it.exists, yes: 'web', no: 'missing' },
      web: { rules: ['SES-147', 'SES-148'], test: (it) => it.web, yes: 'list', no: 'real' },
      real: {
        rules: ['SES-147', 'SES-148', 'PRIV-096'],
        test: (it) => it.desktopPrivileges,
        yes: 'stored',
        no: 'webAdmin',
      },
      stored: { rules: ['SES-149'], test: (it) => it.stored, yes: 'storedWorks', no: 'onClient' },
      storedWorks: {
        rules: ['SES-149'],
        switch: 'Q-11',
        test: (it) => it.storedWorks,
        yes: 'list',
        no: 'storedWebAdmin',
      },
      onClient: { rules: ['SES-151', 'PRIV-097'], test: (it) => it.onClient, yes: 'seesNow', no: 'singleUser' },
      seesNow: { rules: ['SES-151'], switch: 'Q-14', test: (it) => it.seesNow, yes: 'list', no: 'notSeen' },
      singleUser: { rules: ['SES-148'], test: (it) => it.singleUser, yes: 'early21', no: 'list' },
      early21: { rules: ['SES-148', 'SES-147'], switch: 'C-25', test: (it) => it.early21, yes: 'webAdmin', no: 'list' },
      notSeen: { rules: ['SES-151'], outcome: 'none', tone: 'none', assumed: true },
      list: { rules: ['SES-152', 'SES-153', 'PRIV-095', 'PRIV-036'], outcome: 'list', tone: 'plain' },
      webAdmin: { rules: ['SES-147'], outcome: 'webAdmin', tone: 'plain' },
      storedWebAdmin: { rules: ['SES-149'], outcome: 'webAdmin', tone: 'plain', assumed: true },
      missing: { rules: ['PLAY-007'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { list: nothing, none: nothing, webAdmin: nothing, missing: nothing },
})

// --- setPrivileges() ------------------------------------------------------------------------------------------------

interface SetFacts extends Common {
  readonly declares: boolean
  readonly holdsSome: boolean
  readonly adds: boolean
  readonly storedWorks: boolean
  readonly asked: readonly string[]
  readonly kept: readonly string[]
  readonly ignored: readonly string[]
  readonly circle: boolean
}

const settingsFacts = (world: World, target: Target): SetFacts => {
  const asked = privilegesAsked(target.args[0])
  const declares = has(world.release, 'permissions')
  const { kept, ignored } = declares ? knownOf(rolesOf(world), asked) : freeNames(asked)
  return commonAnd(world, target, {
    declares,
    holdsSome: target.session.privileges.length > 0,
    adds: !reads(world, 'Q-04', 'replace'),
    storedWorks: reads(world, 'Q-11', 'works'),
    asked: [...asked.privileges, ...asked.roles],
    kept,
    ignored,
    circle: hasCircle(rolesOf(world), kept),
  })
}

type SetOutcome = 'set' | 'refused' | 'error'

export const setPrivileges = rule<Target, SetFacts, SetOutcome>({
  facts: settingsFacts,
  decision: decision<SetFacts, SetOutcome>()({
    name: 'setPrivileges',
    start: 'onClient',
    nodes: {
      onClient: { rules: ['SES-151', 'PRIV-097'], test: (it) => it.onClient, yes: 'clientError', no: 'web' },
      web: { rules: ['SES-145', 'SES-148'], test: (it) => it.web, yes: 'holdsSome', no: 'real' },
      declares: { rules: ['SES-140', 'PRIV-024'], test: (it) => it.declares, yes: 'allKnown', no: 'noRoles' },
      noRoles: {
        rules: ['SES-140', 'PRIV-090'],
        test: (it) => it.ignored.length === 0,
        yes: 'freeNames',
        no: 'freeSome',
      },
      freeSome: { rules: ['SES-140', 'SES-141', 'PRIV-091'], outcome: 'set', tone: 'good', assumed: true },
      real: {
        rules: ['SES-145', 'SES-148', 'PRIV-096'],
        test: (it) => it.desktopPrivileges,
        yes: 'stored',
        no: 'inert',
      },
      stored: { rules: ['SES-149'], test: (it) => it.stored, yes: 'storedWorks', no: 'holdsSome' },
      storedWorks: {
        rules: ['SES-149'],
        switch: 'Q-11',
        test: (it) => it.storedWorks,
        yes: 'holdsSome',
        no: 'storedInert',
      },
      allKnown: {
        rules: ['SES-141', 'PRIV-024', 'PRIV-018', 'SES-161'],
        test: (it) => it.ignored.length === 0,
        yes: 'circle',
        no: 'setSome',
      },
      circle: { rules: ['PRIV-026', 'PRIV-022'], test: (it) => it.circle, yes: 'setCircle', no: 'set' },
      setCircle: { rules: ['PRIV-026', 'PRIV-022'], outcome: 'set', tone: 'good', assumed: true },
      holdsSome: { rules: ['PRIV-025'], test: (it) => it.holdsSome, yes: 'adds', no: 'declares' },
      adds: { rules: ['PRIV-025', 'SES-140'], switch: 'Q-04', test: (it) => it.adds, yes: 'added', no: 'replaced' },
      replaced: { rules: ['PRIV-025', 'SES-140'], outcome: 'set', tone: 'good', assumed: true },
      freeNames: { rules: ['SES-140', 'PRIV-091'], outcome: 'set', tone: 'good', assumed: true },
      added: { rules: ['PRIV-025', 'SES-140'], outcome: 'set', tone: 'good', assumed: true },
      set: {
        rules: ['SES-140', 'PRIV-090', 'SES-064', 'PRIV-091', 'PRIV-022', 'PRIV-023'],
        outcome: 'set',
        tone: 'good',
      },
      setSome: { rules: ['SES-141', 'PRIV-024', 'PRIV-091'], outcome: 'set', tone: 'good' },
      inert: { rules: ['SES-145'], outcome: 'refused', tone: 'bad' },
      storedInert: { rules: ['SES-149'], outcome: 'refused', tone: 'bad', assumed: true },
      clientError: { rules: ['SES-151', 'PRIV-097'], outcome: 'error', tone: 'bad' },
    },
  }),
  then: {
    set(world, { session, args }, { kept, web, declares, adds }) {
      const { userName } = privilegesAsked(args[0])
      const names = adds ? [...session.privileges, ...kept] : kept
      const privileges = declares ? closure(rolesOf(world), names) : [...new Set(names)]
      // A desktop session keeps the user's name whatever is asked (SES-160).
      return [{ type: 'privilegesSet', session: session.name, privileges, userName: web ? userName : null }]
    },
    refused: nothing,
    error: nothing,
  },
})

// --- clearPrivileges() ----------------------------------------------------------------------------------------------

interface ClearFacts extends Common {
  readonly counted: boolean
  readonly keepsLicence: boolean
  readonly storedWorks: boolean
  readonly answersTrue: boolean
  readonly keepsNonGuest: boolean
}

type ClearOutcome = 'cleared' | 'released' | 'inertFalse' | 'inertTrue' | 'error'

export const clearPrivileges = rule<Target, ClearFacts, ClearOutcome>({
  facts: (world, target) =>
    commonAnd(world, target, {
      counted: world.licences.get(target.session.name)?.because === 'setPrivileges',
      keepsLicence: !reads(world, 'Q-17', 'released'),
      storedWorks: reads(world, 'Q-11', 'works'),
      answersTrue:
        reads(world, 'C-03', 'true') || (has(world.release, 'clearAnswersTrue') && !reads(world, 'C-03', 'false')),
      keepsNonGuest: clearKeepsNonGuest(world),
    }),
  decision: decision<ClearFacts, ClearOutcome>()({
    name: 'clearPrivileges',
    start: 'onClient',
    nodes: {
      onClient: { rules: ['SES-151', 'PRIV-097'], test: (it) => it.onClient, yes: 'clientError', no: 'web' },
      web: { rules: ['SES-142', 'SES-144'], test: (it) => it.web, yes: 'counted', no: 'real' },
      counted: { rules: ['SES-115', 'SES-111'], test: (it) => it.counted, yes: 'keepsLicence', no: 'byCall' },
      keepsLicence: {
        rules: ['SES-115'],
        switch: 'Q-17',
        test: (it) => it.keepsLicence,
        yes: 'byCall',
        no: 'released',
      },
      byCall: {
        rules: ['SES-142', 'SES-131', 'PRIV-092'],
        test: (it) => it.desktopPrivileges,
        yes: 'cleared',
        no: 'forced',
      },
      forced: { rules: ['SES-142', 'PRIV-092'], test: (it) => it.forceLogin, yes: 'keepsNonGuest', no: 'clearedGuest' },
      released: { rules: ['SES-115', 'SES-142'], outcome: 'released', tone: 'good', assumed: true },
      keepsNonGuest: {
        rules: ['SES-142', 'PRIV-092'],
        switch: 'C-04',
        test: (it) => it.keepsNonGuest,
        yes: 'clearedKept',
        no: 'clearedGuest',
      },
      real: {
        rules: ['SES-144', 'SES-148', 'PRIV-096'],
        test: (it) => it.desktopPrivileges,
        yes: 'stored',
        no: 'answersTrue',
      },
      stored: { rules: ['SES-149'], test: (it) => it.stored, yes: 'storedWorks', no: 'clearedDesktop' },
      storedWorks: {
        rules: ['SES-149'],
        switch: 'Q-11',
        test: (it) => it.storedWorks,
        yes: 'clearedDesktop',
        no: 'storedInert',
      },
      answersTrue: {
        rules: ['SES-144'],
        switch: 'C-03',
        test: (it) => it.answersTrue,
        yes: 'inertTrue',
        no: 'inertFalse',
      },
      clearedGuest: { rules: ['SES-142', 'SES-143', 'PRIV-038'], outcome: 'cleared', tone: 'good' },
      clearedKept: {
        rules: ['SES-142', 'PRIV-092', 'SES-115', 'SES-143', 'PRIV-038'],
        outcome: 'cleared',
        tone: 'good',
      },
      cleared: { rules: ['SES-142', 'SES-143', 'PRIV-038', 'SES-115'], outcome: 'cleared', tone: 'good' },
      clearedDesktop: { rules: ['SES-148'], outcome: 'cleared', tone: 'good' },
      inertTrue: { rules: ['SES-144'], outcome: 'inertTrue', tone: 'plain' },
      inertFalse: { rules: ['SES-144'], outcome: 'inertFalse', tone: 'bad' },
      storedInert: { rules: ['SES-149'], outcome: 'inertTrue', tone: 'plain', assumed: true },
      clientError: { rules: ['SES-151', 'PRIV-097'], outcome: 'error', tone: 'bad' },
    },
  }),
  then: {
    cleared: (_, { session }) => [{ type: 'privilegesCleared', session: session.name }],
    released: (_, { session }) => [
      { type: 'privilegesCleared', session: session.name },
      { type: 'licenceReleased', session: session.name },
    ],
    inertTrue: nothing,
    inertFalse: nothing,
    error: nothing,
  },
})

// --- promote(), demote() --------------------------------------------------------------------------------------------

interface PromoteFacts extends Common {
  readonly exists: boolean
  readonly privilege: string
  readonly declared: boolean
  readonly already: boolean
  readonly storedWorks: boolean
  readonly givesZero: boolean
}

type PromoteOutcome = 'promoted' | 'zero' | 'undefined' | 'missing' | 'error'

export const promote = rule<Target, PromoteFacts, PromoteOutcome>({
  facts(world, target) {
    const privilege = text(target.args[0])
    return commonAnd(world, target, {
      exists: has(world.release, 'promote'),
      privilege,
      storedWorks: reads(world, 'Q-11', 'works'),
      givesZero: !reads(world, 'Q-20', 'undefined'),
      declared: isDeclared(rolesOf(world), privilege),
      already: holds(promotedIn(world, target.place), privilege),
    })
  },
  decision: decision<PromoteFacts, PromoteOutcome>()({
    name: 'promote',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-155', 'PLAY-007'], test: (it) => it.exists, yes: 'onClient', no: 'missing' },
      onClient: { rules: ['SES-151', 'PRIV-097'], test: (it) => it.onClient, yes: 'clientError', no: 'web' },
      web: { rules: ['SES-158'], test: (it) => it.web, yes: 'declared', no: 'real' },
      real: { rules: ['SES-158', 'PRIV-096'], test: (it) => it.desktopPrivileges, yes: 'stored', no: 'givesZero' },
      givesZero: { rules: ['SES-158'], switch: 'Q-20', test: (it) => it.givesZero, yes: 'inert', no: 'inertUndefined' },
      inertUndefined: { rules: ['SES-158'], outcome: 'undefined', tone: 'bad', assumed: true },
      stored: { rules: ['SES-149'], test: (it) => it.stored, yes: 'storedWorks', no: 'declared' },
      storedWorks: {
        rules: ['SES-149'],
        switch: 'Q-11',
        test: (it) => it.storedWorks,
        yes: 'declared',
        no: 'storedInert',
      },
      declared: { rules: ['SES-156', 'PRIV-034'], test: (it) => it.declared, yes: 'already', no: 'undeclared' },
      already: { rules: ['SES-156', 'PRIV-034'], test: (it) => it.already, yes: 'alreadyThere', no: 'promoted' },
      promoted: { rules: ['SES-155', 'PRIV-033', 'SES-159'], outcome: 'promoted', tone: 'good' },
      undeclared: { rules: ['SES-156', 'PRIV-034'], outcome: 'zero', tone: 'bad' },
      alreadyThere: { rules: ['SES-156', 'PRIV-034'], outcome: 'zero', tone: 'plain' },
      inert: { rules: ['SES-158'], outcome: 'zero', tone: 'bad', assumed: true },
      storedInert: { rules: ['SES-149'], outcome: 'zero', tone: 'bad', assumed: true },
      missing: { rules: ['PLAY-007', 'SES-155'], outcome: 'missing', tone: 'bad' },
      clientError: { rules: ['SES-151', 'PRIV-097'], outcome: 'error', tone: 'bad' },
    },
  }),
  then: {
    promoted(world, { place }, { privilege }) {
      const id = (world.processes.get(place.process)?.promoted ?? 0) + 1
      return [{ type: 'privilegePromoted', process: place.process, id, privilege }]
    },
    zero: nothing,
    undefined: nothing,
    missing: nothing,
    error: nothing,
  },
})

interface DemoteFacts extends Common {
  readonly exists: boolean
  readonly id: number
  readonly known: boolean
}

export const demote = rule<Target, DemoteFacts, 'demoted' | 'nothing' | 'missing' | 'error'>({
  facts(world, target) {
    const id = typeof target.args[0] === 'number' ? target.args[0] : 0
    return commonAnd(world, target, {
      exists: has(world.release, 'promote'),
      id,
      known: world.processes.get(target.place.process)?.promotions.some((it) => it.id === id) ?? false,
    })
  },
  decision: decision<DemoteFacts, 'demoted' | 'nothing' | 'missing' | 'error'>()({
    name: 'demote',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-157', 'PLAY-007'], test: (it) => it.exists, yes: 'onClient', no: 'missing' },
      onClient: { rules: ['SES-151', 'PRIV-097'], test: (it) => it.onClient, yes: 'clientError', no: 'known' },
      known: { rules: ['SES-157', 'PRIV-035'], test: (it) => it.known, yes: 'demoted', no: 'unknown' },
      demoted: { rules: ['SES-157', 'PRIV-035'], outcome: 'demoted', tone: 'good' },
      unknown: { rules: ['SES-157', 'PRIV-035', 'SES-158'], outcome: 'nothing', tone: 'plain' },
      missing: { rules: ['PLAY-007', 'SES-157'], outcome: 'missing', tone: 'bad' },
      clientError: { rules: ['SES-151', 'PRIV-097'], outcome: 'error', tone: 'bad' },
    },
  }),
  then: {
    demoted: (_, { place }, { id }) => [{ type: 'privilegeDemoted', process: place.process, id }],
    nothing,
    missing: nothing,
    error: nothing,
  },
})
