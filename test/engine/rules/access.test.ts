import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/engine/json'
import { RELEASES, type Release } from '../../../src/engine/releases/releases'
import { office } from '../../../src/gallery/office'
import type { WorldSpec } from '../../../src/simulation/scenario'
import {
  acts,
  actsWith,
  alone,
  connects,
  onServer,
  opens,
  runs,
  says,
  starts,
  stored,
  visits,
} from '../../support/commands'
import { before, changing, from } from '../../support/matrix'
import { inWorld } from '../../support/told'

/** A data model with one attribute of each kind. */
const spec: WorldSpec = {
  ...office,
  dataclasses: [
    {
      name: 'People',
      attributes: ['name', 'salary', { name: 'boss', kind: 'alias' }, { name: 'age', kind: 'computed' }],
      functions: ['greet'],
    },
    { name: 'Orders', attributes: ['total'] },
  ],
}

type Lists = Readonly<Record<string, readonly string[]>>
type Target = readonly [type: string, applyTo: string]

const allowed = (...entries: readonly (readonly [...Target, Lists])[]) =>
  entries.map(([type, applyTo, lists]) => ({ type, applyTo, ...lists }))
const rolesWith = (entries: readonly object[], more: object = {}) =>
  ({
    privileges: [{ privilege: 'a' }, { privilege: 'b', includes: ['a'] }, { privilege: 'c' }],
    permissions: { allowed: entries },
    ...more,
  }) as unknown as Json

interface Try {
  readonly entries?: readonly object[]
  readonly more?: object
  readonly holds?: string
  readonly release?: Release
}

/** A visitor with these privileges tries one thing: whether it worked, and where the last table ended. */
function tries(action: string, resource: Json, { entries = [], more = {}, holds = '', release = '21R4' }: Try = {}) {
  const { after } = inWorld({ spec, release, settings: { roles: rolesWith(entries, more) } })
  const { answers, verdicts } = after(acts(says('setPrivileges', holds), says('access', action, resource)))
  const { value, error } = answers.at(-1)!
  // The cookie of the reply comes after all.
  const last = verdicts.findLast(({ decision }) => decision !== 'giveCookie')!
  return { result: error ?? value, ending: last.ending, table: last.decision }
}

describe('access that is under no control', () => {
  const lock = allowed(['datastore', 'ds', { read: ['c'], create: ['c'], update: ['c'], drop: ['c'], execute: ['c'] }])
  const { after } = inWorld({ spec, settings: { roles: rolesWith(lock) } })
  const read = ['access', 'read', 'People'] as const

  it('is that of all desktop code, whatever its session holds (PRIV-003, SES-150)', () => {
    expect(after(connects(), onServer(...read)).value).toBe(true)
    expect(after(connects(), runs('ana', 'clientMethod', ...read)).value).toBe(true)
    expect(after(stored(...read)).value).toBe(true)
    expect(after(starts(), alone(...read)).value).toBe(true)
    expect(after(stored(...read)).verdict.ending).toBe('desktop')
  })

  it('is not that of a web request that shares a desktop session (PRIV-004)', () => {
    const told = after(connects(), opens('createOTP'), actsWith('otp-1', says(...read)))
    expect([told.error, told.status]).toEqual(['privilege', 401])
  })

  it('is that of a web request when scalable sessions are off (PRIV-002)', () => {
    const off = inWorld({ spec, settings: { roles: rolesWith(lock), scalableSessions: false } })
    expect(off.after(acts(says(...read))).verdictOf('control').ending).toBe('notScalable')
  })

  it.each<[Json, string]>([
    [null, 'noFile'],
    ['{ "privileges": [', 'faultyFile'],
    [{ privileges: [] }, 'faultyFile'],
  ])('is all access under the file %j (PRIV-011, PRIV-012)', (roles, ending) => {
    const told = inWorld({ spec, settings: { roles } }).after(acts(says(...read)))
    expect([told.value, told.verdictOf('control').ending]).toEqual([true, ending])
  })

  it('is that of WebAdmin (A-05)', () => {
    expect(tries('read', 'People', { entries: lock, holds: 'WebAdmin' })).toMatchObject({
      result: true,
      ending: 'administrator',
    })
  })

  it.each([
    ['alias attributes, but for read', 'update', 'People.boss', 'notLooked'],
    ['computed attributes, for drop', 'drop', 'People.age', 'notLooked'],
  ])('is that to %s (PRIV-063, PRIV-064)', (_, action, resource, ending) => {
    expect(tries(action, resource, { entries: lock })).toMatchObject({ result: true, ending })
  })

  it('is describe, from 20 R7 on (PRIV-061)', () => {
    const entries = allowed(['dataclass', 'People', { describe: ['c'] }])
    const results = from('19R8').map((release) => tries('describe', 'People', { entries, release }).result)
    expect(results).toEqual(from('19R8').map((it) => (before('20R7').includes(it) ? 'privilege' : true)))
  })

  it.each<[string, Json]>([
    ['promote', 'ds'],
    ['execute', 'People.name'],
    ['read', { type: 'method', applyTo: 'People.greet' }],
    ['create', { type: 'singleton', applyTo: 'Till' }],
  ])('does not exist for combinations that mean nothing: %s on %j (PRIV-050)', (action, resource) => {
    expect(tries(action, resource)).toMatchObject({ result: 'senseless', ending: 'notApplicable' })
  })

  it.each<[Json, Json]>([
    ['look', 'People'],
    ['read', ''],
    ['read', null],
    ['read', { type: 'table', applyTo: 'People' }],
    ['read', ['People']],
  ])('is not asked for by %j %j, which is nonsense', (action, resource) => {
    const { after: tell } = inWorld()
    expect(tell(acts(says('access', action, resource))).values).toEqual(['senseless'])
  })
})

const DS: Target = ['datastore', 'ds']
const PEOPLE: Target = ['dataclass', 'People']
const NAME: Target = ['attribute', 'People.name']
const GREET: Target = ['method', 'People.greet']
const RESTRICTED = { restrictedByDefault: true }

describe('access to a dataclass', () => {
  it.each([
    { on: 'ds', list: allowed([...DS, { read: ['a'] }]), holds: 'a', ending: 'allowedDs' },
    { on: 'ds', list: allowed([...DS, { read: ['a'] }]), holds: 'c', ending: 'deniedDs' },
    { on: 'ds', list: allowed([...DS, { read: ['a'] }]), holds: 'b', ending: 'allowedDs' },
    { on: 'People', list: allowed([...PEOPLE, { read: ['c', 'a'] }]), holds: 'a', ending: 'allowedOwn' },
    { on: 'People', list: allowed([...PEOPLE, { read: ['b'] }]), holds: 'a', ending: 'deniedOwn' },
    {
      on: 'both',
      list: allowed([...DS, { read: ['a'] }], [...PEOPLE, { read: ['c'] }]),
      holds: 'a',
      ending: 'deniedOwn',
    },
    {
      on: 'both',
      list: allowed([...DS, { read: ['a'] }], [...PEOPLE, { read: ['c'] }]),
      holds: 'c',
      ending: 'allowedOwn',
    },
    {
      on: 'both, empty on People',
      list: allowed([...DS, { read: ['a'] }], [...PEOPLE, { read: [] }]),
      holds: 'a',
      ending: 'allowedDs',
    },
    { on: 'People for guests', list: allowed([...PEOPLE, { read: ['guest'] }]), holds: '', ending: 'allowedOwn' },
    { on: 'People for a role name', list: allowed([...PEOPLE, { read: ['Clerk'] }]), holds: 'a', ending: 'deniedOwn' },
    { on: 'nothing', list: [], holds: '', ending: 'open' },
    { on: 'another action', list: allowed([...PEOPLE, { create: ['c'] }]), holds: '', ending: 'open' },
  ])('with a list on $on, holding "$holds", ends at $ending', ({ list, holds, ending }) => {
    expect(tries('read', 'People', { entries: list, holds }).ending).toBe(ending)
  })

  it('that nobody lists is refused when restricted by default, from 21 on (PRIV-068)', () => {
    const results = RELEASES.map((release) => tries('read', 'People', { more: RESTRICTED, release }).result)
    expect(results).toEqual(changing<boolean | string>('21', true, 'privilege'))
  })

  it.each(['update', 'drop'])('to %s it needs read as well (PRIV-059)', (action) => {
    const entries = allowed([...PEOPLE, { [action]: ['a'], read: ['c'] }])
    expect(tries(action, 'People', { entries, holds: 'a' })).toEqual({
      result: 'privilege',
      ending: 'denied',
      table: 'readToo',
    })
    expect(tries(action, 'People', { entries, holds: 'a,c' })).toMatchObject({ result: true, ending: 'allowed' })
    expect(tries(action, 'People', { entries, holds: 'c' })).toMatchObject({ result: 'privilege', ending: 'deniedOwn' })
  })

  it('to create does not need read (PRIV-060)', () => {
    const entries = allowed([...PEOPLE, { create: ['a'], read: ['c'] }])
    expect(tries('create', 'People', { entries, holds: 'a' }).result).toBe(true)
  })

  it('is the same for the datastore itself', () => {
    const entries = allowed([...DS, { read: ['a'] }])
    expect([tries('read', 'ds', { entries, holds: 'a' }).ending, tries('read', 'ds', { entries }).ending]).toEqual([
      'allowedDs',
      'deniedDs',
    ])
  })
})

describe('access to an attribute', () => {
  it.each([
    { on: 'the attribute', list: allowed([...NAME, { read: ['a'] }]), holds: 'a', result: true, ending: 'allowed' },
    { on: 'the attribute', list: allowed([...NAME, { read: ['a'] }]), holds: 'c', result: null, ending: 'denied' },
    {
      on: 'the dataclass',
      list: allowed([...PEOPLE, { read: ['a'] }]),
      holds: 'a',
      result: true,
      ending: 'asDataclass',
    },
    {
      on: 'the dataclass',
      list: allowed([...PEOPLE, { read: ['a'] }]),
      holds: 'c',
      result: 'privilege',
      ending: 'deniedOwn',
    },
    // Both are needed (PRIV-053).
    {
      on: 'both',
      list: allowed([...PEOPLE, { read: ['a'] }], [...NAME, { read: ['c'] }]),
      holds: 'a',
      result: null,
      ending: 'denied',
    },
    {
      on: 'both',
      list: allowed([...PEOPLE, { read: ['a'] }], [...NAME, { read: ['c'] }]),
      holds: 'c',
      result: 'privilege',
      ending: 'deniedOwn',
    },
    {
      on: 'both',
      list: allowed([...PEOPLE, { read: ['a'] }], [...NAME, { read: ['c'] }]),
      holds: 'a,c',
      result: true,
      ending: 'allowed',
    },
  ])('with a list on $on, holding "$holds", gives $result', ({ list, holds, result, ending }) => {
    expect(tries('read', 'People.name', { entries: list, holds })).toMatchObject({ result, ending })
  })

  it('to write what one may not is an error (A-14)', () => {
    const entries = allowed([...NAME, { create: ['c'] }])
    expect(tries('create', 'People.name', { entries }).result).toBe('privilege')
  })

  it('is refused with its dataclass when restricted by default (A-06)', () => {
    const entries = allowed([...NAME, { read: ['a'] }])
    expect(tries('read', 'People.name', { entries, holds: 'a', more: RESTRICTED })).toMatchObject({
      result: 'privilege',
      ending: 'deniedDefault',
    })
  })
})

describe('access to a function of the data model', () => {
  const run = (resource: string, entries: readonly object[], holds: string, more = {}) =>
    tries('execute', { type: 'method', applyTo: resource }, { entries, holds, more }).ending

  const execute = (target: Target, ...names: readonly string[]) => allowed([...target, { execute: names }])
  const DSF: Target = ['method', 'ds.act']

  it.each([
    { on: 'its own list', entries: execute(GREET, 'a'), endings: ['allowedOwn', 'deniedOwn'] },
    { on: 'that of its dataclass', entries: execute(PEOPLE, 'a'), endings: ['allowedClass', 'deniedClass'] },
    { on: 'that of ds', entries: execute(DS, 'a'), endings: ['allowedDs', 'deniedDs'] },
    { on: 'no list', entries: [], endings: ['open', 'open'] },
    {
      on: 'its own list, which replaces the others',
      entries: [...execute(GREET, 'a'), ...execute(PEOPLE, 'c'), ...execute(DS, 'c')],
      endings: ['allowedOwn', 'deniedOwn'],
    },
  ])('People.greet is decided by $on (PRIV-055)', ({ entries, endings }) => {
    expect([run('People.greet', entries, 'a'), run('People.greet', entries, 'c')]).toEqual(endings)
  })

  it.each([
    { on: 'its own list', entries: execute(DSF, 'a'), endings: ['allowedOwn', 'deniedOwn'] },
    { on: 'that of ds', entries: execute(DS, 'a'), endings: ['allowedDsOwn', 'deniedDsOwn'] },
    { on: 'no list', entries: [], endings: ['open', 'open'] },
  ])('ds.act is decided by $on (PRIV-057)', ({ entries, endings }) => {
    expect([run('ds.act', entries, 'a'), run('ds.act', entries, 'c')]).toEqual(endings)
  })

  it('is refused without a list when restricted by default', () => {
    expect([run('People.greet', [], 'a', RESTRICTED), run('ds.act', [], 'a', RESTRICTED)]).toEqual(
      Array(2).fill('deniedDefault'),
    )
  })
})

describe('access to a singleton', () => {
  const execute = (type: string, applyTo: string) => allowed([type, applyTo, { execute: ['a'] }])

  it.each([
    { on: 'the function', entries: execute('singletonMethod', 'Till.open'), endings: ['allowed', 'denied'] },
    { on: 'the singleton', entries: execute('singleton', 'Till'), endings: ['allowedClass', 'deniedClass'] },
    { on: 'ds', entries: execute('datastore', 'ds'), endings: ['allowedDs', 'deniedDs'] },
    { on: 'nothing', entries: [], endings: ['open', 'open'] },
  ])('function is decided by the list on $on (PRIV-058)', ({ entries, endings }) => {
    const resource = { type: 'singletonMethod', applyTo: 'Till.open' }
    expect(['a', 'c'].map((holds) => tries('execute', resource, { entries, holds }).ending)).toEqual(endings)
  })

  it('itself is decided by its own list, then by ds', () => {
    const resource = { type: 'singleton', applyTo: 'Till' }
    const entries = execute('singleton', 'Till')
    expect(['a', 'c'].map((holds) => tries('execute', resource, { entries, holds }).ending)).toEqual([
      'allowed',
      'denied',
    ])
    expect(tries('execute', resource, { more: RESTRICTED }).ending).toBe('deniedDefault')
  })
})

describe('a promotion of roles.json', () => {
  const entries = allowed(
    [...GREET, { execute: ['guest'], promote: ['b'] }],
    ['singletonMethod', 'Till.open', { promote: ['c'] }],
    [...PEOPLE, { read: ['a'], promote: ['c'] }],
    ['dataclass', 'Orders', { read: ['c'] }],
  )
  const { after } = inWorld({ spec, settings: { roles: rolesWith(entries) } })
  const greets = (...code: readonly ReturnType<typeof says>[]) => visits('/rest/People/greet', { method: 'POST', code })
  const readPeople = says('access', 'read', 'People')
  const readOrders = says('access', 'read', 'Orders')

  it('lends its privileges while the function runs, with what they include (PRIV-031, PRIV-040)', () => {
    expect(after(greets(readPeople)).value).toBe(true)
    expect(after(greets(readOrders)).error).toBe('privilege')
    expect(after(visits('/rest/$singleton/Till/open', { code: [readOrders] })).value).toBe(true)
  })

  it('is over with the function (PRIV-032)', () => {
    expect(after(greets(readPeople), visits('/rest/People')).status).toBe(401)
  })

  it('on a dataclass promotes nothing (PRIV-039)', () => {
    expect(after(acts(readOrders)).error).toBe('privilege')
  })

  it('does not grant the call itself (PRIV-030)', () => {
    const locked = allowed([...GREET, { execute: ['c'], promote: ['c'] }])
    const { status } = inWorld({ spec, settings: { roles: rolesWith(locked) } }).after(greets())
    expect(status).toBe(401)
  })
})

describe('the entities of a REST answer', () => {
  const entries = allowed([...NAME, { read: ['c'] }])
  const { after } = inWorld({ spec, settings: { roles: rolesWith(entries) } })
  const login = acts(says('setPrivileges', 'c'))

  it('hold every attribute for who may read them all', () => {
    const told = after(login, visits('/rest/People'))
    expect(told.verdictOf('entityShape').ending).toBe('whole')
    expect(told.reply?.body).toEqual({
      dataclass: 'People',
      attributes: ['name', 'salary', 'boss', 'age'],
      leftOut: [],
    })
  })

  it('leave out what may not be read (PRIV-083)', () => {
    const told = after(visits('/rest/People'))
    expect([told.status, told.verdictOf('entityShape').ending]).toEqual([200, 'leftOut'])
    expect(told.reply?.body).toMatchObject({ attributes: ['salary', 'boss', 'age'], leftOut: ['name'] })
  })

  it('are invalid when such an attribute was asked for by name (PRIV-083)', () => {
    for (const url of ['/rest/People/name', '/rest/People?$attributes=name'])
      expect(after(visits(url)).reply?.body).toEqual({
        dataclass: 'People',
        attributes: [],
        leftOut: ['name'],
        __INVALID: 1,
      })
  })
})

describe('the privileges of a session, asked by REST', () => {
  const asks = visits('/rest/$info/privileges')
  const { after } = inWorld({ spec, settings: { roles: rolesWith([]) } })

  it('are its own, or guest when it has none (PRIV-085)', () => {
    expect(after(asks).reply?.body).toEqual({ privileges: [{ privilege: 'guest' }] })
    expect(after(acts(says('setPrivileges', 'b')), asks).reply?.body).toEqual({
      privileges: [{ privilege: 'a' }, { privilege: 'b' }],
    })
  })
})

describe('the value Null', () => {
  const entries = allowed(['attribute', 'People.salary', { create: ['c'], drop: ['c'], read: ['a'], update: ['c'] }])
  const without = (action: string, value: Json | undefined, holds = 'a') => {
    const call = says('access', action, 'People.salary', ...(value === undefined ? [] : [value]))
    const { answers, verdicts } = inWorld({ spec, settings: { roles: rolesWith(entries) } }).after(
      acts(says('setPrivileges', holds), call),
    )
    return [answers.at(-1)!.error ?? answers.at(-1)!.value, verdicts.map(({ ending }) => ending)] as const
  }

  it.each(['create', 'drop'] as const)(
    'needs no permission of the attribute to %s it (PRIV-065, PRIV-066)',
    (action) => {
      const [result, endings] = without(action, null)
      expect(result).toBe(true)
      expect(endings).toContain(action === 'create' ? 'leftNull' : 'nothingToDrop')
    },
  )

  it.each([undefined, 0, 'x', false])('is nothing else: %j needs it', (value) => {
    expect(without('create', value)[0]).toBe('privilege')
    expect(without('drop', value)[0]).toBe('privilege')
    expect(without('create', value, 'c')[0]).toBe(true)
  })

  it('changes nothing for update, nor for the dataclass', () => {
    expect(without('update', null)[0]).toBe('privilege')
    const locked = allowed(['dataclass', 'People', { create: ['c'] }])
    const { answers } = inWorld({ spec, settings: { roles: rolesWith(locked) } }).after(
      acts(says('access', 'create', 'People.salary', null)),
    )
    expect(answers[0]?.error).toBe('privilege')
  })
})

describe('a promote permission of a function', () => {
  const promotes = ['method', 'ds.act', { promote: ['b'] }] as const
  const reads = (release: Release, ...entries: readonly (readonly [...Target, Lists])[]) => {
    const locked = ['dataclass', 'People', { read: ['b'] }] as const
    const roles = rolesWith(allowed(promotes, locked, ...entries))
    const { verdicts, answers } = inWorld({ spec, release, settings: { roles } }).after(
      visits('/rest/$catalog/act', { method: 'POST', code: [says('access', 'read', 'People')] }),
    )
    return [answers[0]?.value === true, verdicts.find(({ decision }) => decision === 'promotion')?.ending] as const
  }

  it.each(from('19R8'))('takes effect when nobody restricts describe, in %s', (release) => {
    expect(reads(release)).toEqual([true, 'promoted'])
  })

  it.each(from('19R8'))('also needs describe up to 20 R6: %s (PRIV-062)', (release) => {
    const counts = before('20R7').includes(release)
    const hidden = [!counts, counts ? 'hidden' : 'promoted']
    expect(reads(release, ['method', 'ds.act', { describe: ['c'] }])).toEqual(hidden)
    expect(reads(release, ['datastore', 'ds', { describe: ['c'] }])).toEqual(hidden)
    expect(
      reads(release, ['method', 'ds.act', { describe: ['guest'] }], ['datastore', 'ds', { describe: ['c'] }]),
    ).toEqual([true, 'promoted'])
  })

  it('is looked for only where there is one', () => {
    const { verdicts } = inWorld({ spec }).after(visits('/rest/$catalog/act', { method: 'POST', code: [] }))
    expect(verdicts.map(({ decision }) => decision)).not.toContain('promotion')
  })
})
