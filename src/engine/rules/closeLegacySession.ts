import { decision } from '../../decision/decision'
import { sessionsOf, type Place } from '../place'
import type { LegacySession, SessionMode, World } from '../world'
import { nothing, rule } from '../rule'

/** Code calls WEB LEGACY CLOSE SESSION, in this place. */
export interface Closing {
  readonly place: Place
}

interface Facts {
  readonly forWeb: boolean
  readonly scalableSessions: boolean
  readonly legacy: boolean
}

type Outcome = 'closed' | 'ignored'

const modeAt = (world: World, { request }: Place): SessionMode => {
  const webServer = request && world.webServers.get(request.webServer)
  return webServer ? sessionsOf(world, webServer) : 'none'
}

/** The legacy session whose process this is: it has lent the process its name. */
export const legacyAt = ({ legacy }: World, { process }: Place): LegacySession | undefined =>
  legacy.find(({ name }) => name === process)

export const closeLegacySession = rule<Closing, Facts, Outcome>({
  facts(world, { place }) {
    const mode = modeAt(world, place)
    return {
      forWeb: place.request !== undefined,
      scalableSessions: mode === 'scalable',
      legacy: mode === 'legacy' && legacyAt(world, place) !== undefined,
    }
  },
  decision: decision<Facts, Outcome>()({
    name: 'closeLegacySession',
    start: 'forWeb',
    nodes: {
      forWeb: { rules: ['SES-087'], test: (it) => it.forWeb, yes: 'scalable', no: 'notWeb' },
      scalable: { rules: ['SES-087'], test: (it) => it.scalableSessions, yes: 'ignored', no: 'legacy' },
      legacy: { rules: ['SES-087', 'SES-100'], test: (it) => it.legacy, yes: 'closed', no: 'nothingThere' },
      ignored: { rules: ['SES-087'], outcome: 'ignored', tone: 'none' },
      closed: { rules: ['SES-087'], outcome: 'closed', tone: 'good' },
      nothingThere: { rules: ['SES-087'], outcome: 'ignored', tone: 'none', assumed: true },
      notWeb: { rules: ['SES-087'], outcome: 'ignored', tone: 'none', assumed: true },
    },
  }),
  then: {
    closed(world, { place }) {
      const session = legacyAt(world, place)
      return session ? [{ type: 'legacyClosed', session }] : []
    },
    ignored: nothing,
  },
})
