import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/engine/command'
import { CONTEXTS, type ContextName } from '../../../src/engine/contexts'
import { RELEASES, type Release } from '../../../src/engine/releases/releases'
import { office } from '../../../src/gallery/office'
import {
  acts,
  actsWith,
  connects,
  onClient,
  onServer,
  opens,
  remotely,
  runs,
  says,
  soloArea,
  starting,
  starts,
  stops,
  stored,
  visits,
} from '../../support/commands'
import { signsOf } from '../../support/matrix'
import { inWorld, worldIn, type Scene, type Told } from '../../support/told'

/**
 * What Session is in every place, release by release, written down from section 2.3 of the sessions reference:
 * W the web session of the request, R the remote session by its server-side object, C by its client-side object,
 * P the stored procedures session, S the standalone session, 0 Null, - the place does not exist in that release.
 */
//                          18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
const ANSWERS = {
  onWebAuthentication: '     W  W  W W W W W  W  W  W  W', // CTX-01
  onWebConnection: '         W  W  W W W W W  W  W  W  W', // CTX-02
  tags: '                    W  W  W W W W W  W  W  W  W', // CTX-03
  action: '                  W  W  W W W W W  W  W  W  W', // CTX-04
  handler: '                 -  -  - - W W W  W  W  W  W', // CTX-05
  rest: '                    W  W  W W W W W  W  W  W  W', // CTX-06
  singleton: '               -  -  W W W W W  W  W  W  W', // CTX-07
  authentify: '              -  W  W W W W W  W  W  W  W', // CTX-08
  soap: '                    W  W  W W W W W  W  W  W  W', // CTX-11
  renderer: '                -  W  W W W W W  W  W  W  W', // CTX-12
  componentInRequest: '      W  W  W W W W W  W  W  W  W', // CTX-16
  executeOnServerMethod: '   0  R  R R R R R  R  R  R  R', // CTX-20
  trigger: '                 0  R  R R R R R  R  R  R  R', // CTX-21
  ordaFunction: '            0  R  R R R R R  R  R  R  R', // CTX-22
  ordaEvent: '               0  R  R R R R R  R  R  R  R', // CTX-23
  onServerOpenConnection: '  0  R  R R R R R  R  R  R  R', // CTX-24
  onServerCloseConnection: ' 0  R  R R R R R  R  R  R  R', // CTX-25
  serverSingletonFunction: ' -  -  - - - - -  -  -  R  R', // CTX-26
  clientMethod: '            0  0  0 0 0 0 0  0  0  C  C', // CTX-27
  onStartup: '               0  0  0 0 0 0 0  0  0  C  C', // CTX-28
  localOrdaFunction: '       0  0  0 0 0 0 0  0  0  C  C', // CTX-29
  classFunction: '           0  0  0 0 0 0 0  0  0  C  C', // CTX-30
  executeOnClient: '         0  0  0 0 0 0 0  0  0  C  C', // CTX-31
  componentOnServer: '       -  R  R R R R R  R  R  R  R', // CTX-32
  storedProcedure: '         0  P  P P P P P  P  P  P  P', // CTX-40
  onServerStartup: '         0  P  P P P P P  P  P  P  P', // CTX-41
  onBackupStartup: '         0  P  P P P P P  P  P  P  P', // CTX-42
  storedProcedureOrda: '     0  P  P P P P P  P  P  P  P', // CTX-43
  storedProcedureTrigger: '  0  P  P P P P P  P  P  P  P', // CTX-44
  onSqlAuthentication: '     0  0  0 0 0 0 0  0  0  0  0', // CTX-45, Q-09
  onRestAuthentication: '    W  W  W W W W W  W  W  W  W', // CTX-09
  onMobileApp: '             W  W  W W W W W  W  W  W  W', // CTX-10
  remoteDatastore: '         W  W  W W W W W  W  W  W  W', // CTX-17
  newProcessOfTwin: '        0  P  P P P P P  P  P  P  P',
  triggerInRequest: '        W  W  W W W W W  W  W  W  W',
  localInTwin: '             0  R  R R R R R  R  R  R  R', // SES-009
  localInProcedure: '        0  P  P P P P P  P  P  P  P', // SES-009
  localInRequest: '          W  W  W W W W W  W  W  W  W', // SES-009
  standaloneMethod: '        0  0  0 0 S S S  S  S  S  S', // CTX-50
  standaloneExecuteOnServer: '0  0 0 0 S S S  S  S  S  S', // CTX-51
  standaloneComponent: '     0  0  0 0 S S S  S  S  S  S', // CTX-54
} as const satisfies Record<ContextName, string>

const SIGNS: Readonly<Record<string, string>> = {
  'web server': 'W',
  'rest server': 'W',
  'remote server': 'R',
  'remote client': 'C',
  'storedProcedure server': 'P',
  'standalone server': 'S',
}

/** The sign of the session that the last call saw; "-" when no call could be made in that place. */
function seenIn({ answers, world }: Pick<Told, 'answers' | 'world'>, place: string): string {
  const answer = answers.at(-1)
  if (!answer || answer.place !== place) return '-'
  if (answer.session === null) return answer.value === null ? '0' : '?'
  return SIGNS[`${world.sessions.get(answer.session)?.type} ${answer.side}`] ?? '?'
}

const asks = { code: [says('Session')] }
/** The requests whose code runs in each web place. */
const REQUESTS: Partial<Record<ContextName, Command>> = {
  onWebAuthentication: visits('/4DACTION/act', { ...asks, in: 'onWebAuthentication' }),
  onWebConnection: visits('/4DACTION/act', { ...asks, in: 'onWebConnection' }),
  tags: visits('/page.shtml', asks),
  action: visits('/4DACTION/act', asks),
  handler: visits('/verify', asks),
  rest: visits('/rest/$catalog/act', { ...asks, method: 'POST' }),
  singleton: visits('/rest/$singleton/Till/reset', asks),
  authentify: visits('/rest/$catalog/authentify', { ...asks, method: 'POST' }),
  soap: visits('/4DSOAP/convert', asks),
  renderer: visits('/$lib/renderer/?w=People', asks),
  componentInRequest: visits('/4DACTION/act', { ...asks, component: 'Shop' }),
  onRestAuthentication: visits('/rest/$directory/login', { ...asks, method: 'POST' }),
  onMobileApp: visits('/4DACTION/act', { ...asks, in: 'onMobileApp' }),
  remoteDatastore: remotely('staff', { machine: 'server', ...asks }),
  triggerInRequest: visits('/rest/$catalog/act', { ...asks, method: 'POST', in: 'triggerInRequest' }),
  localInRequest: visits('/rest/$catalog/act', { ...asks, method: 'POST', in: 'localInRequest' }),
}

const MACHINES = { client: 'ana', server: 'server', standalone: 'solo', web: 'server' } as const

function signIn(place: ContextName, scene: Scene): string {
  const { after } = inWorld(scene)
  const { id, on } = CONTEXTS[place]
  const request = REQUESTS[place]
  if (request) return seenIn(after(request), id)
  return seenIn(after(connects(), starts(), runs(MACHINES[on], place, 'Session')), id)
}

// The keys of a record of all contexts.
const cells = Object.entries(ANSWERS).flatMap(([place, row]) =>
  signsOf(row).map((it) => ({ place: place as ContextName, ...it })),
)
const last = (release: Release): number => RELEASES.indexOf(release)

describe('the Session command', () => {
  it.each(cells)('in $place of $release is $sign', ({ place, release, sign }) => {
    expect(signIn(place, { release })).toBe(sign)
  })

  it('has an id of the reference for every place, no two the same', () => {
    // A local function runs in the place of its caller, and what code starts has no id of its own either.
    const ids = Object.values(CONTEXTS).flatMap((it) => ('local' in it || 'started' in it ? [] : [it.id]))
    expect(ids.filter((id) => !/^CTX-\d\d$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('with scalable sessions off, the Session command', () => {
  const off = { scalableSessions: false }
  const plain = ['onMobileApp', 'onWebAuthentication', 'onWebConnection', 'tags', 'action', 'soap'] as const

  it.each(plain.flatMap((place) => RELEASES.map((release) => ({ place, release }))))(
    'is Null in $place of $release (CTX-13)',
    ({ place, release }) => {
      expect(signIn(place, { release, settings: off })).toBe('0')
    },
  )

  it.each(RELEASES)('cannot be asked by a request handler of %s, for there is none (CTX-13)', (release) => {
    expect(signIn('handler', { release, settings: off })).toBe('-')
  })

  it('is Null for a REST request, up to the release that says there is always a REST session (CTX-14)', () => {
    const signs = RELEASES.map((release) => signIn('rest', { release, settings: off }))
    expect(signs.join('')).toBe(`${'0'.repeat(RELEASES.length - 1)}W`)
  })

  it.each(RELEASES)('is what it was on the desktop of %s', (release) => {
    const places = ['executeOnServerMethod', 'storedProcedure', 'standaloneMethod', 'clientMethod'] as const
    expect(places.map((it) => signIn(it, { release, settings: off }))).toEqual(
      places.map((it) => signIn(it, { release })),
    )
  })
})

describe('the Session command of a single-user application', () => {
  const web = (scene: Scene) => seenIn(inWorld(scene).after(starts(), soloArea('/4DACTION/act', asks)), 'CTX-04')

  it.each(RELEASES)('is the web session in a web process of %s (CTX-52)', (release) => {
    expect(web({ release })).toBe('W')
  })

  it.each(RELEASES)('is Null there when scalable sessions are off, in %s (CTX-53)', (release) => {
    expect(web({ release, settings: { scalableSessions: false } })).toBe('0')
  })

  it('is the same object during the whole run, and another one in the next run', () => {
    const { after } = inWorld()
    const ask = runs('solo', 'standaloneMethod', 'id')
    const { steps } = after(starts(), ask, runs('solo', 'standaloneComponent', 'id'), stops(), starts(), ask)
    const [first, same, next] = [1, 2, 5].map((at) => steps[at]!.answers[0]!.value)
    expect(same).toBe(first)
    expect(next).not.toBe(first)
  })

  it('is the local process of Execute on server, never a stored procedure (CTX-51)', () => {
    expect(inWorld().after(starts(), starting('solo')).answers[0]).toMatchObject({ place: 'CTX-51', side: 'server' })
    expect(inWorld({ release: '20R7' }).after(starts(), starting('solo')).value).toBeNull()
  })
})

describe('a web server on a remote 4D', () => {
  const spec = { ...office, webServers: [...office.webServers, { name: 'own', machine: 'ana' }] }

  it.each(RELEASES)('gives its requests a web session of that machine in %s (CTX-15)', (release) => {
    const { answers, world } = inWorld({ release, spec }).after(
      connects(),
      visits('/4DACTION/act', { ...asks, to: 'own' }),
    )
    const session = world.sessions.get(answers[0]!.session!)
    expect(session).toMatchObject({ type: 'web', machine: 'ana', webServer: 'own' })
  })
})

describe('a request with a valid token', () => {
  const start = acts(says('createOTP'))
  const redeems = visits('/4DACTION/act', { ...asks, from: 'ana-area', token: 'otp-1' })

  it.each(RELEASES.slice(last('20R9')))('runs in the web session that created it, in %s (CTX-18)', (release) => {
    const { steps, answers } = inWorld({ release }).after(connects(), start, redeems)
    expect(answers[0]!.session).toBe(steps[1]!.answers[0]!.session)
  })

  it.each(RELEASES.slice(last('21')))('runs in the remote session that created it, in %s (CTX-18)', (release) => {
    const { answers } = inWorld({ release }).after(connects(), opens('createOTP'), actsWith('otp-1', says('Session')))
    expect(answers[0]).toMatchObject({ session: 'remote-ana', side: 'server' })
  })
})

describe('one session', () => {
  it('is shared by every stored procedure, whoever starts it (SES-013)', () => {
    const { steps } = inWorld().after(
      connects(),
      connects('bruno'),
      starting('ana'),
      starting('bruno'),
      starting('server'),
      stored('Session'),
    )
    const seen = steps.slice(2).map(({ answers }) => answers[0]?.session)
    expect(new Set(seen)).toEqual(new Set(['stored-procedures']))
  })

  it('is shared by all places of a client on the server, and differs from that of another client (SES-005)', () => {
    const { steps } = inWorld().after(
      connects(),
      connects('bruno'),
      onServer('id'),
      opens('id'),
      runs('ana', 'trigger', 'id'),
      onClient('id'),
      runs('bruno', 'trigger', 'id'),
    )
    const ids = steps.slice(2).map(({ answers }) => answers[0]?.value)
    expect(new Set(ids.slice(0, 4)).size).toBe(1)
    expect(ids[4]).not.toBe(ids[0])
  })

  it('is assumed rather than documented where no manual lists the place', () => {
    const endings = (release: Release) =>
      (['ordaFunction', 'onStartup', 'storedProcedureTrigger', 'onSqlAuthentication'] as const).map(
        (place) =>
          inWorld({ release })
            .after(connects(), runs(MACHINES[CONTEXTS[place].on], place, 'Session'))
            .verdictOf('resolveSession').ending,
      )
    expect(endings('20R9')).toEqual(['remoteAssumed', 'clientNull', 'storedAssumed', 'nobody'])
    expect(endings('21R3')).toEqual(['remoteSession', 'clientAssumed', 'storedAssumed', 'nobody'])
  })

  it('is there before anybody connects: that of the stored procedures', () => {
    expect(worldIn().sessions.keys()).toEqual(['stored-procedures'])
  })
})
