import { describe, expect, it } from 'vitest'
import { RELEASES } from '../../src/engine/releases/releases'
import { step } from '../../src/engine/step'
import type { World } from '../../src/engine/world'
import { worldFor } from '../../src/planner/acts'
import { concerns, savers, turn, type Day, type Row } from '../../src/planner/day'
import { ENOUGH, heldAt, planOf, planning, turnedAway, type Plan } from '../../src/planner/plan'
import { halfHours } from '../../src/planner/halfHours'
import { storyFor, shrunk } from '../../src/planner/play'
import { PRESETS, type PresetName } from '../../src/planner/presets'
import { readScenario } from '../../src/share/readScenario'
import { writeScenario } from '../../src/share/writeScenario'
import { startOf, worldOf } from '../../src/simulation/scenario'
import { tell } from '../../src/simulation/story'

const hour = 60
const row = (it: Partial<Row>): Row => ({
  kind: 'remote',
  count: 3,
  from: 9 * hour,
  to: 9 * hour,
  stay: 120,
  every: 30,
  end: 'closes',
  ...it,
})
const day = (rows: readonly Partial<Row>[], more: Partial<Day> = {}): Day => ({
  licences: ENOUGH,
  forceLogin: true,
  idle: 60,
  seed: 7,
  rows: rows.map(row),
  ...more,
})
const planned = (rows: readonly Partial<Row>[], more: Partial<Day> = {}, release: Plan['release'] = '21R4') =>
  planOf(day(rows, more), release)
const endings = ({ reasons }: Plan, effect: string): readonly string[] =>
  reasons.filter((it) => it.effect === effect).map(({ verdict }) => `${verdict.decision}.${verdict.ending}`)

describe('a day of licences', () => {
  it('holds one for each connected client, from coming to leaving (SES-117)', () => {
    const plan = planned([{ stay: 120 }])
    expect(plan.peak).toEqual({ held: 3, at: 9 * hour })
    // They leave within the minute: until then they are counted.
    expect([heldAt(plan, 11 * hour), heldAt(plan, 11 * hour + 1)]).toEqual([3, 0])
  })

  it('holds no more for a Web area with a token (SES-063), one more without (SES-118)', () => {
    expect(planned([{ kind: 'shared' }]).peak.held).toBe(3)
    expect(planned([{ kind: 'separate' }]).peak.held).toBe(6)
  })

  it('knows no token of a client before 21, so that a Web area takes one more', () => {
    expect(planned([{ kind: 'shared' }], {}, '20R10').peak.held).toBe(6)
  })

  it('holds the licence of a web session until its idle timeout, an hour after the last request (SES-114)', () => {
    const plan = planned([{ kind: 'guest', count: 1, stay: 1 }], { forceLogin: false })
    expect([heldAt(plan, 10 * hour - 1), heldAt(plan, 10 * hour)]).toEqual([1, 0])
    expect(endings(plan, 'gaveBack')).toEqual(['wait.sessionsEnded'])
  })

  it.each([
    { idle: 1, ends: 60 },
    { idle: 59, ends: 60 },
    { idle: 60, ends: 60 },
    { idle: 61, ends: 61 },
  ])('holds it $ends minutes when the code asks for $idle: the engine has a floor (SES-081)', ({ idle, ends }) => {
    const plan = planned([{ kind: 'guest', count: 1, stay: 1 }], { forceLogin: false, idle })
    expect([heldAt(plan, 9 * hour + ends - 1), heldAt(plan, 9 * hour + ends)]).toEqual([1, 0])
  })

  it('counts a guest when force login is off (SES-110), not when it is on (SES-111)', () => {
    expect(planned([{ kind: 'guest' }], { forceLogin: false }).peak.held).toBe(3)
    expect(planned([{ kind: 'guest' }], { forceLogin: true }).peak.held).toBe(0)
    expect(planned([{ kind: 'rest' }], { forceLogin: true }).peak.held).toBe(3)
  })

  it('cannot force a login before 20 R5', () => {
    expect(planned([{ kind: 'guest' }], { forceLogin: true }, '20R4').peak.held).toBe(3)
  })

  it('gives a licence back at once to who logs out, not to who clears the privileges (Q-17)', () => {
    const at = 9 * hour + 120
    const left = (end: Row['end']) => heldAt(planned([{ kind: 'rest', end }]), at + 5)
    expect([left('closes'), left('clears'), left('logsOut')]).toEqual([3, 3, 0])
    const cleared = planned([{ kind: 'rest', end: 'clears' }]).reasons.find(
      (it) => it.verdict.decision === 'clearPrivileges',
    )
    expect(cleared).toMatchObject({ effect: 'none', questions: ['Q-17'], count: 3 })
    expect(cleared?.rules).toContain('SES-115')
  })

  it('takes none for pages of 4DACTION, and says that this is assumed (Q-18)', () => {
    const plan = planned([{ kind: 'action' }], { forceLogin: false })
    expect(plan.peak.held).toBe(0)
    expect(plan.reasons).toMatchObject([{ effect: 'none', assumed: true, questions: ['Q-18'], count: 3 }])
    expect(Math.max(...plan.sessions)).toBe(3)
  })

  it('refuses whom no licence is left for, and tells with which verdict (SES-122, Q-19)', () => {
    const plan = planned([{ kind: 'rest', count: 5 }], { licences: 3 })
    expect(plan.peak.held).toBe(3)
    expect(plan.refusals).toHaveLength(2)
    expect(plan.refusals[0]).toMatchObject({ at: 9 * hour, row: 0, verdict: { ending: 'exhausted' } })
    const refused = plan.reasons.find(({ effect }) => effect === 'refused')
    expect(refused).toMatchObject({ count: 2, assumed: true, questions: ['Q-19'] })
    expect(refused?.rules).toContain('SES-122')
  })

  it('refuses a client too, whose Web area then asks for nothing', () => {
    const plan = planned([{ kind: 'separate', count: 2 }], { licences: 1 })
    expect(plan.refusals.map(({ verdict }) => verdict.ending)).toEqual(['exhausted', 'noLicence'])
    expect(turnedAway(plan)).toBe(2)
    expect(plan.commands.some((it) => it.type === 'sendRequest' && it.from === 'area-0002')).toBe(false)
  })

  it('has its users log in again when their session has ended over a long pause', () => {
    const plan = planned([{ kind: 'rest', count: 1, stay: 600, every: 100 }])
    const logins = plan.commands.filter((it) => it.type === 'sendRequest' && it.url.endsWith('authentify'))
    expect(logins.length).toBeGreaterThan(1)
    expect(plan.peak.held).toBe(1)
  })
})

const names = Object.keys(PRESETS) as readonly PresetName[]

describe('a plan', () => {
  it.each(names)('of %s is what the engine says when the same commands are told to it', (name) => {
    const plan = planOf(PRESETS[name].day, '21R4')
    let world: World = worldOf(worldFor(plan.day), plan.release)
    let peak = 0
    const ends: number[] = []
    for (const command of plan.commands) {
      if (command.type === 'wait') ends.push(world.licences.size)
      world = step(world, command).world
      peak = Math.max(peak, world.licences.size)
    }
    expect(plan.peak.held).toBe(peak)
    expect(world.licences.size).toBe(0)
    // At the end of each minute never more than at its fullest moment.
    ends.forEach((held, minute) => expect(heldAt(plan, plan.from + minute)).toBeGreaterThanOrEqual(held))
    expect(Math.max(...plan.connections.map((it, i) => it + plan.web[i]!))).toBe(peak)
  })

  it.each(RELEASES)('of every preset can be made in %s, never above the licences there are', (release) => {
    for (const { day: it } of [PRESETS.areas, PRESETS.kiosk, PRESETS.burst]) {
      const plan = planOf(it, release)
      expect(plan.peak.held).toBeLessThanOrEqual(it.licences)
      const took = plan.reasons.filter(({ effect }) => effect === 'took').reduce((sum, { count }) => sum + count, 0)
      const gave = plan.reasons.filter(({ effect }) => effect === 'gaveBack').reduce((sum, { count }) => sum + count, 0)
      expect(gave).toBe(took)
    }
  })

  it('of the same day is the same, and of another seed another', () => {
    const { day: it } = PRESETS.burst
    expect(JSON.stringify(planOf(it, '21'))).toBe(JSON.stringify(planOf(it, '21')))
    expect(planOf({ ...it, seed: 8 }, '21').commands).not.toEqual(planOf(it, '21').commands)
  })

  it('comes in pieces that say how far it is', () => {
    const pieces = [...planning(PRESETS.burst.day, '21')]
    expect(pieces.length).toBeGreaterThan(5)
    pieces.forEach(({ done, total }, i) => {
      expect(done).toBeGreaterThan(pieces[i - 1]?.done ?? 0)
      expect(done).toBeLessThanOrEqual(total)
    })
  })
})

describe('a switch', () => {
  it.each(['token', 'forceLogin', 'logOut', 'idle'] as const)('%s turned twice is where it was', (by) => {
    const it = day([{ kind: 'separate' }, { kind: 'rest' }])
    expect(turn(it, by)).not.toEqual(it)
    expect(turn(turn(it, by), by)).toEqual(it)
  })

  it('is offered only where it can save something', () => {
    expect(savers(day([{ kind: 'remote' }], { forceLogin: false }))).toEqual([])
    expect(savers(day([{ kind: 'separate' }], { forceLogin: false, idle: 90 }))).toEqual([
      'token',
      'forceLogin',
      'logOut',
      'idle',
    ])
    expect(concerns(day([{ kind: 'guest' }]), 'logOut')).toBe(false)
  })
})

describe('the story to play', () => {
  const naming = { client: (it: number) => `User ${it}`, area: 'Web area', browser: (it: number) => `Browser ${it}` }
  const texts = { title: 'A day', question: 'Who is refused?' }

  it('is short, and turns somebody away when the whole day does', () => {
    const plan = planOf(PRESETS.burst.day, '21R4')
    const scenario = storyFor(plan, naming, texts)
    expect(scenario.steps.length).toBeLessThan(200)
    const story = tell(startOf(scenario, {})!, scenario.steps)
    expect(story.marks[scenario.at! - 1]).toMatchObject({ outcome: 'exhausted' })
  })

  it.each(names)('of %s can be kept in a file and read back', (name) => {
    const scenario = storyFor(planOf(PRESETS[name].day, '21R4'), naming, texts)
    expect(readScenario(writeScenario(scenario), {})).toMatchObject({ scenario: { steps: scenario.steps } })
  })

  it('has enough licences when the whole day has, and stands where most are held', () => {
    const plan = planOf(PRESETS.office.day, '21R4')
    const scenario = storyFor(plan, naming, texts)
    const story = tell(startOf(scenario, {})!, scenario.steps)
    expect(story.marks.some(({ outcome }) => outcome === 'noLicence' || outcome === 'exhausted')).toBe(false)
    expect(shrunk(plan).licences).toBe(4)
  })
})

describe('the half hours of a plan', () => {
  it('hold the most of each, and everybody who was turned away', () => {
    const plan = planned([{ kind: 'rest', count: 5, from: 9 * hour + 20, to: 9 * hour + 40 }], { licences: 3 })
    const all = halfHours(plan)
    expect(all[0]!.at).toBe(9 * hour)
    expect(all.map(({ at }) => at % 30).every((it) => it === 0)).toBe(true)
    expect(Math.max(...all.map(({ held }) => held))).toBe(plan.peak.held)
    expect(all.reduce((sum, { refused }) => sum + refused, 0)).toBe(plan.refusals.length)
    expect(all.every(({ connections, web, held }) => held <= connections + web)).toBe(true)
  })
})
