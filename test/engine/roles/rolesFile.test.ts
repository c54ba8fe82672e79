import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/engine/json'
import {
  ACTIONS,
  RESOURCE_TYPES,
  closure,
  heldOf,
  isDeclared,
  listFor,
  protectionOf,
  type Roles,
} from '../../../src/engine/roles/rolesFile'

const SOUND = { privileges: [], permissions: { allowed: [] } }
const written = (file: Json) => protectionOf(JSON.stringify(file))
const problemIn = (file: Json) => {
  const it = written(file)
  return it.state === 'faulty' ? it.problem : undefined
}
function rolesIn(file: { readonly [key: string]: Json }): Roles {
  const it = written({ ...SOUND, ...file })
  if (it.state !== 'on') throw new Error(JSON.stringify(it))
  return it.roles
}
const including = (pairs: Readonly<Record<string, readonly string[]>>) =>
  rolesIn({ privileges: Object.entries(pairs).map(([privilege, includes]) => ({ privilege, includes })) })

describe('a roles.json', () => {
  it('that is not there protects nothing', () => {
    expect(protectionOf(null)).toEqual({ state: 'absent' })
  })

  it('with the two mandatory parts is in force', () => {
    expect(written(SOUND).state).toBe('on')
  })

  it('that is not JSON is faulty, and tells the line (RJ-001)', () => {
    const { state, problem } = protectionOf('{\n  "privileges": [],\n}') as { state: string; problem: object }
    expect(state).toBe('faulty')
    expect(problem).toMatchObject({ code: 'RJ-001', line: 3, column: 1 })
  })

  it.each<[string, Json]>([
    ['', []],
    ['', 'text'],
    ['', null],
    ['', 7],
  ])('that is no object is faulty (RJ-002): %s%j', (path, file) => {
    expect(problemIn(file)).toMatchObject({ code: 'RJ-002', path })
  })

  it.each<[string, string, Json]>([
    ['RJ-003', 'privileges', { permissions: {} }],
    ['RJ-003', 'privileges', { ...SOUND, privileges: {} }],
    ['RJ-003', 'privileges[1]', { ...SOUND, privileges: [{ privilege: 'a' }, 'b'] }],
    ['RJ-003', 'privileges[0]', { ...SOUND, privileges: [{ name: 'a' }] }],
    ['RJ-003', 'roles', { ...SOUND, roles: {} }],
    ['RJ-003', 'roles[0]', { ...SOUND, roles: [{ privileges: [] }] }],
    ['RJ-004', 'permissions', { privileges: [] }],
    ['RJ-004', 'permissions', { privileges: [], permissions: [] }],
    ['RJ-004', 'permissions.allowed', { privileges: [], permissions: { allowed: {} } }],
    ['RJ-005', 'permissions.allowed[0]', { privileges: [], permissions: { allowed: [{ type: 'dataclass' }] } }],
    ['RJ-005', 'permissions.allowed[0]', { privileges: [], permissions: { allowed: [{ applyTo: 'People' }] } }],
    ['RJ-005', 'permissions.allowed[0]', { privileges: [], permissions: { allowed: ['People'] } }],
    [
      'RJ-006',
      'permissions.allowed[0].type',
      { privileges: [], permissions: { allowed: [{ applyTo: 'People', type: 'Dataclass' }] } },
    ],
    [
      'RJ-007',
      'permissions.allowed[0].read',
      { privileges: [], permissions: { allowed: [{ applyTo: 'People', type: 'dataclass', read: 'basic' }] } },
    ],
    ['RJ-007', 'privileges[0].includes', { ...SOUND, privileges: [{ privilege: 'a', includes: 'b' }] }],
    ['RJ-007', 'privileges[0].includes', { ...SOUND, privileges: [{ privilege: 'a', includes: [1] }] }],
    ['RJ-007', 'roles[0].privileges', { ...SOUND, roles: [{ role: 'r', privileges: 'a' }] }],
    ['RJ-008', 'forceLogin', { ...SOUND, forceLogin: 'yes' }],
    ['RJ-008', 'restrictedByDefault', { ...SOUND, restrictedByDefault: 1 }],
  ])('is faulty by %s at %s', (code, path, file) => {
    expect(problemIn(file)).toMatchObject({ code, path })
  })

  it('is read the same way every time, however many others are read between', () => {
    const texts = Array.from(
      { length: 40 },
      (_, i) => JSON.stringify({ ...SOUND, forceLogin: i % 2 === 0 }) + ' '.repeat(i),
    )
    const first = texts.map((it) => protectionOf(it))
    expect(texts.map((it) => protectionOf(it))).toEqual(first)
  })

  it('is read without throwing, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(['faulty', 'on']).toContain(protectionOf(text).state)
      }),
    )
  })

  it('has its flags off unless they are on', () => {
    expect(rolesIn({})).toMatchObject({ forceLogin: false, restrictedByDefault: false })
    expect(rolesIn({ forceLogin: true, restrictedByDefault: true })).toMatchObject({
      forceLogin: true,
      restrictedByDefault: true,
    })
  })
})

describe('a permission', () => {
  const allowed = (...entries: readonly Json[]) => rolesIn({ permissions: { allowed: entries } })
  const people = { type: 'dataclass', applyTo: 'People' } as const

  it('is found by its resource without minding case', () => {
    const roles = allowed({ ...people, read: ['a'] })
    expect(listFor(roles, { type: 'dataclass', applyTo: 'PEOPLE' }, 'read')).toEqual(['a'])
    expect(listFor(roles, { type: 'attribute', applyTo: 'People' }, 'read')).toEqual([])
    expect(listFor(roles, people, 'create')).toEqual([])
  })

  it('for a singleton is a fault before 20 R6 (RJ-110)', () => {
    const text = JSON.stringify({ ...SOUND, permissions: { allowed: [{ type: 'singleton', applyTo: 'Till' }] } })
    expect(protectionOf(text).state).toBe('on')
    expect(protectionOf(text, false)).toMatchObject({ state: 'faulty', problem: { code: 'RJ-006' } })
  })

  it('is the union of all entries for the same resource (one lists a, another b)', () => {
    const roles = allowed({ ...people, read: ['a'] }, { ...people, applyTo: 'people', read: ['b', 'a'] })
    expect(listFor(roles, people, 'read')).toEqual(['a', 'b'])
  })

  it('with an empty list counts as none (PRIV-017)', () => {
    expect(listFor(allowed({ ...people, read: [] }), people, 'read')).toEqual([])
  })

  it.each(RESOURCE_TYPES.flatMap((type) => ACTIONS.map((action) => ({ type, action }))))(
    'can be written for $action on $type',
    ({ type, action }) => {
      const roles = allowed({ type, applyTo: 'X', [action]: ['a'] })
      expect(listFor(roles, { type, applyTo: 'X' }, action)).toEqual(['a'])
    },
  )

  it('is met by one held name, without minding case (PRIV-018, PRIV-028)', () => {
    expect(heldOf(['BASIC'], ['payroll', 'basic'])).toBe('basic')
    expect(heldOf(['basic'], ['payroll'])).toBeUndefined()
  })
})

describe('the closure of privileges', () => {
  it.each([
    [['a'], ['a']],
    [['b'], ['a', 'b']],
    [['c'], ['a', 'b', 'c']],
    [
      ['C', 'a'],
      ['a', 'b', 'c'],
    ],
    [['nobody'], []],
    [['webadmin'], ['WebAdmin']],
    [['guest'], []],
  ])('of %j is %j: included ones come first, undeclared ones bring nothing', (names, all) => {
    expect(closure(including({ a: [], b: ['a'], c: ['b', 'nobody'] }), names)).toEqual(all)
  })

  it.each([['a'], ['b'], ['c']])('entered at %s, gives every member of a cycle the same set (PRIV-026)', (name) => {
    const roles = including({ a: ['b'], b: ['c'], c: ['a'] })
    expect([...closure(roles, [name])].sort()).toEqual(['a', 'b', 'c'])
  })

  it('stops at a privilege that includes itself', () => {
    expect(closure(including({ a: ['a'] }), ['a'])).toEqual(['a'])
  })

  it('goes through ten thousand that include one another', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => [`p${i}`, i === 0 ? [] : [`p${i - 1}`]] as const)
    expect(closure(including(Object.fromEntries(chain)), ['p9999'])).toHaveLength(10_000)
  })

  it('without a file knows WebAdmin alone', () => {
    expect(closure(undefined, ['a', 'WebAdmin'])).toEqual(['WebAdmin'])
  })

  it('is a closed set, and closing it again changes nothing', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const graph = fc.dictionary(name, fc.array(name, { maxLength: 4 }))
    fc.assert(
      fc.property(graph, fc.array(name), (pairs, names) => {
        const roles = including(pairs)
        const all = closure(roles, names)
        expect(new Set(all).size).toBe(all.length)
        expect([...closure(roles, all)].sort()).toEqual([...all].sort())
        for (const it of all) expect(all).toEqual(expect.arrayContaining(pairs[it]!.filter((one) => one in pairs)))
      }),
    )
  })
})

describe('a privilege', () => {
  it('declared twice counts once, with all it includes (RJ-104)', () => {
    const roles = rolesIn({
      privileges: [
        { privilege: 'a' },
        { privilege: 'b' },
        { privilege: 'Big', includes: ['a'] },
        { privilege: 'big', includes: ['b'] },
      ],
    })
    expect(closure(roles, ['BIG'])).toEqual(['a', 'b', 'Big'])
  })

  it('is declared by the file; WebAdmin is reserved, not declared', () => {
    const roles = including({ basic: [] })
    expect(['basic', 'BASIC', 'webADMIN', 'guest', 'other'].map((it) => isDeclared(roles, it))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(isDeclared(undefined, 'basic')).toBe(false)
  })
})
