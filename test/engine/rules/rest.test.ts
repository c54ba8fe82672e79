import { describe, expect, it } from 'vitest'
import { RELEASES } from '../../../src/engine/releases/releases'
import type { Json } from '../../../src/engine/json'
import { office } from '../../../src/gallery/office'
import { acts, says, visits } from '../../support/commands'
import { inRelease, inWorld } from '../../support/told'

const catalog = visits('/rest/$catalog')
const describing = {
  privileges: [{ privilege: 'basic' }],
  permissions: { allowed: [{ type: 'dataclass', applyTo: 'Salaries', describe: ['basic'] }] },
}

describe('$info', () => {
  it('tells the session, with the seconds it lives, and its privileges', () => {
    const { reply, session } = inWorld().after(
      acts(says('setPrivileges', { privileges: 'basic', userName: 'Zoe' })),
      visits('/rest/$info'),
    )
    expect(reply?.body).toMatchObject({
      sessionInfo: [{ sessionID: session('web-1').id, userName: 'Zoe', lifeTime: 3600 }],
      privileges: [{ privilege: 'basic' }],
    })
  })

  it('tells a longer life after a longer idleTimeout', () => {
    const { reply } = inWorld().after(acts(says('setIdleTimeout', 90)), visits('/rest/$info'))
    expect(reply?.body).toMatchObject({ sessionInfo: [{ lifeTime: 5400 }] })
  })

  it('tells the privileges alone when asked for them, from 20 R6 on', () => {
    const bodies = RELEASES.map((release) => inRelease(release).after(visits('/rest/$info/privileges')).reply?.body)
    const first = RELEASES.indexOf('20R6')
    expect(bodies.slice(0, first)).toEqual(Array(first).fill(null))
    expect(bodies.slice(first)).toEqual(Array(RELEASES.length - first).fill({ privileges: [{ privilege: 'guest' }] }))
  })

  it('lists the entity sets in memory', () => {
    const { after } = inWorld({ settings: { roles: null } })
    const body = after(visits('/rest/People?$method=entityset'), visits('/rest/$info')).reply?.body
    expect(body).toMatchObject({ entitySetCount: 1, entitySet: [{ tableName: 'People' }] })
  })
})

describe('$catalog', () => {
  const shownIn = (release: (typeof RELEASES)[number]) =>
    inWorld({ release, settings: { roles: describing } }).after(catalog).reply?.body
  const names = (...all: readonly string[]): Json => ({ dataClasses: all.map((name) => ({ name })) })

  it('is controlled by describe up to 20 R6, and by nothing from 20 R7', () => {
    expect(shownIn('20R6')).toEqual(names('People'))
    expect(shownIn('20R7')).toEqual(names('People', 'Salaries'))
    expect(shownIn('21R4')).toEqual(names('People', 'Salaries'))
  })

  it('shows what describe allows the session', () => {
    const { after } = inWorld({ release: '20R6', settings: { roles: describing } })
    expect(after(acts(says('setPrivileges', 'basic')), catalog).reply?.body).toEqual(names('People', 'Salaries'))
  })

  it('never shows a dataclass that is not exposed', () => {
    const spec = { ...office, dataclasses: [{ name: 'People' }, { name: 'Secrets', exposed: false }] }
    expect(inWorld({ spec }).after(catalog).reply?.body).toEqual(names('People'))
  })
})

describe('what is not exposed', () => {
  const spec = {
    ...office,
    settings: { ...office.settings, roles: null },
    dataclasses: [
      { name: 'People', attributes: ['name', 'salary'], functions: ['greet', 'fire'], hidden: ['salary', 'fire'] },
      { name: 'Secrets', exposed: false },
    ],
  }
  const { after } = inWorld({ spec })

  it.each([
    ['/rest/People', 'GET', 200],
    ['/rest/People/name', 'GET', 200],
    ['/rest/People/salary', 'GET', 404],
    ['/rest/People?$attributes=name,salary', 'GET', 404],
    ['/rest/People/greet', 'POST', 200],
    ['/rest/People/fire', 'POST', 404],
    ['/rest/Secrets', 'GET', 404],
  ] as const)('%s %s answers %i', (url, method, status) => {
    expect(after(visits(url, { method })).status).toBe(status)
  })

  it('is refused whatever privileges are held, but is open to code', () => {
    expect(after(acts(says('setPrivileges', 'WebAdmin')), visits('/rest/Secrets')).status).toBe(404)
    expect(after(acts(says('access', 'read', 'Secrets'))).value).toBe(true)
  })

  it('is not asked about where nothing is hidden', () => {
    expect(
      inWorld()
        .after(visits('/rest/People'))
        .verdicts.map((it) => it.decision),
    ).not.toContain('exposure')
  })
})

describe('a refused access', () => {
  const body = (url: string, method?: 'POST') => {
    const { reply, verdictOf } = inWorld().after(visits(url, method ? { method } : {}))
    return [reply?.status, verdictOf('refuseAccess').ending, JSON.stringify(reply?.body)]
  }

  it('to read a dataclass has a text and the number 1557', () => {
    const text =
      '{"__ERROR":[{"message":"No permission to read for the Salaries dataclass","componentSignature":"dbmg","errCode":1557}]}'
    expect(body('/rest/Salaries')).toEqual([401, 'numbered', text])
  })

  it('to write one has a text without a number', () => {
    const text =
      '{"__ERROR":[{"message":"No permission to create for the Salaries dataclass","componentSignature":"dbmg"}]}'
    expect(body('/rest/Salaries?$method=update')).toEqual([401, 'dataclass', text])
  })

  it('to a function has none', () => {
    expect(body('/rest/Salaries/raise', 'POST')).toEqual([401, 'silent', 'null'])
  })
})
