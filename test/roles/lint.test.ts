import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/engine/json'
import { readRelease, type Release } from '../../src/engine/releases/releases'
import { protectionOf } from '../../src/engine/roles/rolesFile'
import { edited } from '../../src/roles/document'
import { BASIS, CODES, FIXES, type Code } from '../../src/roles/finding'
import { lint } from '../../src/roles/lint'
import type { Model } from '../../src/roles/model'
import { fill } from '../../src/words/fill'
import { roles as words } from '../../src/words/en.roles'

const model: Model = {
  complete: true,
  dataclasses: [
    {
      name: 'Invoice',
      attributes: [{ name: 'total', kind: 'storage' }],
      functions: [
        { name: 'send', of: 'entity' },
        { name: 'send', of: 'selection' },
        { name: 'pay', of: 'entity' },
      ],
    },
  ],
  functions: ['login'],
  singletons: [{ name: 'Till', functions: ['reset'] }],
}

interface Case {
  readonly code: Code
  readonly why: string
  /** "§" stands where it begins, the second where it ends. */
  readonly text: string
  readonly release?: Release
  readonly model?: Model
  /** What the first fix makes of it; null when there is none. */
  readonly fixed: string | null
}

/** A file with nothing wrong but what is put into it. */
const file = ({ privileges = '', roles = '', allowed = '', more = '' }) =>
  `{ "privileges": [{ "privilege": "a" }${privileges}], "roles": [${roles}], "permissions": { "allowed": [${allowed}] }${more} }`
const entry = (more: string, type = 'dataclass', applyTo = 'Invoice') =>
  file({ allowed: `{ "applyTo": "${applyTo}", "type": "${type}"${more} }` })

const CASES: readonly Case[] = [
  {
    code: 'RJ-001',
    why: 'stray',
    text: entry(', "read": ["a", §4.§ "guest"]'),
    fixed: entry(', "read": ["a",  "guest"]'),
  },
  { code: 'RJ-001', why: 'comment', text: `§// mine§\n${file({})}`, fixed: `\n${file({})}` },
  { code: 'RJ-001', why: 'trailingComma', text: file({ more: '§,§' }), fixed: file({}) },
  { code: 'RJ-001', why: 'repeatedKey', text: file({ more: ', §"roles"§: []' }), fixed: null },
  { code: 'RJ-001', why: 'forbiddenKey', text: file({ more: ', §"__proto__"§: {}' }), fixed: null },
  { code: 'RJ-002', why: 'root', text: '§[§]', fixed: null },
  {
    code: 'RJ-003',
    why: 'missing',
    text: '§{§ "permissions": {} }',
    fixed: '{ "privileges": [], "permissions": {} }',
  },
  { code: 'RJ-003', why: 'kind', text: '{ "privileges": §"a"§, "permissions": {} }', fixed: null },
  { code: 'RJ-003', why: 'entry', text: file({ privileges: ', §"b"§' }), fixed: null },
  { code: 'RJ-003', why: 'kind', text: '{ "privileges": [], "roles": §7§, "permissions": {} }', fixed: null },
  {
    code: 'RJ-004',
    why: 'missing',
    text: '§{§ "privileges": [] }',
    fixed: '{ "permissions": { "allowed": [] }, "privileges": [] }',
  },
  { code: 'RJ-004', why: 'kind', text: '{ "privileges": [], "permissions": §[§] }', fixed: null },
  { code: 'RJ-004', why: 'kind', text: '{ "privileges": [], "permissions": { "allowed": §{§} } }', fixed: null },
  { code: 'RJ-005', why: 'entry', text: file({ allowed: '§{§ "type": "dataclass" }' }), fixed: null },
  { code: 'RJ-005', why: 'entry', text: file({ allowed: '§{§ "applyTo": "Invoice" }' }), fixed: null },
  { code: 'RJ-005', why: 'entry', text: file({ allowed: '§7§' }), fixed: file({}) },
  {
    code: 'RJ-006',
    why: 'type',
    text: file({ allowed: '{ "applyTo": "Invoice.pay", "type": §"function"§ }' }),
    fixed: file({ allowed: '{ "applyTo": "Invoice.pay", "type": "method" }' }),
  },
  {
    code: 'RJ-006',
    why: 'type',
    text: file({ allowed: '{ "applyTo": "Invoice", "type": §"dataClass"§ }' }),
    fixed: file({ allowed: '{ "applyTo": "Invoice", "type": "dataclass" }' }),
  },
  {
    code: 'RJ-006',
    why: 'early',
    release: '20R5',
    text: file({ allowed: '{ "applyTo": "Till", "type": §"singleton"§ }' }),
    fixed: null,
  },
  { code: 'RJ-007', why: 'list', text: entry(', "read": §"a"§'), fixed: entry(', "read": ["a"]') },
  { code: 'RJ-007', why: 'list', text: entry(', "read": §"a, guest"§'), fixed: entry(', "read": ["a", "guest"]') },
  { code: 'RJ-007', why: 'list', text: entry(', "read": §null§'), fixed: entry(', "read": []') },
  { code: 'RJ-007', why: 'item', text: entry(', "read": ["a", §7§]'), fixed: entry(', "read": ["a"]') },
  {
    code: 'RJ-007',
    why: 'list',
    text: file({ privileges: ', { "privilege": "b", "includes": §"a"§ }' }),
    fixed: file({ privileges: ', { "privilege": "b", "includes": ["a"] }' }),
  },
  {
    code: 'RJ-008',
    why: 'flag',
    text: file({ more: ', "forceLogin": §"true"§' }),
    fixed: file({ more: ', "forceLogin": true' }),
  },
  {
    code: 'RJ-008',
    why: 'flag',
    text: file({ more: ', "restrictedByDefault": §0§' }),
    fixed: file({ more: ', "restrictedByDefault": false' }),
  },
  {
    code: 'RJ-101',
    why: 'name',
    text: entry(', "read": [§"vip"§]'),
    fixed: entry(', "read": ["vip"]').replace('"a" }', '"a" }, { "privilege": "vip", "includes": [] }'),
  },
  {
    code: 'RJ-101',
    why: 'name',
    text: file({
      privileges: ', { "privilege": "payroll" }',
      allowed: '{ "applyTo": "Invoice", "type": "dataclass", "read": [§"payrol"§] }',
    }),
    fixed: file({
      privileges: ', { "privilege": "payroll" }',
      allowed: '{ "applyTo": "Invoice", "type": "dataclass", "read": ["payroll"] }',
    }),
  },
  {
    code: 'RJ-101',
    why: 'role',
    text: file({
      roles: '{ "role": "Seller", "privileges": ["a"] }',
      allowed: '{ "applyTo": "Invoice", "type": "dataclass", "read": [§"Seller"§] }',
    }),
    fixed: file({
      roles: '{ "role": "Seller", "privileges": ["a"] }',
      allowed: '{ "applyTo": "Invoice", "type": "dataclass", "read": ["a"] }',
    }),
  },
  {
    code: 'RJ-101',
    why: 'promote',
    text: entry(', "promote": [§"vip"§]', 'method', 'Invoice.pay'),
    fixed: entry(', "promote": ["vip"]', 'method', 'Invoice.pay').replace(
      '"a" }',
      '"a" }, { "privilege": "vip", "includes": [] }',
    ),
  },
  {
    code: 'RJ-102',
    why: 'includes',
    text: file({ privileges: ', { "privilege": "boss", "includes": [§"bos"§] }' }),
    fixed: file({ privileges: ', { "privilege": "boss", "includes": ["boss"] }' }),
  },
  {
    code: 'RJ-102',
    why: 'role',
    text: file({ roles: '{ "role": "r", "privileges": ["guest", §"b"§] }' }),
    fixed: file({
      privileges: ', { "privilege": "b", "includes": [] }',
      roles: '{ "role": "r", "privileges": ["guest", "b"] }',
    }),
  },
  {
    code: 'RJ-103',
    why: 'cycle',
    text: file({
      privileges: ', { "privilege": "b", "includes": ["C"] }, { "privilege": "c", "includes": ["a", §"b"§] }',
    }),
    fixed: file({ privileges: ', { "privilege": "b", "includes": ["C"] }, { "privilege": "c", "includes": ["a"] }' }),
  },
  {
    code: 'RJ-103',
    why: 'itself',
    text: file({ privileges: ', { "privilege": "b", "includes": [§"B"§] }' }),
    fixed: file({ privileges: ', { "privilege": "b", "includes": [] }' }),
  },
  { code: 'RJ-104', why: 'privilege', text: file({ privileges: ', { "privilege": §"A"§ }' }), fixed: file({}) },
  {
    code: 'RJ-104',
    why: 'role',
    text: file({ roles: '{ "role": "r" }, { "role": §"R"§, "privileges": ["a"] }' }),
    fixed: null,
  },
  {
    code: 'RJ-105',
    why: 'unknown',
    model,
    text: file({ allowed: '{ "applyTo": §"Invioce"§, "type": "dataclass", "read": ["a"] }' }),
    fixed: file({ allowed: '{ "applyTo": "Invoice", "type": "dataclass", "read": ["a"] }' }),
  },
  {
    code: 'RJ-105',
    why: 'unknown',
    model,
    text: file({ allowed: '{ "applyTo": §"Till.rest"§, "type": "singletonMethod", "execute": ["a"] }' }),
    fixed: file({ allowed: '{ "applyTo": "Till.reset", "type": "singletonMethod", "execute": ["a"] }' }),
  },
  {
    code: 'RJ-105',
    why: 'unknown',
    model,
    text: file({ allowed: '{ "applyTo": §"Weather"§, "type": "dataclass", "read": ["a"] }' }),
    fixed: file({}),
  },
  {
    code: 'RJ-105',
    why: 'shape',
    text: file({ allowed: '{ "applyTo": §"cs.InvoiceEntity.pay"§, "type": "method", "execute": ["a"] }' }),
    fixed: file({ allowed: '{ "applyTo": "Invoice.pay", "type": "method", "execute": ["a"] }' }),
  },
  {
    code: 'RJ-105',
    why: 'shape',
    text: file({ allowed: '{ "applyTo": §"Main"§, "type": "datastore", "read": ["a"] }' }),
    fixed: file({ allowed: '{ "applyTo": "ds", "type": "datastore", "read": ["a"] }' }),
  },
  {
    code: 'RJ-105',
    why: 'perhaps',
    model: { ...model, complete: false },
    text: file({ allowed: '{ "applyTo": §"Invoice.vat"§, "type": "attribute", "read": ["a"] }' }),
    fixed: null,
  },
  {
    code: 'RJ-106',
    why: 'promote',
    text: entry(', §"promote"§: ["a"]', 'datastore', 'ds'),
    fixed: entry('', 'datastore', 'ds'),
  },
  {
    code: 'RJ-106',
    why: 'action',
    text: entry(', §"read"§: ["vip"]', 'method', 'Invoice.pay'),
    fixed: entry('', 'method', 'Invoice.pay'),
  },
  { code: 'RJ-107', why: 'describe', release: '20R7', text: entry(', §"describe"§: ["vip"]'), fixed: entry('') },
  {
    code: 'RJ-108',
    why: 'read',
    text: entry(', "read": ["a"], "update": ["a", §"guest"§]'),
    fixed: entry(', "read": ["a", "guest"], "update": ["a", "guest"]'),
  },
  {
    code: 'RJ-108',
    why: 'nobody',
    text: file({
      allowed: '{ "applyTo": "Invoice", "type": "dataclass", "drop": [§"a"§] }',
      more: ', "restrictedByDefault": true',
    }),
    fixed: null,
  },
  {
    code: 'RJ-109',
    why: 'restricted',
    text: file({
      allowed: '{ "applyTo": "Invoice.pay", "type": "method", §"promote"§: ["a"] }',
      more: ', "restrictedByDefault": true',
    }),
    fixed: null,
  },
  {
    code: 'RJ-109',
    why: 'list',
    text: file({
      privileges: ', { "privilege": "none" }',
      allowed:
        '{ "applyTo": "ds", "type": "datastore", "execute": ["none"] }, { "applyTo": "Invoice.pay", "type": "method", §"promote"§: ["a"] }',
    }),
    fixed: null,
  },
  { code: 'RJ-110', why: 'forceLogin', release: '20R4', text: file({ more: ', §"forceLogin"§: true' }), fixed: null },
  {
    code: 'RJ-110',
    why: 'restrictedByDefault',
    release: '20R10',
    text: file({ more: ', §"restrictedByDefault"§: true' }),
    fixed: null,
  },
  { code: 'RJ-111', why: 'guest', text: file({ privileges: ', { "privilege": §"Guest"§ }' }), fixed: file({}) },
  { code: 'RJ-111', why: 'webadmin', text: file({ privileges: ', { "privilege": §"WebAdmin"§ }' }), fixed: file({}) },
  {
    code: 'RJ-112',
    why: 'shared',
    model,
    text: file({ allowed: '{ "applyTo": §"Invoice.send"§, "type": "method", "execute": ["a"] }' }),
    fixed: null,
  },
  { code: 'RJ-113', why: 'key', text: entry(', §"delete"§: ["a"]'), fixed: entry(', "drop": ["a"]') },
  { code: 'RJ-113', why: 'key', text: entry(', §"Read"§: ["a"]'), fixed: entry(', "read": ["a"]') },
  {
    code: 'RJ-113',
    why: 'key',
    text: file({ more: ', §"forcelogin"§: true' }),
    fixed: file({ more: ', "forceLogin": true' }),
  },
  { code: 'RJ-113', why: 'kind', text: entry(', §"dataStore"§: "ds"'), fixed: null },
  { code: 'RJ-113', why: 'unknown', text: file({ more: ', §"$schema"§: "x"' }), fixed: null },
]

const unmarked = (text: string) => text.replaceAll('§', '')
const linted = ({ text, release = '21R4', model }: Pick<Case, 'text' | 'release' | 'model'>) =>
  lint(unmarked(text), { release, model })

describe('the lint', () => {
  it.each(CASES)('says $code $why about $text, there and nothing else', ({ code, why, text, ...more }) => {
    const found = linted({ text, ...more })
    const [before = '', inside = ''] = text.split('§')
    const line = before.split('\n').length
    expect(found.map(({ code, why, offset, length }) => ({ code, why, offset, length }))).toEqual([
      { code, why, offset: before.length, length: inside.length },
    ])
    expect(found[0]).toMatchObject({ line, column: before.length - before.lastIndexOf('\n') })
  })

  it.each(CASES)('mends $code $why in $text', ({ text, fixed, ...more }) => {
    const [fix] = linted({ text, ...more })[0]!.fixes
    expect(fix ? edited(unmarked(text), fix.edit) : null).toBe(fixed)
  })

  it.each(CASES.filter(({ fixed }) => fixed !== null))('has no $code left after its fixes, in $text', (it) => {
    for (const fix of linted(it)[0]!.fixes) {
      const after = linted({ ...it, text: edited(unmarked(it.text), fix.edit) })
      // A name corrected to the one that includes it makes a circle of one.
      expect(after.map(({ code }) => code).filter((code) => code !== 'RJ-103' || it.code === 'RJ-103')).toEqual([])
    }
  })

  it('has a case for every code', () => {
    expect([...new Set(CASES.map(({ code }) => code))]).toEqual([...CODES])
    expect(Object.keys(BASIS)).toEqual([...CODES])
  })

  it.each(CASES)('has words for $code $why, and every blank of them is filled', ({ code, why, ...it }) => {
    const says = words.says[code] as Readonly<Record<string, string>>
    const [finding] = linted(it)
    expect(fill(says[why] ?? '…', finding!.facts)).not.toContain('…')
    expect(words.codes[code].effect).not.toBe('')
    for (const { name } of finding!.fixes) expect(FIXES).toContain(name)
  })

  it('is silent about what 4D and its Studio write', () => {
    const studio = `\uFEFF${file({ privileges: ', { "privilege": "b", "includes": ["a"], "id": "x1" }', roles: '{ "role": "r", "privileges": ["guest", "b"], "id": "x2" }' })}`
    const generated =
      '{"privileges":[],"roles":[],"permissions":{"allowed":[{"applyTo":"ds","type":"datastore","read":[],"create":[],"update":[],"drop":[],"execute":[],"promote":[]}]},"restrictedByDefault":false,"forceLogin":false}'
    expect([...linted({ text: studio }), ...linted({ text: generated })]).toEqual([])
  })

  it('lets ds.authentify promote without a list: guests may always execute it', () => {
    const text = file({
      allowed: '{ "applyTo": "ds.authentify", "type": "method", "promote": ["a"] }',
      more: ', "restrictedByDefault": true, "forceLogin": true',
    })
    expect(linted({ text })).toEqual([])
  })

  it('goes on after a syntax fault', () => {
    const text = entry(', "read": ["vip"],')
    expect(linted({ text }).map(({ code }) => code)).toEqual(['RJ-101', 'RJ-001'])
  })
})

describe('whether the file is in force', () => {
  const names = fc.constantFrom('a', 'B', 'guest', 'WebAdmin', 'none', '')
  const wrong = fc.constantFrom<Json>(null, 7, true, 'a', {}, [], [1], { a: 1 })
  const list = fc.oneof({ weight: 6, arbitrary: fc.array(names, { maxLength: 3 }) }, wrong)
  const part = (of: Record<string, fc.Arbitrary<unknown>>) =>
    fc.oneof({ weight: 8, arbitrary: fc.record(of, { requiredKeys: [] }) }, wrong)
  const parts = (of: fc.Arbitrary<unknown>) => fc.oneof({ weight: 8, arbitrary: fc.array(of, { maxLength: 4 }) }, wrong)
  const files = part({
    privileges: parts(part({ privilege: names, includes: list })),
    roles: parts(part({ role: names, privileges: list })),
    permissions: part({
      allowed: parts(
        part({
          applyTo: fc.constantFrom('ds', 'Invoice', 'Invoice.total', 'x'),
          type: fc.constantFrom('datastore', 'dataclass', 'attribute', 'method', 'singleton', 'function'),
          read: list,
          update: list,
          execute: list,
          promote: list,
          delete: list,
        }),
      ),
    }),
    forceLogin: fc.oneof(fc.boolean(), wrong),
  }).map((it) => JSON.stringify(it))

  it('is said by an error, and by nothing else', () => {
    const releases = fc.constantFrom<Release>('19R8', '20R5', '20R6', '21R4')
    fc.assert(
      fc.property(files, releases, fc.nat(), fc.constantFrom('', ',', '"', '}', '// x'), (text, release, at, wound) => {
        const damaged = edited(text, { offset: at % text.length, length: 0, text: wound })
        const errors = lint(damaged, { release, model }).filter(({ severity }) => severity === 'error')
        const { state } = protectionOf(damaged, release !== '19R8' && release !== '20R5')
        expect(errors.length > 0).toBe(state === 'faulty')
      }),
      { numRuns: 2_000 },
    )
  })

  it('is told of any text at all without an exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(lint(text, { release: '21', model }))))
  })
})

describe('a large file', () => {
  const seconds = (what: () => unknown) => {
    const start = performance.now()
    what()
    return (performance.now() - start) / 1000
  }

  // Generous: what is feared is minutes, and the machine is shared.
  it.each<[string, string]>([
    [
      'of ten thousand privileges that include one another',
      JSON.stringify({
        privileges: Array.from({ length: 10_000 }, (_, i) => ({ privilege: `p${i}`, includes: [`p${i + 1}`] })),
        permissions: {
          allowed: Array.from({ length: 200 }, (_, i) => ({
            applyTo: `C${i}`,
            type: 'dataclass',
            read: [`p${9_999 - i}`],
            update: [`p${i}`],
          })),
        },
      }),
    ],
    [
      'of five million characters with nothing right in it',
      `{"privileges":[],"permissions":{"allowed":[${Array.from({ length: 50_000 }, (_, i) => `{"applyTo":"Class${i}.x","type":"dataclass","read":["name${i}"],"update":["other${i}"],"delete":4}`).join(',')}]}}`,
    ],
    ['of five million characters of no sense', '4. '.repeat(1_700_000)],
    ['of a million brackets', '['.repeat(1_000_000)],
    [
      'with one name declared two hundred thousand times',
      JSON.stringify({
        privileges: Array.from({ length: 200_000 }, () => ({ privilege: 'a', includes: ['a'] })),
        permissions: {},
      }),
    ],
  ])('%s is read in seconds', (_, text) => {
    expect(seconds(() => lint(text, { release: '21', model }))).toBeLessThan(10)
    expect(seconds(() => protectionOf(text))).toBeLessThan(5)
  })
})

describe('a release', () => {
  it('is spelled in the words as 4D spells it', () => {
    const text = file({ more: ', "restrictedByDefault": true' })
    const [finding] = lint(text, { release: readRelease('20 R10')! })
    expect(fill(words.says['RJ-110'].restrictedByDefault, finding!.facts)).toContain('20 R10')
  })
})
