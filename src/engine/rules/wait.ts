import { decision } from '../../decision/decision'
import type { Wait } from '../command'
import type { Seconds } from '../clock'
import type { Event } from '../event'
import { rule } from '../rule'
import type { Away, Machine, World } from '../world'
import { leaves } from './machines'

interface Facts {
  readonly seconds: Seconds
  readonly tokensExpiring: readonly string[]
  readonly sessionsEnding: readonly string[]
  readonly sleepersDropped: readonly string[]
  readonly peersLost: readonly string[]
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

/** Clients whose session no longer waits for them by then. */
const dropped = (world: World, until: Seconds, how: Away['how']): readonly Machine[] =>
  until < (world.nextAway ?? Infinity)
    ? []
    : world.machines.filter(({ away }) => away !== undefined && away.how === how && away.until <= until)

/** What ends by then, in the order of time; what goes with something else is not told twice. */
function endings(world: World, until: Seconds): readonly Event[] {
  const idle = ending(world, until).map(({ name, expiresAt }) => ({
    at: expiresAt ?? 0,
    events: [{ type: 'sessionClosed', session: name, because: 'idle' }] as readonly Event[],
  }))
  const away = (['asleep', 'unreachable'] as const).flatMap((how) =>
    dropped(world, until, how).map((it) => ({ at: it.away?.until ?? 0, events: leaves(world, it.name, how) })),
  )
  if (away.length === 0) return idle.flatMap(({ events }) => events)
  const closed = new Set<string>()
  return [...idle, ...away]
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ events }) => events)
    .filter((it) => it.type !== 'sessionClosed' || (!closed.has(it.session) && closed.add(it.session)))
}

export const wait = rule<Wait, Facts, 'passed'>({
  facts(world, command) {
    const until = world.now + secondsOf(command)
    // A token that was used or lost its session opened nothing any more: its end is no news.
    const expiring = world.tokens.filter(
      (it) => it.expiresAt > world.now && it.expiresAt <= until && it.usedAt === null && world.sessions.has(it.session),
    )
    return {
      seconds: secondsOf(command),
      tokensExpiring: expiring.map(({ name }) => name),
      sessionsEnding: ending(world, until).map(({ name }) => name),
      sleepersDropped: dropped(world, until, 'asleep').map(({ label }) => label),
      peersLost: dropped(world, until, 'unreachable').map(({ label }) => label),
    }
  },
  decision: decision<Facts, 'passed'>()({
    name: 'wait',
    start: 'sleepersDropped',
    nodes: {
      sleepersDropped: {
        rules: ['SES-090'],
        test: (it) => it.sleepersDropped.length > 0,
        yes: 'dropped',
        no: 'peersLost',
      },
      peersLost: { rules: ['SES-091'], test: (it) => it.peersLost.length > 0, yes: 'lost', no: 'sessionsEnding' },
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
      dropped: { rules: ['SES-090', 'SES-114', 'SES-199'], outcome: 'passed', tone: 'none' },
      lost: { rules: ['SES-091', 'SES-114', 'SES-199'], outcome: 'passed', tone: 'none' },
      sessionsEnded: { rules: ['SES-084', 'SES-114', 'SES-199'], switch: 'Q-03', outcome: 'passed', tone: 'none' },
      tokensExpired: { rules: ['SES-051'], outcome: 'passed', tone: 'none' },
      quiet: { rules: ['SES-080'], outcome: 'passed', tone: 'plain' },
    },
  }),
  then: {
    passed(world, command) {
      const until = world.now + secondsOf(command)
      return [...endings(world, until), { type: 'timePassed', now: until }]
    },
  },
})
