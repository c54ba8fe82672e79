import { decision } from '../../decision/decision'
import type { MachineName, SessionName } from '../ids'
import { forcesLogin } from '../place'
import { reads } from '../readings'
import { has } from '../releases/releases'
import { nothing, rule } from '../rule'
import type { World } from '../world'

/** A moment at which a web session may come to hold a 4D Client licence. */
export interface Counted {
  readonly moment: 'request' | 'setPrivileges'
  /** The session as it is, or null while the request is about to open one. */
  readonly session: SessionName | null
  readonly rest: boolean
  /** The machine whose web server was asked. */
  readonly machine: MachineName
  /** A token has just led to this session. */
  readonly redeemed?: boolean
}

interface Facts {
  readonly singleUser: boolean
  readonly rest: boolean
  readonly opensSession: boolean
  readonly restSessions: number
  readonly saysThree: boolean
  readonly holdsLicence: boolean
  readonly redeemed: boolean
  readonly forceLogin: boolean
  readonly callsSetPrivileges: boolean
  readonly wasLoggedIn: boolean
  readonly countsOthers: boolean
  readonly countsGuests: boolean
  readonly used: number
  readonly total: number
  readonly [fact: string]: boolean | number
}

type Outcome = 'notCounted' | 'test' | 'tooMany' | 'kept' | 'guest' | 'taken' | 'exhausted'

/** "At most three REST sessions can be open, for tests", in single-user (SES-116). */
const SINGLE_USER_SESSIONS = 3

const restSessions = ({ sessions }: World, machine: MachineName): number =>
  sessions.filter((it) => it.type === 'rest' && it.machine === machine).length

export const takeLicence = rule<Counted, Facts, Outcome>({
  facts(world, { moment, session, rest, machine, redeemed = false }) {
    const singleUser = world.machines.get(machine)?.kind === 'standalone'
    return {
      singleUser,
      rest,
      opensSession: session === null,
      restSessions: singleUser ? restSessions(world, machine) : 0,
      saysThree: has(world.release, 'threeRestSessions'),
      holdsLicence: session !== null && world.licences.has(session),
      redeemed,
      forceLogin: forcesLogin(world),
      callsSetPrivileges: moment === 'setPrivileges',
      wasLoggedIn: session !== null && (world.sessions.get(session)?.login ?? false),
      countsOthers: reads(world, 'Q-18', 'counted'),
      countsGuests: rest && reads(world, 'C-21', 'opening'),
      used: world.licences.size,
      total: world.settings.licences,
    }
  },

  decision: decision<Facts, Outcome>()({
    name: 'takeLicence',
    start: 'singleUser',
    nodes: {
      singleUser: { rules: ['SES-116'], test: (it) => it.singleUser, yes: 'opens', no: 'holds' },
      opens: { rules: ['SES-116'], test: (it) => it.rest && it.opensSession, yes: 'saysThree', no: 'notCounted' },
      saysThree: { rules: ['SES-116'], test: (it) => it.saysThree, yes: 'underThree', no: 'unlimited' },
      underThree: {
        rules: ['SES-116', 'PRIV-074'],
        test: (it) => it.restSessions < SINGLE_USER_SESSIONS,
        yes: 'test',
        no: 'tooMany',
      },
      holds: { rules: ['SES-113', 'SES-117', 'SES-063'], test: (it) => it.holdsLicence, yes: 'kept', no: 'redeemed' },
      redeemed: { rules: ['SES-063'], test: (it) => it.redeemed, yes: 'shared', no: 'forced' },
      forced: { rules: ['SES-110', 'SES-111'], test: (it) => it.forceLogin, yes: 'calls', no: 'rest' },
      calls: {
        rules: ['SES-111', 'SES-112', 'PRIV-075'],
        test: (it) => it.callsSetPrivileges || (it.rest && it.wasLoggedIn),
        yes: 'free',
        no: 'countsGuests',
      },
      countsGuests: {
        rules: ['SES-111', 'SES-221'],
        switch: 'C-21',
        test: (it) => it.countsGuests,
        yes: 'free',
        no: 'guest',
      },
      rest: { rules: ['SES-110', 'PRIV-074'], test: (it) => it.rest, yes: 'free', no: 'countsOthers' },
      countsOthers: { rules: ['SES-110'], switch: 'Q-18', test: (it) => it.countsOthers, yes: 'free', no: 'notRest' },
      free: { rules: ['SES-122', 'PRIV-086'], test: (it) => it.used < it.total, yes: 'taken', no: 'exhausted' },
      notCounted: { rules: ['SES-116'], outcome: 'notCounted', tone: 'aside' },
      unlimited: { rules: ['SES-116'], outcome: 'notCounted', tone: 'aside', assumed: true },
      notRest: { rules: ['SES-110'], outcome: 'notCounted', tone: 'aside', assumed: true },
      test: { rules: ['SES-116'], outcome: 'test', tone: 'aside' },
      tooMany: { rules: ['SES-116'], outcome: 'tooMany', tone: 'bad' },
      kept: { rules: ['SES-113', 'SES-117', 'SES-063'], outcome: 'kept', tone: 'aside' },
      shared: { rules: ['SES-063', 'PRIV-079'], outcome: 'kept', tone: 'aside' },
      guest: { rules: ['SES-111', 'SES-221', 'SES-225'], outcome: 'guest', tone: 'aside' },
      taken: { rules: ['SES-110', 'SES-111', 'SES-118'], outcome: 'taken', tone: 'aside' },
      exhausted: { rules: ['SES-122', 'PRIV-086'], switch: 'Q-19', outcome: 'exhausted', tone: 'bad', assumed: true },
    },
  }),

  // The session that takes it may not be open yet: the caller lets `licenceTaken` happen.
  then: {
    notCounted: nothing,
    test: nothing,
    tooMany: nothing,
    kept: nothing,
    guest: nothing,
    taken: nothing,
    exhausted: nothing,
  },
})
