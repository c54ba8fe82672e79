import { decision } from '../../decision/decision'
import type { BrowserName, WebServerName } from '../ids'
import { nothing, rule } from '../rule'

/** Can this browser send anything to this web server now? */
export interface Reach {
  readonly from: BrowserName
  readonly to: WebServerName
}

interface Facts {
  readonly browser: string
  readonly browserThere: boolean
  readonly away: boolean
  readonly webServer: string
  readonly serverThere: boolean
  readonly machineRunning: boolean
  readonly webServerRunning: boolean
}

type Outcome = 'reached' | 'browserGone' | 'noServer' | 'machineStopped' | 'webServerStopped'

export const reachServer = rule<Reach, Facts, Outcome>({
  facts({ browsers, webServers, machines }, { from, to }) {
    const browser = browsers.get(from)
    const server = webServers.get(to)
    const machine = server && machines.get(server.machine)
    const host = browser?.machine ? machines.get(browser.machine) : undefined
    return {
      browser: browser?.label ?? from,
      browserThere:
        browser !== undefined &&
        (browser.machine === null || (host !== undefined && host.running && host.away === undefined)),
      away: host?.away !== undefined || machine?.away !== undefined,
      webServer: to,
      serverThere: server !== undefined,
      machineRunning: machine !== undefined && machine.running && machine.away === undefined,
      webServerRunning: server?.running ?? false,
    }
  },
  decision: decision<Facts, Outcome>()({
    name: 'reachServer',
    start: 'browserThere',
    nodes: {
      browserThere: { rules: ['PLAY-001'], test: (it) => it.browserThere, yes: 'serverThere', no: 'browserAway' },
      browserAway: {
        rules: ['PLAY-001', 'SES-090', 'SES-091'],
        test: (it) => it.away,
        yes: 'outOfReach',
        no: 'browserGone',
      },
      serverThere: { rules: ['PLAY-002'], test: (it) => it.serverThere, yes: 'machineRunning', no: 'noServer' },
      machineRunning: {
        rules: ['PLAY-001'],
        test: (it) => it.machineRunning,
        yes: 'webServerRunning',
        no: 'serverAway',
      },
      serverAway: {
        rules: ['PLAY-001', 'SES-090', 'SES-091'],
        test: (it) => it.away,
        yes: 'serverOutOfReach',
        no: 'machineStopped',
      },
      webServerRunning: {
        rules: ['PLAY-002'],
        test: (it) => it.webServerRunning,
        yes: 'reached',
        no: 'webServerStopped',
      },
      reached: { rules: ['PLAY-002'], outcome: 'reached', tone: 'aside' },
      outOfReach: { rules: ['PLAY-001', 'SES-090', 'SES-091'], outcome: 'browserGone', tone: 'bad' },
      serverOutOfReach: { rules: ['PLAY-001', 'SES-090', 'SES-091'], outcome: 'machineStopped', tone: 'bad' },
      browserGone: { rules: ['PLAY-001'], outcome: 'browserGone', tone: 'bad' },
      noServer: { rules: ['PLAY-002'], outcome: 'noServer', tone: 'bad' },
      machineStopped: { rules: ['PLAY-001'], outcome: 'machineStopped', tone: 'bad' },
      webServerStopped: { rules: ['PLAY-002'], outcome: 'webServerStopped', tone: 'bad' },
    },
  }),
  then: {
    reached: nothing,
    browserGone: nothing,
    noServer: nothing,
    machineStopped: nothing,
    webServerStopped: nothing,
  },
})
