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

/** Does the domain of a cookie cover this host? A domain may be written as the manual does: "/*.4d.fr". */
export function covers(domain: string, host: string): boolean {
  const bare = domain.replace(/^[/*.]+/, '').toLowerCase()
  return host === bare || host.endsWith(`.${bare}`)
}

const HERE: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

export const readHost = rule<Hosted, Facts, 'own' | 'foreign'>({
  facts({ machines, webServers, settings }, { host, to }) {
    const machine = machines.get(webServers.get(to)?.machine ?? '')
    const address = machine?.address ?? ''
    // Hosts of the domain that the session cookie is set for are the application's own.
    const inDomain = Boolean(settings.cookieDomain) && covers(settings.cookieDomain ?? '', host)
    const names = [address, machine?.name ?? '', to, ...HERE]
    return {
      host: host.slice(0, 40),
      webServer: to,
      address,
      ownHost: inDomain || names.some((it) => it.toLowerCase() === host),
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
