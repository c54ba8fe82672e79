import { decision } from '../../decision/decision'
import type { WebServerName } from '../ids'
import { nothing, rule } from '../rule'

/** An address that names a host: is it the one of the web server the request is sent to? */
export interface Hosted {
  readonly host: string
  readonly to: WebServerName
}

interface Facts {
  readonly host: string
  readonly webServer: string
  readonly address: string
  readonly ownHost: boolean
}

/** The host of an absolute address, without its port; null when the address begins with its path. */
export function hostOf(url: string): string | null {
  const [, host] = /^https?:\/\/([^/?#]*)/i.exec(url) ?? []
  return host === undefined ? null : host.replace(/:\d*$/, '').toLowerCase()
}

const HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

export const readHost = rule<Hosted, Facts, 'own' | 'foreign'>({
  facts({ machines, webServers }, { host, to }) {
    const machine = machines.get(webServers.get(to)?.machine ?? '')
    const address = machine?.address ?? ''
    const names = [address, machine?.name ?? '', to, ...HERE]
    return {
      host: host.slice(0, 40),
      webServer: to,
      address,
      ownHost: names.some((it) => it.toLowerCase() === host),
    }
  },
  decision: decision<Facts, 'own' | 'foreign'>()({
    name: 'readHost',
    start: 'ownHost',
    nodes: {
      ownHost: { rules: ['PLAY-009'], test: (it) => it.ownHost, yes: 'own', no: 'foreign' },
      own: { rules: ['PLAY-009'], outcome: 'own', tone: 'aside' },
      foreign: { rules: ['PLAY-009'], outcome: 'foreign', tone: 'bad' },
    },
  }),
  then: { own: nothing, foreign: nothing },
})
