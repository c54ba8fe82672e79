import { decision } from '../../decision/decision'
import { rolesOf } from '../place'
import { nothing, rule } from '../rule'
import type { Asked } from '../request'

/** An HTTP request handler is a function of a singleton: does it need a permission to run? The manual does not say. */
export type Handled = Pick<Asked, 'method'>

interface Facts {
  readonly method: string
  readonly fileRead: boolean
}

export const runHandler = rule<Handled, Facts, 'runs'>({
  facts: (world, { method }) => ({ method: method ?? '', fileRead: rolesOf(world) !== undefined }),
  decision: decision<Facts, 'runs'>()({
    name: 'runHandler',
    start: 'fileRead',
    nodes: {
      fileRead: { rules: ['PRIV-008', 'PRIV-011', 'PRIV-012'], test: (it) => it.fileRead, yes: 'notAsked', no: 'free' },
      notAsked: { rules: ['PRIV-008'], outcome: 'runs', tone: 'aside', assumed: true },
      free: { rules: ['PRIV-011', 'PRIV-012'], outcome: 'runs', tone: 'aside' },
    },
  }),
  then: { runs: nothing },
})
