import { decision } from '../../decision/decision'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'

/** /rest/$directory/login: is there an On REST Authentication to call? */
export interface Login {
  readonly written: boolean
}

interface Facts {
  readonly written: boolean
  readonly release: string
  readonly deprecated: boolean
}

export const restLogin = rule<Login, Facts, 'called' | 'guest'>({
  facts: ({ release }, { written }) => ({
    written,
    release: spelled(release),
    deprecated: has(release, 'restAuthenticationDeprecated'),
  }),
  decision: decision<Facts, 'called' | 'guest'>()({
    name: 'restLogin',
    start: 'written',
    nodes: {
      written: { rules: ['SES-226'], test: (it) => it.written, yes: 'deprecated', no: 'guest' },
      deprecated: { rules: ['SES-226'], test: (it) => it.deprecated, yes: 'calledStill', no: 'called' },
      called: { rules: ['SES-226'], outcome: 'called', tone: 'aside' },
      calledStill: { rules: ['SES-226'], outcome: 'called', tone: 'aside' },
      guest: { rules: ['SES-226'], outcome: 'guest', tone: 'plain' },
    },
  }),
  then: { called: nothing, guest: nothing },
})
