import { describe, expect, it } from 'vitest'
import { acts, connects, logsOut, opens, page, says, visits } from '../../support/commands'
import { after, inWorld, withForceLogin } from '../../support/told'

describe('the gate of force login', () => {
  const knocks = visits('/rest/$catalog')
  const login = visits('/rest/$catalog/authentify', { method: 'POST' })
  const asks = visits('/rest/People')
  const { after: tell } = withForceLogin()

  it('serves descriptive requests to anybody (SES-222)', () => {
    for (const url of ['/rest/$catalog', '/rest/$catalog/$all', '/rest/$getWebForm'])
      expect(tell(visits(url)).verdictOf('passGate').ending).toBe('served')
  })

  it('serves the page itself, not its data (assumed)', () => {
    expect(tell(visits('/$lib/renderer/?w=People')).verdictOf('passGate').ending).toBe('pageServed')
    expect([tell(asks).status, tell(asks).outcome]).toEqual([401, 'refused'])
  })

  it('lets anybody run authentify(), by POST, whatever roles.json says (SES-224)', () => {
    expect(tell(login).verdictOf('passGate').ending).toBe('authentifyServed')
    const locked = {
      forceLogin: true,
      privileges: [],
      permissions: { allowed: [{ applyTo: 'ds.authentify', type: 'method', execute: ['nobody'] }] },
    }
    const code = [says('setPrivileges', '')]
    const told = inWorld({ settings: { roles: locked } }).after(
      visits('/rest/$catalog/authentify', { method: 'POST', code }),
      asks,
    )
    expect([told.steps[0]!.reply?.status, told.status]).toEqual([200, 200])
  })

  it('opens with setPrivileges(), and closes with a logout (SES-223, PRIV-076)', () => {
    const { steps } = tell(knocks, asks, login, asks, logsOut(), asks, knocks)
    expect(steps.map(({ reply }) => reply?.status ?? null)).toEqual([200, 401, 200, 200, null, 401, 200])
  })

  it('opens with setPrivileges("") as well, and with one called elsewhere (PRIV-073, A-09)', () => {
    expect(tell(acts(says('setPrivileges', '')), visits('/rest/$info')).verdictOf('passGate').ending).toBe('loggedIn')
  })

  it('stands open without force login', () => {
    expect(after(asks).verdictOf('passGate').ending).toBe('notForced')
  })

  it('is passed by a request that shares a session in which setPrivileges() was called', () => {
    const told = tell(
      connects(),
      opens('setPrivileges', 'basic'),
      opens('createOTP'),
      page('otp-1'),
      visits('/rest/People', { from: 'ana-area' }),
    )
    expect(told.status).toBe(200)
  })

  it('is assumed to stand before REST requests only (PRIV-078, A-09)', () => {
    const told = tell(acts(says('Session')), visits('/verify'), visits('/4DSOAP/x', { code: [says('Session')] }))
    expect(told.steps.map((it) => it.verdicts.find(({ decision }) => decision === 'passGate')?.ending)).toEqual(
      Array(3).fill('notRest'),
    )
    expect(tell(visits('/')).verdicts.map(({ decision }) => decision)).not.toContain('passGate')
    expect(after(acts(says('Session'))).verdicts.map(({ decision }) => decision)).not.toContain('passGate')
  })

  it('has a handler behind it that needs no execute permission, as is assumed (PRIV-008, A-08)', () => {
    expect(after(visits('/verify')).verdictOf('runHandler').ending).toBe('notAsked')
    expect(
      inWorld({ settings: { roles: null } })
        .after(visits('/verify'))
        .verdictOf('runHandler').ending,
    ).toBe('free')
  })
})
