import { decision } from '../../decision/decision'
import { nothing, rule } from '../rule'

/** Has somebody written the method, function or handler that is called? */
export interface Called {
  readonly method: string
}

interface Facts {
  readonly method: string
  readonly written: boolean
}

export const methodThere = rule<Called, Facts, 'there' | 'missing'>({
  facts: ({ methods }, { method }) => ({ method, written: methods.has(method) }),
  decision: decision<Facts, 'there' | 'missing'>()({
    name: 'methodThere',
    start: 'written',
    nodes: {
      written: { rules: ['PLAY-008'], test: (it) => it.written, yes: 'there', no: 'missing' },
      there: { rules: ['PLAY-008'], outcome: 'there', tone: 'aside' },
      missing: { rules: ['PLAY-008'], outcome: 'missing', tone: 'bad' },
    },
  }),
  then: { there: nothing, missing: nothing },
})
