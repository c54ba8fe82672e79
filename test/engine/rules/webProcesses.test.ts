import { describe, expect, it } from 'vitest'
import { RELEASES, type Release } from '../../../src/engine/releases/releases'
import { acts, connects, finishes, keeps, runs, says, sets, stopsWeb, visits, waits } from '../../support/commands'
import { inRelease, inWorld } from '../../support/told'

const visited = acts(says('Session'))

describe('requests at the same time', () => {
  it('run in processes of their own and share the storage of their session', () => {
    const { after } = inWorld()
    const story = [
      visited,
      keeps('slow', says('writeStorage', 'k', 1)),
      acts(says('storage', 'k'), says('writeStorage', 'k', 2)),
      finishes('slow', says('storage', 'k')),
    ]
    const { steps, values, reply } = after(...story)
    expect(steps[2]!.answers[0]!.value).toBe(1)
    expect(steps[2]!.verdicts.map((it) => it.ending)).toContain('together')
    expect(values).toEqual([2])
    expect(reply).toMatchObject({ status: 200, session: 'web-1' })
  })

  it('do not see the process variables of each other', () => {
    const { after } = inWorld({ release: '20R10' })
    const story = [visited, keeps('slow', says('setVariable', 'x', 1)), acts(says('variable', 'x'))]
    expect(after(...story).values).toEqual([null])
    expect(after(...story, finishes('slow', says('variable', 'x'))).values).toEqual([1])
  })

  it('get a session each while the first reply has not brought the cookie', () => {
    const { after } = inWorld()
    const { world, steps } = after(keeps('slow'), visited)
    expect(steps.map(({ reply }) => reply?.session)).toEqual(['web-1', 'web-2'])
    expect(world.cookies.get('visitor@web')?.session).toBe('web-2')
    expect(after(keeps('slow'), finishes('slow')).reply?.setCookie).toBe('4DSID_Office')
  })

  it('end without a reply when their web server stops', () => {
    const { world } = inWorld().after(keeps('slow'), stopsWeb())
    expect([world.open.size, world.processes.has('slow')]).toEqual([0, false])
  })

  it('find no session any more when it has closed meanwhile', () => {
    const { values, verdictOf } = inWorld().after(
      visited,
      keeps('slow'),
      waits(3600),
      finishes('slow', says('Session')),
    )
    expect(verdictOf('finishRequest').ending).toBe('closed')
    expect(values).toEqual([null])
  })

  it('are finished by their name only', () => {
    expect(inWorld().after(finishes('slow'))).toMatchObject({ tone: 'bad', outcome: 'unknown' })
    expect(inWorld().after(keeps('slow'), finishes('slow'), finishes('slow')).outcome).toBe('unknown')
  })
})

describe('maxConcurrentProcesses', () => {
  const crowd = (size: number) => Array.from({ length: size }, (_, i) => keeps(`slow-${i + 1}`))
  const { after } = inWorld({ settings: { maxConcurrentProcesses: 10 } })

  it.each([
    { running: 8, status: 200 },
    { running: 9, status: 503 },
    { running: 10, status: 503 },
  ])('of 10, with $running requests running, answers $status', ({ running, status }) => {
    expect(after(...crowd(running), visited).status).toBe(status)
  })

  it('is 100 by default', () => {
    const { after } = inWorld()
    expect(after(...crowd(98), visited).status).toBe(200)
    expect(after(...crowd(99), visited).status).toBe(503)
  })

  it('gives a process again once a request has finished', () => {
    expect(after(...crowd(9), finishes('slow-4'), visited).status).toBe(200)
  })

  it('opens no session and takes no licence for a refused request', () => {
    const { world, reply } = after(...crowd(9), visits('/rest/People'))
    expect([reply?.status, world.sessions.size, world.licences.size]).toEqual([503, 10, 0])
  })

  it.each([
    [9, 'senseless'],
    [10, 'webRestarted'],
    [11, 'webRestarted'],
    [31_999, 'webRestarted'],
    [32_000, 'webRestarted'],
    [32_001, 'senseless'],
  ])('set to %i is %s', (value, outcome) => {
    expect(inWorld().after(sets('maxConcurrentProcesses', value)).outcome).toBe(outcome)
  })
})

describe('a process variable', () => {
  const next = (release: Release, scalableSessions = true) =>
    inWorld({ release, settings: { scalableSessions } }).after(
      acts(says('setVariable', 'x', 'Ana')),
      visits('/4DACTION/act', { to: 'web', crossSite: true, code: [says('variable', 'x')] }),
    )

  it('is seen by a request of another session up to 20 R10, and by none from 21', () => {
    const seen = RELEASES.filter((release) => next(release).value === 'Ana')
    expect(seen).toEqual(RELEASES.slice(0, RELEASES.indexOf('21')))
    expect(next('20R10').verdictOf('variable').ending).toBe('leftOver')
    expect(next('21').verdictOf('variable').ending).toBe('fresh')
  })

  it('is still seen in 21 without scalable sessions', () => {
    expect(next('21', false).value).toBe('Ana')
  })

  it('is left by the request that ended last', () => {
    const { after } = inRelease('20R10')
    const both = [acts(says('setVariable', 'x', 1)), keeps('slow', says('setVariable', 'x', 2)), finishes('slow')]
    expect(after(...both, acts(says('variable', 'x'))).value).toBe(2)
  })

  it('lives in its own process elsewhere', () => {
    const inTwin = (call: 'variable' | 'setVariable', ...args: readonly string[]) =>
      runs('ana', 'executeOnServerMethod', call, ...args)
    const { after } = inRelease('21')
    expect(after(connects(), inTwin('setVariable', 'x', 'kept'), inTwin('variable', 'x')).value).toBe('kept')
    expect(
      after(connects(), inTwin('setVariable', 'x', 'kept'), runs('ana', 'clientMethod', 'variable', 'x')).value,
    ).toBe(undefined)
  })

  it('may have any name', () => {
    const { after } = inRelease('20R10')
    expect(after(acts(says('variable', '__proto__'), says('variable', 'constructor'))).values).toEqual([null, null])
    expect(after(acts(says('setVariable', '__proto__', 1)), acts(says('variable', '__proto__'))).values).toEqual([1])
  })
})
