import { describe, expect, it } from 'vitest'
import type { Command } from '../../../src/engine/command'
import { office } from '../../../src/gallery/office'
import {
  acts,
  alone,
  area,
  calls,
  connects,
  leaves,
  logsOut,
  opens,
  page,
  says,
  sets,
  soloArea,
  starts,
  stopsWeb,
  visits,
  waits,
} from '../../support/commands'
import { after, inWorld, rolesOfOffice, withForceLogin, type Scene } from '../../support/told'

const login = says('setPrivileges', 'basic')
const knocks = visits('/rest/$catalog')
const authentify = visits('/rest/$catalog/authentify', { method: 'POST' })

describe('without force login', () => {
  it('the first REST request takes a licence at once, even for the catalogue (SES-110)', () => {
    const told = after(knocks)
    expect([told.holders, told.verdictOf('takeLicence').ending]).toEqual([['web-1'], 'taken'])
    expect(told.world.licences.get('web-1')?.because).toBe('firstRequest')
  })

  it('a 4DACTION takes none, until its session asks something by REST (Q-18)', () => {
    const { steps } = after(acts(login), acts(), calls())
    expect(steps.map(({ world }) => world.licences.size)).toEqual([0, 0, 1])
  })

  it('later requests keep the licence they have (SES-113)', () => {
    const told = after(calls(), calls(login), calls())
    expect([told.holders, told.verdictOf('takeLicence').ending]).toEqual([['web-1'], 'kept'])
  })

  it('a page that shares a desktop session takes none (SES-063, SES-117)', () => {
    expect(after(connects(), opens('createOTP'), page('otp-1'), area('/rest/People')).holders).toEqual(['remote-ana'])
    expect(after(connects(), page()).holders).toEqual(['remote-ana', 'web-1'])
  })
})

describe('in force login mode', () => {
  it('guests take none, setPrivileges() takes one (SES-111, SES-225)', () => {
    const { steps, holders } = withForceLogin().after(knocks, calls(), authentify, calls())
    expect(steps.map(({ world }) => world.licences.size)).toEqual([0, 0, 1, 1])
    expect(holders).toEqual(['web-1'])
  })

  it('it is the call that counts: setPrivileges("") takes one too (SES-112)', () => {
    const { holders } = withForceLogin().after(
      visits('/rest/$catalog/authentify', { method: 'POST', code: [says('setPrivileges', '')] }),
    )
    expect(holders).toEqual(['web-1'])
  })

  it('an authentify() that does not call it takes none (SES-225)', () => {
    const { holders, session } = withForceLogin().after(
      visits('/rest/$catalog/authentify', { method: 'POST', code: [] }),
    )
    expect([holders, session('web-1').login]).toEqual([[], false])
  })

  it('a logout gives it back, and logging in again takes it again (SES-114)', () => {
    const { steps } = withForceLogin().after(authentify, logsOut(), authentify)
    expect(steps.map(({ world }) => world.licences.size)).toEqual([1, 0, 1])
  })

  it('asking by REST after a login elsewhere takes it, when it was not to be had before', () => {
    const { after: tell } = inWorld({ settings: { licences: 0, roles: { ...rolesOfOffice, forceLogin: true } } })
    expect(tell(authentify).error).toBe('noLicence')
    expect(tell(authentify, sets('licences', 1), authentify).holders).toEqual(['web-1'])
  })
})

describe('a licence', () => {
  it.each<[string, readonly Command[]]>([
    ['the client leaves', [connects(), leaves()]],
    ['the web server stops', [calls(), stopsWeb()]],
    ['the session ends by itself', [calls(), waits(3600)]],
    ['the applications restart', [connects(), calls(), sets('restrictedByDefault', true)]],
  ])('is free again when %s (SES-114)', (_, story) => {
    expect(after(...story).holders).toEqual([])
  })

  const full = (licences: number): Scene => ({ settings: { licences } })
  const two = [connects(), connects('bruno')]

  it.each([
    { licences: 1, connected: false },
    { licences: 2, connected: true },
    { licences: 3, connected: true },
  ])('for the second client of $licences: connected $connected', ({ licences, connected }) => {
    const told = inWorld(full(licences)).after(...two)
    expect(told.world.machines.get('bruno')?.running).toBe(connected)
    expect(told.outcome).toBe(connected ? 'connected' : 'noLicence')
  })

  it.each([
    { licences: 1, status: 402 },
    { licences: 2, status: 200 },
    { licences: 3, status: 200 },
  ])('for a REST session beside a client, of $licences: status $status (Q-19)', ({ licences, status }) => {
    const told = inWorld(full(licences)).after(connects(), knocks)
    expect(told.status).toBe(status)
    expect(told.world.sessions.has('web-1')).toBe(status === 200)
    expect(told.world.cookies.size).toBe(status === 200 ? 1 : 0)
  })

  it('that setPrivileges() does not find leaves everything as it was (Q-19)', () => {
    const told = inWorld({ settings: { licences: 1, roles: { ...rolesOfOffice, forceLogin: true } } }).after(
      connects(),
      authentify,
    )
    expect([told.status, told.error, told.outcome]).toEqual([402, 'noLicence', 'exhausted'])
    expect(told.session('web-1')).toMatchObject({ privileges: [], login: false })
  })

  it('is never taken back when their number is lowered: then more are held than there are', () => {
    const told = after(...two, sets('licences', 1), knocks)
    expect([told.holders.length, told.status]).toEqual([2, 402])
  })
})

describe('in single-user', () => {
  const spec = {
    ...office,
    browsers: [1, 2, 3, 4].map((i) => ({ name: `browser-${i}` })),
  }
  const { after: tell } = inWorld({ spec })
  const asks = (i: number, url = '/rest/$info') => visits(url, { from: `browser-${i}`, to: 'solo-web' })
  const abroad = (i: number) => visits('/rest/$info', { from: `browser-${i}` })

  it.each([
    { sessions: 2, status: 200, ending: 'test' },
    { sessions: 3, status: 200, ending: 'test' },
    { sessions: 4, status: 402, ending: 'tooMany' },
  ])('the REST session number $sessions is answered $status (SES-116)', ({ sessions, status, ending }) => {
    const told = tell(starts(), ...Array.from({ length: sessions }, (_, i) => asks(i + 1)))
    expect([told.status, told.verdictOf('takeLicence').ending]).toEqual([status, ending])
  })

  it('a fourth may come when one has ended', () => {
    expect(tell(starts(), asks(1), waits(1), asks(2), asks(3), waits(3599), asks(4)).status).toBe(200)
  })

  it('other web sessions do not count, and no request of a session that is there', () => {
    expect(tell(starts(), asks(1, '/4DACTION/action_Session'), asks(2), asks(3), asks(4)).status).toBe(200)
    expect(tell(starts(), asks(1), asks(2), asks(3), asks(1)).verdictOf('takeLicence').ending).toBe('notCounted')
  })

  it('the REST sessions of a server nearby do not count', () => {
    expect(tell(starts(), abroad(1), abroad(2), abroad(3), asks(4)).status).toBe(200)
  })

  it('no licence of the server is taken, not even by setPrivileges()', () => {
    const told = after(starts(), soloArea('/4DACTION/act', { code: [login] }), alone('setPrivileges', 'basic'))
    expect(told.holders).toEqual([])
    expect(told.steps[1]!.answers[0]!.value).toBe(true)
  })
})
