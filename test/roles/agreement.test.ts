import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import data from '../../src/evidence/vectors/privileges.json'
import { RELEASES, has, type Release } from '../../src/engine/releases/releases'
import { ACTIONS, protectionOf, RESOURCE_TYPES, type Action, type ResourceType } from '../../src/engine/roles/rolesFile'
import { compile } from '../../src/roles/compile'
import type { Model } from '../../src/roles/model'
import { readQuestions, type Asked } from '../../src/roles/questions'
import { walk } from '../../src/roles/walk'

/** The row that the evidence leaves out: no story is told before 20 R5, but a question is answered. */
const early = { ...data.vectors.find(({ id }) => id === 'TV-61')!, id: 'TV-60', release: '20 R2', caller: 'rest' }
const vectors = [...data.vectors, early]
const asked = readQuestions({ ...data, vectors }, { release: '21R4' }) as readonly Asked[]
const protectionIn = (text: string | null, release: Release) => protectionOf(text, has(release, 'singletonPermissions'))

describe('the rows of the privileges reference', () => {
  it('are all read', () => {
    expect(asked).toHaveLength(44)
    expect(asked.filter((it) => 'problem' in it)).toEqual([])
  })

  it.each(asked)('$id is $expected by $rule', ({ question, expected, rule }) => {
    expect(walk(question)).toMatchObject({ answer: expected, rule })
  })

  it('name what would open the door, when a list closed it', () => {
    const missing = (id: string) => walk(asked.find((it) => it.id === id)!.question).missing
    expect(missing('TV-01')).toEqual(['none'])
    expect(missing('TV-20')).toEqual(['auditor'])
    expect(missing('TV-26')).toEqual(['viewer'])
    expect(missing('TV-33')).toEqual(['bakeBread'])
    expect(missing('TV-36')).toEqual(['none'])
    expect(missing('TV-45')).toEqual(['headBaker'])
    expect(missing('TV-51')).toEqual([])
    expect(missing('TV-73')).toEqual([])
  })
})

const question = {
  release: '21' as Release,
  roles: JSON.stringify(data.fixtures.F2),
  caller: 'rest' as const,
  setPrivileges: null,
  loggedIn: false,
  callStack: [],
  promoted: [],
  resource: { type: 'dataclass', applyTo: 'Book' } as const,
  action: 'read' as Action,
}
const told = (more: object) => {
  const { answer, rule } = walk({ ...question, ...more })
  return [answer, rule]
}

describe('the gate', () => {
  it('refuses before login whatever guests may do, and lets the catalogue pass', () => {
    expect(told({})).toEqual(['denied', 'PRIV-070'])
    expect(told({ setPrivileges: '' })).toEqual(['allowed', 'PRIV-052'])
    expect(told({ loggedIn: true })).toEqual(['allowed', 'PRIV-052'])
    expect(told({ action: 'describe' })).toEqual(['allowed', 'PRIV-084'])
    expect(told({ action: 'describe', release: '20R5' })).toEqual(['allowed', 'PRIV-067'])
  })

  it('is passed by ds.authentify, by no other function', () => {
    const execute = (applyTo: string) => told({ action: 'execute', resource: { type: 'method', applyTo } })
    expect(execute('ds.authentify')).toEqual(['allowed', 'PRIV-071'])
    expect(execute('ds.openHours')).toEqual(['denied', 'PRIV-070'])
  })

  it.each(['4DACTION', 'httpHandler', 'soap', 'webOTP'] as const)('does not stand before %s', (caller) => {
    expect(told({ caller })).toEqual(['allowed', 'PRIV-052'])
  })

  it('does not stand before 20 R5, nor in a faulty file', () => {
    expect(told({ release: '20R4' })).toEqual(['allowed', 'PRIV-052'])
    expect(told({ roles: `${question.roles},` })).toEqual(['allowed', 'PRIV-012'])
    expect(told({ roles: null })).toEqual(['allowed', 'PRIV-011'])
    expect(told({ release: '19' })).toEqual(['allowed', 'PLAY-007'])
  })
})

describe('a question', () => {
  const till = { roles: JSON.stringify(data.fixtures.F1), loggedIn: true }
  it('counts what the functions above were promoted to, as far as they were', () => {
    const order = { ...till, resource: { type: 'attribute', applyTo: 'Order.margin' } }
    const inside = { callStack: [{ type: 'method', applyTo: 'Order.close' }] }
    expect(told({ ...order, setPrivileges: 'sellBread' })).toEqual(['denied', 'PRIV-053'])
    expect(told({ ...order, ...inside, setPrivileges: 'sellBread' })).toEqual(['allowed', 'PRIV-053'])
    expect(told({ ...till, promoted: ['bakeBread'], resource: { type: 'dataclass', applyTo: 'Recipe' } })).toEqual([
      'allowed',
      'PRIV-052',
    ])
    // Session.promote() came with 20 R10.
    const early = {
      ...till,
      release: '20R9',
      promoted: ['bakeBread'],
      resource: { type: 'dataclass', applyTo: 'Recipe' },
    }
    expect(told(early)).toEqual(['denied', 'PRIV-052'])
  })

  it('before 21 shares no desktop session: the request is a stranger', () => {
    const shared = {
      ...till,
      caller: 'webOTP',
      setPrivileges: 'sellBread',
      resource: { type: 'dataclass', applyTo: 'Order' },
    }
    expect(told({ ...shared, release: '21' })).toEqual(['allowed', 'PRIV-052'])
    expect(told({ ...shared, release: '20R10' })).toEqual(['denied', 'PRIV-052'])
  })

  it('knows what aliases, computed attributes and Null do', () => {
    const margin = { ...till, setPrivileges: ['headBaker'], resource: { type: 'attribute', applyTo: 'Order.margin' } }
    expect(told({ ...margin, action: 'update', attributeKind: 'alias' })).toEqual(['allowed', 'PRIV-063'])
    expect(told({ ...margin, action: 'drop', attributeKind: 'computed' })).toEqual(['allowed', 'PRIV-064'])
    expect(told({ ...margin, action: 'execute' })).toEqual(['n/a', 'PRIV-050'])
  })

  it('is refused with what could not be understood', () => {
    const plain = { resource: 'Order', action: 'read' }
    const problems = readQuestions(
      [
        plain,
        7,
        { ...plain, release: '18' },
        { ...plain, caller: 'x' },
        { ...plain, action: 'delete' },
        { ...plain, resource: 7 },
        { ...plain, callStack: [7] },
      ],
      { roles: '{}', release: '21' },
    )
    expect(problems?.map((it) => ('problem' in it ? it.problem : 'read'))).toEqual([
      ...['read', 'shape', 'release', 'caller', 'action', 'resource', 'resource'],
    ])
    expect(readQuestions([{ ...plain, file: 'F9' }], { release: '21' })).toMatchObject([{ problem: 'file' }])
    expect(readQuestions({}, { release: '21' })).toBeUndefined()
  })
})

// --- The compiled answer and the explaining walk ---------------------------------------------------------------------

const PRIVILEGES = ['a', 'b', 'c', 'D', 'none', 'guest', 'WebAdmin']
const RESOURCES: readonly (readonly [ResourceType, string])[] = [
  ['datastore', 'ds'],
  ...['Shop', 'Order'].map((it) => ['dataclass', it] as const),
  ...['Shop.name', 'Shop.link', 'Shop.age', 'order.TOTAL', 'Alone.x'].map((it) => ['attribute', it] as const),
  ...['Shop.open', 'ds.login', 'ds.authentify', 'Other.f'].map((it) => ['method', it] as const),
  ...['Till', 'Drawer'].map((it) => ['singleton', it] as const),
  ...['Till.reset', 'Nobody.f'].map((it) => ['singletonMethod', it] as const),
]
/** What is asked about: all of these, and some that no file names. */
const ASKED: readonly (readonly [ResourceType, string])[] = [
  ...RESOURCES,
  ...([
    ['dataclass', 'SHOP'],
    ['dataclass', 'Unknown'],
    ['attribute', 'Shop.other'],
    ['attribute', 'Unknown.x'],
  ] as const),
  ...([
    ['method', 'Shop.other'],
    ['method', 'Unknown.f'],
    ['method', 'ds.other'],
    ['singleton', 'Unknown'],
  ] as const),
  ...([
    ['singletonMethod', 'Till.other'],
    ['singletonMethod', 'Unknown.f'],
  ] as const),
]
const model: Model = {
  complete: true,
  dataclasses: [
    {
      name: 'Shop',
      attributes: [
        { name: 'name', kind: 'storage' },
        { name: 'link', kind: 'alias' },
        { name: 'age', kind: 'computed' },
      ],
    },
  ],
}
const kindOf = (name: string) =>
  model.dataclasses[0]!.attributes!.find((it) => `shop.${it.name}` === name.toLowerCase())?.kind

const names = fc.constantFrom(...PRIVILEGES, 'undeclared', 'A')
const list = fc.array(names, { maxLength: 3 })
const files = fc
  .record(
    {
      privileges: fc.array(fc.record({ privilege: fc.constantFrom(...PRIVILEGES), includes: list }), { maxLength: 6 }),
      roles: fc.array(fc.record({ role: fc.constantFrom('r', 'S'), privileges: list }), { maxLength: 2 }),
      permissions: fc.record({
        allowed: fc.array(
          fc
            .tuple(fc.constantFrom(...RESOURCES), fc.dictionary(fc.constantFrom(...ACTIONS), list))
            .map(([[type, applyTo], lists]) => ({ type, applyTo, ...lists })),
          { maxLength: 8 },
        ),
      }),
      restrictedByDefault: fc.boolean(),
    },
    { requiredKeys: ['privileges', 'permissions'] },
  )
  .map((it) => JSON.stringify(it))
const states = fc.oneof(
  { weight: 12, arbitrary: files },
  { weight: 1, arbitrary: fc.constantFrom(null, '{', '{ "privileges": [] }') },
)

describe('the compiled answer', () => {
  it('is that of the explaining walk on every cell: same answer, same rule, same missing names', () => {
    fc.assert(
      fc.property(
        states,
        fc.constantFrom(...RELEASES),
        fc.array(list, { maxLength: 3 }),
        fc.boolean(),
        (roles, release, sets, modelled) => {
          const compiled = compile(protectionIn(roles, release), release, modelled ? model : undefined)
          for (const set of [[], ...sets]) {
            const holder = compiled.holder(set)
            for (const [type, applyTo] of ASKED) {
              for (const action of ACTIONS) {
                const kind = modelled && type === 'attribute' ? kindOf(applyTo) : undefined
                const { answer, rule, missing } = walk({
                  ...{
                    release,
                    roles,
                    caller: '4DACTION',
                    setPrivileges: set,
                    loggedIn: true,
                    callStack: [],
                    promoted: [],
                  },
                  ...{ resource: { type, applyTo }, action },
                  ...(kind ? { attributeKind: kind } : {}),
                })
                const at = compiled.cell(action, type, applyTo)
                const says = `${action} ${type} ${applyTo} with ${set.join()} in ${release}`
                expect(compiled.why(holder, action, type, applyTo), says).toMatchObject({ answer, rule, missing })
                expect([compiled.mayAt(holder, at), compiled.may(holder, action, type, applyTo)], says).toEqual([
                  answer === 'allowed',
                  answer === 'allowed',
                ])
                expect([compiled.ruleAt(holder, at), compiled.answerAt(holder, at)], says).toEqual([rule, answer])
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('tells by which held name a list was passed', () => {
    const compiled = compile(protectionIn(JSON.stringify(data.fixtures.F1), '21'), '21')
    const why = compiled.why(compiled.role('boss')!, 'read', 'attribute', 'Order.margin')
    expect(why).toMatchObject({ answer: 'allowed', by: 'auditor', list: { type: 'attribute', action: 'read' } })
    expect(compiled.why(compiled.guest, 'drop', 'dataclass', 'Order').missing).toEqual(['headBaker'])
  })

  it('knows every type and action by number', () => {
    const compiled = compile(protectionIn(null, '21'), '21')
    const cells = RESOURCE_TYPES.flatMap((type) => ACTIONS.map((action) => compiled.cell(action, type, 'Any.thing')))
    expect(cells.every((it) => Number.isInteger(it))).toBe(true)
  })
})
