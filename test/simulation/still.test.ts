import { describe, expect, it } from 'vitest'
import { firstScenario } from '../../src/gallery/first'
import { teller } from '../../src/gallery/teller'
import { fromStill, stillOf } from '../../src/simulation/still'
import { worldAt, type Story } from '../../src/simulation/story'
import { en } from '../../src/words/en'

const scenario = firstScenario(en.first)
const story = teller.tell(teller.begin(scenario), scenario.steps)
const sent = <T>(value: T): T => fromStill<T>(JSON.parse(JSON.stringify(stillOf(value))) as readonly unknown[])

describe('a still', () => {
  it('is the same story after a journey as text', () => {
    const back: Story = sent(story)
    expect(JSON.stringify(back)).toBe(JSON.stringify(story))
    expect(back.end.nextEnd).toBe(story.end.nextEnd)
  })

  it('can be told on from', () => {
    const back = sent(story)
    const wait = { type: 'wait', seconds: 10 } as const
    expect(JSON.stringify(teller.extend(back, wait))).toBe(JSON.stringify(teller.extend(story, wait)))
    expect(JSON.stringify(worldAt(back, 5))).toBe(JSON.stringify(worldAt(story, 5)))
  })

  it('keeps one thing one, so that only what changed looks changed', () => {
    const before = worldAt(story, 7)
    const after = worldAt(story, 8)
    const back = sent({ before, after })
    for (const name of before.sessions.keys()) {
      const same = before.sessions.get(name) === after.sessions.get(name)
      expect(back.before.sessions.get(name) === back.after.sessions.get(name)).toBe(same)
    }
    expect(back.before.dataclasses.get('People')).toBe(back.after.dataclasses.get('People'))
  })

  it('keeps what text alone would lose', () => {
    expect(sent({ end: Infinity, none: null, list: [1, 'a', false] })).toEqual({
      end: Infinity,
      none: null,
      list: [1, 'a', false],
    })
  })
})
