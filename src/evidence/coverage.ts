import { isEnding, type Answer, type Decision, type Verdict } from '../decision/decision'
import { DECISIONS } from '../engine/decisions'
import { RELEASES } from '../engine/releases/releases'
import { step } from '../engine/step'
import type { Story } from '../simulation/story'
import { SUITE } from './suite'
import { startIn } from './tale'
import type { Progress } from './work'

/** How often each node of each table was come to, and each of its answers given. */
export interface Coverage {
  readonly nodes: ReadonlyMap<string, number>
  readonly answers: ReadonlyMap<string, number>
}

export const NOTHING_COVERED: Coverage = { nodes: new Map(), answers: new Map() }

/** How many of its branches were taken: the two answers of each question, and each ending. */
export interface Taken {
  readonly taken: number
  readonly of: number
}

export const timesAt = ({ nodes }: Coverage, decision: string, node: string): number =>
  nodes.get(`${decision}.${node}`) ?? 0

export const timesTaken = ({ answers }: Coverage, decision: string, node: string, answer: Answer): number =>
  answers.get(`${decision}.${node}.${answer}`) ?? 0

/** A branch of a table: an answer of a question, or an ending. */
export interface Branch {
  readonly decision: string
  readonly node: string
  readonly answer: Answer | null
  /** The documentation is silent on it. */
  readonly assumed: boolean
}

export const branchesOf = ({ name, nodes }: Decision<never, string>): readonly Branch[] =>
  Object.entries(nodes).flatMap(([node, it]): readonly Branch[] =>
    isEnding(it)
      ? [{ decision: name, node, answer: null, assumed: it.assumed === true }]
      : (['yes', 'no'] as const).map((answer) => ({
          decision: name,
          node,
          answer,
          assumed: it.assumed?.includes(answer) ?? false,
        })),
  )

export const timesOf = (coverage: Coverage, { decision, node, answer }: Branch): number =>
  answer === null ? timesAt(coverage, decision, node) : timesTaken(coverage, decision, node, answer)

export function takenOf(coverage: Coverage, tables: Iterable<Decision<never, string>> = DECISIONS.values()): Taken {
  const branches = [...tables].flatMap(branchesOf)
  return { taken: branches.filter((it) => timesOf(coverage, it) > 0).length, of: branches.length }
}

/** Counts walks as they come. */
class Counter implements Coverage {
  readonly nodes = new Map<string, number>()
  readonly answers = new Map<string, number>()

  add({ decision, turns, ending }: Verdict): void {
    for (const { node, answer } of turns) {
      count(this.nodes, `${decision}.${node}`)
      count(this.answers, `${decision}.${node}.${answer}`)
    }
    count(this.nodes, `${decision}.${ending}`)
  }
}

const count = (all: Map<string, number>, key: string): unknown => all.set(key, (all.get(key) ?? 0) + 1)

export function coverageOf(verdicts: Iterable<Verdict>): Coverage {
  const counter = new Counter()
  for (const it of verdicts) counter.add(it)
  return counter
}

/** What a reader has done so far: every step of every branch, a step that branches share counted once. */
export function* coveringStories(stories: readonly Story[]): Generator<Progress, Coverage> {
  const counter = new Counter()
  const of = stories.reduce((sum, { commands }) => sum + commands.length, 0)
  let done = 0
  for (const [i, { start, commands }] of stories.entries()) {
    let world = start
    // A branch keeps the very commands of the story it left.
    const shared = Math.max(0, ...stories.slice(0, i).map((earlier) => sharedBy(earlier, commands)))
    for (const [at, command] of commands.entries()) {
      const told = step(world, command)
      world = told.world
      if (at >= shared) told.verdicts.forEach((it) => counter.add(it))
      yield { done: ++done, of }
    }
  }
  return counter
}

function sharedBy(earlier: Story, commands: Story['commands']): number {
  const at = commands.findIndex((it, i) => earlier.commands[i] !== it)
  return at < 0 ? commands.length : at
}

let suite: Coverage | undefined

/** What the shipped stories come to, told in every release. Done once. */
export function* coveringSuite(): Generator<Progress, Coverage> {
  if (suite) return suite
  const counter = new Counter()
  const of = RELEASES.length * SUITE.length
  let done = 0
  for (const release of RELEASES) {
    for (const tale of SUITE) {
      let world = startIn(tale, release)
      for (const command of tale.commands) {
        const told = step(world, command)
        world = told.world
        told.verdicts.forEach((it) => counter.add(it))
      }
      yield { done: ++done, of }
    }
  }
  suite = counter
  return suite
}
