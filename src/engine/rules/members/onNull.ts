import { decision } from '../../../decision/decision'
import type { Member } from '../../method'
import { nothing, rule } from '../../rule'

interface Facts {
  readonly member: string
  readonly sessionItself: boolean
}

/** Session is Null where the code runs: what becomes of the line? Told after the reason why it is Null. */
export const onNull = rule<Member, Facts, 'null' | 'error'>({
  facts: (_, member) => ({ member, sessionItself: member === 'Session' }),
  decision: decision<Facts, 'null' | 'error'>()({
    name: 'onNull',
    start: 'sessionItself',
    nodes: {
      sessionItself: { rules: ['PLAY-006'], test: (it) => it.sessionItself, yes: 'null', no: 'error' },
      null: { rules: ['PLAY-006'], outcome: 'null', tone: 'aside' },
      error: { rules: ['PLAY-006'], outcome: 'error', tone: 'aside' },
    },
  }),
  then: { null: nothing, error: nothing },
})
