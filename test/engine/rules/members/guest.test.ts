import { describe, expect, it } from 'vitest'
import { RELEASES } from '../../../../src/engine/releases/releases'
import { acts, actsWith, calls, connects, logsOut, opens, says } from '../../../support/commands'
import { asked, cellsOf, changing, from, signOf } from '../../../support/matrix'
import { inRelease, withForceLogin } from '../../../support/told'

const isGuest = says('isGuest')
const setBasic = says('setPrivileges', 'basic')

describe('isGuest()', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        T  T  T T T T T  T  T  T  T',
      remote: '     0  F/T  F F F F F  F  F  F  F',
      client: '     0  0  0 0 0 0 0  0  0  F  F',
      stored: '     0  F/T  F F F F F  F  F  F  F',
      standalone: ' 0  0  0 0 F F F  F  F  F  F',
    }),
  )('of a new $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [isGuest]))).toBe(sign)
  })

  it.each(
    cellsOf({
      web: '        F  F  F F F F F  F  F  F  F',
      remote: '     0  F/T  F F F F F  F  F  F  F',
      client: '     0  0  0 0 0 0 0  0  0  F  F',
      stored: '     0  F/T  F F F F F  F  F  F  F',
      standalone: ' 0  0  0 0 F F F  F  F  F  F',
    }),
  )('of a $actor session of $release with privileges is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [isGuest], [setBasic]))).toBe(sign)
  })

  it.each(RELEASES)('without force login is True again once the privileges are cleared, in %s', (release) => {
    expect(inRelease(release).after(acts(setBasic, says('clearPrivileges'), isGuest)).value).toBe(true)
  })

  it('in force login mode is False after clearing from 20 R8 on (SES-142, SES-131)', () => {
    const guests = RELEASES.map(
      (release) => withForceLogin(release).after(acts(setBasic, says('clearPrivileges'), isGuest)).value,
    )
    expect(guests).toEqual(changing('20R8', true, false))
  })

  it('in force login mode is False after setPrivileges("") from 20 R8 on (C-05)', () => {
    const guests = RELEASES.map(
      (release) => withForceLogin(release).after(acts(says('setPrivileges', ''), isGuest)).value,
    )
    expect(guests).toEqual(changing('20R8', true, false))
  })

  it.each(from('20R5'))('is True again after a logout, in %s (SES-131)', (release) => {
    const { value } = withForceLogin(release).after(acts(setBasic), logsOut(), acts(isGuest))
    expect(value).toBe(true)
  })

  it('is False for the web request that shares a desktop session (Q-15)', () => {
    expect(inRelease('21').after(connects(), opens('createOTP'), actsWith('otp-1', isGuest)).value).toBe(false)
  })

  it.each([
    { release: '20R10', ending: 'guest', when: 'nothing was called' },
    { release: '21', ending: 'neverCalled', when: 'nothing was called' },
  ] as const)('rests on $ending in $release when $when', ({ release, ending }) => {
    expect(withForceLogin(release).after(acts(isGuest)).verdictOf('isGuest').ending).toBe(ending)
  })

  it('counts the privileges when force login is off, from 21 on (SES-132)', () => {
    const { after } = inRelease('21R4')
    expect(after(calls(isGuest)).verdictOf('isGuest').ending).toBe('holdsNone')
    expect(after(acts(says('setPrivileges', ''), isGuest)).value).toBe(true)
  })
})
