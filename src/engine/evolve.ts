import type { Event } from './event'
import { pair, type Machine, type Process, type Session, type World } from './world'

const inMachine = (world: World, name: string, how: (machine: Machine) => Machine): World => ({
  ...world,
  machines: world.machines.change(name, how),
})
const inSession = (world: World, name: string, how: (session: Session) => Session): World => ({
  ...world,
  sessions: world.sessions.change(name, how),
})
const inProcess = (world: World, name: string, how: (process: Process) => Process): World => ({
  ...world,
  processes: world.processes.change(name, how),
})

/** The world after an event. Never refuses: an event is a fact. */
export function evolve(world: World, event: Event): World {
  switch (event.type) {
    case 'machineStarted':
      return inMachine(world, event.machine, (it) => ({
        ...it,
        running: true,
        times: it.times + 1,
        session: event.session,
      }))
    case 'machineStopped': {
      const stopped = inMachine(world, event.machine, (it) => ({ ...it, running: false, session: null }))
      // The windows of the application close with it, Web areas included.
      const areas = world.browsers.filter((it) => it.machine === event.machine && it.page !== null)
      return {
        ...stopped,
        browsers: areas.reduce((all, it) => all.set(it.name, { ...it, page: null }), world.browsers),
      }
    }
    case 'webServerStarted':
      return { ...world, webServers: world.webServers.change(event.webServer, (it) => ({ ...it, running: true })) }
    case 'webServerStopped':
      return { ...world, webServers: world.webServers.change(event.webServer, (it) => ({ ...it, running: false })) }
    case 'sessionOpened': {
      const { session } = event
      const web = session.expiresAt === null ? world.counts.web : world.counts.web + 1
      return {
        ...world,
        sessions: world.sessions.set(session.name, session),
        counts: { ...world.counts, web },
        nextEnd: Math.min(world.nextEnd, session.expiresAt ?? Infinity),
      }
    }
    case 'sessionClosed':
      return {
        ...world,
        sessions: world.sessions.remove(event.session),
        licences: world.licences.remove(event.session),
      }
    case 'sessionTouched':
      return inSession(world, event.session, (it) => ({ ...it, expiresAt: event.expiresAt }))
    case 'userNamed':
      return inSession(world, event.session, (it) => ({ ...it, userName: event.userName }))
    case 'sessionLoggedOut':
      return inSession(world, event.session, (it) => ({ ...it, privileges: [], login: false }))
    case 'licenceTaken':
      return { ...world, licences: world.licences.set(event.licence.session, event.licence) }
    case 'licenceReleased':
      return { ...world, licences: world.licences.remove(event.session) }
    case 'processStarted':
      return {
        ...world,
        processes: world.processes.set(event.process.name, event.process),
        counts: { ...world.counts, processes: world.counts.processes + 1 },
      }
    case 'processEnded':
      return { ...world, processes: world.processes.remove(event.process) }
    case 'tokenCreated':
      return {
        ...world,
        tokens: world.tokens.set(event.token.name, event.token),
        counts: { ...world.counts, tokens: world.counts.tokens + 1 },
      }
    case 'tokenUsed':
      return { ...world, tokens: world.tokens.change(event.token, (it) => ({ ...it, usedAt: event.at })) }
    case 'cookieSet':
      return { ...world, cookies: world.cookies.set(pair(event.cookie.browser, event.cookie.webServer), event.cookie) }
    case 'privilegesSet':
      return inSession(world, event.session, (it) => ({
        ...it,
        login: true,
        privileges: event.privileges,
        userName: event.userName ?? it.userName,
      }))
    case 'privilegesCleared':
      return inSession(world, event.session, (it) => ({ ...it, privileges: [] }))
    case 'privilegePromoted':
      return inProcess(world, event.process, (it) => ({
        ...it,
        promoted: event.id,
        promotions: [...it.promotions, { id: event.id, privilege: event.privilege }],
      }))
    case 'privilegeDemoted':
      return inProcess(world, event.process, (it) => ({
        ...it,
        promotions: it.promotions.filter(({ id }) => id !== event.id),
      }))
    case 'storageWritten':
      return inSession(world, event.session, (it) =>
        event.side === 'client'
          ? { ...it, clientStorage: it.clientStorage.set(event.key, event.value) }
          : { ...it, storage: it.storage.set(event.key, event.value) },
      )
    case 'idleTimeoutSet': {
      const { expiresAt } = event
      const set = inSession(world, event.session, (it) => ({ ...it, idleTimeout: event.minutes, expiresAt }))
      return { ...set, nextEnd: Math.min(world.nextEnd, expiresAt) }
    }
    case 'pageShown':
      return { ...world, browsers: world.browsers.change(event.browser, (it) => ({ ...it, page: event.page })) }
    case 'requestAnswered':
      return { ...world, traces: world.traces.set(pair(event.trace.browser, event.trace.webServer), event.trace) }
    case 'settingsChanged':
      return { ...world, settings: { ...world.settings, ...event.settings } }
    case 'timePassed':
      return { ...world, now: event.now, nextEnd: event.now >= world.nextEnd ? nextEndOf(world) : world.nextEnd }
  }
}

/** The first moment a web session can end, found anew: touching a session may have moved it, never earlier. */
function nextEndOf({ sessions }: World): number {
  return sessions.least(({ expiresAt }) => expiresAt ?? Infinity)
}
