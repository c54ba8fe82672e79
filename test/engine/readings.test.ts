import { describe, expect, it } from 'vitest'
import { switchesOf } from '../../src/decision/decision'
import { DECISIONS, decisionNamed } from '../../src/engine/decisions'
import { READING_IDS, readingOf, READINGS, readingsWith, type ReadingId } from '../../src/engine/readings'
import { TURNED } from '../../src/evidence/readings'
import { office } from '../../src/gallery/office'
import { lookInto } from '../../src/simulation/expectations'
import type { SettingsSpec } from '../../src/simulation/scenario'
import { stateOf } from '../../src/simulation/state'
import { reasons } from '../../src/words/en.reasons'
import { acts, says, sets } from '../support/commands'
import { inWorld } from '../support/told'

const options = (id: ReadingId): readonly string[] => READINGS[id]
const choices = READING_IDS.filter((id) => options(id).length > 1)
/** Entries that stand at some node of some table. */
const nodes = [...DECISIONS.values()].flatMap((table) => Object.values(table.nodes))
const asked = new Set(nodes.flatMap((it) => it.switch ?? []))

describe('the list of readings', () => {
  it('has every open question Q-01 to Q-25 and every contradiction C-01 to C-33', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    expect(READING_IDS).toEqual([
      ...Array.from({ length: 25 }, (_, i) => `Q-${two(i + 1)}`),
      ...Array.from({ length: 33 }, (_, i) => `C-${two(i + 1)}`),
    ])
  })

  it('names at the nodes of the tables what can be chosen, all of it and nothing else', () => {
    expect([...asked].sort()).toEqual([...choices].sort())
  })

  it('turns some story by each reading that is not the recommended one', () => {
    const turned = new Set(TURNED.map(({ id, option }) => `${id} ${option}`))
    expect([...turned].sort()).toEqual(
      choices
        .flatMap((id) =>
          options(id)
            .slice(1)
            .map((it) => `${id} ${it}`),
        )
        .sort(),
    )
  })

  it('has words for every entry: the question, each reading, and why there is but one', () => {
    for (const id of READING_IDS) {
      const { asks, readings } = reasons.readings[id]
      expect([id, asks.endsWith('?'), Object.keys(readings)]).toEqual([id, true, [...options(id)]])
    }
  })
})

describe('a reading', () => {
  it.each(TURNED.map((it) => ({ ...it, name: `${it.id} ${it.option}, ${it.look}` })))(
    '$name in $release turns the answer',
    ({ id, option, release, commands, settings = {}, spec = office, look, recommended, otherwise }) => {
      const found = (readings: SettingsSpec['readings']) => {
        const told = inWorld({ release, spec, settings: { ...settings, readings: readings ?? {} } }).after(...commands)
        return { at: lookInto(stateOf(told.world, told), look), told }
      }
      expect(found({}).at).toEqual(recommended)
      expect(found({ [id]: READINGS[id][0] }).at).toEqual(recommended)
      const { at, told } = found({ [id]: option })
      expect(at).toEqual(otherwise)
      // Some walk of the story says that it rests on it.
      const rests = told.steps.flatMap(({ verdicts }) =>
        verdicts.flatMap((it) => switchesOf(decisionNamed(it.decision), it)),
      )
      expect(rests).toContain(id)
    },
  )

  it('can be changed in the middle of a story', () => {
    const twice = acts(says('clearPrivileges'), says('setPrivileges', 'lookup'), says('setPrivileges', 'basic'))
    const told = inWorld().after(twice, sets('readings', { 'Q-04': 'replace' }), twice, acts(says('getPrivileges')))
    expect(told.value).toEqual(['basic'])
    expect(told.steps[1]!.outcome).toBe('changed')
  })

  it.each([
    [{ 'Q-99': 'x' }],
    [{ 'Q-04': 'x' }],
    [{ 'Q-04': 1 }],
    [{ toString: 'add' }],
    [['Q-04']],
    ['replace'],
    [null],
  ])('that is none is refused: %j', (value) => {
    expect(inWorld().after(sets('readings', value as never)).outcome).toBe('senseless')
  })

  it('is forgotten when the recommended one is chosen again', () => {
    const changed = readingsWith({}, { 'Q-04': 'replace', 'C-01': 'true' })!
    expect(readingsWith(changed, { 'Q-04': 'add' })).toEqual({ 'C-01': 'true' })
    const { settings } = inWorld({ settings: { readings: changed } }).start
    expect([readingOf(settings, 'Q-04'), readingOf(settings, 'Q-01')]).toEqual(['replace', 'set'])
  })
})

describe('a node', () => {
  it('that carries an assumption and could be chosen otherwise is not counted twice on a walk', () => {
    for (const { verdicts } of inWorld().after(acts(says('setPrivileges', 'basic'), says('isGuest'))).steps)
      for (const verdict of verdicts) {
        const found = switchesOf(decisionNamed(verdict.decision), verdict)
        expect(found).toEqual([...new Set(found)])
      }
  })
})
