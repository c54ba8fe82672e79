import { decision } from '../../decision/decision'
import type { Wait } from '../command'
import type { Seconds } from '../clock'
import type { Event } from '../event'
import { rule } from '../rule'
import type { World } from '../world'

interface Facts {
  readonly seconds: Seconds
  readonly tokensExpiring: readonly string[]
  readonly sessionsEnding: readonly string[]
}

/** Longest wait at once: ten years. Beyond it a number is a slip of the keyboard, and 64-bit sums stay exact. */
const LONGEST = 315_360_000

const secondsOf = ({ seconds }: Wait): Seconds =>
  Number.isFinite(seconds) ? Math.min(LONGEST, Math.max(0, Math.floor(seconds))) : 0

/** Web sessions that come to their end by then; none, without a search, while the first end is still ahead. */
const ending = (world: World, until: Seconds) =>
  until < world.nextEnd
    ? []
    : world.sessions
        .filter(({ expiresAt }) => expiresAt !== null && expiresAt <= until)
        .toSorted((a, b) => (a.expiresAt ?? 0) - (b.expiresAt ?? 0))

export const wait = rule<Wait, Facts, 'passed'>({
  facts(world, command) {
    const until = world.now + secondsOf(command)
    // A token that was used or lost its session opened nothing any more: its end is no news.
    const alive = world.tokens.filter((it) => it.usedAt === null && world.sessions.has(it.session))
    return {
      seconds: secondsOf(command),
      tokensExpiring: alive.filter((it) => it.expiresAt > world.now && it.expiresAt <= until).map(({ name }) => name),
      sessionsEnding: ending(world, until).map(({ name }) => name),
    }
  },
  decision: decision<Facts, 'passed'>()({
    name: 'wait',
    start: 'sessionsEnding',
    nodes: {
      sessionsEnding: {
        rules: ['SES-084', 'SES-089'],
        test: (it) => it.sessionsEnding.length > 0,
        yes: 'sessionsEnded',
        no: 'tokensExpiring',
      },
      tokensExpiring: {
        rules: ['SES-051'],
        test: (it) => it.tokensExpiring.length > 0,
        yes: 'tokensExpired',
        no: 'quiet',
      },
      sessionsEnded: { rules: ['SES-084', 'SES-114', 'SES-199'], outcome: 'passed', tone: 'none' },
      tokensExpired: { rules: ['SES-051'], outcome: 'passed', tone: 'none' },
      quiet: { rules: ['SES-080'], outcome: 'passed', tone: 'plain' },
    },
  }),
  then: {
    passed(world, command) {
      const until = world.now + secondsOf(command)
      const events: Event[] = ending(world, until).map(({ name }) => ({
        type: 'sessionClosed',
        session: name,
        because: 'idle',
      }))
      return [...events, { type: 'timePassed', now: until }]
    },
  },
})
