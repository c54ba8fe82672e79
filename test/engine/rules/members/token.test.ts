import { describe, expect, it } from 'vitest'
import type { Release } from '../../../../src/engine/releases/releases'
import {
  acts,
  actsWith,
  alone,
  calls,
  connects,
  onClient,
  onServer,
  opens,
  says,
  sets,
  starts,
  visits,
  waits,
} from '../../../support/commands'
import { asked, cellsOf, from, signOf, type Actor } from '../../../support/matrix'
import { after, inRelease, inWorld } from '../../../support/told'

/** The life in seconds of the token that an actor makes. */
function life(actor: Actor, release: Release, ...args: readonly (number | string)[]): number {
  const told = asked(actor, { release }, [says('createOTP', ...args)])
  return told.token().expiresAt - told.world.now
}

describe('createOTP()', () => {
  it.each(
    cellsOf({
      // - not in this release, 0 Session is Null, E an empty text, K a token.
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  -  - - - K K  K  K  K  K',
      remote: '     0  -  - - - E E  K  K  K  K',
      client: '     0  0  0 0 0 0 0  0  0  K  K',
      stored: '     0  -  - - - E E  E  E  E  E',
      standalone: ' 0  0  0 0 - E E  K  K  K  K',
    }),
  )('on a $actor session of $release gives $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('createOTP')]))).toBe(sign)
  })

  it.each([
    // The default life: idleTimeout on the web (SES-044), ten seconds on the desktop (SES-045).
    ...from('20R9').map((release) => ({ actor: 'web', release, seconds: 3600 }) as const),
    ...from('21').map((release) => ({ actor: 'remote', release, seconds: 10 }) as const),
    ...from('21').map((release) => ({ actor: 'standalone', release, seconds: 10 }) as const),
    ...from('21R3').map((release) => ({ actor: 'client', release, seconds: 10 }) as const),
  ])('without a lifespan on a $actor session of $release lives $seconds seconds', ({ actor, release, seconds }) => {
    expect(life(actor, release)).toBe(seconds)
  })

  it.each([
    ...from('20R9').map((release) => ({ actor: 'web', release, seconds: 60 }) as const),
    // Ignored in 21 and 21 R2 (SES-047), honoured from 21 R3 on (SES-048).
    { actor: 'remote', release: '21', seconds: 10 },
    { actor: 'remote', release: '21R2', seconds: 10 },
    { actor: 'remote', release: '21R3', seconds: 60 },
    { actor: 'remote', release: '21R4', seconds: 60 },
    { actor: 'standalone', release: '21', seconds: 10 },
    { actor: 'standalone', release: '21R2', seconds: 10 },
    { actor: 'standalone', release: '21R3', seconds: 60 },
    { actor: 'client', release: '21R3', seconds: 60 },
  ] as const)('asked for 60 seconds on a $actor session of $release lives $seconds', ({ actor, release, seconds }) => {
    expect(life(actor, release, 60)).toBe(seconds)
  })

  it.each([
    { release: '20R9', asked: 0, seconds: 10, ending: 'raised' },
    { release: '20R9', asked: 9, seconds: 10, ending: 'raised' },
    { release: '20R9', asked: 10, seconds: 10, ending: 'asked' },
    { release: '20R9', asked: 11, seconds: 11, ending: 'asked' },
    { release: '20R10', asked: 9, seconds: 9, ending: 'asked' },
    { release: '21R4', asked: 0, seconds: 0, ending: 'asked' },
    { release: '21R4', asked: 0.5, seconds: 1, ending: 'asked' },
    { release: '21R4', asked: 1, seconds: 1, ending: 'asked' },
    { release: '21R4', asked: 1e12, seconds: 315_360_000, ending: 'asked' },
  ] as const)(
    'asked for $asked on the web of $release lives $seconds (SES-049)',
    ({ release, asked, seconds, ending }) => {
      expect(life('web', release, asked)).toBe(seconds)
      expect(inRelease(release).after(acts(says('createOTP', asked))).verdict.ending).toBe(ending)
    },
  )

  it.each([-5, 'soon'])('takes the default for a lifespan of %j', (lifespan) => {
    expect(life('web', '21R4', lifespan)).toBe(3600)
    expect(life('remote', '21R4', lifespan)).toBe(10)
  })

  it('follows the idle timeout of its web session', () => {
    expect(after(acts(says('setIdleTimeout', 90), says('createOTP'))).token().expiresAt).toBe(90 * 60)
  })

  it('gives a text of its own each time, which is not the id of the session (C-31)', () => {
    const { values } = after(acts(says('id'), says('createOTP'), says('createOTP')))
    expect(new Set(values).size).toBe(3)
  })

  it('is counted by the world, or named by the story; a name that is taken is not given twice', () => {
    const { world } = after(
      connects(),
      onServer('createOTP'),
      { ...onServer('createOTP'), as: 'invitation' } as ReturnType<typeof onServer>,
      { ...onServer('createOTP'), as: 'invitation' } as ReturnType<typeof onServer>,
      { ...onServer('createOTP'), as: 'otp-6' } as ReturnType<typeof onServer>,
      onServer('createOTP'),
      onServer('createOTP'),
    )
    expect(world.tokens.keys()).toEqual(['otp-1', 'invitation', 'otp-3', 'otp-6', 'otp-5', 'otp-7'])
  })

  it('leaves earlier tokens alive (SES-065)', () => {
    const { steps } = after(
      connects(),
      opens('createOTP'),
      opens('createOTP'),
      actsWith('otp-2', says('Session')),
      actsWith('otp-1', says('Session')),
    )
    expect(steps.slice(3).map(({ answers }) => answers[0]?.session)).toEqual(['remote-ana', 'remote-ana'])
  })

  it('made on the client opens the server-side session all the same (SES-043)', () => {
    const told = after(connects(), onClient('createOTP'), actsWith('otp-1', says('Session')))
    expect(told.token().side).toBe('client')
    expect(told.answers[0]).toMatchObject({ session: 'remote-ana', side: 'server' })
  })

  it('works on a desktop session with scalable sessions off, but nothing redeems it (Q-24)', () => {
    const { steps } = after(sets('scalableSessions', false), connects(), opens('createOTP'), actsWith('otp-1'))
    expect(steps[2]!.tone).toBe('good')
    expect(steps[3]!.outcome).toBe('refused')
  })
})

describe('restore()', () => {
  const restores = says('restore', 'otp-1')

  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  -  - - - F F  F  F  F  F',
      remote: '     0  -  - - - F F  F  F  F  F',
      client: '     0  0  0 0 0 0 0  0  0  !  !',
      stored: '     0  -  - - - F F  F  F  F  F',
      standalone: ' 0  0  0 0 - F F  F  F  F  F',
    }),
  )('of an unknown token on a $actor session of $release gives $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [restores]))).toBe(sign)
  })

  it.each(from('20R9'))('in a web request of %s puts the session of the token in place of its own', (release) => {
    const { steps } = inRelease(release).after(
      connects(),
      acts(says('setPrivileges', 'basic'), says('writeStorage', 'k', 7), says('id'), says('createOTP')),
      visits('/4DACTION/act', {
        from: 'ana-area',
        code: [says('id'), restores, says('id'), says('storage', 'k'), says('hasPrivilege', 'basic')],
      }),
    )
    const original = steps[1]!.answers[2]!.value
    const [before, ...rest] = steps[2]!.answers.map(({ value }) => value)
    expect(before).not.toBe(original)
    expect(rest).toEqual([true, original, 7, true])
  })

  it('tells by its ending whether the manual says False or nothing (SES-072, Q-12)', () => {
    const ending = (release: Release) => asked('remote', { release }, [restores]).verdict.ending
    expect([ending('20R10'), ending('21')]).toEqual(['false', 'falseAssumed'])
  })

  it('consumes the token (SES-074)', () => {
    const { steps } = after(acts(says('createOTP')), calls(restores), calls(restores))
    expect(steps.slice(1).map(({ answers }) => answers[0]?.value)).toEqual([true, false])
  })

  it('gives the browser the cookie of the restored session (Q-01)', () => {
    const { reply, world } = after(connects(), opens('createOTP'), acts(restores))
    expect(reply).toMatchObject({ session: 'remote-ana', setCookie: '4DSID_Office' })
    expect(world.cookies.get('visitor@web')?.session).toBe('remote-ana')
  })

  it('counts as activity of the restored session, like any request (Q-02)', () => {
    const told = after(
      connects(),
      acts(says('createOTP')),
      waits(600),
      visits('/4DACTION/act', { from: 'ana-area', code: [restores] }),
    )
    expect(told.session('web-1').expiresAt).toBe(600 + 3600)
  })

  it('needs scalable sessions: the REST session that is always there may not restore (SES-061)', () => {
    const { value, verdict } = after(sets('scalableSessions', false), calls(restores))
    expect([value, verdict.ending]).toEqual([false, 'notScalable'])
  })

  it('stays False for a desktop session although the token is good', () => {
    expect(inRelease('21').after(connects(), opens('createOTP'), onServer('restore', 'otp-1')).value).toBe(false)
    expect(inRelease('21').after(starts(), alone('createOTP'), alone('restore', 'otp-1')).value).toBe(false)
  })

  it('takes no licence (SES-063)', () => {
    const { holders } = inWorld().after(connects(), opens('createOTP'), acts(restores, says('setPrivileges', 'basic')))
    expect(holders).toEqual(['remote-ana'])
  })
})
