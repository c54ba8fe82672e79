import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/engine/command'
import { step } from '../../src/engine/step'
import { SCENARIO_IDS, shippedScenario, type ScenarioId } from '../../src/gallery/gallery'
import { office } from '../../src/gallery/office'
import { PRESETS } from '../../src/gallery/presets'
import type { Change } from '../../src/search/change'
import { reachOf } from '../../src/search/change'
import { flips, type Flip, type Flips, type Question } from '../../src/search/flips'
import { goalOf, turned } from '../../src/search/goal'
import { FORMAT, startOf, worldOf, type Scenario } from '../../src/simulation/scenario'
import { stepAt, tell } from '../../src/simulation/story'
import { alone, area, connects, onClient, opens, page, stored, visits, waits } from '../support/commands'

const begin = (scenario: Scenario) => startOf(scenario, PRESETS) ?? worldOf(office, scenario.release)
const shipped = (id: ScenarioId) => shippedScenario(id, { title: 'a story', question: 'why?' })

function found(question: Question, bound?: number): Flips {
  const search = flips(question, begin, bound)
  for (;;) {
    const next = search.next()
    if (next.done) return next.value
  }
}
const inShipped = (id: ScenarioId, number: number): Flips =>
  found({ scenario: shipped(id), commands: shipped(id).steps, number })
const inOffice = (commands: readonly Command[], more: Partial<Scenario> = {}): Question => ({
  scenario: { format: FORMAT, title: 'a story', release: '21', world: 'office', steps: [], ...more },
  commands,
  number: commands.length,
})

/** A change in a word or two: what a reader is told to do. */
const word = (change: Change): string => {
  switch (change.type) {
    case 'drop':
      return `drop ${change.step + 1}`
    case 'move':
      return `move ${change.step + 1} before ${change.before + 1}`
    case 'replace':
      return `${change.aspect} in ${change.step + 1}`
    case 'insert': {
      const { command: it } = change
      const what = it.type === 'runCall' ? `${it.call} ${it.machine}` : it.type === 'sendRequest' ? it.url : it.type
      return `${what} before ${change.before + 1}`
    }
    case 'setting':
      return `${change.setting}${change.grant ? ` ${change.grant.privilege} ${change.grant.resource}` : ''}`
    case 'release':
      return change.release
  }
}
const wordsOf = ({ flips: all }: Flips): readonly string[] => all.map(({ changes }) => changes.map(word).join(' and '))

const refused = SCENARIO_IDS.filter((id) => id !== 'thousand-clients').flatMap((id) => {
  const { steps } = shipped(id)
  const { marks } = tell(begin(shipped(id)), steps)
  return marks.flatMap(({ tone }, i) => (tone === 'bad' || tone === 'none' ? [{ id, number: i + 1 }] : []))
})

/** The step that a flip shows, told anew from what the flip carries. */
const replayed = ({ scenario, commands, shown }: Flip) => stepAt(tell(begin(scenario), commands), shown)!

describe('flipping a step of the shipped stories', () => {
  it.each<{ id: ScenarioId; number: number; advice: readonly string[] }>([
    {
      id: 'shared-session',
      number: 8,
      advice: ['argument in 3', 'setPrivileges ana before 8', 'roles basic Salaries'],
    },
    { id: 'token-on-client', number: 4, advice: ['place in 4', '21R3'] },
    { id: 'token-on-client', number: 6, advice: ['createOTP ana before 5 and token in 5'] },
    { id: 'token-twice', number: 6, advice: ['drop 5', 'createOTP ana before 6 and token in 6'] },
    { id: 'token-twice', number: 7, advice: ['browser in 7', 'createOTP ana before 6 and token in 6'] },
    { id: 'token-late', number: 6, advice: ['drop 5', 'less in 5', 'createOTP ana before 6 and token in 6'] },
    { id: 'client-left', number: 6, advice: ['move 6 before 5', 'drop 5'] },
    { id: 'privileges-late', number: 4, advice: ['setPrivileges ana before 4', 'move 5 before 4'] },
    { id: 'scalable-off', number: 6, advice: ['drop 1'] },
    { id: 'scalable-off', number: 7, advice: ['drop 1'] },
    { id: 'action-session', number: 5, advice: ['drop 4'] },
    { id: 'two-storages', number: 8, advice: ['place in 8'] },
    { id: 'standalone', number: 6, advice: ['setPrivileges solo before 6'] },
    { id: 'force-login', number: 3, advice: ['/rest/$catalog/authentify before 3', 'move 4 before 3'] },
  ])('$id, step $number: $advice', ({ id, number, advice }) => {
    expect(wordsOf(inShipped(id, number))).toEqual(expect.arrayContaining([...advice]))
  })

  it('has something to say about every refusal and every nothing among them', () => {
    expect(refused.length).toBeGreaterThan(10)
    expect(refused.filter(({ id, number }) => inShipped(id, number).flips.length === 0)).toEqual([])
  })

  it.each(refused)(
    'really turns step $number of $id when the flip is played, and keeps what was asked',
    ({ id, number }) => {
      const before = stepAt(tell(begin(shipped(id)), shipped(id).steps), number)!
      const goal = goalOf(before)
      for (const flip of inShipped(id, number).flips) {
        const after = replayed(flip)
        expect(['bad', 'none']).toContain(before.tone)
        expect(['bad', 'none']).not.toContain(after.tone)
        expect(turned(goal, after)).toEqual(flip.verdict)
        expect(after.command.type).toBe(before.command.type)
        if (after.command.type === 'sendRequest' && before.command.type === 'sendRequest')
          expect(after.command.url).toBe(before.command.url)
        if (after.command.type === 'runCall' && before.command.type === 'runCall')
          expect([after.command.call, after.command.with]).toEqual([before.command.call, before.command.with])
      }
    },
  )

  it.each(refused)('puts the story first, then the settings, then the release: $id, step $number', ({ id, number }) => {
    const { flips: all, atOnce } = inShipped(id, number)
    const ranks = all.map(({ changes }) => reachOf(changes) * 10 + changes.length)
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect(atOnce).toBe(1)
  })

  it('says the same thing once', () => {
    for (const { id, number } of refused) {
      const stories = inShipped(id, number).flips.map(({ scenario, commands }) =>
        JSON.stringify([scenario.release, scenario.settings, commands]),
      )
      expect(new Set(stories).size).toBe(stories.length)
    }
  })
})

describe('flipping', () => {
  it('answers the same question with the same bytes, in plain data', () => {
    const once = inShipped('token-twice', 6)
    expect(JSON.stringify(inShipped('token-twice', 6))).toBe(JSON.stringify(once))
    expect(structuredClone(once)).toEqual(once)
  })

  it('tries two changes at once only when no single one is enough', () => {
    const question = inOffice([area('/rest/People')])
    const both = found(question)
    expect(both.atOnce).toBe(2)
    expect(both.flips.length).toBeGreaterThan(0)
    const goal = goalOf(step(begin(question.scenario), area('/rest/People')))
    for (const flip of both.flips) {
      expect(flip.changes.length).toBeGreaterThan(1)
      expect(turned(goal, replayed(flip))).toBeDefined()
    }
    expect(wordsOf(both)).toContain('connectClient before 1 and /4DACTION/loginAccountant before 1')
  })

  it('says that there is nothing, when there is nothing', () => {
    const alone: Partial<Scenario> = {
      world: { machines: [{ name: 'server', kind: 'server' }], webServers: [], browsers: [] },
    }
    expect(found(inOffice([stored('setPrivileges', 'basic')], alone))).toMatchObject({
      flips: [],
      atOnce: 2,
      cut: false,
    })
  })

  it('stops at its bound, and says so', () => {
    const { cut, tried } = found(inOffice([area('/rest/People')]), 60)
    expect([cut, tried]).toEqual([true, 60])
  })

  it('turns a grant into a refusal that is worth knowing: never just that nobody is there', () => {
    const { flips: all } = found(
      inOffice([connects(), opens('setPrivileges', 'basic'), opens('createOTP'), page('otp-1'), area('/rest/People')]),
    )
    expect(all.length).toBeGreaterThan(2)
    for (const flip of all) expect(['bad', 'none']).toContain(replayed(flip).tone)
    expect(all.map(({ verdict }) => verdict.decision)).not.toContain('reachServer')
  })

  it('turns a plain answer into another one of the same table', () => {
    const guest = found(inOffice([visits('/4DACTION/x', { code: [{ call: 'isGuest' }] })]))
    expect(guest.flips.length).toBeGreaterThan(0)
    for (const { verdict } of guest.flips) expect([verdict.decision, verdict.outcome]).toEqual(['isGuest', 'false'])
  })

  it('turns the answer of one table on the way when asked about it', () => {
    const { steps } = shipped('token-twice')
    const told = stepAt(tell(begin(shipped('token-twice')), steps), 6)!
    const looked = told.verdicts.findIndex(({ decision }) => decision === 'findSession')
    const { flips: all } = found({ scenario: shipped('token-twice'), commands: steps, number: 6, looked })
    expect(all.length).toBeGreaterThan(0)
    for (const flip of all)
      expect(replayed(flip).verdicts.findLast(({ decision }) => decision === 'findSession')?.outcome).not.toBe(
        told.verdicts[looked]?.outcome,
      )
  })

  it('lets a token live longer where the release lets it', () => {
    const late = [connects(), onClient('createOTP'), waits(15), page('otp-1')]
    const advice = wordsOf(found(inOffice(late, { release: '21R3' })))
    expect(advice).toContain('argument in 2')
    expect(wordsOf(found(inOffice([connects(), opens('createOTP'), waits(15), page('otp-1')])))).not.toContain(
      'argument in 2',
    )
  })

  it('leaves the settings of the story in place when it changes one', () => {
    const { flips: all } = found(
      inOffice([connects('ana'), connects('bruno')], { settings: { licences: 1, applicationName: 'Mine' } }),
    )
    const raised = all.find(({ changes }) => changes.some(({ type }) => type === 'setting'))
    expect(raised?.scenario.settings).toMatchObject({ licences: 2, applicationName: 'Mine' })
  })

  it('adds only names that roles.json has', () => {
    const grants = refused.flatMap(({ id, number }) =>
      inShipped(id, number).flips.flatMap(({ changes }) =>
        changes.flatMap((it) => (it.type === 'setting' && it.grant ? [it.grant] : [])),
      ),
    )
    expect(grants.length).toBeGreaterThan(0)
    for (const { privilege, resource } of grants) {
      expect(JSON.stringify(office.settings?.roles)).toContain(JSON.stringify(privilege))
      expect(JSON.stringify(office.settings?.roles)).toContain(JSON.stringify(resource))
    }
  })

  it('is asked about a step that is not there, and has nothing to say', () => {
    expect(found({ ...inOffice([alone('id')]), number: 7 }).flips).toEqual([])
  })
})
