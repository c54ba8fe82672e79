import { describe, expect, it } from 'vitest'
import { isEnding } from '../../src/decision/decision'
import type { Command } from '../../src/engine/command'
import { DECISIONS, decisionNamed } from '../../src/engine/decisions'
import {
  branchesOf,
  coverageOf,
  coveringStories,
  coveringSuite,
  NOTHING_COVERED,
  takenOf,
  timesAt,
  timesOf,
  timesTaken,
} from '../../src/evidence/coverage'
import { atOnce } from '../../src/evidence/work'
import { extend, prefix, stepAt, tell, type Story } from '../../src/simulation/story'
import { connects, onServer, opens } from '../support/commands'
import { worldIn } from '../support/told'

const start = worldIn()
const of = (stories: readonly Story[]) => atOnce(coveringStories(stories))

describe('the stories that ship', () => {
  const suite = atOnce(coveringSuite())
  const never = [...DECISIONS.values()].flatMap(branchesOf).filter((it) => timesOf(suite, it) === 0)

  it('take every documented branch of every table', () => {
    expect(never.filter(({ assumed }) => !assumed).map((it) => `${it.decision}.${it.node} ${it.answer}`)).toEqual([])
  })

  it('take the assumed ones too', () => {
    expect(never.map((it) => `${it.decision}.${it.node} ${it.answer}`)).toEqual([])
  })
})

describe('the branches of a table', () => {
  it.each([...DECISIONS.values()].map((table) => ({ name: table.name, table })))(
    'are two for each question of $name, and its endings',
    ({ table }) => {
      const nodes = Object.values(table.nodes)
      const endings = nodes.filter((it) => isEnding(it as never)).length
      expect(branchesOf(table)).toHaveLength((nodes.length - endings) * 2 + endings)
      expect(takenOf(NOTHING_COVERED, [table])).toEqual({ taken: 0, of: branchesOf(table).length })
    },
  )
})

describe('what a reader has done', () => {
  const story = tell(start, [connects(), opens('createOTP'), opens('createOTP')])

  it('is counted walk by walk', () => {
    const covered = of([story])
    expect(timesAt(covered, 'connectClient', 'connected')).toBe(1)
    expect(timesAt(covered, 'createOTP', decisionNamed('createOTP').start)).toBe(2)
    const walks = story.commands.flatMap((_, i) => stepAt(story, i + 1)!.verdicts)
    expect(covered).toEqual(coverageOf(walks))
  })

  it('counts both answers of a question apart', () => {
    const covered = of([tell(start, [connects(), connects()])])
    expect(timesTaken(covered, 'connectClient', 'free', 'yes')).toBe(1)
    expect(timesTaken(covered, 'connectClient', 'free', 'no')).toBe(1)
    expect(timesAt(covered, 'connectClient', 'free')).toBe(2)
  })

  it('counts a step that branches share once', () => {
    const branch = extend(prefix(story, 1), onServer('id'))
    const covered = of([story, branch])
    expect(timesAt(covered, 'connectClient', 'connected')).toBe(1)
    expect(timesAt(covered, 'createOTP', decisionNamed('createOTP').start)).toBe(2)
    expect(timesAt(covered, 'id', decisionNamed('id').start)).toBe(1)
  })

  it('is nothing at the beginning', () => {
    expect(takenOf(of([tell(start, [])])).taken).toBe(0)
  })

  it('is told step by step', () => {
    const commands: Command[] = Array.from({ length: 5 }, () => onServer('id'))
    expect([...coveringStories([tell(start, commands)])].map(({ done }) => done)).toEqual([1, 2, 3, 4, 5])
  })
})
