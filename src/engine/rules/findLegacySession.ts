import { decision } from '../../decision/decision'
import type { BrowserName, WebServerName } from '../ids'
import { rule } from '../rule'
import { pair, type LegacySession, type Settings, type World } from '../world'

/** "Legacy sessions": in which kept process does the web server run this request? */
export interface LegacySought {
  readonly browser: BrowserName
  readonly webServer: WebServerName
  /** From where the request comes, when it says. */
  readonly address: string | null
}

interface Facts {
  readonly cookieHeld: boolean
  readonly sessionAlive: boolean
  readonly addressChecked: boolean
  readonly sameAddress: boolean
  readonly legacySessions: number
  readonly maxSessions: number
  readonly [fact: string]: boolean | number
}

type Outcome = 'reused' | 'opened' | 'replaced'

/** The name of their cookie, whatever the application is called (SES-020). */
export const LEGACY_COOKIE = '4DSID'

/** Their processes are named so; no other process is. */
export const LEGACY_PROCESS = 'legacy-'

/** Defaults of the manual (SES-031): both timeouts 480 minutes, addresses checked; sessions as many as processes. */
export const legacySettings = (it: Settings) => ({
  maxSessions: it.maxSessions ?? 100,
  minutes: Math.min(it.inactiveSessionTimeout ?? 480, it.inactiveProcessTimeout ?? 480),
  addressChecked: it.sessionIPAddressValidation ?? true,
})

const heldBy = ({ legacy }: World, { browser, webServer }: LegacySought): LegacySession | undefined =>
  legacy.get(pair(browser, webServer))

const aliveOn = ({ legacy, now }: World, webServer: WebServerName): readonly LegacySession[] =>
  legacy.filter((it) => it.webServer === webServer && it.expiresAt > now)

const kept = (world: World, it: LegacySession) =>
  ({
    type: 'legacyKept',
    session: { ...it, expiresAt: world.now + legacySettings(world.settings).minutes * 60 },
  }) as const

const opened = (world: World, { browser, webServer, address }: LegacySought) =>
  kept(world, {
    name: `${LEGACY_PROCESS}${world.counts.processes + 1}`,
    browser,
    webServer,
    address,
    variables: {},
    expiresAt: world.now,
  })

export const findLegacySession = rule<LegacySought, Facts, Outcome>({
  facts(world, sought) {
    const { maxSessions, addressChecked } = legacySettings(world.settings)
    const held = heldBy(world, sought)
    return {
      cookieHeld: held !== undefined,
      sessionAlive: held !== undefined && held.expiresAt > world.now,
      addressChecked,
      sameAddress: held === undefined || held.address === sought.address,
      legacySessions: aliveOn(world, sought.webServer).length,
      maxSessions,
    }
  },
  decision: decision<Facts, Outcome>()({
    name: 'findLegacySession',
    start: 'cookieHeld',
    nodes: {
      cookieHeld: { rules: ['SES-020', 'SES-100'], test: (it) => it.cookieHeld, yes: 'alive', no: 'room' },
      // At the very second of its end it is gone, as web sessions are.
      alive: { rules: ['SES-031'], test: (it) => it.sessionAlive, yes: 'checked', no: 'room' },
      checked: { rules: ['SES-024', 'SES-031'], test: (it) => it.addressChecked, yes: 'sameAddress', no: 'unchecked' },
      sameAddress: { rules: ['SES-024', 'SES-031'], test: (it) => it.sameAddress, yes: 'reused', no: 'rejected' },
      room: {
        rules: ['SES-031'],
        test: (it) => it.legacySessions < it.maxSessions,
        yes: 'opened',
        no: 'oldestClosed',
      },
      reused: { rules: ['SES-100', 'SES-020', 'SES-024'], outcome: 'reused', tone: 'plain' },
      unchecked: { rules: ['SES-031', 'SES-024'], outcome: 'reused', tone: 'plain' },
      rejected: { rules: ['SES-024', 'SES-031'], outcome: 'opened', tone: 'plain', assumed: true },
      opened: { rules: ['SES-100', 'SES-020'], outcome: 'opened', tone: 'plain' },
      oldestClosed: { rules: ['SES-031'], outcome: 'replaced', tone: 'plain' },
    },
  }),
  then: {
    reused(world, sought) {
      const held = heldBy(world, sought)
      return held ? [kept(world, held)] : []
    },
    opened: (world, sought) => [opened(world, sought)],
    replaced(world, sought) {
      const [oldest] = aliveOn(world, sought.webServer)
      return [...(oldest ? [{ type: 'legacyClosed', session: oldest } as const] : []), opened(world, sought)]
    },
  },
})
