import { decision } from '../../decision/decision'
import type { SessionName } from '../ids'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'

/** /rest/$info, or /rest/$info/privileges: what does it tell of the session? */
export interface InfoRead {
  readonly session: SessionName | null
  /** Only the privileges are asked for. */
  readonly privilegesOnly: boolean
}

interface Facts {
  readonly release: string
  readonly exists: boolean
  readonly privilegesOnly: boolean
  readonly privileges: readonly string[]
}

type Outcome = 'list' | 'guest' | 'sessions' | 'nothing'

export const restInfo = rule<InfoRead, Facts, Outcome>({
  facts: ({ release, sessions }, { session, privilegesOnly }) => ({
    release: spelled(release),
    exists: has(release, 'infoPrivileges'),
    privilegesOnly,
    privileges: sessions.get(session ?? '')?.privileges ?? [],
  }),
  decision: decision<Facts, Outcome>()({
    name: 'restInfo',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-228', 'PRIV-085'], test: (it) => it.exists, yes: 'holdsAny', no: 'privilegesOnly' },
      holdsAny: { rules: ['PRIV-085'], test: (it) => it.privileges.length > 0, yes: 'list', no: 'guest' },
      privilegesOnly: { rules: ['SES-228'], test: (it) => it.privilegesOnly, yes: 'notYet', no: 'sessionsOnly' },
      list: { rules: ['PRIV-085', 'SES-228'], outcome: 'list', tone: 'plain' },
      guest: { rules: ['PRIV-085', 'SES-228'], outcome: 'guest', tone: 'plain' },
      sessionsOnly: { rules: ['SES-228'], outcome: 'sessions', tone: 'plain' },
      notYet: { rules: ['SES-228'], outcome: 'nothing', tone: 'plain' },
    },
  }),
  then: { list: nothing, guest: nothing, sessions: nothing, nothing },
})
