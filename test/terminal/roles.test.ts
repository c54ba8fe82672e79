import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import data from '../../src/evidence/vectors/privileges.json'

const ROOT = join(import.meta.dirname, '../..')
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs')
const folder = mkdtempSync(join(tmpdir(), 'roles-'))
const file = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return join(folder, name)
}
function terminal(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TSX, 'src/terminal/terminal.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const bakery = file('bakery.json', data.fixtures.F1)
const library = file('library.json', data.fixtures.F2)
const broken = file('broken.json', '\uFEFF{ "privileges": [],\n // mine\n "permissions": {} }')
const none = join(folder, 'none.json')

describe('check', () => {
  it('leaves with 0 when there is no error, and says what the file leaves open', () => {
    const { status, stdout } = terminal('check', file('open.json', data.fixtures.F7), '--release', '21')
    expect(status).toBe(0)
    expect(stdout).toContain('Protection is ON.')
    expect(stdout).toContain('- Open by omission to everybody: drop on whatever is not named, Stock.')
    expect(stdout).toMatch(/open\.json:1:\d+: warning RJ-108 "clerk" may update Stock but not read it; viewer may\./)
    expect(stdout).toContain('0 errors, 1 warning, 0 notes')
  })

  it('leaves with 1 when protection is off, and says so first', () => {
    const { status, stdout } = terminal('check', broken)
    expect(status).toBe(1)
    expect(stdout.split('\n')[0]).toBe(
      'PROTECTION IS OFF: the file has a fault, so 4D 21 R4 ignores all of it. Everything is open.',
    )
    expect(stdout).toContain('broken.json:2:2: error RJ-001 JSON has no comments.')
  })

  it('prints JSON with places and fixes', () => {
    const { status, stdout } = terminal('check', broken, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      release: '21 R4',
      protection: 'faulty',
      counts: { errors: 1, warnings: 0, notes: 0 },
      findings: [{ code: 'RJ-001', line: 2, column: 2, offset: 22, length: 7, fixes: [{ text: '' }] }],
    })
  })

  it.each([
    ['catalog.json', { dataClasses: [{ name: 'Order', attributes: [{ name: 'margin', kind: 'storage' }] }] }],
    [
      'catalog.4DCatalog',
      '<?xml version="1.0"?><base name="b"><table name="Order"><field name="margin" type="4"/></table></base>',
    ],
  ])('compares with the data model in %s', (name, content) => {
    const { status, stdout } = terminal('check', bakery, '--catalog', file(name, content))
    expect(status).toBe(0)
    expect(stdout).toContain('warning RJ-105 The data model has no dataclass "Product".')
    expect(stdout).not.toContain('dataclass "Order"')
    expect(stdout).not.toContain('attribute "Order.margin"')
  })

  it('leaves with 2 when a file cannot be read', () => {
    expect(terminal('check', none)).toMatchObject({ status: 2, stdout: '', stderr: `${none} cannot be read.\n` })
    expect(terminal('check', bakery, '--catalog', library)).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('ask', () => {
  const lines = (stdout: string) =>
    stdout
      .trim()
      .split('\n')
      .map((it) => JSON.parse(it) as Record<string, unknown>)
  const questions = file('questions.json', data)

  it('answers every row of the privileges reference, one line each', () => {
    const { status, stdout } = terminal('ask', bakery, questions)
    expect(status).toBe(0)
    const told = lines(stdout)
    expect(told.map(({ id, answer, rule }) => [id, answer, rule])).toEqual(
      data.vectors.map(({ id, expected, rule }) => [id, expected, rule]),
    )
    expect(told[0]).toEqual({ id: 'TV-01', answer: 'denied', rule: 'PRIV-051', missing: ['none'] })
  })

  it('does so without a second file, and asks the first when there are no fixtures', () => {
    expect(terminal('ask', questions).status).toBe(0)
    const own = file('own.json', { vectors: data.vectors.filter(({ file }) => file === 'F1') })
    expect(terminal('ask', bakery, own).status).toBe(0)
    expect(terminal('ask', library, own).status).toBe(1)
    expect(terminal('ask', own).status).toBe(2)
  })

  it('takes short questions, under the release that is given', () => {
    const short = file('short.json', [{ id: 'q', resource: 'Author', action: 'read', setPrivileges: 'desk' }])
    expect(lines(terminal('ask', library, short, '--release', '21').stdout)).toEqual([
      { id: 'q', answer: 'denied', rule: 'PRIV-068', missing: [] },
    ])
    expect(lines(terminal('ask', library, short, '--release', '20 R10').stdout)[0]).toMatchObject({ answer: 'allowed' })
  })

  it('leaves with 2 when a question or a file makes no sense, and answers the others', () => {
    const mixed = file('mixed.json', [
      { resource: 'Order', action: 'eat' },
      { resource: 'Order', action: 'read' },
    ])
    const { status, stdout } = terminal('ask', bakery, mixed)
    expect(status).toBe(2)
    expect(lines(stdout)).toMatchObject([
      { id: '1', problem: 'action' },
      { id: '2', answer: 'denied' },
    ])
    expect(terminal('ask', bakery, broken)).toMatchObject({ status: 2, stdout: '' })
    expect(terminal('ask', bakery, bakery)).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('test', () => {
  it('leaves with 0 when all sentences hold', () => {
    const tests = file('good.json', ['role Counter must not update Order through REST', 'guest may read Product'])
    expect(terminal('test', bakery, tests)).toMatchObject({ status: 0, stdout: '2 of 2 tests hold.\n' })
  })

  it('leaves with 1 when one does not, and says why', () => {
    const tests = file('bad.json', { tests: ['role Counter may drop Order', 'role Bakr must not drop Order'] })
    const { status, stdout } = terminal('test', bakery, tests)
    expect(status).toBe(1)
    expect(stdout).toBe(
      [
        '✗ role Counter may drop Order through REST',
        '  It is denied by PRIV-052: A dataclass permission replaces the datastore permission for that action only.',
        '  Any one of these would do: headBaker.',
        '✗ role Bakr must not drop Order through REST',
        '  The file does not declare Bakr.',
        '0 of 2 tests hold.',
        '',
      ].join('\n'),
    )
    expect(JSON.parse(terminal('test', bakery, tests, '--json').stdout)).toMatchObject({ count: 2, holding: 0 })
  })

  it('leaves with 2 when one cannot be understood', () => {
    expect(terminal('test', bakery, file('odd.json', ['Counter might read Order']))).toMatchObject({ status: 2 })
    expect(terminal('test', bakery, file('no.json', '{}'))).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('diff', () => {
  const wider = structuredClone(data.fixtures.F1) as {
    permissions: { allowed: { applyTo: string; read?: string[] }[] }
  }
  wider.permissions.allowed.find(({ applyTo }) => applyTo === 'Account')!.read = ['readAccount', 'auditor']
  const after = file('wider.json', wider)

  it('leaves with 1 when access was widened, and says for whom', () => {
    const { status, stdout } = terminal('diff', bakery, after)
    expect(status).toBe(1)
    expect(stdout).toContain('Opened\n  read Account: role Boss, privilege auditor')
    expect(stdout).toContain('Access was widened.')
  })

  it('leaves with 0 when it was narrowed, or not changed', () => {
    expect(terminal('diff', after, bakery)).toMatchObject({ status: 0 })
    expect(terminal('diff', bakery, bakery)).toMatchObject({
      status: 0,
      stdout: '\nNobody gains, nobody loses.\nAccess was not widened.\n',
    })
  })

  it('tells when protection went off', () => {
    const { status, stdout } = terminal('diff', library, broken)
    expect(status).toBe(1)
    expect(stdout).toContain('Protection: on → OFF (faulty file)')
    expect(stdout).toContain('Force login: true → false')
  })

  it('writes JSON, or Markdown in which no name can do anything', () => {
    expect(JSON.parse(terminal('diff', bakery, after, '--json').stdout)).toMatchObject({ widened: true })
    const evil = structuredClone(wider)
    evil.permissions.allowed.push({ applyTo: 'A|<b>`x`\u001b[31m', type: 'dataclass', read: ['guest'] } as never)
    const { stdout } = terminal('diff', bakery, file('evil.json', evil), '--markdown')
    expect(stdout).toContain('### Opened')
    expect(stdout).toContain('| read | A\\|\\<b\\>\\`x\\` \\[31m |')
  })

  it('leaves with 2 without two files, or with two forms', () => {
    expect(terminal('diff', bakery)).toMatchObject({ status: 2, stdout: '' })
    expect(terminal('diff', bakery, none)).toMatchObject({ status: 2, stdout: '' })
    expect(terminal('diff', bakery, after, '--json', '--markdown')).toMatchObject({ status: 2, stdout: '' })
    expect(terminal('check', bakery, after)).toMatchObject({ status: 2, stdout: '' })
  })
})
