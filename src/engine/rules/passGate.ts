import { decision } from '../../decision/decision'
import type { SessionName } from '../ids'
import { forcesLogin } from '../place'
import type { Asked } from '../request'
import { nothing, rule } from '../rule'

/** Force login: may this request be served at all, before any permission is looked at? */
export interface AtGate {
  readonly asked: Asked
  readonly scalable: boolean
  readonly session: SessionName | null
}

interface Facts {
  readonly scalableSessions: boolean
  readonly forceLogin: boolean
  readonly rest: boolean
  readonly authentify: boolean
  readonly descriptive: boolean
  readonly pageItself: boolean
  readonly setPrivilegesCalled: boolean
  readonly [fact: string]: boolean
}

type Outcome = 'open' | 'served' | 'authentify' | 'loggedIn' | 'refused'

export const passGate = rule<AtGate, Facts, Outcome>({
  facts: (world, { asked, scalable, session }) => ({
    scalableSessions: scalable,
    forceLogin: forcesLogin(world),
    rest: asked.rest,
    authentify: asked.kind === 'authentify',
    descriptive: asked.descriptive,
    pageItself: asked.kind === 'renderer',
    setPrivilegesCalled: session !== null && (world.sessions.get(session)?.login ?? false),
  }),

  decision: decision<Facts, Outcome>()({
    name: 'passGate',
    start: 'scalable',
    nodes: {
      scalable: { rules: ['PRIV-002'], test: (it) => it.scalableSessions, yes: 'forced', no: 'notScalable' },
      notScalable: { rules: ['PRIV-002'], outcome: 'open', tone: 'aside', assumed: true },
      forced: { rules: ['SES-220', 'PRIV-015'], test: (it) => it.forceLogin, yes: 'rest', no: 'notForced' },
      rest: { rules: ['PRIV-078'], test: (it) => it.rest, yes: 'authentify', no: 'notRest' },
      authentify: {
        rules: ['SES-224', 'PRIV-071'],
        test: (it) => it.authentify,
        yes: 'authentifyServed',
        no: 'descriptive',
      },
      descriptive: { rules: ['SES-222', 'PRIV-070'], test: (it) => it.descriptive, yes: 'served', no: 'page' },
      page: { rules: ['SES-222'], test: (it) => it.pageItself, yes: 'pageServed', no: 'called' },
      called: { rules: ['SES-223', 'PRIV-073'], test: (it) => it.setPrivilegesCalled, yes: 'loggedIn', no: 'refused' },
      notRest: { rules: ['PRIV-078', 'PRIV-005'], outcome: 'open', tone: 'aside', assumed: true },
      notForced: { rules: ['SES-220'], outcome: 'open', tone: 'aside' },
      authentifyServed: { rules: ['SES-224', 'PRIV-071', 'PRIV-072'], outcome: 'authentify', tone: 'aside' },
      served: { rules: ['SES-222', 'PRIV-070'], outcome: 'served', tone: 'aside' },
      pageServed: { rules: ['SES-222'], outcome: 'served', tone: 'aside', assumed: true },
      loggedIn: { rules: ['SES-223', 'PRIV-073'], outcome: 'loggedIn', tone: 'aside' },
      refused: { rules: ['SES-223', 'PRIV-070', 'PRIV-077'], outcome: 'refused', tone: 'bad' },
    },
  }),

  then: { open: nothing, served: nothing, authentify: nothing, loggedIn: nothing, refused: nothing },
})
