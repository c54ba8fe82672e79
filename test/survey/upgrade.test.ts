import { describe, expect, it } from 'vitest'
import type { Release } from '../../src/engine/releases/releases'
import { holdsFor, RULES } from '../../src/engine/releases/rules'
import { SHIPPED, shippedScenario, type ScenarioId } from '../../src/gallery/gallery'
import { PRESETS } from '../../src/gallery/presets'
import { startOf } from '../../src/simulation/scenario'
import { firstDifference, tell } from '../../src/simulation/story'
import { DANGERS, differences, shapeOf } from '../../src/survey/compare'
import { survey } from '../../src/survey/survey'
import {
  answerChanges,
  chapters,
  releaseBefore,
  ruleChanges,
  storyChange,
  THEMES,
  type StoryChange,
} from '../../src/survey/upgrade'
import { PLACES, type PlaceName } from '../../src/survey/ways'

const pairs = (from: Release, to: Release, places: readonly PlaceName[] = PLACES) =>
  places.map((place) => ({ before: survey(from, place), after: survey(to, place) }))

const changed = (from: Release, to: Release, places?: readonly PlaceName[]) =>
  answerChanges(pairs(from, to, places)).map(
    ({ danger, probe, before, after }) =>
      `${danger} ${probe.name}: ${before ? shapeOf(before) : 'nowhere'} → ${after ? shapeOf(after) : 'nowhere'}`,
  )

function ended<T>(generator: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = generator.next()
    if (done) return value
  }
}
const storyIn = (id: ScenarioId, from: Release, to: Release): StoryChange | undefined => {
  const scenario = shippedScenario(id, { title: id, question: '' })
  return ended(storyChange(scenario, scenario.steps, from, to))
}

describe('the answers that change', () => {
  it('of a twin from 20 R10 to 21 are those of section 4, the dangerous ones first', () => {
    expect(changed('20R10', '21', ['executeOnServerMethod'])).toEqual([
      'refuses hasPrivilege: true → false',
      'opens setPrivileges: false → true',
      'opens promote: 0 → 1',
      'opens createOTP: "" → token 10',
      'opens createOTPLong: "" → token 10',
      'opens createOTPShort: "" → token 10',
      'changes getPrivileges: ["WebAdmin"] → []',
      'changes getPrivilegesGranted: ["WebAdmin"] → ["basic","payroll"]',
    ])
  })

  it('on the client from 21 R2 to 21 R3 are one, Session with its members, and what commands beside the class answer', () => {
    const [only, ...others] = differences(survey('21R2', 'clientMethod'), survey('21R3', 'clientMethod'))
    expect(others.map(({ probe }) => probe.name)).toEqual(['sessionInfo', 'storageOfSession'])
    expect(only?.probe.name).toBe('Session')
    expect(only?.danger).toBe('adds')
    expect(only?.with.map(({ name }) => name)).toEqual(expect.arrayContaining(['id', 'createOTP', 'setPrivileges']))
  })

  it('turn round with the direction: what was added is refused again', () => {
    expect(changed('21R3', '21R2', ['serverSingletonFunction'])).toEqual([
      expect.stringMatching(/^refuses Session: .* → nowhere$/),
    ])
    expect(changed('21R2', '21R3', ['serverSingletonFunction'])).toEqual([
      expect.stringMatching(/^adds Session: nowhere → /),
    ])
  })

  it('are none between a release and itself', () => {
    expect(changed('21', '21')).toEqual([])
  })

  it('stand together when several places change alike', () => {
    const [first] = answerChanges(pairs('20R10', '21')).filter(({ probe }) => probe.name === 'setPrivileges')
    const names = first?.places.map(({ before }) => before.way.name)
    expect(names).toEqual(expect.arrayContaining(['trigger', 'executeOnServerMethod', 'standaloneMethod']))
    expect(names).not.toContain('storedProcedure')
    expect(first?.rules).toContain('SES-145')
  })
})

describe('the rules that change', () => {
  it('are exactly those whose span turns between the two', () => {
    const turned = ruleChanges('20R8', '21R3')
    const wanted = Object.entries(RULES).filter(([, note]) => holdsFor(note, '20R8') !== holdsFor(note, '21R3'))
    expect(turned.filter(({ turn }) => turn !== 'passing').map(({ id }) => id)).toEqual(wanted.map(([id]) => id))
    expect(wanted.length).toBeGreaterThan(40)
  })

  it('tell those that held only on the way', () => {
    expect(ruleChanges('20R8', '20R10').find(({ id }) => id === 'SES-049')?.turn).toBe('passing')
    expect(ruleChanges('20R8', '20R9').find(({ id }) => id === 'SES-049')?.turn).toBe('begins')
    expect(ruleChanges('20R9', '20R10').find(({ id }) => id === 'SES-049')?.turn).toBe('ends')
    expect(ruleChanges('20R10', '20R8').find(({ id }) => id === 'SES-049')?.turn).toBe('passing')
  })

  it('begin by default after the release that came out before', () => {
    expect([releaseBefore('20R6'), releaseBefore('21R3'), releaseBefore('18R6')]).toEqual(['20R5', '21R2', '18R6'])
  })

  it('name the answer that shows them', () => {
    const found = ruleChanges('20R10', '21', answerChanges(pairs('20R10', '21')))
    expect(found.find(({ id }) => id === 'SES-145')?.shownBy?.probe.name).toBe('setPrivileges')
    expect(found.find(({ id }) => id === 'SES-045')?.shownBy?.probe.name).toBe('createOTP')
  })
})

describe('the chapters', () => {
  const answers = answerChanges(pairs('20R10', '21'))
  const all = chapters(answers, ruleChanges('20R10', '21', answers))

  it('begin with the worst, and hold everything once', () => {
    expect(all[0]?.danger).toBe('refuses')
    const ranks = all.map(({ danger }) => (danger ? DANGERS.indexOf(danger) : DANGERS.length))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(all.flatMap((it) => it.answers)).toHaveLength(answers.length)
    expect(all.flatMap((it) => it.rules)).toHaveLength(ruleChanges('20R10', '21').length)
    expect(all.filter(({ theme }) => !THEMES.includes(theme))).toEqual([])
  })

  it('are none where nothing changes', () => {
    expect(chapters([], ruleChanges('21', '21'))).toEqual([])
  })
})

describe('a story in two releases', () => {
  it('differs first where its table answers otherwise, with both reasons', () => {
    const found = storyIn('token-on-client', '21R2', '21R3')
    expect(found?.at).toBe(4)
    if (!found || found.at === null) return
    expect([found.before.outcome, found.after.outcome]).toEqual(['null', 'ten'])
  })

  it('may not differ at all', () => {
    expect(storyIn('action-session', '20R10', '21')?.at).toBeNull()
  })

  it.each(Object.keys(SHIPPED) as ScenarioId[])('%s is told part by part as it is told at once', (id) => {
    const scenario = shippedScenario(id, { title: id, question: '' })
    const whole = (release: Release) => tell(startOf({ ...scenario, release }, PRESETS)!, scenario.steps)
    expect(storyIn(id, '20R10', '21R4')?.at).toBe(firstDifference(whole('20R10'), whole('21R4')) ?? null)
  })
})
