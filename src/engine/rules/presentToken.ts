import { decision } from '../../decision/decision'
import { has, spelled } from '../releases/releases'
import type { RequestKind } from '../request'
import { nothing, rule } from '../rule'
import type { WebServer } from '../world'

/** A request has $4DSID in its address: does the web server look for a token at all? */
export interface Presented {
  readonly webServer: WebServer
  readonly scalable: boolean
  readonly kind: RequestKind
}

interface Facts {
  readonly release: string
  readonly readsTokens: boolean
  readonly scalableSessions: boolean
  readonly component: boolean
  readonly kind: string
  readonly named: boolean
  readonly [fact: string]: string | boolean
}

/** URLs the manual names for $4DSID; the page renderer is named from 21 on (SES-056). */
const NAMED: readonly RequestKind[] = ['handler', 'action']

export const presentToken = rule<Presented, Facts, 'read' | 'ignored' | 'refused'>({
  facts: ({ release }, { webServer, scalable, kind }) => ({
    release: spelled(release),
    readsTokens: has(release, 'otpWeb'),
    scalableSessions: scalable,
    component: webServer.component !== null,
    kind,
    named: NAMED.includes(kind) || (kind === 'renderer' && has(release, 'otpDesktop')),
  }),

  decision: decision<Facts, 'read' | 'ignored' | 'refused'>()({
    name: 'presentToken',
    start: 'readsTokens',
    nodes: {
      readsTokens: { rules: ['SES-052', 'SES-040'], test: (it) => it.readsTokens, yes: 'scalable', no: 'tooEarly' },
      scalable: { rules: ['SES-061'], test: (it) => it.scalableSessions, yes: 'host', no: 'notScalable' },
      host: { rules: ['SES-060'], test: (it) => !it.component, yes: 'named', no: 'component' },
      // A REST address is not among those the manual names: the sentence "in any web process" is followed (SES-052).
      named: { rules: ['SES-056', 'SES-057'], test: (it) => it.named, yes: 'read', no: 'readAnyway', assumed: ['no'] },
      read: { rules: ['SES-052', 'SES-058'], outcome: 'read', tone: 'aside' },
      readAnyway: { rules: ['SES-052', 'SES-057'], outcome: 'read', tone: 'aside', assumed: true },
      tooEarly: { rules: ['SES-052'], outcome: 'ignored', tone: 'bad' },
      notScalable: { rules: ['SES-061'], outcome: 'refused', tone: 'bad' },
      component: { rules: ['SES-060'], outcome: 'refused', tone: 'bad', assumed: true },
    },
  }),

  then: { read: nothing, ignored: nothing, refused: nothing },
})
