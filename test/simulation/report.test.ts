import { describe, expect, it } from 'vitest'
import { PRESETS } from '../../src/gallery/presets'
import { shippedScenario } from '../../src/gallery/gallery'
import { reportOf } from '../../src/simulation/report'
import { startOf } from '../../src/simulation/scenario'
import { PARTS, stateOf } from '../../src/simulation/state'
import { stepAt, tell, worldAt } from '../../src/simulation/story'

const scenario = shippedScenario('shared-session', { title: 'Sharing', question: 'Why?' })
const story = tell(startOf(scenario, PRESETS)!, scenario.steps)
const report = reportOf(scenario, story)

describe('the report of a story', () => {
  it('has every step with its command, in order', () => {
    expect(report.steps.map((it) => (it as { command: object }).command)).toEqual(scenario.steps)
    expect(report.steps.map((it) => (it as { number: number }).number)).toEqual(scenario.steps.map((_, i) => i + 1))
  })

  it('is plain JSON: nothing is lost by writing it', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  it('is the same when told twice', () => {
    const again = tell(startOf(scenario, PRESETS)!, scenario.steps)
    expect(JSON.stringify(reportOf(scenario, again))).toBe(JSON.stringify(report))
  })

  it('ends with the state after the last step', () => {
    const { step: _, ...state } = stateOf(story.end)
    expect(report.end).toEqual(state)
  })

  it('names the rules of each walk, and says what is assumed', () => {
    const verdicts = report.steps.flatMap(
      (it) => (it as { verdicts: { rules: string[]; assumed: boolean }[] }).verdicts,
    )
    expect(verdicts.filter(({ rules }) => rules.length === 0)).toEqual([])
    expect(new Set(verdicts.map(({ assumed }) => typeof assumed))).toEqual(new Set(['boolean']))
  })

  it('counts expectations, not their operators', () => {
    const expectations = [
      { after: 1, look: 'now', is: 0 },
      { after: 1, look: 'now', is: 1, isNot: 0 },
    ]
    const { passed, failed } = reportOf({ ...scenario, expect: expectations }, story).expectations
    expect([passed, failed.length]).toEqual([1, 2])
  })
})

describe('the state of a moment', () => {
  it('has the parts an expectation may look into, and no other', () => {
    expect(Object.keys(stateOf(story.start))).toEqual([...PARTS])
  })

  it('shows the step that led to it', () => {
    expect(stateOf(worldAt(story, 6), stepAt(story, 6), 6).step).toEqual(report.steps[5])
  })
})
