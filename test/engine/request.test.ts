import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command, SendRequest } from '../../src/engine/command'
import { read, splitUrl } from '../../src/engine/request'
import { RELEASES } from '../../src/engine/releases/releases'
import { office } from '../../src/gallery/office'
import { step } from '../../src/engine/step'
import { visits } from '../support/commands'
import { changing } from '../support/matrix'
import { worldIn, type Scene } from '../support/told'

const request = (url: string, more: object = {}) => visits(url, more) as Command & SendRequest
const asked = (url: string, more: object = {}, scene: Scene = {}) => read(worldIn(scene), request(url, more))

describe('an address', () => {
  it.each([
    ['/4DACTION/action_Session', 'action', 'action_Session'],
    ['/4daction/x', 'action', 'x'],
    ['/4DACTION', 'action', null],
    ['/4DSOAP/convert', 'soap', 'convert'],
    ['/$lib/renderer/?w=People', 'renderer', null],
    ['/verify?token=1', 'handler', 'handleVerify'],
    ['/index.shtml', 'tags', null],
    ['/shop/page.4dhtm', 'tags', null],
    ['/', 'page', null],
    ['', 'page', null],
    ['pictures/a.png', 'page', null],
    ['/rest', 'rest', null],
    ['/rest/$info', 'rest', null],
    ['/rest/People', 'rest', null],
    ['/REST/People', 'rest', null],
    ['/rest/$singleton/Till/reset', 'singleton', 'Till.reset'],
    ['/rest/$singleton/Till', 'singleton', 'Till'],
    ['/rest/$singleton', 'rest', null],
    ['https://office.example:8043/4DACTION/far', 'action', 'far'],
  ])('%s is a request of the kind %s for %s', (url, kind, method) => {
    expect(asked(url)).toMatchObject({ kind, method })
  })

  it.each([
    ['/rest/$catalog', 'GET', true],
    ['/rest/$catalog/$all', 'GET', true],
    ['/rest/$catalog/authentify', 'POST', true],
    ['/rest/$catalog/authentify', 'GET', true],
    ['/rest/$getWebForm', 'GET', true],
    ['/rest/$catalog/act', 'POST', false],
    ['/rest/People', 'GET', false],
    ['/rest/$info', 'GET', false],
  ] as const)('%s by %s is descriptive: %s', (url, method, descriptive) => {
    expect(asked(url, { method }).descriptive).toBe(descriptive)
  })

  it('calls authentify() by POST only', () => {
    expect(asked('/rest/$catalog/authentify', { method: 'POST' }).kind).toBe('authentify')
    expect(asked('/rest/$catalog/authentify').kind).toBe('rest')
  })

  it.each([
    ['/rest/People', 'GET', 'read', 'dataclass', 'People'],
    ['/rest/People(3)', 'GET', 'read', 'dataclass', 'People'],
    ['/rest/People?$method=update', 'POST', 'create', 'dataclass', 'People'],
    ['/rest/People(3)?$method=update', 'POST', 'update', 'dataclass', 'People'],
    ['/rest/People(3)?$method=delete', 'POST', 'drop', 'dataclass', 'People'],
    ['/rest/People/greet', 'GET', 'execute', 'method', 'People.greet'],
    ['/rest/People/anything', 'POST', 'execute', 'method', 'People.anything'],
    ['/rest/$catalog/act', 'POST', 'execute', 'method', 'ds.act'],
    ['/rest/$singleton/Till', 'GET', 'execute', 'singleton', 'Till'],
    ['/rest/$singleton/Till/reset', 'GET', 'execute', 'singletonMethod', 'Till.reset'],
  ] as const)('%s by %s wants to %s the %s %s', (url, method, action, type, applyTo) => {
    expect(asked(url, { method }).access).toMatchObject({ action, resource: { type, applyTo } })
  })

  it.each([
    ['/rest/People/name', ['name']],
    ['/rest/People?$attributes=name,birthday', ['name', 'birthday']],
    ['/rest/People?$attributes=%20name%20,', ['name']],
    ['/rest/People', []],
  ])('%s asks for the attributes %j', (url, attributes) => {
    expect(asked(url).access?.attributes).toEqual(attributes)
  })

  it('carries a token in $4DSID, unless one is named beside it', () => {
    expect(asked('/4DACTION/a?$4DSID=otp-1').token).toBe('otp-1')
    expect(asked('/4DACTION/a?x=1&%244DSID=ABC#end').token).toBe('ABC')
    expect(asked('/4DACTION/a?$4DSID=otp-1', { token: 'otp-2' }).token).toBe('otp-2')
    expect(asked('/4DACTION/a').token).toBeNull()
  })

  it('is split without losing a value that holds an equals sign or a percent sign', () => {
    expect([...splitUrl('/a?b=c=d&e=%zz&f&=g&h=1+2').query]).toEqual([
      ['b', 'c=d'],
      ['e', '%zz'],
      ['f', ''],
      ['h', '1 2'],
    ])
  })
})

describe('a pattern of a request handler', () => {
  it('is left to other readings where there are no handlers', () => {
    expect(read(worldIn(), request('/verify/1'), false).kind).toBe('page')
  })
})

describe('a singleton', () => {
  it('can be called through REST from 20 R6 on', () => {
    const kinds = RELEASES.map((release) => asked('/rest/$singleton/Till/reset', {}, { release }).kind)
    expect(kinds).toEqual(changing('20R6', 'rest', 'singleton'))
  })
})

describe('a nonsense address', () => {
  const piece = fc.oneof(
    fc.constantFrom('/', '?', '&', '=', '%', '$', '(', '#', 'rest', '4DACTION', '$catalog', '$singleton', '$4DSID='),
    fc.constantFrom('__proto__', 'constructor', 'http://', '\u0000', '%E0%A4%A', '..', ',', 'People', '$lib/renderer'),
    fc.string(),
  )
  const url = fc.array(piece, { maxLength: 12 }).map((all) => all.join(''))

  it('is understood somehow and never throws', () => {
    fc.assert(
      fc.property(url, fc.constantFrom(...RELEASES), fc.constantFrom('GET', 'POST'), (text, release, method) => {
        const { reply } = step(worldIn({ release }), request(text, { method }))
        // An address may name a host, which is then another one: nothing is sent.
        const least = /^https?:\/\//i.test(text) ? 0 : 200
        expect(reply?.status).toBeGreaterThanOrEqual(least)
      }),
      { numRuns: 300 },
    )
  })
})

describe('an address that leads nowhere', () => {
  const found = (url: string, more: object = {}, scene: Scene = {}) => {
    const { reply, verdicts } = step(worldIn(scene), request(url, more))
    return [reply?.status, verdicts.find(({ decision }) => decision === 'addressThere')?.ending]
  }

  it.each([
    ['/rest/Nothing', {}, 'unknownDataclass'],
    ['/rest/Nothing(1)?$method=update', { method: 'POST' }, 'unknownDataclass'],
    ['/rest/Nothing/act', { method: 'POST' }, 'unknownDataclass'],
    ['/rest/people', {}, 'wrongCase'],
    ['/rest/People/nothing', { method: 'POST' }, 'unknownFunction'],
    ['/rest/$catalog/nothing', { method: 'POST' }, 'unknownFunction'],
    ['/$lib/renderer/?w=Nothing', {}, 'unknownPage'],
    ['/$lib/renderer/', {}, 'unknownPage'],
    ['/nothing.html', {}, 'unknownPage'],
    ['/nothing.shtml', {}, 'unknownPage'],
    ['/4DACTION', {}, 'noMethod'],
  ])('%s is not found: %s %s', (url, more, ending) => {
    expect(found(url, more)).toEqual([404, ending])
  })

  it.each([
    ['/rest/People', {}],
    ['/rest/People/greet', { method: 'POST' }],
    ['/rest/$catalog/authentify', { method: 'POST' }],
    ['/rest/$singleton/Till/open', {}],
    ['/rest/Nothing/act', { method: 'POST', code: [{ call: 'Session' }] }],
    ['/nothing.shtml', { code: [{ call: 'Session' }] }],
    ['/', {}],
    ['/rest/$info', {}],
  ])('%s leads somewhere', (url, more) => {
    expect(found(url, more, { settings: { roles: null } })).toEqual([200, undefined])
  })

  it('is not told from another where the world does not say what there is', () => {
    const spec = { ...office, dataclasses: [], settings: { ...office.settings, pages: [], roles: null } }
    for (const url of ['/rest/Nothing', '/rest/people', '/nothing.html', '/$lib/renderer/?w=Nothing'])
      expect(found(url, {}, { spec })).toEqual([200, undefined])
  })

  it('is refused first when nobody may call the function', () => {
    const roles = {
      privileges: [],
      permissions: { allowed: [{ type: 'datastore', applyTo: 'ds', execute: ['none'] }] },
    }
    expect(found('/rest/$catalog/nothing', { method: 'POST' }, { settings: { roles } })).toEqual([401, undefined])
  })

  it('waits before the gate of force login', () => {
    const settings = { roles: { privileges: [], permissions: {}, forceLogin: true } }
    expect(found('/rest/Nothing', {}, { settings })).toEqual([401, undefined])
  })
})

describe('an address that names a host', () => {
  const told = (url: string) => {
    const { reply, verdicts, events } = step(worldIn(), request(url))
    return [reply?.status, verdicts.find(({ decision }) => decision === 'readHost')?.ending, events.length > 0]
  }

  it.each(['http://localhost', 'https://LOCALHOST:8043/', 'http://10.0.0.1/', 'http://web/', 'http://127.0.0.1:80/'])(
    '%s goes to this web server',
    (url) => {
      expect(told(url)).toEqual([200, 'own', true])
    },
  )

  it.each(['https://office.example:8043/', 'http://10.0.0.2/', 'http:///', 'http://localhost.evil/'])(
    '%s is not sent to it',
    (url) => {
      expect(told(url)).toEqual([0, 'foreign', false])
    },
  )

  it('is asked for only where there is one', () => {
    expect(told('/')).toEqual([200, undefined, true])
  })
})
