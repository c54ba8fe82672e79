/**
 * What a decision table is and how to walk one.
 *
 * A table is data: questions with two answers, and endings. Walking it decides; writing it out draws the picture; the
 * walk is the explanation. Nothing here knows what the questions are about.
 */

/** How an ending should be felt: granted, refused, nothing there, simply a fact, or a fact not worth telling first. */
export type Tone = 'good' | 'bad' | 'none' | 'plain' | 'aside'

export type Answer = 'yes' | 'no'

export interface Question<Facts, Node extends string = string> {
  /** Ids of the rules this question rests on; the first is the most telling. */
  readonly rules: readonly string[]
  /** The fact that names which of them it was, where a walk makes it plain. */
  readonly ruleIn?: keyof Facts & string
  readonly test: (facts: Facts) => boolean
  readonly yes: Node
  readonly no: Node
  /** The answers after which the documentation is silent and an assumption carries on. */
  readonly assumed?: readonly Answer[]
  /** The entry whose reading one can choose, and that this answer rests on. */
  readonly switch?: string
}

export interface Ending<Outcome extends string = string> {
  readonly rules: readonly string[]
  readonly ruleIn?: string
  readonly outcome: Outcome
  readonly tone: Tone
  readonly assumed?: boolean
  readonly switch?: string
}

export interface Decision<Facts = never, Outcome extends string = string> {
  readonly name: string
  readonly start: string
  readonly nodes: Readonly<Record<string, Question<Facts> | Ending<Outcome>>>
}

export interface Turn {
  readonly node: string
  readonly answer: Answer
}

/** One walk through a table: every turn taken, where it ended, and the facts it looked at. */
export interface Verdict<Outcome extends string = string> {
  readonly decision: string
  readonly turns: readonly Turn[]
  readonly ending: string
  readonly outcome: Outcome
  readonly tone: Tone
  readonly facts: Facts
}

/** What the questions of a table read: flat, already named as a person would say them. */
export type Fact = string | number | boolean | null | undefined | readonly string[]
export type Facts = Readonly<Record<string, Fact>>

export const isEnding = <O extends string>(node: Question<never> | Ending<O>): node is Ending<O> =>
  // Reading is several times faster than asking whether it is there.
  (node as Ending<O>).outcome !== undefined

/** Declares a table. The compiler refuses a branch to nowhere and an outcome that was not promised. */
export function decision<F, O extends string>() {
  return <N extends string>(table: {
    readonly name: string
    readonly start: NoInfer<N>
    readonly nodes: Readonly<Record<N, Question<F, NoInfer<N>> | Ending<O>>>
  }): Decision<F, O> => table
}

/** Walks the table with these facts. Total: throws only for a table that loops or leads nowhere, which tests exclude. */
export function decide<F extends object, O extends string>(table: Decision<F, O>, facts: F): Verdict<O> {
  const turns: Turn[] = []
  let name = table.start
  for (;;) {
    const node = table.nodes[name]
    if (node === undefined) throw new Error(`${table.name}: no node named ${name}`)
    if (isEnding<O>(node)) {
      // The facts of every rule are flat by its own type; the verdict keeps them for reading only.
      return {
        decision: table.name,
        turns,
        ending: name,
        outcome: node.outcome,
        tone: node.tone,
        facts: facts as Facts,
      }
    }
    const answer = node.test(facts) ? 'yes' : 'no'
    turns.push({ node: name, answer })
    if (turns.length > 64) throw new Error(`${table.name}: the table loops`)
    name = node[answer]
  }
}

/** The rules a node rests on with these facts: the one they name, or all of them. */
export function rulesAt(table: Decision<never, string>, name: string, facts: Facts): readonly string[] {
  const node = table.nodes[name]
  const named = node?.ruleIn === undefined ? undefined : facts[node.ruleIn]
  return typeof named === 'string' && node?.rules.includes(named) ? [named] : (node?.rules ?? [])
}

/** The rules along a walk, without repetition, the ending's first. */
export function rulesOf(table: Decision<never, string>, verdict: Verdict): readonly string[] {
  const at = (name: string): readonly string[] => rulesAt(table, name, verdict.facts)
  const along = verdict.turns.flatMap(({ node }) => at(node))
  return [...new Set([...at(verdict.ending), ...along.reverse()])]
}

/** The entries along a walk whose readings one can choose, in the order they were come to. */
export function switchesOf(table: Decision<never, string>, verdict: Verdict): readonly string[] {
  const along = [...verdict.turns.map(({ node }) => node), verdict.ending]
  return [...new Set(along.flatMap((node) => table.nodes[node]?.switch ?? []))]
}

/** Whether a walk passed over something the documentation does not say. */
export function restsOnAssumption(table: Decision<never, string>, verdict: Verdict): boolean {
  const ending = table.nodes[verdict.ending]
  if (ending && isEnding(ending) && ending.assumed) return true
  return verdict.turns.some(({ node, answer }) => {
    const question = table.nodes[node]
    return question !== undefined && !isEnding(question) && (question.assumed?.includes(answer) ?? false)
  })
}
