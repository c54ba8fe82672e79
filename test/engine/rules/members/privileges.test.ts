import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/engine/json'
import { RELEASES } from '../../../../src/engine/releases/releases'
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
  starts,
  visits,
} from '../../../support/commands'
import { asked, cellsOf, changing, from, signOf } from '../../../support/matrix'
import { after, inRelease, withForceLogin } from '../../../support/told'

/**
 * Section 4.2 of the sessions reference, with Q-11 for stored procedures from 21 on. Signs: T F True False, 0 Session is
 * Null, ! an error on the client, - not in this release, A ["WebAdmin"], G the granted names, L an empty list, N a
 * number above 0, Z 0, U Undefined.
 */
const setBasic = says('setPrivileges', 'basic')
const get = says('getPrivileges')

describe('hasPrivilege()', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        F  F  F F F F F  F  F  F  F',
      remote: '     0  T/F  T T T T T  F  F  F  F',
      client: '     0  0  0 0 0 0 0  0  0  F  F',
      stored: '     0  T/F  T T T T T  T  T  T  T',
      standalone: ' 0  0  0 0 T T T  F  F  F  F',
    }),
  )('for a privilege nobody gave, on a $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('hasPrivilege', 'payroll')], [setBasic]))).toBe(sign)
  })

  it.each(
    cellsOf({
      web: '        T  T  T T T T T  T  T  T  T',
      remote: '     0  T/F  T T T T T  T  T  T  T',
      client: '     0  0  0 0 0 0 0  0  0  T  T',
      stored: '     0  T/F  T T T T T  T  T  T  T',
      standalone: ' 0  0  0 0 T T T  T  T  T  T',
    }),
  )('for one that was asked for, on a $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('hasPrivilege', 'BASIC')], [setBasic]))).toBe(sign)
  })

  it('sees a promoted privilege from 20 R10 on, in web sessions (SES-154)', () => {
    const code = [says('promote', 'payroll'), says('hasPrivilege', 'payroll')]
    expect(from('20R10').map((release) => inRelease(release).after(acts(...code)).value)).not.toContain(false)
  })

  it('sees what roles.json promotes the running function to, from 20 R10 on', () => {
    const authentify = visits('/rest/$catalog/authentify', { method: 'POST', code: [says('hasPrivilege', 'lookup')] })
    const seen = RELEASES.map((release) => inRelease(release).after(authentify).value)
    expect(seen).toEqual(changing('20R10', false, true))
  })

  it('does not know "guest" (A-19)', () => {
    expect(after(acts(says('hasPrivilege', 'guest'))).value).toBe(false)
  })
})

describe('getPrivileges()', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  -  G G G G G  G  G  G  G',
      remote: '     0  -  A A A A A  G  G  G  G',
      client: '     0  0  0 0 0 0 0  0  0  G  G',
      stored: '     0  -  A A A A A  A  A  A  A',
      standalone: ' 0  0  0 0 A A A  G  G  G  G',
    }),
  )('after setPrivileges() on a $actor session of $release is $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [get], [setBasic]))).toBe(sign)
  })

  it('lists included privileges before those that include them (SES-152)', () => {
    expect(after(acts(says('setPrivileges', { roles: 'Accountant' }), get)).value).toEqual([
      'basic',
      'payroll',
      'CreateInvoices',
    ])
  })

  it('never lists promoted ones (SES-153)', () => {
    expect(after(acts(setBasic, says('promote', 'payroll'), get)).value).toEqual(['basic'])
  })
})

describe('setPrivileges()', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        T  T  T T T T T  T  T  T  T',
      remote: '     0  F  F F F F F  T  T  T  T',
      client: '     0  0  0 0 0 0 0  0  0  !  !',
      stored: '     0  F  F F F F F  F  F  F  F',
      standalone: ' 0  0  0 0 F F F  T  T  T  T',
    }),
  )('on a $actor session of $release answers $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [setBasic]))).toBe(sign)
  })

  it.each<[Json, readonly string[]]>([
    ['basic', ['basic']],
    ['basic, lookup', ['basic', 'lookup']],
    [' payroll ,, ', ['basic', 'payroll']],
    [
      ['lookup', 'basic'],
      ['lookup', 'basic'],
    ],
    [{ privileges: 'lookup' }, ['lookup']],
    [{ privileges: ['lookup'], roles: ['Clerk'] }, ['lookup', 'basic']],
    [{ roles: 'clerk,accountant' }, ['basic', 'payroll', 'CreateInvoices']],
    ['webadmin', ['WebAdmin']],
    ['BASIC', ['basic']],
    ['nobody', []],
    [['basic', 'nobody', 5, null], ['basic']],
    [{ roles: 'Nobody', privileges: 'guest' }, []],
    ['', []],
    [{}, []],
    [7, []],
    [null, []],
  ])('of %j gives %j (SES-140, SES-141)', (argument, privileges) => {
    expect(after(acts(says('setPrivileges', argument), get)).values).toEqual([true, privileges])
  })

  it('tells whether it ignored a name', () => {
    const ending = (names: string) => after(acts(says('setPrivileges', names))).verdictOf('setPrivileges').ending
    expect([ending('basic'), ending('basic,nobody')]).toEqual(['set', 'setSome'])
  })

  it('adds to what the session has; clearing first replaces it (Q-04, A-11)', () => {
    expect(after(acts(says('setPrivileges', 'lookup'), setBasic, get)).value).toEqual(['lookup', 'basic'])
    expect(after(acts(says('setPrivileges', 'lookup'), says('clearPrivileges'), setBasic, get)).value).toEqual([
      'basic',
    ])
  })

  it('names a web session, and no desktop session (SES-160)', () => {
    const named = says('setPrivileges', { userName: 'Zoe' })
    expect(after(acts(named, says('userName'))).value).toBe('Zoe')
    expect(asked('remote', {}, [says('userName')], [named]).value).toBe('Ana')
    expect(asked('standalone', {}, [says('userName')], [named]).value).toBe('designer')
  })

  it('on the server is seen at once on the client (Q-14)', () => {
    expect(after(connects(), onServer('setPrivileges', 'payroll'), onClient('getPrivileges')).value).toEqual([
      'basic',
      'payroll',
    ])
  })

  it('without a roles.json knows no privilege but WebAdmin', () => {
    const none = { settings: { roles: null } }
    expect(asked('web', none, [get], [says('setPrivileges', 'basic,WebAdmin')]).value).toEqual(['WebAdmin'])
  })
})

describe('clearPrivileges()', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        T  T  T T T T T  T  T  T  T',
      remote: '     0  F  F T T T T  T  T  T  T',
      client: '     0  0  0 0 0 0 0  0  0  !  !',
      stored: '     0  F  F T T T T  T  T  T  T',
      standalone: ' 0  0  0 0 T T T  T  T  T  T',
    }),
  )('on a $actor session of $release answers $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('clearPrivileges')], [setBasic]))).toBe(sign)
  })

  it.each(['web', 'remote', 'standalone'] as const)('takes every privilege from a %s session of 21', (actor) => {
    expect(asked(actor, { release: '21' }, [says('clearPrivileges'), get], [setBasic]).value).toEqual([])
  })

  it('leaves promotions in place (SES-143)', () => {
    const code = [says('promote', 'payroll'), says('clearPrivileges'), says('hasPrivilege', 'payroll')]
    expect(after(acts(...code)).value).toBe(true)
  })

  it.each([
    ['20R7', 'clearedGuest'],
    ['20R8', 'clearedKept'],
    ['20R10', 'clearedKept'],
    ['21', 'cleared'],
  ] as const)('in force login mode of %s ends at %s', (release, ending) => {
    const { verdictOf } = withForceLogin(release).after(acts(setBasic, says('clearPrivileges')))
    expect(verdictOf('clearPrivileges').ending).toBe(ending)
  })

  it('leaves the licence with the session (Q-17)', () => {
    expect(withForceLogin().after(acts(setBasic, says('clearPrivileges'))).holders).toEqual(['web-1'])
  })
})

describe('promote()', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  -  - - - - N  N  N  N  N',
      remote: '     0  -  - - - - Z  N  N  N  N',
      client: '     0  0  0 0 0 0 0  0  0  !  !',
      stored: '     0  -  - - - - Z  Z  Z  Z  Z',
      standalone: ' 0  0  0 0 - - Z  N  N  N  N',
    }),
  )('on a $actor session of $release answers $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('promote', 'payroll')]))).toBe(sign)
  })

  it('counts its ids upwards, and answers 0 where it does nothing (SES-155, SES-156)', () => {
    const code = ['payroll', 'lookup', 'payroll', 'basic', 'nobody'].map((it) => says('promote', it))
    // "payroll" is there already, "basic" comes with it, "nobody" is not declared.
    expect(after(acts(...code)).values).toEqual([1, 2, 0, 0, 0])
  })

  it('does nothing for what roles.json promotes the function to (PRIV-034)', () => {
    const authentify = visits('/rest/$catalog/authentify', { method: 'POST', code: [says('promote', 'lookup')] })
    expect(after(authentify).value).toBe(0)
  })

  it('never gives the same id twice in one process', () => {
    const code = [says('promote', 'lookup'), says('demote', 1), says('promote', 'lookup')]
    expect(after(acts(...code)).values).toEqual([1, null, 2])
  })

  it('belongs to its process: the next request of the session does not see it (SES-159)', () => {
    const { steps } = after(
      acts(says('promote', 'payroll'), says('hasPrivilege', 'payroll')),
      acts(says('hasPrivilege', 'payroll')),
    )
    expect(steps.map(({ answers }) => answers.at(-1)?.value)).toEqual([true, false])
  })

  it('opens data for the rest of the method', () => {
    const read = says('access', 'read', 'Salaries')
    expect(after(acts(says('promote', 'payroll'), read)).value).toBe(true)
    expect(after(acts(read)).error).toBe('privilege')
  })
})

describe('demote()', () => {
  it.each(
    cellsOf({
      //            18R6 to 20R4, 20R5 6 7 8 9 10 21 R2 R3 R4
      web: '        -  -  - - - - U  U  U  U  U',
      remote: '     0  -  - - - - U  U  U  U  U',
      client: '     0  0  0 0 0 0 0  0  0  !  !',
      stored: '     0  -  - - - - U  U  U  U  U',
      standalone: ' 0  0  0 0 - - U  U  U  U  U',
    }),
  )('on a $actor session of $release answers $sign', ({ actor, release, sign }) => {
    expect(signOf(asked(actor, { release }, [says('demote', 1)]))).toBe(sign)
  })

  it.each<[Json, boolean]>([
    [1, false],
    [2, true],
    [0, true],
    ['1', true],
    [null, true],
  ])('of %j leaves the first promotion: %s (SES-157)', (id, left) => {
    const code = [says('promote', 'payroll'), says('demote', id), says('hasPrivilege', 'payroll')]
    expect(after(acts(...code)).value).toBe(left)
  })

  it('may leave the order: the first promotion goes, the second stays', () => {
    const code = [says('promote', 'CreateInvoices'), says('promote', 'lookup'), says('demote', 1)]
    const has = (name: string) => after(acts(...code, says('hasPrivilege', name))).value
    expect([has('CreateInvoices'), has('lookup')]).toEqual([false, true])
  })

  it('has nothing to do after the method: desktop code loses its promotion when it ends (SES-155)', () => {
    const told = inRelease('21').after(
      starts(),
      alone('promote', 'payroll'),
      alone('hasPrivilege', 'payroll'),
      alone('demote', 1),
    )
    expect([told.steps[1]!.answers[0]!.value, told.steps[2]!.answers[0]!.value, told.verdict.ending]).toEqual([
      1,
      false,
      'unknown',
    ])
  })
})

describe('privileges of a desktop session', () => {
  it('count for the web request that shares it, from 21 on (SES-064)', () => {
    const { value } = inRelease('21').after(
      connects(),
      opens('setPrivileges', 'payroll'),
      opens('createOTP'),
      actsWith('otp-1', says('access', 'read', 'Salaries')),
    )
    expect(value).toBe(true)
  })

  it('can be changed by that web request too, without another licence', () => {
    const told = inRelease('21').after(connects(), opens('createOTP'), actsWith('otp-1', setBasic))
    expect([told.value, told.session('remote-ana').privileges, told.holders]).toEqual([true, ['basic'], ['remote-ana']])
  })
})

describe('a web session in a REST request', () => {
  it('keeps its privileges from one request to the next', () => {
    expect(after(calls(setBasic), calls(get)).value).toEqual(['basic'])
  })
})
