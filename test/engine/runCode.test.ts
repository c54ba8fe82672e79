import { describe, expect, it } from 'vitest'
import type { Statement } from '../../src/engine/method'
import { acts, calls, connects, page, says, sets, visits } from '../support/commands'
import { after, inRelease } from '../support/told'

describe('the code of a method', () => {
  it('runs line by line, and sends what it said last', () => {
    const { values, reply } = after(acts(says('isGuest'), { send: 'one' }, says('userName'), { send: 'two' }))
    expect([values, reply?.body]).toEqual([[true, ''], 'two'])
  })

  it.each<[string, Statement, string]>([
    ['True', { if: says('isGuest'), then: [{ send: 'then' }], else: [{ send: 'else' }] }, 'then'],
    ['False', { if: says('hasPrivilege', 'x'), then: [{ send: 'then' }], else: [{ send: 'else' }] }, 'else'],
    ['an object', { if: says('Session'), then: [{ send: 'then' }], else: [{ send: 'else' }] }, 'then'],
    ['an empty text', { if: says('userName'), then: [{ send: 'then' }], else: [{ send: 'else' }] }, 'else'],
    ['0', { if: says('promote', 'nobody'), then: [{ send: 'then' }], else: [{ send: 'else' }] }, 'else'],
    ['Undefined', { if: says('storage', 'k'), then: [{ send: 'then' }], else: [{ send: 'else' }] }, 'else'],
  ])('takes its branch by what %s is', (_, statement, sent) => {
    expect(after(acts(statement)).reply?.body).toBe(sent)
  })

  it('needs no else', () => {
    expect(after(acts({ if: says('storage', 'k'), then: [{ send: 'then' }] })).reply).toMatchObject({
      status: 200,
      body: null,
    })
  })

  it('ends at the first error, inside a branch too, and the request with it', () => {
    const wrong = says('writeStorage', 'k', 1, false)
    const told = after(acts({ if: says('isGuest'), then: [wrong, says('id')] }, says('userName')))
    expect([told.values, told.status]).toEqual([[true, 'outsideUse'], 500])
  })

  it.each([
    ['privilege', says('access', 'read', 'Salaries'), 401],
    ['senseless', says('access', 'look', 'Salaries'), 500],
    ['outsideUse', says('writeStorage', 'k', 1, false), 500],
  ] as const)('that fails by %s is an error of the request', (error, line, status) => {
    const told = after(acts(line))
    expect([told.error, told.status]).toEqual([error, status])
  })

  it('ends after 500 lines, whatever it wants', () => {
    expect(after(acts(...Array.from({ length: 600 }, () => says('isGuest')))).answers).toHaveLength(500)
  })

  it('is that of the method in the address, and 404 when nobody wrote it', () => {
    expect(after(visits('/4DACTION/action_Session')).reply?.body).toContain('may not create invoices')
    const missing = after(visits('/4DACTION/nobodyWroteThis'))
    expect([missing.status, missing.outcome]).toEqual([404, 'missing'])
    expect(after(visits('/verify')).reply?.body).toBe('Thank you, the link was opened.')
  })

  it('leaves no process behind', () => {
    expect(after(acts(says('id')), calls(says('id'))).world.processes.keys()).toEqual(['server.main'])
  })
})

describe('a step', () => {
  it('is told by its last grant or refusal', () => {
    const told = after(connects(), visits('/rest/Salaries'))
    expect([told.tone, told.verdict.decision]).toEqual(['bad', 'dataclassAccess'])
    expect(inRelease('20R5').after(acts(says('info'))).verdict.ending).toBe('notAvailable')
    expect(after(connects()).verdict.decision).toBe('connectClient')
  })

  it('that recovered from a bad token is told by what it did then', () => {
    const told = after(visits('/4DACTION/act', { token: 'otp-9', code: [says('setPrivileges', 'basic')] }))
    expect([told.tone, told.verdict.decision]).toEqual(['good', 'setPrivileges'])
  })

  it('is told by what is not there, before what was merely answered', () => {
    expect(after(sets('scalableSessions', false), acts(says('Session'))).tone).toBe('none')
  })

  it('holds the words of its command, its answers and its reply', () => {
    const command = page()
    const told = after(connects(), command)
    expect(told.command).toBe(command)
    expect(told.reply).toEqual({ status: 200, body: null, session: 'web-1', setCookie: '4DSID_Office' })
  })
})
