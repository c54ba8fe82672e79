import { describe, expect, it } from 'vitest'
import type { Release } from '../../../src/engine/releases/releases'
import { upgradeMarkdown, type Upgrade } from '../../../src/view/pages/upgrade/rows'
import { upgrading } from '../../../src/view/pages/upgrade/work'
import { en } from '../../../src/words/en'
import { pages } from '../../../src/words/en.pages'
import { reasons } from '../../../src/words/en.reasons'

const words = { ...en, ...reasons }
const said = { words, pages }

function worked(from: Release, to: Release): Upgrade {
  const work = upgrading(from, to, words)
  for (let last = -1; ;) {
    const { done, value } = work.next()
    if (done) return value
    // Progress never goes back, and never beyond the end.
    expect(value.done).toBeGreaterThanOrEqual(last)
    expect(value.done).toBeLessThanOrEqual(value.total)
    last = value.done
  }
}

describe('an upgrade as Markdown', () => {
  const upgrade = worked('20R10', '21')
  const lines = upgradeMarkdown(upgrade, upgrade.stories[0] ?? null, said).split('\n')

  it('has a row for each answer and rule, with both sides and the source', () => {
    const rows = lines.filter((it) => it.startsWith('| '))
    const all = upgrade.chapters.flatMap(({ answers, rules }) => [...answers, ...rules])
    const tables = lines.filter((it) => it.startsWith('| --- '))
    expect(rows.length - 2 * tables.length).toBe(all.length + upgrade.stories.length + 1)
    const set = rows.find((it) => it.includes('`setPrivileges(payroll)`'))
    expect(set).toContain('Open now')
    expect(set).toContain('false. False: in 4D 20 R10')
    expect(set).toContain('true. True: setPrivileges() adds')
    expect(set).toContain('SES-140 ([Session](https://developer.4d.com/docs/21/API/SessionClass))')
  })

  it('has as many cells in each row as its table has heads', () => {
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length
    for (const [i, line] of lines.entries())
      if (line.startsWith('|') && lines[i - 1]?.startsWith('|')) expect(cells(line)).toBe(cells(lines[i - 1]!))
  })

  it('leaves no blank unfilled', () => {
    expect(lines.filter((it) => /\{\w+[|}]/.test(it))).toEqual([])
  })

  it('says so when nothing changes', () => {
    const none = upgradeMarkdown(worked('21', '21'), null, said)
    expect(none).toContain(pages.upgrade.nothing)
  })
})
