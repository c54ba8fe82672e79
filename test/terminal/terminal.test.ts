import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const VECTOR = join(ROOT, 'src/evidence/vectors/TV-30.json')
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs')

function terminal(args: readonly string[], { input = '', env = {} }: { input?: string; env?: object } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TSX, 'src/terminal/terminal.ts', ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

const folder = mkdtempSync(join(tmpdir(), 'playground-'))
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const scenario = (more: object) =>
  JSON.stringify({ format: 'session-playground/1', title: 'A', release: '21', world: 'office', steps: [], ...more })

describe('the terminal', () => {
  it('prints the report alone, and leaves with 0 when all expectations hold', () => {
    const { status, stdout, stderr } = terminal(['play', VECTOR])
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ format: 'session-playground/1', expectations: { failed: [] } })
  })

  it('prints the same bytes twice, in any language and time zone', () => {
    const here = terminal(['play', VECTOR])
    const there = terminal(['play', VECTOR], { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' } })
    expect(there.stdout).toBe(here.stdout)
  })

  it('leaves with 1 when an expectation fails, and says which, what was expected and what was found', () => {
    const failing = file(
      'failing.json',
      scenario({ expect: [{ after: 0, look: 'licences.used', is: 3, says: 'three' }] }),
    )
    const { status, stdout, stderr } = terminal(['play', failing])
    expect(status).toBe(1)
    expect(JSON.parse(stdout).expectations).toEqual({
      passed: 0,
      failed: [{ number: 1, after: 0, look: 'licences.used', expected: { is: 3 }, found: 0, says: 'three' }],
    })
    expect(stderr).toBe('After step 0, licences.used: expected {"is":3}, found 0 (three)\n')
  })

  it('leaves with 2 when the input cannot be read, and says where', () => {
    const broken = file('broken.json', '{\n  "format": }')
    const { status, stdout, stderr } = terminal(['play', broken])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ problem: { code: 'syntax', line: 2, column: 13 } })
    expect(stderr).toContain(`${broken}: 2:13: `)
  })

  it('leaves with 2 when there is no such file', () => {
    expect(terminal(['play', join(folder, 'none.json')])).toMatchObject({ status: 2 })
  })

  it('reads standard input', () => {
    expect(terminal(['play', '-'], { input: scenario({}) })).toMatchObject({ status: 0, stderr: '' })
  })

  it('tells the story under another release', () => {
    const { stdout } = terminal(['play', '-', '--release', '20 R5'], { input: scenario({}) })
    expect(JSON.parse(stdout).release).toBe('20 R5')
  })

  it.each([
    [[]],
    [['sing']],
    [['play']],
    [['play', 'a', 'b']],
    [['play', 'a', '--release', '18']],
    [['play', 'a', '--loud']],
  ])('explains itself when asked for %j', (args) => {
    const { status, stdout, stderr } = terminal(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage: terminal play FILE')
  })
})
