import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import data from '../../src/evidence/vectors/privileges.json'
import { RELEASES, has, type Release } from '../../src/engine/releases/releases'
import { ACTIONS, protectionOf, type Action, type Resource } from '../../src/engine/roles/rolesFile'
import { compile } from '../../src/roles/compile'
import { difference } from '../../src/roles/difference'
import { firstAnswer } from '../../src/roles/firstAnswer'
import { lockedIn, readSentence, readTests, runTest, sentenceOf, type RoleTest } from '../../src/roles/tests'
import { CALLERS } from '../../src/roles/walk'
import { whoCan } from '../../src/roles/whoCan'

type File = Readonly<Record<string, unknown>>
const fixture = (name: keyof typeof data.fixtures): File => structuredClone(data.fixtures[name]) as unknown as File
const compiledOf = (file: File | string | null, release: Release = '21') =>
  compile(
    protectionOf(
      file === null || typeof file === 'string' ? file : JSON.stringify(file),
      has(release, 'singletonPermissions'),
    ),
    release,
  )
const at = (type: Resource['type'], applyTo: string): Resource => ({ type, applyTo })
const entry = (applyTo: string, more: object, type = 'dataclass') => ({ applyTo, type, ...more })
const fileWith = (allowed: readonly object[], more: object = {}): File => ({
  privileges: [
    { privilege: 'a' },
    { privilege: 'b' },
    { privilege: 'ab', includes: ['a', 'b'] },
    { privilege: 'c', includes: ['a'] },
  ],
  roles: [
    { role: 'Both', privileges: ['ab'] },
    { role: 'One', privileges: ['a'] },
  ],
  permissions: { allowed },
  ...more,
})

describe('who can', () => {
  const bakery = compiledOf(fixture('F1'))

  it('names the privileges that bring least first, and leaves out those that only bring them', () => {
    expect(whoCan(bakery, 'read', at('dataclass', 'Order'))).toMatchObject({
      everybody: false,
      sets: [['sellBread']],
      roles: ['Counter', 'Baker', 'Boss'],
    })
  })

  it('puts several together where several lists must be met', () => {
    const { sets, roles } = whoCan(bakery, 'update', at('attribute', 'Order.margin'))
    expect(sets).toEqual([['bakeBread', 'auditor']])
    expect(roles).toEqual(['Boss'])
  })

  it('finds one privilege that is enough beside two that are', () => {
    const compiled = compiledOf(
      fileWith([entry('Shop', { read: ['a'] }), entry('Shop.x', { read: ['b'] }, 'attribute')]),
    )
    expect(whoCan(compiled, 'read', at('attribute', 'Shop.x')).sets).toEqual([['ab'], ['a', 'b']])
    const single = compiledOf(
      fileWith([entry('Shop', { read: ['c', 'b'] }), entry('Shop.x', { read: ['b', 'a'] }, 'attribute')]),
    )
    expect(whoCan(single, 'read', at('attribute', 'Shop.x')).sets).toEqual([['b'], ['c']])
  })

  it('says everybody, and nobody', () => {
    expect(whoCan(bakery, 'read', at('dataclass', 'Product'))).toMatchObject({ everybody: true, sets: [] })
    const restricted = compiledOf({ ...fileWith([]), restrictedByDefault: true })
    expect(whoCan(restricted, 'read', at('dataclass', 'Shop'))).toEqual({
      ...{ everybody: false, sets: [], roles: [], functions: [], cut: false },
    })
    expect(
      whoCan(compiledOf(fileWith([entry('Shop', { read: ['nobody'] })])), 'read', at('dataclass', 'Shop')).sets,
    ).toEqual([])
  })

  it('finds the functions that are promoted, and who may call them', () => {
    expect(whoCan(bakery, 'read', at('dataclass', 'Account')).functions).toEqual([
      { resource: at('method', 'ds.login'), promotes: ['readAccount'], callable: 'everybody' },
    ])
    const library = whoCan(compiledOf(fixture('F2')), 'read', at('dataclass', 'Member'))
    expect(library.functions).toMatchObject([{ resource: { applyTo: 'ds.authentify' }, callable: 'everybody' }])
  })

  it('names sets that are enough, and of which nothing can be left out', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd')
    const list = fc.array(names, { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(list, list, list, fc.array(fc.tuple(names, list), { maxLength: 4 }), (one, two, three, includes) => {
        const compiled = compiledOf({
          privileges: [
            ...['a', 'b', 'c', 'd'].map((privilege) => ({ privilege })),
            ...includes.map(([privilege, includes]) => ({ privilege, includes })),
          ],
          permissions: {
            allowed: [entry('S', { update: one, read: two }), entry('S.x', { update: three }, 'attribute')],
          },
        })
        const { sets } = whoCan(compiled, 'update', at('attribute', 'S.x'))
        const may = (set: readonly string[]) => compiled.may(compiled.holder(set), 'update', 'attribute', 'S.x')
        expect(sets.length).toBeGreaterThan(0)
        for (const set of sets) {
          expect(may(set)).toBe(true)
          for (const name of set) expect(may(set.filter((it) => it !== name))).toBe(false)
        }
      }),
    )
  })
})

describe('the difference', () => {
  it('of a file from itself is none', () => {
    expect(difference(compiledOf(fixture('F1')), compiledOf(fixture('F1')))).toEqual({
      ...{ state: undefined, forceLogin: undefined, restricted: undefined, changes: [], widened: false, cut: false },
    })
  })

  it('says who gains and who loses, by which rule', () => {
    const before = compiledOf(fileWith([entry('Shop', { read: ['guest'] })]))
    const after = compiledOf(fileWith([entry('Shop', { read: ['a'] })]))
    const { changes, widened } = difference(before, after)
    const read = changes.find(({ action, resource }) => action === 'read' && resource.type === 'dataclass')!
    expect(read).toMatchObject({
      resource: { applyTo: 'Shop' },
      gains: [],
      follows: false,
      rules: ['PRIV-052', 'PRIV-052'],
    })
    expect(read.loses).toEqual([
      { kind: 'guest', name: 'guest' },
      { kind: 'privilege', name: 'b' },
    ])
    expect(widened).toBe(false)
    expect(difference(after, before).widened).toBe(true)
  })

  it('tells what only follows from the level above', () => {
    const before = compiledOf(
      fileWith([entry('Shop', { read: ['a'] }), entry('Shop.x', { update: ['a'] }, 'attribute')]),
    )
    const after = compiledOf(
      fileWith([entry('Shop', { read: ['guest'] }), entry('Shop.x', { update: ['a'] }, 'attribute')]),
    )
    const { changes } = difference(before, after)
    expect(
      changes.filter(({ follows }) => !follows).map(({ action, resource }) => `${action} ${resource.applyTo}`),
    ).toEqual([...['read Shop', 'update Shop', 'drop Shop']])
    expect(changes.some(({ follows }) => follows)).toBe(true)
  })

  it('of a role that got more is told of the role', () => {
    const before = fileWith([entry('Shop', { read: ['b'] })])
    const after = {
      ...before,
      roles: [
        { role: 'both', privileges: ['ab'] },
        { role: 'One', privileges: ['a', 'b'] },
      ],
    }
    const { changes } = difference(compiledOf(before), compiledOf(after))
    expect(changes.find(({ action }) => action === 'read')?.gains).toEqual([{ kind: 'role', name: 'One' }])
  })

  it('of what a function is promoted to is told of the code inside it', () => {
    const f = (promote: readonly string[]) => entry('ds.f', { execute: ['guest'], promote }, 'method')
    const before = compiledOf(fileWith([entry('Shop', { read: ['a'] }), f([])]))
    const after = compiledOf(fileWith([entry('Shop', { read: ['a'] }), f(['c'])]))
    const { changes, widened } = difference(before, after)
    expect(changes.find(({ action }) => action === 'read')?.gains).toEqual([{ kind: 'inside', name: 'ds.f' }])
    expect(widened).toBe(true)
  })

  it('tells that protection went off, and force login', () => {
    const lost = difference(compiledOf(fixture('F2')), compiledOf('{'))
    expect(lost).toMatchObject({
      state: ['on', 'faulty'],
      forceLogin: [true, false],
      restricted: [true, false],
      widened: true,
    })
    expect(lost.changes.some(({ gains }) => gains.some(({ kind }) => kind === 'guest'))).toBe(true)
    expect(difference(compiledOf('{'), compiledOf(fixture('F2'))).widened).toBe(false)
  })

  it('between releases is that of what they read', () => {
    const older = compiledOf(fixture('F2'), '20R10')
    expect(difference(compiledOf(fixture('F2')), older)).toMatchObject({ restricted: [true, false], widened: true })
  })

  it('is what the two files answer, cell by cell', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'ab', 'guest', 'x'), { maxLength: 2 })
    const entries = fc.array(
      fc
        .tuple(
          fc.constantFrom(at('datastore', 'ds'), at('dataclass', 'S'), at('attribute', 'S.x'), at('method', 'S.f')),
          fc.dictionary(fc.constantFrom<Action>('read', 'update', 'execute'), list),
        )
        .map(([resource, lists]) => ({ ...resource, ...lists })),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(entries, entries, fc.boolean(), (one, two, restrictedByDefault) => {
        const [before, after] = [compiledOf(fileWith(one)), compiledOf(fileWith(two, { restrictedByDefault }))]
        const { changes } = difference(before, after)
        for (const resource of before.resources) {
          for (const action of ACTIONS.filter((it) => it !== 'promote')) {
            const change = changes.find((it) => it.action === action && it.resource === resource)
            for (const name of ['a', 'b', 'ab', 'c']) {
              const [could, can] = [before, after].map((it) =>
                it.may(it.holder([name]), action, resource.type, resource.applyTo),
              )
              const among = (all: readonly { readonly name: string }[] = []) => all.some((it) => it.name === name)
              expect([among(change?.gains), among(change?.loses)]).toEqual([can && !could, could && !can])
            }
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('the first answer', () => {
  const first = (file: File | string | null, release: Release = '21') =>
    firstAnswer(file === null || typeof file === 'string' ? file : JSON.stringify(file), release)
  const dangers = (file: File | string | null, release?: Release) =>
    first(file, release).dangers.map(({ what }) => what)

  it('says first of all whether protection is on', () => {
    expect(first('{ "privileges": [], }')).toMatchObject({
      state: 'faulty',
      problem: { code: 'RJ-001', line: 1 },
      holes: [],
    })
    expect(dangers('{')).toEqual(['faulty'])
    expect(dangers(null)).toEqual(['noFile'])
    expect(dangers(fixture('F1'), '19')).toEqual(['noPermissions'])
    expect(first(fixture('F2')).state).toBe('on')
  })

  it('tells flags that this release does not read', () => {
    expect(first(fixture('F2'), '21')).toMatchObject({ forceLogin: 'on', restrictedByDefault: 'on' })
    expect(first(fixture('F2'), '20R5')).toMatchObject({ forceLogin: 'on', restrictedByDefault: 'ignored' })
    expect(first(fixture('F2'), '20R4')).toMatchObject({ forceLogin: 'ignored' })
    expect(first(fixture('F1'))).toMatchObject({ forceLogin: 'off', restrictedByDefault: 'off' })
  })

  it('finds what was left open, the worst first', () => {
    const { holes } = first(fixture('F7'))
    expect(
      holes.map(({ action, others, resources }) => [action, others, resources.map(({ applyTo }) => applyTo)]),
    ).toEqual([
      ['drop', true, ['Stock']],
      ['update', true, []],
      ['create', true, []],
      ['execute', true, []],
      ['read', true, []],
    ])
    expect(dangers(fixture('F7'))).toEqual(['hole', 'hole', 'hole', 'hole', 'hole', 'noLogin'])
  })

  it('finds nothing left open in a locked file, nor in a restricted one', () => {
    expect(first(fixture('F1')).holes).toEqual([])
    expect(first(fixture('F2')).holes).toEqual([])
    expect(dangers(fixture('F2'))).toEqual([])
  })

  it('tells what guests may write on purpose, who is stopped by nothing, and names that match nothing', () => {
    const file = fileWith([
      entry('ds', { drop: ['guest'], read: ['guest'], update: ['a'], create: ['a'], execute: ['vip'] }, 'datastore'),
      entry('Shop', { update: ['guest'] }),
    ])
    const { dangers, unmatched } = first({
      ...file,
      roles: [{ role: 'Root', privileges: ['WebAdmin'] }],
      forceLogin: true,
    })
    expect(dangers).toEqual([
      { what: 'guestWrites', action: 'drop', names: ['Shop'] },
      { what: 'guestWrites', action: 'update', names: ['Shop'] },
      { what: 'webAdmin', names: ['Root'] },
      { what: 'unmatched', names: ['vip'] },
    ])
    expect(unmatched.map(({ code }) => code)).toEqual(['RJ-101'])
  })
})

describe('a test of a project', () => {
  const bakery = JSON.stringify(fixture('F1'))
  const against = { roles: bakery, release: '21' as const, compiled: compiledOf(bakery) }
  const outcome = (sentence: string) => runTest(readSentence(sentence)!, against)

  it.each([
    ['role Counter must not update Order through REST', true],
    ['role counter may read Order.', true],
    ['role Baker cannot delete Order', true],
    ['role Baker must be able to update Order', true],
    ['privileges bakeBread and auditor may update Order.margin', true],
    ['privilege auditor may read Order.margin', false],
    ['guest may call ds.login', true],
    ['guest must not execute function ds.other', true],
    ['guest may read Account inside ds.login', true],
    ['guest may drop Supplier through desktop code', true],
    ['role Counter may execute singletonMethod Till.reset', false],
    ['role "Boss" may read "Order.margin" through a Web area in 4D 21 R3', true],
    ['role Boss may read Order through a Web area in 20 R10', false],
  ])('"%s" holds: %s', (sentence, holds) => {
    expect(outcome(sentence).holds).toBe(holds)
  })

  it('of a role or privilege that is not there does not hold, whatever it says', () => {
    expect(outcome('role Bakr must not drop Order')).toMatchObject({ holds: false, unknown: ['Bakr'] })
    expect(outcome('privilege x must not drop Order')).toMatchObject({ holds: false, unknown: ['x'] })
  })

  it('tells the rule and what is missing', () => {
    expect(outcome('role Counter may drop Order')).toEqual({
      ...{ holds: false, answer: 'denied', rule: 'PRIV-052', missing: ['headBaker'], unknown: [] },
    })
  })

  it('of guests is before login, unless said otherwise', () => {
    const library = JSON.stringify(fixture('F2'))
    const there = { roles: library, release: '21' as const, compiled: compiledOf(library) }
    const rule = (sentence: string) => runTest(readSentence(sentence)!, there).rule
    expect(rule('guest may read Book')).toBe('PRIV-070')
    expect(rule('guest may read Book after login')).toBe('PRIV-052')
    expect(rule('role Librarian may read Book before login')).toBe('PRIV-052')
  })

  it.each([
    '',
    'role',
    'Counter may read Order',
    'role A read Order',
    'role A may eat Order',
    'role A may read',
    'role A may read Order quickly',
    'guest may read Order through the wall',
    'guest may read Order in 4D 18',
  ])('is not "%s"', (sentence) => {
    expect(readSentence(sentence)).toBeUndefined()
  })

  it('can be an object', () => {
    const test = { role: 'Counter', may: false, action: 'update', resource: 'Order', through: 'REST', release: '21' }
    expect(readTests([test, { ...test, may: 'no' }, 7])).toEqual([
      { ...readSentence('role Counter must not update Order in 21') },
      { unreadable: JSON.stringify({ ...test, may: 'no' }) },
      { unreadable: '7' },
    ])
    expect(readTests({ tests: ['guest may read Order'] })).toHaveLength(1)
    expect(readTests({})).toBeUndefined()
  })

  it('is read as it was written', () => {
    const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,8}[a-z]$/).filter((it) => it.trim() === it)
    const resource = fc.oneof(
      fc.record({ type: fc.constantFrom('dataclass', 'singleton'), applyTo: word }),
      fc.record({
        type: fc.constantFrom('attribute', 'method', 'singletonMethod'),
        applyTo: fc.tuple(word, word).map((it) => it.join('.')),
      }),
    ) as fc.Arbitrary<Resource>
    const who = fc.oneof(
      fc.record({ role: word }),
      fc.record({ privileges: fc.array(word, { minLength: 1 }) }),
      fc.constant({}),
    )
    const rest = fc.record(
      {
        may: fc.boolean(),
        action: fc.constantFrom(...ACTIONS),
        resource,
        caller: fc.constantFrom(...CALLERS),
        loggedIn: fc.boolean(),
        inside: fc.array(
          fc.tuple(word, word).map((it) => at('method', it.join('.'))),
          { maxLength: 2 },
        ),
        release: fc.constantFrom(...RELEASES.filter((it) => it !== '20R5-pre')),
      },
      { requiredKeys: ['may', 'action', 'resource', 'caller', 'loggedIn', 'inside'] },
    )
    fc.assert(
      fc.property(who, rest, (who, rest) => {
        const test = { ...who, ...rest } as RoleTest
        expect(readSentence(sentenceOf(test)), sentenceOf(test)).toEqual(test)
      }),
    )
  })

  it('locks in the answers of today', () => {
    const tests = lockedIn(against.compiled)
    expect(tests.length).toBeGreaterThan(100)
    expect(tests.filter((it) => !runTest(it, against).holds)).toEqual([])
  })
})

describe('a file of ten thousand privileges in one chain', () => {
  const chain = (last: string) => ({
    privileges: Array.from({ length: 10_000 }, (_, i) => ({ privilege: `p${i}`, includes: [`p${i + 1}`] })),
    permissions: { allowed: [entry('Shop', { read: [last] }), entry('Shop.x', { read: ['p5'] }, 'attribute')] },
  })

  it('is compiled, asked and compared in seconds', () => {
    const start = performance.now()
    const [before, after] = [compiledOf(chain('p9999')), compiledOf(chain('p9998'))]
    expect(before.may(before.holder(['p0']), 'read', 'attribute', 'Shop.x')).toBe(true)
    expect(whoCan(before, 'read', at('attribute', 'Shop.x')).sets).toEqual([['p5']])
    const { changes } = difference(before, after)
    expect(changes.find(({ action }) => action === 'read')?.loses).toEqual([{ kind: 'privilege', name: 'p9999' }])
    firstAnswer(JSON.stringify(chain('p9999')), '21')
    expect(performance.now() - start).toBeLessThan(15_000)
  })
})
