import { describe, expect, it } from 'vitest'
import {
  isEnding,
  type Answer,
  type Decision,
  type Ending,
  type Question,
  type Verdict,
} from '../../src/decision/decision'
import { DECISIONS, decisionNamed } from '../../src/engine/decisions'
import { RELEASES } from '../../src/engine/releases/releases'
import { noteOf } from '../../src/engine/releases/rules'
import { step } from '../../src/engine/step'
import { TALES } from '../support/stories'
import { worldIn } from '../support/told'

const ANSWERS: readonly Answer[] = ['yes', 'no']

const tables = [...DECISIONS.values()]
const rows = tables.map((table) => ({ name: table.name, table }))

type Node = Question<never> | Ending
const nodesOf = ({ nodes }: Decision<never, string>) => Object.entries<Node>(nodes)
const questionsOf = (table: Decision<never, string>) =>
  nodesOf(table).flatMap(([name, it]) => (isEnding(it) ? [] : [{ name, question: it }]))

/** Every node that can be come to from the start. */
function within({ start, nodes }: Decision<never, string>): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (name: string): void => {
    const node = nodes[name]
    if (seen.has(name) || !node) return
    seen.add(name)
    if (!isEnding(node)) ANSWERS.forEach((answer) => visit(node[answer]))
  }
  visit(start)
  return seen
}

/** The longest way from a node to an ending; Infinity when there is a loop. */
function depth({ nodes }: Decision<never, string>, name: string, above: readonly string[] = []): number {
  const node = nodes[name]
  if (above.includes(name)) return Infinity
  if (!node || isEnding(node)) return 0
  return 1 + Math.max(...ANSWERS.map((answer) => depth({ name: '', start: '', nodes }, node[answer], [...above, name])))
}

describe.each(rows)('the table $name', ({ name, table }) => {
  it('is found by its name', () => {
    expect(decisionNamed(name)).toBe(table)
  })

  it('begins with a node of its own, and every branch leads to one', () => {
    const wanted = [table.start, ...questionsOf(table).flatMap(({ question }) => ANSWERS.map((it) => question[it]))]
    expect(wanted.filter((it) => !Object.hasOwn(table.nodes, it))).toEqual([])
  })

  it('has no loop', () => {
    expect(depth(table, table.start)).toBeLessThan(64)
  })

  it('has no dead node', () => {
    const alive = within(table)
    expect(Object.keys(table.nodes).filter((it) => !alive.has(it))).toEqual([])
  })

  it('asks no question whose two answers lead to the same', () => {
    expect(questionsOf(table).filter(({ question }) => question.yes === question.no)).toEqual([])
  })

  it('names at least one rule at every node, and only rules that exist', () => {
    const named = nodesOf(table).map(([node, { rules }]) => [node, rules] as const)
    expect(named.filter(([, rules]) => rules.length === 0)).toEqual([])
    expect(named.flatMap(([node, rules]) => rules.filter((it) => !noteOf(it)).map((it) => `${node}: ${it}`))).toEqual(
      [],
    )
  })
})

describe('the tables', () => {
  it('have names of their own', () => {
    expect(DECISIONS.size).toBe(new Set(tables.map(({ name }) => name)).size)
    expect(() => decisionNamed('nothing')).toThrow('no decision named nothing')
  })
})

/** Every walk of every tale in every release. */
function* walks(): Generator<Verdict> {
  for (const release of RELEASES) {
    for (const { spec, settings, commands } of TALES) {
      let world = worldIn({ release, spec, ...(settings && { settings }) })
      for (const command of commands) {
        const next = step(world, command)
        yield* next.verdicts
        world = next.world
      }
    }
  }
}

describe('the stories of this suite', () => {
  const seen = new Set<string>()
  for (const { decision, turns, ending } of walks()) {
    for (const { node, answer } of turns) seen.add(`${decision}.${node}: ${answer}`)
    seen.add(`${decision}.${ending}`)
  }
  const all = tables.flatMap((table) => [
    ...questionsOf(table).flatMap(({ name }) => ANSWERS.map((it) => `${table.name}.${name}: ${it}`)),
    ...nodesOf(table).flatMap(([name, it]) => (isEnding(it) ? [`${table.name}.${name}`] : [])),
  ])

  it('come to every ending of every table, and take both answers of every question', () => {
    expect(all.filter((it) => !seen.has(it))).toEqual([])
  })

  it('walk nowhere else', () => {
    expect([...seen].filter((it) => !all.includes(it))).toEqual([])
  })
})
