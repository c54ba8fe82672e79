import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VECTOR_IDS } from '../../src/evidence/vectors/vectors'
import { RELEASES } from '../../src/engine/releases/releases'
import type { Report } from '../../src/simulation/report'
import { play } from '../../src/terminal/play'

const played = (text: string, release?: (typeof RELEASES)[number]): Report => {
  const it = play(text, release)
  if ('problem' in it) throw new Error(JSON.stringify(it.problem))
  return it.report
}

/** The vectors of the references ship with the page, as evidence. */
const SHIPPED = '../../src/evidence/vectors'

const filesIn = (folder: string, names = /\.json$/) => {
  const at = join(import.meta.dirname, folder)
  return readdirSync(at)
    .filter((file) => names.test(file))
    .sort()
    .map((file) => ({ id: file.replace('.json', ''), text: readFileSync(join(at, file), 'utf8') }))
}

/** Every rule on any walk of the story. */
const walked = ({ steps }: Report): readonly string[] =>
  steps.flatMap((it) => (it as { verdicts: { rules: string[] }[] }).verdicts.flatMap(({ rules }) => rules))

describe.each([
  ['section 7 of the sessions reference', SHIPPED, /^TV-/, 25],
  ['the session calls of the privileges reference', SHIPPED, /^SV-/, 16],
  ['a fault found once', 'own', /\.json$/, 1],
  ['what differs in older releases, and in how one reads', 'releases', /\.json$/, 9],
])('%s', (_, folder, names, count) => {
  const vectors = filesIn(folder, names)

  it('is here as a file for each vector', () => {
    expect(vectors).toHaveLength(count)
  })

  it.each(vectors)('$id comes out as documented', ({ text }) => {
    expect(played(text).expectations.failed).toEqual([])
  })

  it.each(vectors)('$id walks through the rules it names', ({ text }) => {
    const report = played(text)
    const named = report.title.match(/(?:SES|PRIV)-\d{3}/g) ?? []
    expect(named.filter((rule) => !walked(report).includes(rule))).toEqual([])
  })
})

describe('the vectors that ship', () => {
  it('are all named in the list that the page reads', () => {
    expect(VECTOR_IDS).toEqual(filesIn(SHIPPED, /^[ST]V-/).map(({ id }) => id))
  })
})

describe('vectors that hold in any release', () => {
  it.each(RELEASES)('hold in %s', (release) => {
    for (const { id, text } of filesIn(SHIPPED, /^TV-(?:11|38)\./))
      expect([id, played(text, release).expectations.failed]).toEqual([id, []])
  })
})
