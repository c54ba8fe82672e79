import { describe, expect, it } from 'vitest'
import {
  acts,
  actsWith,
  calls,
  connects,
  drops,
  lists,
  onClient,
  onServer,
  opens,
  says,
  starting,
  starts,
  stored,
} from '../../support/commands'
import { after, inRelease } from '../../support/told'

const web = acts(says('Session'))

describe('the Server window', () => {
  const shown = (release: '21R3' | '21R4', counted?: boolean) =>
    inRelease(release).after(connects(), starts(), web, calls(), lists(counted)).verdict.facts.shown

  it('lists all sessions from 21 R4, before it only connected users', () => {
    expect(shown('21R4')).toEqual(['remote-ana', 'web-1'])
    expect(shown('21R3')).toEqual(['remote-ana'])
  })

  it('can list the counted ones only (SES-123)', () => {
    const visitors = [connects(), web, actsWith('otp-9'), lists(true)]
    expect(after(...visitors).verdict.facts.shown).toEqual(['remote-ana'])
    expect(after(...visitors.slice(0, 3), calls(), lists(true)).verdict.facts.shown).toEqual(['remote-ana', 'web-1'])
  })

  it('drops a client with its session, processes and licence', () => {
    const { world, holders, outcome } = after(connects(), drops('remote-ana'))
    expect(outcome).toBe('dropped')
    expect(world.machines.get('ana')).toMatchObject({ running: false, session: null })
    expect(holders).toEqual([])
  })

  it('knows a session by its id, too', () => {
    const { id } = after(connects()).session('remote-ana')
    expect(after(connects(), drops(id)).outcome).toBe('dropped')
  })

  it('closes a web session from 21 R4 (assumed)', () => {
    const { world, verdict } = after(web, drops('web-1'))
    expect([verdict.ending, world.sessions.has('web-1')]).toEqual(['webDropped', false])
    expect(inRelease('21R3').after(web, drops('web-1')).verdict.ending).toBe('notListed')
  })

  it('keeps the stored procedures session, and knows nothing of single-user applications', () => {
    expect(after(drops('stored-procedures')).world.sessions.has('stored-procedures')).toBe(true)
    expect(after(starts(), drops('standalone-solo')).outcome).toBe('missing')
  })
})

describe('DROP REMOTE USER', () => {
  it.each([
    ['a stored procedure', stored('dropRemoteUser', 'remote-ana')],
    ['her own twin process', onServer('dropRemoteUser', 'remote-ana')],
    ['a web request', acts(says('dropRemoteUser', 'remote-ana'))],
  ])('called by %s disconnects Ana', (_, command) => {
    const { world, holders } = after(connects(), command)
    expect(world.sessions.has('remote-ana')).toBe(false)
    expect(world.machines.get('ana')!.running).toBe(false)
    expect(holders).not.toContain('remote-ana')
  })

  it('is asynchronous: the code that calls it runs to its end in its session', () => {
    const told = after(
      connects(),
      opens('createOTP'),
      actsWith('otp-1', says('dropRemoteUser', 'remote-ana'), says('writeStorage', 'k', 1), says('storage', 'k')),
    )
    expect(told.values).toEqual([null, 1, 1])
    expect(told.world.sessions.has('remote-ana')).toBe(false)
  })

  it('called twice drops once', () => {
    const twice = starting('server', {
      code: [says('dropRemoteUser', 'remote-ana'), says('dropRemoteUser', 'remote-ana')],
    })
    const { events } = after(connects(), twice)
    expect(events.filter(({ type }) => type === 'sessionClosed')).toHaveLength(1)
  })

  it('does nothing on a client, nor for a session that is not of a remote user', () => {
    expect(after(connects(), onClient('dropRemoteUser', 'remote-ana')).world.sessions.has('remote-ana')).toBe(true)
    expect(after(web, stored('dropRemoteUser', 'web-1')).world.sessions.has('web-1')).toBe(true)
  })
})
