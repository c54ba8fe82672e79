import { describe, expect, it } from 'vitest'
import { office } from '../../../src/gallery/office'
import {
  acts,
  connects,
  leaves,
  onClient,
  onServer,
  opens,
  runs,
  says,
  soloArea,
  starting,
  starts,
  startsWeb,
  stops,
  stopsWeb,
  stored,
  visits,
  waits,
} from '../../support/commands'
import { after, inRelease, inWorld, worldIn } from '../../support/told'

const processes = ({ world }: Pick<ReturnType<typeof after>, 'world'>) => world.processes.keys()

describe('connecting a client', () => {
  it('opens its session, takes a licence and starts its process and the twin (SES-018)', () => {
    const told = after(connects())
    expect(told.outcome).toBe('connected')
    expect(told.session('remote-ana')).toMatchObject({
      type: 'remote',
      machine: 'ana',
      userName: 'Ana',
      expiresAt: null,
    })
    expect(told.world.licences.get('remote-ana')?.because).toBe('connection')
    expect(processes(told)).toEqual(['server.main', 'ana.main', 'ana.twin'])
    expect(told.world.machines.get('ana')).toMatchObject({ running: true, session: 'remote-ana' })
  })

  it('is refused twice, and for a machine that is no client', () => {
    expect(after(connects(), connects()).outcome).toBe('already')
    expect(after(connects('solo')).outcome).toBe('notAClient')
    expect(after(connects('server')).outcome).toBe('notAClient')
    expect(after(connects('nobody')).outcome).toBe('notAClient')
  })

  it('is refused where there is no server', () => {
    const spec = { machines: [{ name: 'ana', kind: 'client' as const }], webServers: [], browsers: [] }
    const { after: tell } = inWorld({ spec })
    expect(tell(connects()).outcome).toBe('noServer')
    expect(tell(connects(), onServer('id')).outcome).toBe('notRunning')
  })

  it('gives every connection a session of its own', () => {
    const told = after(connects(), leaves(), connects(), leaves(), connects())
    expect(told.world.sessions.keys()).toEqual(['stored-procedures', 'remote-ana~3'])
  })
})

describe('a client that leaves', () => {
  it('ends its session, its processes and its licence', () => {
    const told = after(connects(), leaves())
    expect([told.outcome, told.holders, processes(told)]).toEqual(['left', [], ['server.main']])
    expect(told.world.sessions.has('remote-ana')).toBe(false)
  })

  it('must be connected, and be a client', () => {
    expect(after(leaves()).outcome).toBe('absent')
    expect(after(starts(), leaves('solo')).outcome).toBe('absent')
    expect(after(leaves('nobody')).outcome).toBe('absent')
  })

  it('closes the sessions of a web server that ran on it (SES-084)', () => {
    const spec = { ...office, webServers: [...office.webServers, { name: 'own', machine: 'ana' }] }
    const { world } = inWorld({ spec }).after(connects(), visits('/', { to: 'own' }), visits('/'), leaves())
    expect(world.sessions.keys()).toEqual(['stored-procedures', 'web-2'])
  })
})

describe('a single-user application', () => {
  it('starts with a session from 20 R8 on', () => {
    expect(inRelease('20R7').after(starts()).verdict.ending).toBe('withoutSession')
    expect(inRelease('20R7').after(starts()).world.sessions.has('standalone-solo')).toBe(false)
    expect(inRelease('20R8').after(starts()).verdict.ending).toBe('withSession')
    expect(inRelease('20R8').after(starts()).world.sessions.has('standalone-solo')).toBe(true)
  })

  it('starts once, stops once', () => {
    expect([after(starts(), starts()).outcome, after(stops()).outcome]).toEqual(['already', 'absent'])
    expect([after(starts('ana')).outcome, after(starts('nobody')).outcome]).toEqual(['already', 'already'])
  })

  it('stops with everything that ran in it: its session, its web sessions, its processes', () => {
    const told = after(starts(), soloArea('/'), starting('solo', { method: 'nightly' }), visits('/'), stops())
    expect(told.outcome).toBe('stopped')
    expect(told.world.sessions.keys()).toEqual(['stored-procedures', 'web-2'])
    expect(processes(told)).toEqual(['server.main'])
    expect(told.world.machines.get('solo')).toMatchObject({ running: false, session: null })
  })
})

describe('a web server', () => {
  it('closes its sessions when it stops, and only those (SES-084)', () => {
    const { world, outcome } = after(
      startsWeb('shop'),
      visits('/', { to: 'shop' }),
      visits('/'),
      connects(),
      stopsWeb(),
    )
    expect([outcome, world.sessions.keys()]).toEqual(['stopped', ['stored-procedures', 'web-1', 'remote-ana']])
  })

  it('starts where it stands still, on a machine that runs', () => {
    expect(after(startsWeb('shop')).outcome).toBe('started')
    expect(after(startsWeb()).outcome).toBe('already')
    expect(after(startsWeb('solo-web')).outcome).toBe('machineStopped')
    expect(after(stopsWeb('shop')).outcome).toBe('already')
    expect([after(startsWeb('nothing')).outcome, after(stopsWeb('nothing')).outcome]).toEqual([
      'machineStopped',
      'already',
    ])
  })

  it('answers nobody while it stands still', () => {
    expect(after(stopsWeb(), visits('/')).outcome).toBe('webServerStopped')
    expect(after(visits('/', { to: 'solo-web' })).outcome).toBe('machineStopped')
    expect(after(visits('/', { to: 'nothing' })).outcome).toBe('noServer')
    expect(after(stopsWeb(), visits('/')).reply).toEqual({ status: 0, body: null, session: null })
  })

  it('hears nothing from a Web area whose machine does not run, nor from a browser nobody has', () => {
    expect(after(visits('/', { from: 'ana-area' })).outcome).toBe('browserGone')
    expect(after(connects(), visits('/', { from: 'ana-area' })).status).toBe(200)
    expect(after(visits('/', { from: 'nobody' })).outcome).toBe('browserGone')
  })
})

describe('a place where code runs', () => {
  it.each([
    { command: onServer('id'), outcome: 'notRunning', why: 'the client is not connected' },
    { command: runs('server', 'clientMethod', 'id'), outcome: 'elsewhere', why: 'the server is no client' },
    { command: runs('ana', 'storedProcedure', 'id'), outcome: 'elsewhere', why: 'stored procedures run on the server' },
    { command: runs('nobody', 'clientMethod', 'id'), outcome: 'elsewhere', why: 'there is no such machine' },
    { command: runs('server', 'action', 'id'), outcome: 'elsewhere', why: 'a request runs it, nobody else' },
  ])('is closed when $why', ({ command, outcome }) => {
    const told = after(command)
    expect([told.outcome, told.answers]).toEqual([outcome, []])
  })

  it('is closed in releases that do not have it', () => {
    const asks = [connects(), runs('ana', 'serverSingletonFunction', 'id')]
    expect(inRelease('21R2').after(...asks).outcome).toBe('notInRelease')
    expect(inRelease('21R3').after(...asks).answers).toHaveLength(1)
  })
})

describe('the Execute on server command', () => {
  it('starts a stored procedure from a client and from the server', () => {
    for (const machine of ['ana', 'server']) {
      const told = after(connects(), starting(machine, { method: 'nightly' }))
      expect(told.answers[0]).toMatchObject({ place: 'CTX-40', session: 'stored-procedures' })
      expect(processes(told).at(-1)).toBe('procedure-3')
      expect(told.world.processes.get('procedure-3')).toMatchObject({ machine: 'server', label: 'nightly' })
    }
  })

  it('needs a machine that runs, and a method somebody wrote', () => {
    expect(after(starting('ana')).outcome).toBe('notRunning')
    expect(after(starting('solo')).outcome).toBe('notRunning')
    expect(after(starting('nobody')).outcome).toBe('elsewhere')
    const missing = after(starting('server', { method: 'daily' }))
    expect([missing.outcome, missing.answers, processes(missing)]).toEqual(['missing', [], ['server.main']])
    expect(after(starting('server', { method: 'nightly' })).verdictOf('methodThere').outcome).toBe('there')
  })

  it('runs the code that comes with it', () => {
    const { values } = after(starting('server', { code: [says('writeStorage', 'k', 1), says('storage', 'k')] }))
    expect(values).toEqual([1, 1])
  })
})

describe('time', () => {
  it.each([
    { seconds: 3599, ending: 'quiet', sessions: 2 },
    { seconds: 3600, ending: 'sessionsEnded', sessions: 1 },
    { seconds: 3601, ending: 'sessionsEnded', sessions: 1 },
  ])('of $seconds seconds leaves $sessions sessions', ({ seconds, ending, sessions }) => {
    const told = after(acts(), waits(seconds))
    expect([told.verdict.ending, told.world.sessions.size, told.world.now]).toEqual([ending, sessions, seconds])
  })

  it.each([
    { seconds: 9, ending: 'quiet' },
    { seconds: 10, ending: 'tokensExpired' },
    { seconds: 11, ending: 'tokensExpired' },
  ])('of $seconds seconds for a token of ten is $ending', ({ seconds, ending }) => {
    const { verdict } = after(connects(), opens('createOTP'), waits(seconds))
    expect(verdict.ending).toBe(ending)
  })

  it('tells of a token once, and not of one that was used', () => {
    expect(after(connects(), opens('createOTP'), waits(10), waits(10)).verdict.ending).toBe('quiet')
    expect(after(connects(), opens('createOTP'), visits('/', { token: 'otp-1' }), waits(10)).verdict.ending).toBe(
      'quiet',
    )
  })

  it('tells nothing of a token that lost its session before', () => {
    expect(after(connects(), opens('createOTP'), leaves(), waits(10)).verdict.ending).toBe('quiet')
  })

  it('does not end desktop sessions', () => {
    expect(after(connects(), starts(), stored('id'), waits(315_360_000)).world.sessions.size).toBe(3)
  })

  it('ends sessions in the order of their ends, each when its own idle time is over', () => {
    const long = visits('/4DACTION/act', { from: 'bruno-area', code: [says('setIdleTimeout', 120)] })
    const told = after(connects('bruno'), long, waits(60), acts(), waits(7139))
    expect(told.verdict.facts.sessionsEnding).toEqual(['web-2'])
    expect(after(connects('bruno'), long, waits(60), acts(), waits(7140)).verdict.facts.sessionsEnding).toEqual([
      'web-2',
      'web-1',
    ])
  })

  it('sees an end that came nearer by assigning a smaller idle time', () => {
    const told = after(acts(says('setIdleTimeout', 600)), waits(3600), acts(says('setIdleTimeout', 60)), waits(3600))
    expect(told.verdict.ending).toBe('sessionsEnded')
  })

  it.each([-5, 0, 0.5, NaN, -Infinity])('stands still for a wait of %d', (seconds) => {
    expect(after(waits(7), waits(seconds)).world.now).toBe(7)
  })

  it('goes ten years at most in one step', () => {
    expect(after(waits(1e12)).world.now).toBe(315_360_000)
    expect(after(waits(Infinity)).world.now).toBe(0)
  })
})

describe('the world before the first step', () => {
  it('has a running server with its stored procedures session, and nobody else', () => {
    const world = worldIn()
    expect(world.machines.values().map(({ name, running }) => [name, running])).toEqual([
      ['server', true],
      ['ana', false],
      ['bruno', false],
      ['solo', false],
    ])
    expect([world.sessions.keys(), world.licences.size, world.now]).toEqual([['stored-procedures'], 0, 0])
  })

  it('gives the client no session object of its own before 21 R3', () => {
    expect(inRelease('21R2').after(connects(), onClient('Session')).value).toBeNull()
  })
})
