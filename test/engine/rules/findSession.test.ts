import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/engine/command'
import {
  acts,
  actsWith,
  area,
  calls,
  connects,
  leaves,
  opens,
  page,
  says,
  sets,
  stopsWeb,
  startsWeb,
  visits,
  waits,
} from '../../support/commands'
import { after, inRelease, inWorld } from '../../support/told'

const who = says('Session')
const ending = (...commands: readonly Command[]) => after(...commands).verdictOf('findSession').ending

describe('a web request', () => {
  it('without a cookie gets a new session and its cookie (SES-022)', () => {
    const { reply, world, verdictOf } = after(acts(who))
    expect(verdictOf('findSession').ending).toBe('new')
    expect(reply).toMatchObject({ session: 'web-1', setCookie: '4DSID_Office' })
    expect(world.cookies.get('visitor@web')).toMatchObject({ name: '4DSID_Office', session: 'web-1', secure: false })
  })

  it('with its cookie stays in its session, and is told nothing new (SES-021)', () => {
    const { reply, verdictOf } = after(acts(who), acts(who))
    expect(verdictOf('findSession').ending).toBe('reused')
    expect(reply).toEqual({ status: 200, body: null, session: 'web-1' })
  })

  it.each([
    { seconds: 3599, ending: 'reused' },
    { seconds: 3600, ending: 'closed' },
    { seconds: 3601, ending: 'closed' },
  ])('after $seconds seconds of silence finds its session $ending (SES-085)', ({ seconds, ending: found }) => {
    const told = after(acts(), waits(seconds), acts(who))
    expect(told.verdictOf('findSession').ending).toBe(found)
    expect(told.answers[0]!.session).toBe(found === 'reused' ? 'web-1' : 'web-2')
  })

  it('moves the end of its session, so that only silence counts (SES-089)', () => {
    expect(ending(acts(), waits(3000), acts(), waits(3000), acts())).toBe('reused')
  })

  it('of two browsers, or to two web servers, has two sessions', () => {
    const { world } = after(
      connects(),
      acts(),
      area('/4DACTION/act', { code: [] }),
      startsWeb('shop'),
      visits('/', { to: 'shop' }),
    )
    expect(world.cookies.values().map(({ session }) => session)).toEqual(['web-1', 'web-2', 'web-3'])
  })

  it('from another site leaves a Strict cookie at home, but not a Lax one (SES-025)', () => {
    const crossing = visits('/4DACTION/act', { crossSite: true, code: [who] })
    expect(ending(acts(), crossing)).toBe('withheld')
    expect(ending(sets('sameSite', 'Lax'), acts(), crossing)).toBe('reused')
    expect(ending(sets('sameSite', 'None'), acts(), crossing)).toBe('reused')
  })

  it('over http leaves a cookie at home that came over https (SES-025)', () => {
    const secure = visits('/4DACTION/act', { scheme: 'https', code: [] })
    expect(ending(secure, acts())).toBe('withheld')
    expect(ending(secure, secure)).toBe('reused')
    expect(ending(acts(), secure)).toBe('reused')
  })

  it('after the application got another name brings a cookie nobody asks for', () => {
    expect(ending(acts(), sets('applicationName', 'Shop'), acts())).toBe('new')
  })

  it('after the web server stopped and started again is new to it (SES-084)', () => {
    expect(ending(acts(), stopsWeb(), startsWeb(), acts())).toBe('closed')
  })
})

describe('a token and a cookie in one request', () => {
  it('end in the session of the token when it is good (SES-053)', () => {
    const told = after(connects(), page(), opens('createOTP'), page('otp-1'))
    expect(told.verdictOf('findSession').ending).toBe('tokenSession')
    expect(told.reply).toMatchObject({ session: 'remote-ana', setCookie: '4DSID_Office' })
    // The session that was replaced lives on.
    expect(told.session('web-1').type).toBe('rest')
  })

  it('leave the session of the cookie unchanged when the token fails (SES-054)', () => {
    const told = after(acts(says('setPrivileges', 'basic')), actsWith('otp-9', who))
    expect(told.verdictOf('findSession').ending).toBe('unchanged')
    expect([told.answers[0]!.session, told.session('web-1').privileges]).toEqual(['web-1', ['basic']])
  })

  it('make a guest when the token fails and there is no cookie, or a dead one (SES-054)', () => {
    expect(ending(actsWith('otp-9', who))).toBe('guestInstead')
    expect(ending(acts(), waits(3600), actsWith('otp-9', who))).toBe('closed')
  })

  it('need the token once: the cookie of the shared session is enough afterwards (Q-01)', () => {
    const told = after(
      connects(),
      opens('createOTP'),
      page('otp-1'),
      waits(7200),
      area('/4DACTION/act', { code: [who] }),
    )
    expect(told.answers[0]!.session).toBe('remote-ana')
  })

  it('lead to a guest after the client has gone', () => {
    const told = after(connects(), opens('createOTP'), actsWith('otp-1'), leaves(), acts(who))
    expect([told.verdictOf('findSession').ending, told.answers[0]!.session]).toEqual(['closed', 'web-1'])
  })
})

describe('with scalable sessions off, a web request', () => {
  const { after: afterOff } = inWorld({ settings: { scalableSessions: false } })

  it('has no session, no cookie, and no name', () => {
    const { reply, world } = afterOff(acts(who))
    expect(reply).toEqual({ status: 200, body: null, session: null })
    expect([world.cookies.size, world.sessions.keys()]).toEqual([0, ['stored-procedures']])
  })

  it('by REST has one in 21 R4, and keeps it (SES-103)', () => {
    const { steps } = afterOff(calls(who), calls(who))
    expect(steps.map(({ answers }) => answers[0]!.session)).toEqual(['web-1', 'web-1'])
  })

  it('by REST is assumed to follow its cookie, even to a desktop session it was given before', () => {
    const told = after(
      connects(),
      opens('createOTP'),
      page('otp-1'),
      sets('scalableSessions', false),
      area('/rest/$info'),
    )
    expect([told.reply?.session, told.verdictOf('findSession').ending]).toEqual(['remote-ana', 'restReused'])
    expect(afterOff(calls(who)).verdictOf('findSession').ending).toBe('restNew')
  })

  it('by REST had none before', () => {
    const off = inWorld({ release: '21R3', settings: { scalableSessions: false } })
    expect(off.after(calls(who)).verdictOf('resolveWebSession').ending).toBe('restNull')
  })
})

describe('the cookie of a reply', () => {
  const given = (...commands: readonly Command[]) => {
    const { reply, verdicts } = after(...commands)
    const walked = verdicts.filter(({ decision }) => decision === 'giveCookie').map(({ ending }) => ending)
    return [reply?.setCookie, ...walked]
  }

  it('comes with a new session (SES-022), and only then', () => {
    expect(given(acts())).toEqual(['4DSID_Office', 'set'])
    expect(given(acts(), acts())).toEqual([undefined])
  })

  it('is Secure over HTTPS, and kept to its site (SES-025)', () => {
    expect(given(visits('/x', { scheme: 'https' }))).toEqual(['4DSID_Office', 'setSecure'])
    expect(given(visits('/x', { crossSite: true }))).toEqual(['4DSID_Office', 'setForSite'])
  })

  it('is assumed to follow a token and restore() (Q-01)', () => {
    expect(given(connects(), opens('createOTP'), page('otp-1'))).toEqual(['4DSID_Office', 'restored'])
    expect(
      given(acts(says('createOTP')), connects(), area('/4DACTION/x', { code: [says('restore', 'otp-1')] })),
    ).toEqual(['4DSID_Office', 'restored'])
  })
})

describe('a browser', () => {
  it('keeps what its page asked for, the latest six, and shows a new page for anything else', () => {
    const asks = Array.from({ length: 8 }, () => area('/rest/People'))
    const { world } = after(connects(), page(), ...asks)
    const shown = world.browsers.get('ana-area')?.page
    expect([shown?.url, shown?.reads.length, shown?.reads[0]]).toEqual([
      '/$lib/renderer/?w=People',
      6,
      { what: 'read People', status: 401 },
    ])
    expect(
      after(connects(), page(), area('/4DACTION/action_Session')).world.browsers.get('ana-area')?.page,
    ).toMatchObject({
      url: '/4DACTION/action_Session',
      body: 'You have a session, but you may not create invoices.',
      reads: [],
    })
  })

  it('loses its page with the machine that shows it', () => {
    expect(after(connects(), page(), leaves()).world.browsers.get('ana-area')?.page).toBeNull()
  })

  it('leaves a trace that counts its requests', () => {
    const { world } = after(acts(), waits(5), visits('/index.html', { token: 'otp-1' }))
    expect(world.traces.get('visitor@web')).toMatchObject({
      count: 2,
      at: 5,
      url: '/index.html',
      status: 200,
      token: null,
    })
    const { world: used } = inRelease('21').after(connects(), opens('createOTP'), page('otp-1'))
    expect(used.traces.get('ana-area@web')).toMatchObject({ token: 'otp-1', session: 'remote-ana' })
  })
})
