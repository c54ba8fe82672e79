import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/engine/json'
import { RELEASES } from '../../../../src/engine/releases/releases'
import {
  acts,
  actsWith,
  alone,
  calls,
  connects,
  leaves,
  onClient,
  onServer,
  opens,
  runs,
  says,
  sets,
  starts,
  stored,
  waits,
} from '../../../support/commands'
import { asked, cellsOf, from, signOf } from '../../../support/matrix'
import { after, inRelease, type Told } from '../../../support/told'

/** Section 4.1 of the sessions reference. */
describe('id', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  K  K K K K K  K  K  K  K',
      remote: '     0  K  K K K K K  K  K  K  K',
      client: '     0  0  0 0 0 0 0  0  0  K  K',
      stored: '     0  K  K K K K K  K  K  K  K',
      standalone: ' 0  0  0 0 K K K  K  K  K  K',
    }),
  )('of a $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('id')]))).toBe(sign)
  })

  it('is the same on both sides of a remote session (SES-018)', () => {
    expect(asked('client', {}, [says('id')]).value).toBe(asked('remote', {}, [says('id')]).value)
  })

  it('is another one after the client has left and come back', () => {
    const { steps } = after(connects(), onServer('id'), leaves(), connects(), onServer('id'))
    expect(steps[4]!.answers[0]!.value).not.toBe(steps[1]!.answers[0]!.value)
  })
})

describe('userName', () => {
  it.each(RELEASES)('of a web session of %s is what setPrivileges() gave it (SES-171)', (release) => {
    const name = says('userName')
    expect(asked('web', { release }, [name]).value).toBe('')
    expect(asked('web', { release }, [name], [says('setPrivileges', { userName: 'Zoe' })]).value).toBe('Zoe')
  })

  it.each(from('20R5'))('of a desktop session of %s is the documented one (SES-171)', (release) => {
    const name = says('userName')
    expect(asked('remote', { release }, [name]).value).toBe('Ana')
    expect(asked('stored', { release }, [name]).value).toBe('Administrator')
  })

  it.each(from('20R8'))('of the standalone session of %s is "designer"', (release) => {
    expect(asked('standalone', { release }, [says('userName')]).value).toBe('designer')
  })

  it('on the client is that of the server side', () => {
    expect(asked('client', {}, [says('userName')]).value).toBe('Ana')
  })
})

describe('info', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  U  U U U U U  O  O  O  O',
      remote: '     0  O  O O O O O  O  O  O  O',
      client: '     0  0  0 0 0 0 0  0  0  O  O',
      stored: '     0  O  O O O O O  O  O  O  O',
      standalone: ' 0  0  0 0 O O O  O  O  O  O',
    }),
  )('of a $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('info')]))).toBe(sign)
  })

  const info = (told: Told) => told.value as { readonly [key: string]: Json }

  it('names the type of its session (SES-177)', () => {
    const type = (told: Told) => info(told).type
    expect(type(after(acts(says('info'))))).toBe('web')
    expect(type(after(calls(says('info'))))).toBe('rest')
    expect(type(after(connects(), onServer('info')))).toBe('remote')
    expect(type(after(stored('info')))).toBe('storedProcedure')
    expect(type(after(starts(), alone('info')))).toBe('standalone')
  })

  it('of a remote session tells of the remote machine (SES-178 to SES-180, SES-183)', () => {
    const told = after(waits(60), connects(), onServer('info'))
    expect(info(told)).toEqual({
      type: 'remote',
      userName: 'Ana',
      machineName: "Ana's Mac",
      systemUserName: 'ana',
      IPAddress: '10.0.0.21',
      hostType: 'mac',
      creationDateTime: '2026-01-05T08:01:00Z',
      state: 'active',
      ID: told.session('remote-ana').id,
      persistentID: expect.stringMatching(/^[0-9A-F]{32}$/),
    })
  })

  it('has a persistentID that outlives the connection, unlike its ID', () => {
    const { steps } = after(connects(), onServer('info'), leaves(), connects(), onServer('info'))
    const [first, next] = [steps[1]!, steps[4]!].map(({ answers }) => answers[0]!.value as Record<string, Json>)
    expect(next!.persistentID).toBe(first!.persistentID)
    expect(new Set([first!.ID, next!.ID, first!.persistentID]).size).toBe(3)
  })

  it('of the stored procedures session tells of the server', () => {
    expect(info(after(stored('info')))).toMatchObject({
      machineName: '4D Server',
      hostType: 'windows',
      IPAddress: '10.0.0.1',
    })
  })

  it('of a web session says "browser", and no machine (SES-180)', () => {
    expect(info(after(acts(says('info'))))).toMatchObject({ hostType: 'browser', machineName: '' })
  })

  it('of the standalone session says "localhost" from 21 R3 on (SES-179)', () => {
    const address = from('20R8').map((release) => info(asked('standalone', { release }, [says('info')])).IPAddress)
    expect(address).toEqual([...Array(5).fill('10.0.0.30'), 'localhost', 'localhost'])
  })

  it('of the standalone session began with the application (SES-181)', () => {
    expect(info(after(waits(5), starts(), waits(5), alone('info'))).creationDateTime).toBe('2026-01-05T08:00:05Z')
  })
})

describe('storage', () => {
  const write = says('writeStorage', 'k', 1)
  const read = says('storage', 'k')

  it.each(
    cellsOf({
      // O an empty object.
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        O  O  O O O O O  O  O  O  O',
      remote: '     0  O  O O O O O  O  O  O  O',
      client: '     0  0  0 0 0 0 0  0  0  O  O',
      stored: '     0  O  O O O O O  O  O  O  O',
      standalone: ' 0  0  0 0 O O O  O  O  O  O',
    }),
  )('of a new $actor session of $release is $sign', ({ actor, release, sign }) => {
    const told = asked(actor, { release }, [says('storage')])
    expect(signOf(told)).toBe(sign)
    if (sign === 'O') expect(told.value).toEqual({})
  })

  it.each(['web', 'remote', 'client', 'stored', 'standalone'] as const)(
    'of a %s session keeps what is written',
    (actor) => {
      expect(asked(actor, {}, [write, read]).value).toBe(1)
      expect(asked(actor, {}, [write, says('storage')]).value).toEqual({ k: 1 })
    },
  )

  it('keeps any word as a key', () => {
    const odd = ['__proto__', 'constructor', '1', 'toString']
    const { value } = after(acts(...odd.map((key) => says('writeStorage', key, key)), says('storage')))
    expect(Object.keys(value as object).sort()).toEqual([...odd].sort())
    expect(after(acts(says('storage', '__proto__'))).value).toBeUndefined()
  })

  it('is written inside Use only (SES-191)', () => {
    const { values } = after(acts(says('writeStorage', 'k', 1, false)))
    expect(values).toEqual(['outsideUse'])
    expect(after(acts(says('writeStorage', 'k', 1, false))).status).toBe(500)
    expect(after(acts(says('writeStorage', 'k', 1, true), read)).value).toBe(1)
  })

  it('is two storages for a remote session, which know nothing of each other (SES-194)', () => {
    const { steps } = after(
      connects(),
      onServer('writeStorage', 'k', 1),
      onClient('writeStorage', 'k', 2),
      onServer('storage', 'k'),
      onClient('storage', 'k'),
    )
    expect(steps.slice(3).map(({ answers }) => answers[0]?.value)).toEqual([1, 2])
  })

  it('shared by a token is the server-side one, wherever the token was made (SES-062, SES-196)', () => {
    const told = after(
      connects(),
      onServer('writeStorage', 'k', 1),
      onClient('writeStorage', 'k', 2),
      onClient('createOTP'),
      actsWith('otp-1', read, says('writeStorage', 'j', 3)),
    )
    expect(told.values[0]).toBe(1)
    expect(told.verdictOf('storage').ending).toBe('serverSide')
    expect(told.session('remote-ana').storage.keys()).toEqual(['k', 'j'])
  })

  it('is one for all stored procedures', () => {
    expect(after(stored('writeStorage', 'k', 1), runs('server', 'onServerStartup', 'storage', 'k')).value).toBe(1)
  })

  it('is each client its own, and each browser', () => {
    expect(
      after(connects(), connects('bruno'), onServer('writeStorage', 'k', 1), runs('bruno', 'trigger', 'storage', 'k'))
        .value,
    ).toBeUndefined()
  })
})

describe('idleTimeout', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        N  N  N N N N N  N  N  N  N',
      remote: '     0  U  U U U U U  U  U  U  U',
      client: '     0  0  0 0 0 0 0  0  0  U  U',
      stored: '     0  U  U U U U U  U  U  U  U',
      standalone: ' 0  0  0 0 U U U  U  U  U  U',
    }),
  )('of a $actor session of $release is $sign, and so is what can be assigned', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('idleTimeout')]))).toBe(sign)
    expect(signOf(asked(actor, { release }, [says('setIdleTimeout', 90)]))).toBe(sign)
  })

  it.each<[Json, number]>([
    [59, 60],
    [60, 60],
    [61, 61],
    [120, 120],
    [0, 60],
    [-1, 60],
    ['90', 60],
    [90.9, 90],
    [null, 60],
  ])('assigned %j is %i (SES-081)', (minutes, stays) => {
    expect(after(acts(says('setIdleTimeout', minutes), says('idleTimeout'))).values).toEqual([stays, stays])
  })

  it('begins at 60 (SES-080)', () => {
    expect(after(acts(says('idleTimeout'))).value).toBe(60)
  })
})

describe('expirationDate', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        X  X  X X X X X  X  X  X  X',
      remote: '     0  U  U U U U U  U  U  U  U',
      client: '     0  0  0 0 0 0 0  0  0  U  U',
      stored: '     0  U  U U U U U  U  U  U  U',
      standalone: ' 0  0  0 0 U U U  U  U  U  U',
    }),
  )('of a $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('expirationDate')]))).toBe(sign)
  })

  it('is an hour ahead, moves with every request, and at once when idleTimeout is assigned (SES-082, SES-089)', () => {
    const ask = acts(says('expirationDate'))
    const { steps } = after(ask, waits(60), ask, acts(says('setIdleTimeout', 120), says('expirationDate')))
    expect(steps.map(({ answers }) => answers.at(-1)?.value)).toEqual([
      '2026-01-05T09:00:00Z',
      undefined,
      '2026-01-05T09:01:00Z',
      '2026-01-05T10:01:00Z',
    ])
  })
})

describe('quotas', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  -  - - - - -  -  -  -  O',
      remote: '     0  -  - - - - -  -  -  -  U',
      client: '     0  0  0 0 0 0 0  0  0  -  U',
      stored: '     0  -  - - - - -  -  -  -  U',
      standalone: ' 0  0  0 0 - - -  -  -  -  U',
    }),
  )('of a $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('quotas')]))).toBe(sign)
  })
})

describe('any member', () => {
  it('of a Null session is an error that ends the method', () => {
    const { values, status } = inRelease('20R5').after(acts())
    expect([values, status]).toEqual([[], 200])
    const off = inRelease('21').after(sets('scalableSessions', false), acts(says('id'), says('Session')))
    expect([off.values, off.status]).toEqual([['onNull'], 500])
  })

  it('can be asked of a session that a token opened', () => {
    expect(after(connects(), opens('createOTP'), actsWith('otp-1', says('info'))).value).toMatchObject({
      type: 'remote',
    })
  })
})
