import { decision } from '../../decision/decision'
import type { Asked } from '../request'
import { nothing, rule } from '../rule'

/** A privilege is missing: with which text does the REST server say so? The status is 401 in any case (PRIV-082). */
export type Refused = NonNullable<Asked['access']>

interface Facts {
  readonly action: string
  readonly resource: string
  readonly isDataclass: boolean
  readonly isRead: boolean
  readonly ofSingleton: boolean
}

/** The access stays denied; which text is sent is told by the ending. */
type Outcome = 'denied'

export const refuseAccess = rule<Refused, Facts, Outcome>({
  facts: (_, { action, resource: { type, applyTo } }) => ({
    action,
    resource: applyTo,
    isDataclass: type === 'dataclass',
    isRead: action === 'read',
    ofSingleton: type === 'singletonMethod',
  }),
  decision: decision<Facts, Outcome>()({
    name: 'refuseAccess',
    start: 'isDataclass',
    nodes: {
      isDataclass: { rules: ['PRIV-081'], test: (it) => it.isDataclass, yes: 'isRead', no: 'ofSingleton' },
      isRead: { rules: ['PRIV-081'], test: (it) => it.isRead, yes: 'numbered', no: 'dataclass' },
      ofSingleton: { rules: ['PRIV-081'], test: (it) => it.ofSingleton, yes: 'singleton', no: 'silent' },
      numbered: { rules: ['PRIV-081', 'PRIV-082'], outcome: 'denied', tone: 'aside' },
      // Only the text for read is shown; the others follow it.
      dataclass: { rules: ['PRIV-081', 'PRIV-082'], outcome: 'denied', tone: 'aside', assumed: true },
      singleton: { rules: ['PRIV-081', 'PRIV-082'], outcome: 'denied', tone: 'aside' },
      silent: { rules: ['PRIV-082'], outcome: 'denied', tone: 'aside' },
    },
  }),
  then: { denied: nothing },
})
