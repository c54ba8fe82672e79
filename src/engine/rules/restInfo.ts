import { decision } from '../../decision/decision'
import type { SessionName } from '../ids'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'

/** /rest/$info: which privileges does it tell? */
interface Facts {
  readonly release: string
  readonly exists: boolean
  readonly privileges: readonly string[]
}

export const restInfo = rule<{ readonly session: SessionName | null }, Facts, 'list' | 'guest' | 'nothing'>({
  facts: ({ release, sessions }, { session }) => ({
    release: spelled(release),
    exists: has(release, 'infoPrivileges'),
    privileges: sessions.get(session ?? '')?.privileges ?? [],
  }),
  decision: decision<Facts, 'list' | 'guest' | 'nothing'>()({
    name: 'restInfo',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-228', 'PRIV-085'], test: (it) => it.exists, yes: 'holdsAny', no: 'notYet' },
      holdsAny: { rules: ['PRIV-085'], test: (it) => it.privileges.length > 0, yes: 'list', no: 'guest' },
      list: { rules: ['PRIV-085', 'SES-228'], outcome: 'list', tone: 'plain' },
      guest: { rules: ['PRIV-085'], outcome: 'guest', tone: 'plain' },
      notYet: { rules: ['SES-228'], outcome: 'nothing', tone: 'plain' },
    },
  }),
  then: { list: nothing, guest: nothing, nothing },
})
