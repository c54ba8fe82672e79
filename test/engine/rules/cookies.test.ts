import { describe, expect, it } from 'vitest'
import type { SettingsSpec } from '../../../src/simulation/scenario'
import { sets, visits } from '../../support/commands'
import { inWorld } from '../../support/told'

const ACTION = '/4DACTION/action_Session'
const plain = visits(ACTION)
const over = (settings: SettingsSpec, ...requests: readonly ReturnType<typeof visits>[]) => {
  const { steps } = inWorld({ settings }).after(...requests)
  return steps.map(({ reply }) => reply?.session)
}
const again = ['web-1', 'web-1']
const anew = ['web-1', 'web-2']

describe('the path of the session cookie', () => {
  it.each([
    ['/4DACTION', ACTION, again],
    ['/4DACTION/', ACTION, again],
    ['/', ACTION, again],
    ['/4DACT', ACTION, anew],
    ['/shop', ACTION, anew],
    ['/4DACTION', '/rest/$info', anew],
    ['/4DACTION', '/', anew],
  ])('%s, for %s', (cookiePath, url, expected) => {
    expect(over({ cookiePath }, plain, visits(url))).toEqual(expected)
  })
})

describe('an empty domain or path', () => {
  it('restricts nothing', () => {
    expect(over({ cookieDomain: '', cookiePath: '' }, plain, visits(`http://localhost/rest/$info`))).toEqual(again)
    expect(inWorld({ settings: { cookieDomain: '' } }).after(visits('http://elsewhere.example/')).status).toBe(0)
  })
})

describe('the domain of the session cookie', () => {
  const at = (host: string) => visits(`http://${host}${ACTION}`)

  it.each([
    ['office.example', 'office.example', again],
    ['office.example', 'www.office.example', again],
    ['/*.office.example', 'a.b.office.example', again],
    ['office.example', 'OFFICE.example', again],
    ['office.example', 'localhost', anew],
  ])('%s, for the host %s', (cookieDomain, host, expected) => {
    expect(over({ cookieDomain }, plain, at(host))).toEqual(expected)
  })

  it('makes no host of another one that ends alike', () => {
    expect(inWorld({ settings: { cookieDomain: 'office.example' } }).after(at('my-office.example')).status).toBe(0)
  })

  it('is not accepted from a host outside', () => {
    const { world, reply, verdictOf } = inWorld({ settings: { cookieDomain: 'office.example' } }).after(at('localhost'))
    expect([world.cookies.size, reply?.setCookie]).toEqual([0, undefined])
    expect(verdictOf('giveCookie').ending).toBe('foreign')
  })
})

describe('SameSite', () => {
  const crossed = (url: string, method?: 'POST') => visits(url, { crossSite: true, ...(method ? { method } : {}) })

  it.each([
    ['Strict', crossed(ACTION), anew],
    ['Lax', crossed(ACTION), again],
    ['Lax', crossed(ACTION, 'POST'), anew],
    ['Lax', crossed('/rest/$info'), anew],
    ['Lax', crossed('/$lib/renderer/?w=People'), again],
  ] as const)('%s, for %o', (sameSite, request, expected) => {
    expect(over({ sameSite }, plain, request)).toEqual(expected)
  })

  it('None sends it in every context', () => {
    expect(over({ sameSite: 'None' }, plain, crossed('/rest/$info'))).toEqual(again)
    expect(over({ sameSite: 'None' }, plain, crossed(ACTION, 'POST'))).toEqual(again)
  })

  it('does not exist before 19', () => {
    const { steps } = inWorld({ release: '18R6', settings: { sameSite: 'Strict' } }).after(plain, crossed(ACTION))
    expect(steps.map(({ reply }) => reply?.session)).toEqual(again)
  })
})

describe('the IP address of a request', () => {
  const from = (address: string) => visits(ACTION, { address })

  it('is not checked with scalable sessions', () => {
    expect(over({}, from('10.0.0.8'), from('10.0.0.9'))).toEqual(again)
    const { verdictOf } = inWorld().after(from('10.0.0.8'), from('10.0.0.9'))
    expect(verdictOf('findSession').ending).toBe('reusedElsewhere')
  })

  it('is no news when it is the same, or when nobody says it', () => {
    expect(inWorld().after(from('10.0.0.8'), from('10.0.0.8')).verdictOf('findSession').ending).toBe('reused')
    expect(inWorld().after(from('10.0.0.8'), plain).verdictOf('findSession').ending).toBe('reused')
  })
})

describe('the fields of the cookie', () => {
  it.each([
    ['cookiePath', '/shop', 'webRestarted'],
    ['cookiePath', '', 'webRestarted'],
    ['cookieDomain', '', 'webRestarted'],
    ['cookiePath', 'shop', 'senseless'],
    ['cookiePath', '/a b', 'senseless'],
    ['cookieDomain', '/*.4d.fr', 'webRestarted'],
    ['cookieDomain', 'a b', 'senseless'],
    ['cookieDomain', 5, 'senseless'],
  ] as const)('%s := %j is %s', (setting, value, outcome) => {
    expect(inWorld().after(sets(setting, value)).outcome).toBe(outcome)
  })
})
