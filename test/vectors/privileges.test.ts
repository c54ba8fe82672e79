import { describe, expect, it } from 'vitest'
import { ROWS, taleOf, type Row } from '../../src/evidence/accessRows'
import type { Json } from '../../src/engine/json'
import { FORMAT } from '../../src/simulation/scenario'
import { play } from '../../src/terminal/play'

interface Told {
  readonly tone: string
  readonly answers: readonly { readonly value?: Json; readonly error?: string }[]
  readonly reply: { readonly status: number } | null
  readonly verdicts: readonly { readonly decision: string; readonly tone: string; readonly rules: readonly string[] }[]
}

function lastStep(row: Row): Told {
  const { spec, settings, commands } = taleOf(row)
  const scenario = { format: FORMAT, title: row.id, release: row.release, world: spec, settings, steps: commands }
  const played = play(JSON.stringify(scenario))
  if ('problem' in played) throw new Error(JSON.stringify(played.problem))
  return played.report.steps.at(-1) as unknown as Told // as the report writes a step
}

describe('the access rows of the privileges reference', () => {
  it('are all here but the one before 20 R5', () => {
    expect(ROWS).toHaveLength(43)
    expect(ROWS.map(({ id }) => id)).not.toContain('TV-60')
  })

  it.each(ROWS)('$id: $file, $release, $resource.applyTo $action is $expected', (row) => {
    const { answers, reply } = lastStep(row)
    const answer = answers.at(-1)
    // An attribute that may not be read is left out: no value and no error (PRIV-083).
    const refused = answer?.error === 'privilege' || answer?.value === null || reply?.status === 401
    const granted = answer ? answer.value === true : reply?.status === 200
    expect({ refused, granted }).toEqual({ refused: row.expected === 'denied', granted: row.expected === 'allowed' })
  })

  it.each(ROWS)('$id rests on $rule', (row) => {
    const { tone, verdicts } = lastStep(row)
    const deciding = verdicts.filter((it) => it.tone === tone || it.decision === 'passGate')
    expect(deciding.flatMap(({ rules }) => rules)).toContain(row.rule)
  })
})
