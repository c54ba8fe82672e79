import { describe, expect, it } from 'vitest'
import type { Statement } from '../../../src/engine/method'
import { office } from '../../../src/gallery/office'
import type { SettingsSpec } from '../../../src/simulation/scenario'
import { acts, says, visits } from '../../support/commands'
import { inWorld } from '../../support/told'

const written = (methods: Readonly<Record<string, readonly Statement[]>>, settings: SettingsSpec = {}) =>
  inWorld({
    spec: {
      ...office,
      settings: { ...office.settings, pages: ['/logo.png', '/index.html'], ...settings },
      methods: [...(office.methods ?? []), ...Object.entries(methods).map(([name, code]) => ({ name, code }))],
    },
  })
const answering = (value: boolean) => written({ onWebAuthentication: [{ return: value }] })
const action = visits('/4DACTION/action_Session')

describe('On Web Authentication', () => {
  it.each([
    ['/4DACTION/action_Session', 'called'],
    ['/4DSOAP/x', 'called'],
    ['/', 'called'],
    ['/4DCGI/x', 'called'],
    ['/nowhere.html', 'called'],
    ['/logo.png', 'notForPages'],
    ['/rest/People', 'notForRest'],
    ['/rest/$catalog', 'notForRest'],
    ['/$lib/renderer/?w=People', 'notForRest'],
    ['/verify', 'notForHandlers'],
  ])('for %s is %s', (url, ending) => {
    expect(answering(true).after(visits(url)).verdictOf('webAuthentication').ending).toBe(ending)
  })

  it('refuses with False, and accepts with True or with nothing', () => {
    expect(answering(false).after(action)).toMatchObject({ status: 401, tone: 'bad' })
    expect(answering(true).after(action).status).toBe(200)
    const silent = written({ onWebAuthentication: [says('isGuest')] }).after(action)
    expect([silent.status, silent.verdictOf('acceptConnection').ending]).toEqual([200, 'acceptedSilently'])
  })

  it('refuses by an error', () => {
    const { status, verdictOf } = written({ onWebAuthentication: [says('access', 'read', 'Salaries')] }).after(action)
    expect([status, verdictOf('acceptConnection').ending]).toEqual([401, 'refusedByError'])
  })

  it('refuses nothing that it is not called for', () => {
    const { after } = answering(false)
    expect(['/logo.png', '/verify', '/rest/$catalog'].map((url) => after(visits(url)).status)).toEqual([200, 200, 200])
  })

  it('sees the web session, and what it does there stays', () => {
    const login = written({ onWebAuthentication: [says('setPrivileges', 'CreateInvoices'), { return: true }] })
    expect(login.after(action).reply?.body).toBe('You may create invoices.')
  })

  it('ends at its first return', () => {
    const { after } = written({
      onWebAuthentication: [{ return: true }, { return: false }, says('access', 'read', 'Salaries')],
    })
    expect(after(action).status).toBe(200)
  })

  it('is missed in Basic mode only', () => {
    expect(inWorld().after(action).status).toBe(200)
    const basic = inWorld({ settings: { webAuthentication: 'basic' } })
    expect(basic.after(action)).toMatchObject({ status: 401, tone: 'bad' })
    expect(basic.after(visits('/rest/$catalog')).status).toBe(200)
    expect(written({ onWebAuthentication: [] }, { webAuthentication: 'basic' }).after(action).status).toBe(200)
  })

  it('costs nothing where nobody waits for it', () => {
    const { verdicts } = inWorld().after(acts(says('Session')))
    expect(verdicts.map((it) => it.decision)).not.toContain('webAuthentication')
  })
})

describe('On Web Connection', () => {
  const greeting = written({ onWebConnection: [{ send: 'Hello.' }, says('Session')] })

  it.each([
    ['/4DCGI/x', 'calledForCgi', 'Hello.'],
    ['/4dcgi', 'calledForCgi', 'Hello.'],
    ['/4DCGIx', 'called', 'Hello.'],
    ['/customers/add', 'called', 'Hello.'],
    ['/', 'called', 'Hello.'],
    ['/logo.png', 'served', null],
  ])('for %s: %s', (url, ending, body) => {
    const { verdictOf, reply } = greeting.after(visits(url))
    expect(verdictOf('webConnection').ending).toBe(ending)
    expect(reply).toMatchObject({ status: 200, body })
  })

  it('runs in the web session', () => {
    expect(greeting.after(visits('/4DCGI/x')).answers[0]).toMatchObject({ place: 'CTX-02', session: 'web-1' })
  })

  it('is never reached by what On Web Authentication refuses', () => {
    const { after } = written({ onWebAuthentication: [{ return: false }], onWebConnection: [{ send: 'Hello.' }] })
    expect(after(visits('/4DCGI/x')).reply).toMatchObject({ status: 401, body: null })
  })
})
