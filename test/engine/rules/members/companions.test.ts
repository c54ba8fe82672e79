import { describe, expect, it } from 'vitest'
import type { Member } from '../../../../src/engine/method'
import {
  acts,
  alone,
  calls,
  connects,
  onClient,
  onServer,
  says,
  sets,
  starts,
  stored,
  waits,
} from '../../../support/commands'
import { after, inRelease } from '../../../support/told'

/** A client, a visitor with one value in its storage, and a single-user 4D. */
const people = [connects(), acts(says('writeStorage', 'k', 1)), starts()]

/** What the code of one place gets in each release: the type of the session found, or the error. */
const told = (release: Parameters<typeof inRelease>[0], member: Member, from: typeof onServer, id: string) => {
  const { value, error } = inRelease(release).after(...people, from(member, id))
  return error ?? (value === null ? null : ((value as { type?: string }).type ?? value))
}

describe('Session info', () => {
  it.each([
    ['20R6', 'remote-ana', 'notInRelease'],
    ['20R7', 'remote-ana', 'remote'],
    ['20R7', 'stored-procedures', 'storedProcedure'],
    ['20R10', 'web-1', null],
    ['21', 'web-1', 'web'],
    ['21R4', 'web-1', 'web'],
    ['21R4', 'nobody', null],
    ['21R4', 'standalone-solo', null],
  ] as const)('of %s on the server gives for %s: %j', (release, id, type) => {
    expect(told(release, 'sessionInfo', stored, id)).toBe(type)
  })

  it('takes the id as well as the name, in any letters', () => {
    const { id } = after(connects()).session('remote-ana')
    for (const it of [id, id.toLowerCase(), 'remote-ana'])
      expect(after(connects(), stored('sessionInfo', it)).value).toMatchObject({ type: 'remote', ID: id })
  })

  it('says when a web session is assumed, from 21 to 21 R3', () => {
    const ending = (release: '21' | '21R3' | '21R4') =>
      inRelease(release).after(...people, stored('sessionInfo', 'web-1')).verdict.ending
    expect([ending('21'), ending('21R3'), ending('21R4')]).toEqual(['webAssumed', 'webAssumed', 'webValue'])
  })

  it('is the info that the session itself reads, at this moment (SES-182)', () => {
    const before = [...people, onServer('setPrivileges', 'basic'), waits(90)]
    expect(after(...before, stored('sessionInfo', 'remote-ana')).value).toEqual(
      after(...before, onServer('info')).value,
    )
  })

  it('knows on a remote 4D its own session only, from 21 R3 (Q-22)', () => {
    expect(told('21R2', 'sessionInfo', onClient, 'remote-ana')).toBe(null)
    expect(told('21R3', 'sessionInfo', onClient, 'remote-ana')).toBe('remote')
    expect(told('21R3', 'sessionInfo', onClient, 'web-1')).toBe(null)
  })

  it('knows the standalone session in single-user, from 20 R8', () => {
    expect(told('20R7', 'sessionInfo', alone, 'standalone-solo')).toBe(null)
    expect(told('20R8', 'sessionInfo', alone, 'standalone-solo')).toBe('standalone')
    expect(told('20R8', 'sessionInfo', alone, 'remote-ana')).toBe(null)
  })
})

describe('Session storage', () => {
  it.each([
    ['20R5', 'web-1', 'notInRelease'],
    ['20R6', 'web-1', { k: 1 }],
    ['20R7', 'web-1', { k: 1 }],
    ['21R4', 'nobody', null],
  ] as const)("of %s gives another session's storage: %s, %j", (release, id, value) => {
    expect(told(release, 'storageOfSession', stored, id)).toEqual(value)
  })

  it('was called "Session storage by ID" in 20 R6', () => {
    const ending = (release: '20R6' | '20R7') =>
      inRelease(release).after(...people, stored('storageOfSession', 'web-1')).verdict.ending
    expect([ending('20R6'), ending('20R7')]).toEqual(['byId', 'value'])
  })

  it('picks one value by its key', () => {
    expect(after(...people, stored('storageOfSession', 'web-1', 'k')).value).toBe(1)
    expect(after(...people, stored('storageOfSession', 'web-1', 'other')).value).toBeUndefined()
  })

  it('gives on a remote 4D the client-side storage (SES-198)', () => {
    const both = [connects(), onServer('writeStorage', 'k', 1), onClient('writeStorage', 'k', 2)]
    expect(after(...both, onServer('storageOfSession', 'remote-ana')).value).toEqual({ k: 1 })
    expect(after(...both, onClient('storageOfSession', 'remote-ana')).value).toEqual({ k: 2 })
    expect(inRelease('21R2').after(connects(), onClient('storageOfSession', 'remote-ana')).value).toBe(null)
  })
})

describe('Process activity', () => {
  const sessions = (release: Parameters<typeof inRelease>[0], from = stored, ...id: readonly string[]) => {
    const { value } = inRelease(release).after(...people, from('processActivity', ...id))
    if (value === null) return null
    return (value as { sessions?: readonly { type: string }[] }).sessions?.map(({ type }) => type)
  }

  it.each([
    ['20R5', ['storedProcedure', 'remote']],
    ['20R10', ['storedProcedure', 'remote']],
    ['21', ['storedProcedure', 'remote', 'web']],
    ['21R4', ['storedProcedure', 'remote', 'web']],
  ] as const)('of %s lists on 4D Server %j', (release, types) => {
    expect(sessions(release)).toEqual(types)
  })

  it('lists processes only elsewhere, and ignores what it is asked with', () => {
    expect(sessions('21R4', onClient)).toBeUndefined()
    expect(sessions('21R4', alone)).toBeUndefined()
    expect(after(...people, onClient('processActivity', 'nobody')).value).toEqual({
      processes: [{ name: 'Ana', sessionID: after(...people).session('remote-ana').id }],
    })
  })

  it('filters by the id of a session from 20 R7', () => {
    expect(sessions('20R6', stored, 'remote-ana')).toEqual(['storedProcedure', 'remote'])
    expect(sessions('20R7', stored, 'remote-ana')).toEqual(['remote'])
    expect(sessions('20R7', stored, 'nobody')).toBe(null)
    expect(sessions('20R10', stored, 'web-1')).toBe(null)
    expect(sessions('21', stored, 'web-1')).toEqual(['web'])
  })

  it('lists with one session only its processes', () => {
    const { value } = after(...people, stored('processActivity', 'remote-ana'))
    expect((value as { processes: readonly object[] }).processes).toHaveLength(1)
  })
})

describe('License usage', () => {
  it('lists what is retained on 4D Server, with the session and the moment (SES-121)', () => {
    const { value } = after(connects(), waits(60), calls(), stored('licenseUsage'))
    expect(value).toMatchObject([
      { reason: 'CLIENT', time: '2026-01-05T08:00:00Z', session: { type: 'remote', hostType: 'mac' } },
      { reason: 'REST', time: '2026-01-05T08:01:00Z', session: { type: 'rest', hostType: 'browser' } },
    ])
  })

  it('does not list a session that retains none (SES-123)', () => {
    expect(after(acts(says('Session')), stored('licenseUsage')).value).toEqual([])
  })

  it('is Null elsewhere', () => {
    expect(after(connects(), onClient('licenseUsage')).value).toBe(null)
    expect(after(starts(), alone('licenseUsage')).value).toBe(null)
  })
})

describe('SET USER ALIAS', () => {
  it('names the user of the standalone session (SES-171)', () => {
    expect(after(starts(), alone('userName')).value).toBe('designer')
    expect(after(starts(), alone('setUserAlias', 'Zoe'), alone('userName')).value).toBe('Zoe')
    expect(after(starts(), alone('setUserAlias', 'Zoe'), alone('info')).value).toMatchObject({ userName: 'Zoe' })
    expect(after(starts(), alone('setUserAlias', 'Zoe'), alone('setUserAlias', ''), alone('userName')).value).toBe(
      'designer',
    )
  })

  it('names nothing where there is no standalone session', () => {
    expect(inRelease('20R7').after(starts(), alone('setUserAlias', 'Zoe')).verdict.ending).toBe('noSession')
    expect(after(connects(), onServer('setUserAlias', 'Zoe'), onServer('userName')).value).toBe('Ana')
  })
})

describe('info', () => {
  it('is computed at each read, on each kind of session', () => {
    const early = after(connects(), onServer('info')).value
    expect(early).toMatchObject({ type: 'remote', state: 'active', creationDateTime: '2026-01-05T08:00:00Z' })
    expect(after(sets('licences', 9), waits(60), starts(), alone('info')).value).toMatchObject({
      IPAddress: 'localhost',
      creationDateTime: '2026-01-05T08:01:00Z',
    })
  })

  it('names the machine of the user, of the server, or none for the web (SES-178)', () => {
    const name = (value: unknown) => (value as { machineName: string }).machineName
    const labels = after(...people).world.machines
    expect(name(after(...people, onServer('info')).value)).toBe(labels.get('ana')!.label)
    expect(name(after(...people, onClient('info')).value)).toBe(labels.get('ana')!.label)
    expect(name(after(...people, stored('info')).value)).toBe(labels.get('server')!.label)
    expect(name(after(...people, acts(says('info'))).value)).toBe('')
  })
})
