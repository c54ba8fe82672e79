import { describe, expect, it } from 'vitest'
import { RELEASES } from '../../../src/engine/releases/releases'
import {
  acts,
  actsWith,
  connects,
  leaves,
  opens,
  page,
  says,
  soloArea,
  startsWeb,
  starts,
  stopsWeb,
  visits,
  waits,
} from '../../support/commands'
import { after, inRelease } from '../../support/told'

const shares = [connects(), opens('createOTP')]
const session = says('Session')

describe('a one-time token', () => {
  it('opens the session that created it', () => {
    const told = after(...shares, page('otp-1'))
    expect(told.verdictOf('checkToken').outcome).toBe('restored')
    expect(told.reply).toMatchObject({ status: 200, session: 'remote-ana' })
    expect(told.token().usedAt).toBe(0)
  })

  it('works once', () => {
    const { verdict, world } = after(...shares, page('otp-1'), page('otp-1'))
    expect(verdict.outcome).toBe('used')
    expect(verdict.facts).toMatchObject({ token: 'otp-1', usedAt: 0 })
    expect(world.tokens.size).toBe(1)
  })

  it.each([
    { seconds: 9, outcome: 'restored' },
    { seconds: 10, outcome: 'expired' },
    { seconds: 11, outcome: 'expired' },
  ])('after $seconds of 10 seconds is $outcome', ({ seconds, outcome }) => {
    expect(after(...shares, waits(seconds), page('otp-1')).verdictOf('checkToken').outcome).toBe(outcome)
  })

  it.each([
    { seconds: 59, outcome: 'restored' },
    { seconds: 60, outcome: 'expired' },
    { seconds: 61, outcome: 'expired' },
  ])('made for 60 seconds is $outcome after $seconds', ({ seconds, outcome }) => {
    const { verdictOf } = after(connects(), opens('createOTP', 60), waits(seconds), page('otp-1'))
    expect(verdictOf('checkToken').outcome).toBe(outcome)
  })

  it('that nobody made is unknown', () => {
    expect(after(connects(), page('otp-9')).verdict.outcome).toBe('unknown')
    expect(after(connects(), page('')).verdict.outcome).toBe('unknown')
  })

  it('is orphaned when its session has ended, even if there is a new one of the same client', () => {
    expect(after(...shares, leaves(), visits('/4DACTION/x', { token: 'otp-1' })).verdictOf('checkToken').outcome).toBe(
      'orphaned',
    )
    expect(after(...shares, leaves(), connects(), page('otp-1')).verdict.outcome).toBe('orphaned')
  })

  it('of a web session dies with that session (SES-051)', () => {
    const long = acts(says('createOTP', 7200))
    const outcome = (seconds: number) => after(long, waits(seconds), actsWith('otp-1')).verdictOf('checkToken').outcome
    expect([outcome(3599), outcome(3600), outcome(3601)]).toEqual(['restored', 'orphaned', 'orphaned'])
  })

  it('is known by its name and by its 32 digits, in either case', () => {
    const { value } = after(...shares).token()
    for (const text of ['otp-1', value, value.toLowerCase()])
      expect(after(...shares, page(text)).verdictOf('checkToken').outcome).toBe('restored')
  })

  it('of a component web server opens nothing on that of the host (SES-060)', () => {
    const made = [startsWeb('shop'), visits('/4DACTION/act', { to: 'shop', code: [says('createOTP')] })]
    expect(after(...made, actsWith('otp-1')).verdictOf('checkToken').outcome).toBe('ofComponent')
    expect(after(...made, stopsWeb('shop'), actsWith('otp-1')).verdictOf('checkToken').outcome).toBe('orphaned')
  })

  it('of the server is unknown to a single-user 4D, and the other way round: each keeps its own sessions', () => {
    const told = after(starts(), ...shares, soloArea('/4DACTION/act', { token: 'otp-1', code: [session] }))
    expect(told.verdictOf('checkToken').outcome).toBe('unknown')
    expect(told.answers[0]!.session).toBe('web-1')
    const own = after(starts(), soloArea('/4DACTION/act', { code: [says('createOTP')] }), actsWith('otp-1', session))
    expect([own.verdictOf('checkToken').outcome, own.answers[0]!.session]).toEqual(['unknown', 'web-2'])
  })

  it('that fails changes nothing: it can still be used by somebody in time', () => {
    const { steps } = after(starts(), ...shares, soloArea('/', { token: 'otp-1' }), page('otp-1'))
    expect(steps[3]!.world.tokens).toBe(steps[2]!.world.tokens)
    expect(steps[4]!.reply?.session).toBe('remote-ana')
  })
})

describe('a token in the address', () => {
  const redeems = actsWith('otp-1', session)

  it('is not read before 20 R9, and that is no failure', () => {
    const early = RELEASES.slice(0, 4).map((release) => inRelease(release).after(acts(), redeems))
    expect(early.map(({ verdictOf }) => verdictOf('presentToken').ending)).toEqual(Array(4).fill('tooEarly'))
    expect(early.map(({ verdictOf }) => verdictOf('findSession').ending)).toEqual(Array(4).fill('reused'))
  })

  it.each([
    ['/4DACTION/act', '20R9', 'read'],
    ['/verify', '20R9', 'read'],
    ['/$lib/renderer/?w=People', '20R10', 'readAnyway'],
    ['/$lib/renderer/?w=People', '21', 'read'],
    ['/rest/People', '21R4', 'readAnyway'],
    ['/index.shtml', '21R4', 'readAnyway'],
  ] as const)('%s of %s is %s (SES-056, SES-057)', (url, release, ending) => {
    const { verdictOf } = inRelease(release).after(visits(url, { token: 'otp-1' }))
    expect(verdictOf('presentToken').ending).toBe(ending)
  })

  it('is refused by the web server of a component, in the address and in restore() (SES-060)', () => {
    const asks = visits('/4DACTION/act', { to: 'shop', token: 'otp-1', code: [session] })
    const told = after(...shares, startsWeb('shop'), asks)
    expect([told.outcome, told.answers[0]!.session, told.token().usedAt]).toEqual(['refused', 'web-1', null])
    const restores = visits('/4DACTION/act', { to: 'shop', code: [says('restore', 'otp-1')] })
    const again = after(...shares, startsWeb('shop'), restores)
    expect([again.value, again.verdict.ending, again.token().usedAt]).toEqual([false, 'onComponent', null])
  })

  it('may stand in the text of the address as well', () => {
    const told = after(...shares, visits('/4DACTION/act?$4DSID=otp-1', { code: [session] }))
    expect(told.answers[0]!.session).toBe('remote-ana')
  })
})
