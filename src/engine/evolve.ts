import type { Event } from './event'
import type { Json } from './json'
import { Table } from './table'
import { singletonsOf, withoutSingletonsOf } from './singletons'
import { released, usesOf, withoutUsesOf, wrote } from './uses'
import { pair, type Machine, type Process, type Session, type WebServer, type World } from './world'

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

/** A web server that follows its settings again. */
function asSet({ scalableSession: _, ...it }: WebServer): WebServer {
  return it
}

/** What ends with a run of a web server: what its start said, its legacy sessions, its pooled processes. */
function runOver(world: World, { name, scalableSession }: WebServer): World {
  const ending = world.legacy.filter((it) => it.webServer === name)
  if (scalableSession === undefined && ending.length === 0 && !world.pooled.has(name)) return world
  return {
    ...world,
    webServers: world.webServers.change(name, asSet),
    legacy: ending.reduce((all, it) => all.remove(pair(it.browser, it.webServer)), world.legacy),
    pooled: world.pooled.remove(name),
  }
}

const startedWith = (it: WebServer, scalableSession: boolean | undefined): WebServer => ({
  ...asSet(it),
  running: true,
  ...(scalableSession === undefined ? {} : { scalableSession }),
})

/** The world after an event. Never refuses: an event is a fact. */
export function evolve(world: World, event: Event): World {
  switch (event.type) {
    case 'machineStarted': {
      const started = inMachine(world, event.machine, (it) => ({
        ...it,
        running: true,
        times: it.times + 1,
        session: event.session,
      }))
      return world.webServers.filter((it) => it.machine === event.machine).reduce(runOver, started)
    }
    case 'machineStopped': {
      const stopped = inMachine(world, event.machine, ({ away: _, storage: __, ...it }) => ({
        ...it,
        running: false,
        session: null,
      }))
      // The windows of the application close with it, Web areas included.
      const bare = world.singletons ? withoutSingletonsOf(stopped, 'machine', event.machine) : stopped
      const areas = world.browsers.filter((it) => it.machine === event.machine && it.page !== null)
      return {
        ...bare,
        browsers: areas.reduce((all, it) => all.set(it.name, { ...it, page: null }), world.browsers),
      }
    }
    case 'clientAway': {
      const nextAway = Math.min(world.nextAway ?? Infinity, event.away.until)
      return { ...inMachine(world, event.machine, (it) => ({ ...it, away: event.away })), nextAway }
    }
    case 'clientBack':
      return inMachine(world, event.machine, ({ away: _, ...it }) => it)
    case 'webServerStarted':
      return {
        ...world,
        webServers: world.webServers.change(event.webServer, (it) => startedWith(it, event.scalableSession)),
      }
    case 'webServerStopped': {
      const stopped = world.webServers.get(event.webServer)
      const over = stopped ? runOver(world, stopped) : world
      return { ...over, webServers: over.webServers.change(event.webServer, (it) => ({ ...it, running: false })) }
    }
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
    case 'sessionClosed': {
      const closed = {
        ...world,
        sessions: world.sessions.remove(event.session),
        licences: world.licences.remove(event.session),
      }
      const unused = world.uses ? withoutUsesOf(closed, event.session) : closed
      const free = world.singletons ? withoutSingletonsOf(unused, 'session', event.session) : unused
      if (world.entitySets.size === 0) return free
      const left = world.entitySets.filter((it) => it.session === event.session)
      return { ...free, entitySets: left.reduce((all, it) => all.remove(it.name), world.entitySets) }
    }
    case 'legacyKept':
      return { ...world, legacy: world.legacy.set(pair(event.session.browser, event.session.webServer), event.session) }
    case 'legacyClosed':
      return { ...world, legacy: world.legacy.remove(pair(event.session.browser, event.session.webServer)) }
    case 'variableSet':
      return inProcess(world, event.process, (it) => ({
        ...it,
        variables: { ...it.variables, [event.name]: event.value },
      }))
    case 'poolChanged':
      return {
        ...world,
        pooled: event.variables
          ? world.pooled.set(event.webServer, event.variables)
          : world.pooled.remove(event.webServer),
      }
    case 'requestHeld':
      return { ...world, open: world.open.set(event.request.process, event.request) }
    case 'entitySetKept': {
      const made = !world.entitySets.has(event.entitySet.name)
      return {
        ...world,
        entitySets: world.entitySets.set(event.entitySet.name, event.entitySet),
        counts: made ? { ...world.counts, entitySets: world.counts.entitySets + 1 } : world.counts,
      }
    }
    case 'entitySetReleased':
      return { ...world, entitySets: world.entitySets.remove(event.name) }
    case 'quotasSet':
      return inSession(world, event.session, (it) => ({ ...it, quotas: event.quotas }))
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
    case 'processEnded': {
      const ended = { ...world, processes: world.processes.remove(event.process) }
      const shut = world.open.has(event.process) ? { ...ended, open: world.open.remove(event.process) } : ended
      const free = world.uses ? released(shut, event.process) : shut
      return world.singletons ? withoutSingletonsOf(free, 'process', event.process) : free
    }
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
      return wrote(world, event, event)
    case 'machineStorageWritten':
      return inMachine(world, event.machine, (it) => ({
        ...it,
        storage: (it.storage ?? Table.empty<Json>()).set(event.key, event.value),
      }))
    case 'singletonMade':
      return { ...world, singletons: singletonsOf(world).set(event.singleton.name, event.singleton) }
    case 'singletonWritten':
      return {
        ...world,
        singletons: singletonsOf(world).change(event.singleton, (it) => ({
          ...it,
          values: it.values.set(event.key, event.value),
        })),
      }
    case 'useBegun':
      return { ...world, uses: usesOf(world).set(event.lock, event.use) }
    case 'useAwaited':
      return {
        ...world,
        uses: usesOf(world).change(event.lock, (it) => ({ ...it, waiting: [...it.waiting, event.waiting] })),
      }
    case 'useEnded':
      return released(world, event.process)
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
      return {
        ...world,
        now: event.now,
        nextEnd: event.now >= world.nextEnd ? nextEndOf(world) : world.nextEnd,
        ...(event.now >= (world.nextAway ?? Infinity)
          ? { nextAway: world.machines.least(({ away }) => away?.until ?? Infinity) }
          : {}),
      }
  }
}

/** The first moment a web session can end, found anew: touching a session may have moved it, never earlier. */
function nextEndOf({ sessions }: World): number {
  return sessions.least(({ expiresAt }) => expiresAt ?? Infinity)
}
