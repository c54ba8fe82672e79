import { describe, expect, it } from 'vitest'
import { acts, connects, leaves, logsOut, opens, page, says } from '../../support/commands'
import { after, withForceLogin } from '../../support/told'

describe('the logout of a Qodly page', () => {
  const login = acts(says('setPrivileges', { privileges: 'basic', userName: 'Zoe' }), says('writeStorage', 'k', 1))
  const { after: tell } = withForceLogin()

  it('takes the privileges and the licence, and leaves the storage (PRIV-076)', () => {
    const told = tell(login, logsOut())
    expect([told.verdict.ending, told.holders]).toEqual(['released', []])
    expect(told.session('web-1')).toMatchObject({ privileges: [], login: false })
    expect(told.session('web-1').storage.get('k')).toBe(1)
  })

  it('of a guest has nothing to release', () => {
    expect(tell(acts(), logsOut()).verdict.ending).toBe('out')
  })

  it('needs force login, and a session', () => {
    expect([after(login, logsOut()).outcome, tell(logsOut()).outcome]).toEqual(['notForced', 'nobody'])
  })

  it('does not end what belongs to the desktop (assumed)', () => {
    const told = tell(connects(), opens('createOTP'), page('otp-1'), logsOut('ana-area'))
    expect([told.outcome, told.holders]).toEqual(['desktop', ['remote-ana']])
  })

  it('cannot be asked for by a page whose machine does not run', () => {
    const gone = tell(connects(), page(), leaves(), logsOut('ana-area'))
    expect(gone.outcome).toBe('browserGone')
  })
})
