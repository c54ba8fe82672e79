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

  it('prints what turns the last refusal of a story, each with a story that can be played', () => {
    const steps = [
      { type: 'connectClient', machine: 'ana' },
      { type: 'runCall', machine: 'ana', in: 'clientMethod', call: 'createOTP' },
    ]
    const { status, stdout, stderr } = terminal(['flip', '-'], { input: scenario({ steps }) })
    const report = JSON.parse(stdout)
    expect([status, stderr, report.step]).toEqual([0, '', 2])
    expect(report.now).toMatchObject({ decision: 'resolveSession', tone: 'none' })
    expect(report.flips[0]).toMatchObject({ changes: [{ type: 'replace', aspect: 'place' }], then: { tone: 'good' } })
    const played = terminal(['play', '-'], { input: JSON.stringify(report.flips[0].story) })
    expect(JSON.parse(played.stdout).steps.at(-1)).toMatchObject(report.flips[0].then)
  })

  it('leaves with 1 when nothing turns a step', () => {
    const world = { machines: [{ name: 'server', kind: 'server' }], webServers: [], browsers: [] }
    const steps = [{ type: 'runCall', machine: 'server', in: 'storedProcedure', call: 'setPrivileges', with: ['a'] }]
    const { status, stdout } = terminal(['flip', '-', '--step', '1'], { input: scenario({ world, steps }) })
    expect([status, JSON.parse(stdout).flips]).toEqual([1, []])
  })

  it('prints the shortest story that breaks a promise, and leaves with 1', () => {
    const { status, stdout } = terminal(['break', 'lifespanAsked', '--release', '21'])
    const report = JSON.parse(stdout)
    expect([status, report.depth, report.story.steps.length]).toEqual([1, 2, 2])
    expect(terminal(['play', '-'], { input: JSON.stringify(report.story) }).status).toBe(0)
  })

  it('leaves with 0 when nothing breaks it as far as it looks', () => {
    const args = ['break', 'reads', '--what', 'Salaries', '--commands', 'data,pages', '--cast', 'two', '--depth', '3']
    const { status, stdout } = terminal(args)
    expect([status, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ story: null, parts: { who: 'guest', what: 'Salaries' }, commands: ['pages', 'data'] }),
    ])
  })

  it.each([
    [[]],
    [['sing']],
    [['play']],
    [['play', 'a', 'b']],
    [['play', 'a', '--release', '18']],
    [['play', 'a', '--loud']],
    [['play', 'a', '--step', '1']],
    [['flip', VECTOR, '--step', '99']],
    [['break', 'nothing']],
    [['break', 'tokenOnce', '--commands', 'fly']],
    [['break', 'tokenOnce', '--depth', 'deep']],
  ])('explains itself when asked for %j', (args) => {
    const { status, stdout, stderr } = terminal(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage: terminal play FILE')
  })
})
