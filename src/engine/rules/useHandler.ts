import { decision } from '../../decision/decision'
import { has, spelled } from '../releases/releases'
import { nothing, rule } from '../rule'
import type { WebServer } from '../world'

/** An address begins as an HTTP request handler asks for: does the web server give the request to it? */
export interface Matching {
  readonly webServer: WebServer
  readonly scalable: boolean
  readonly path: string
}

interface Facts {
  readonly path: string
  readonly release: string
  readonly exists: boolean
  readonly scalableSessions: boolean
  readonly ofHost: boolean
}

export const useHandler = rule<Matching, Facts, 'handled' | 'ignored'>({
  facts: ({ release }, { webServer, scalable, path }) => ({
    path: path.slice(0, 40),
    release: spelled(release),
    exists: has(release, 'httpHandlers'),
    scalableSessions: scalable,
    ofHost: webServer.component === null,
  }),
  decision: decision<Facts, 'handled' | 'ignored'>()({
    name: 'useHandler',
    start: 'exists',
    nodes: {
      exists: { rules: ['SES-106'], test: (it) => it.exists, yes: 'scalable', no: 'tooEarly' },
      scalable: { rules: ['SES-106'], test: (it) => it.scalableSessions, yes: 'ofHost', no: 'notScalable' },
      ofHost: { rules: ['SES-106'], test: (it) => it.ofHost, yes: 'handled', no: 'onComponent' },
      handled: { rules: ['SES-106'], outcome: 'handled', tone: 'aside' },
      tooEarly: { rules: ['SES-106'], outcome: 'ignored', tone: 'aside' },
      notScalable: { rules: ['SES-106'], outcome: 'ignored', tone: 'aside' },
      onComponent: { rules: ['SES-106'], outcome: 'ignored', tone: 'aside' },
    },
  }),
  then: { handled: nothing, ignored: nothing },
})
