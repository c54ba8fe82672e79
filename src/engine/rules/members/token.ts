import { decision } from '../../../decision/decision'
import type { Seconds } from '../../clock'
import { named, uuidOf, type TokenName } from '../../ids'
import { reads } from '../../readings'
import { has } from '../../releases/releases'
import { nothing, rule } from '../../rule'
import { commonAnd, text, type Common, type Target } from '../../target'
import type { World } from '../../world'

// --- createOTP() ----------------------------------------------------------------------------------------------------

interface Facts extends Common {
  readonly exists: boolean
  readonly desktopTokens: boolean
  readonly asked: Seconds | null
  readonly idleTimeout: number
  readonly lifespanFloor: boolean
  readonly honoursLifespan: boolean
  readonly scalableSessions: boolean
  readonly withoutScalable: boolean
  readonly supported: boolean
  readonly storedWorks: boolean
  readonly asIdle: boolean
}

type Outcome = 'asked' | 'raised' | 'idle' | 'ten' | 'empty' | 'missing'

/** Seconds a desktop token lives when nothing else is said (SES-045), and the least a web one did in 20 R9 (SES-049). */
const TEN: Seconds = 10

/** The longest anybody can mean: ten years, as far as one can wait. */
const LONGEST: Seconds = 315_360_000

/** Part of a second counts as a whole one; a negative number asks for nothing. */
const lifespanAsked = ({ args }: Target): Seconds | null =>
  typeof args[0] === 'number' && Number.isFinite(args[0]) && args[0] >= 0 ? Math.min(LONGEST, Math.ceil(args[0])) : null

const create = (lifespan: (target: Target) => Seconds) => (world: World, target: Target) => {
  const { session, side } = target
  const name = named<TokenName>(freeName(world, target.as))
  const value = uuidOf(world.seed, `token/${world.counts.tokens + 1}/${session.name}`)
  const expiresAt = world.now + lifespan(target)
  return [
    {
      type: 'tokenCreated',
      token: { name, value, session: session.name, createdAt: world.now, expiresAt, usedAt: null, side },
    },
  ] as const
}

const freeName = ({ tokens, counts }: World, wanted: string | undefined): string => {
  if (wanted && !tokens.has(wanted)) return wanted
  // Somebody may have called an earlier token "otp-7".
  let number = counts.tokens + 1
  while (tokens.has(`otp-${number}`)) number++
  return `otp-${number}`
}

/** Tokens of desktop sessions: some texts of 21 say not yet, an early one says remote sessions alone (C-11). */
const supported = (world: World, { session }: Target): boolean =>
  reads(world, 'C-11', 'none')
    ? has(world.release, 'otpDesktopNamed')
    : !(reads(world, 'C-11', 'remoteOnly') && session.type === 'standalone')

export const createOtp = rule<Target, Facts, Outcome>({
  facts: (world, target) =>
    commonAnd(world, target, {
      exists: has(world.release, 'otpWeb'),
      desktopTokens: has(world.release, 'otpDesktop'),
      asked: lifespanAsked(target),
      idleTimeout: target.session.idleTimeout,
      lifespanFloor: has(world.release, 'lifespanFloor') || reads(world, 'C-13', 'kept'),
      honoursLifespan: has(world.release, 'otpDesktopLifespan') || reads(world, 'C-12', 'honoured'),
      scalableSessions: world.settings.scalableSessions,
      withoutScalable: !reads(world, 'Q-24', 'empty'),
      supported: supported(world, target),
      storedWorks: reads(world, 'Q-11', 'works'),
      asIdle: reads(world, 'C-12', 'idle'),
    }),
  decision: decision<Facts, Outcome>()({
    name: 'createOTP',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-040', 'PLAY-007'], test: (it) => it.exists, yes: 'scalable', no: 'missing' },
      scalable: { rules: ['SES-061'], test: (it) => it.scalableSessions, yes: 'web', no: 'withoutScalable' },
      withoutScalable: {
        rules: ['SES-061'],
        switch: 'Q-24',
        test: (it) => it.withoutScalable,
        yes: 'web',
        no: 'emptyOff',
      },
      emptyOff: { rules: ['SES-061'], outcome: 'empty', tone: 'bad', assumed: true },
      web: { rules: ['SES-040', 'SES-042'], test: (it) => it.web, yes: 'webAsked', no: 'desktopTokens' },
      webAsked: { rules: ['SES-044', 'SES-046'], test: (it) => it.asked !== null, yes: 'underTen', no: 'idle' },
      underTen: { rules: ['SES-049'], test: (it) => (it.asked ?? 0) < TEN, yes: 'floor', no: 'asked' },
      floor: {
        rules: ['SES-049'],
        switch: 'C-13',
        test: (it) => it.lifespanFloor,
        yes: 'raised',
        no: 'asked',
      },
      desktopTokens: { rules: ['SES-041', 'SES-042'], test: (it) => it.desktopTokens, yes: 'stored', no: 'empty' },
      stored: { rules: ['SES-149', 'SES-042'], test: (it) => it.stored, yes: 'storedWorks', no: 'supported' },
      storedWorks: {
        rules: ['SES-149'],
        switch: 'Q-11',
        test: (it) => it.storedWorks,
        yes: 'desktopAsked',
        no: 'storedEmpty',
      },
      supported: {
        rules: ['SES-042', 'SES-041'],
        switch: 'C-11',
        test: (it) => it.supported,
        yes: 'desktopAsked',
        no: 'unsupported',
      },
      unsupported: { rules: ['SES-041', 'SES-042'], outcome: 'empty', tone: 'bad' },
      desktopAsked: { rules: ['SES-045'], test: (it) => it.asked !== null, yes: 'honours', no: 'asIdle' },
      asIdle: { rules: ['SES-045', 'SES-044'], switch: 'C-12', test: (it) => it.asIdle, yes: 'desktopIdle', no: 'ten' },
      desktopIdle: { rules: ['SES-044'], outcome: 'idle', tone: 'good' },
      honours: {
        rules: ['SES-047', 'SES-048'],
        switch: 'C-12',
        test: (it) => it.honoursLifespan,
        yes: 'desktopAskedFor',
        no: 'ignored',
      },
      asked: { rules: ['SES-046', 'SES-040'], outcome: 'asked', tone: 'good' },
      raised: { rules: ['SES-049'], outcome: 'raised', tone: 'good' },
      idle: { rules: ['SES-044'], outcome: 'idle', tone: 'good' },
      desktopAskedFor: { rules: ['SES-048', 'SES-043'], outcome: 'asked', tone: 'good' },
      ignored: { rules: ['SES-047', 'SES-045'], outcome: 'ten', tone: 'good' },
      ten: { rules: ['SES-045', 'SES-042', 'SES-043', 'SES-065'], outcome: 'ten', tone: 'good' },
      empty: { rules: ['SES-041'], outcome: 'empty', tone: 'bad' },
      storedEmpty: { rules: ['SES-149'], outcome: 'empty', tone: 'bad', assumed: true },
      missing: { rules: ['PLAY-007', 'SES-040'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: {
    asked: create((target) => lifespanAsked(target) ?? TEN),
    raised: create(() => TEN),
    idle: create(({ session }) => session.idleTimeout * 60),
    ten: create(() => TEN),
    empty: nothing,
    missing: nothing,
  },
})

// --- restore() ------------------------------------------------------------------------------------------------------

interface RestoreFacts extends Common {
  readonly exists: boolean
  readonly token: string
  readonly forWeb: boolean
  readonly scalableSessions: boolean
  readonly ofHost: boolean
  readonly documentedFalse: boolean
  readonly answersFalse: boolean
}

type RestoreOutcome = 'check' | 'false' | 'notHere' | 'missing' | 'error'

/** Whether restore() looks at the token at all; checkToken decides about the token itself. */
export const restore = rule<Target, RestoreFacts, RestoreOutcome>({
  facts: (world, target) =>
    commonAnd(world, target, {
      exists: has(world.release, 'otpWeb'),
      token: text(target.args[0]).slice(0, 40),
      forWeb: target.place.request !== undefined,
      scalableSessions: target.place.request?.scalable ?? false,
      ofHost: world.webServers.get(target.place.request?.webServer ?? '')?.component === null,
      documentedFalse: !has(world.release, 'otpDesktop'),
      answersFalse: !reads(world, 'Q-12', 'error'),
    }),
  decision: decision<RestoreFacts, RestoreOutcome>()({
    name: 'restore',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-070', 'PLAY-007'], test: (it) => it.exists, yes: 'onClient', no: 'missing' },
      onClient: { rules: ['SES-073', 'SES-151'], test: (it) => it.onClient, yes: 'clientError', no: 'forWeb' },
      forWeb: { rules: ['SES-070', 'SES-072'], test: (it) => it.forWeb, yes: 'scalable', no: 'documentedFalse' },
      documentedFalse: { rules: ['SES-072'], test: (it) => it.documentedFalse, yes: 'false', no: 'answersFalse' },
      answersFalse: {
        rules: ['SES-072'],
        switch: 'Q-12',
        test: (it) => it.answersFalse,
        yes: 'falseAssumed',
        no: 'errorAssumed',
      },
      errorAssumed: { rules: ['SES-072'], outcome: 'notHere', tone: 'bad', assumed: true },
      scalable: { rules: ['SES-061'], test: (it) => it.scalableSessions, yes: 'ofHost', no: 'notScalable' },
      ofHost: { rules: ['SES-060'], test: (it) => it.ofHost, yes: 'check', no: 'onComponent' },
      onComponent: { rules: ['SES-060'], outcome: 'false', tone: 'bad', assumed: true },
      check: { rules: ['SES-070', 'SES-074'], outcome: 'check', tone: 'plain' },
      false: { rules: ['SES-072'], outcome: 'false', tone: 'bad' },
      notScalable: { rules: ['SES-061'], outcome: 'false', tone: 'bad' },
      falseAssumed: { rules: ['SES-072'], outcome: 'false', tone: 'bad', assumed: true },
      missing: { rules: ['PLAY-007', 'SES-070'], outcome: 'missing', tone: 'bad' },
      clientError: { rules: ['SES-073', 'SES-151'], outcome: 'error', tone: 'bad' },
    },
  }),
  then: { check: nothing, false: nothing, notHere: nothing, missing: nothing, error: nothing },
})
