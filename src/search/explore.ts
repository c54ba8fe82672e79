import type { Command } from '../engine/command'
import type { Json } from '../engine/json'
import { step, type Step } from '../engine/step'
import type { World } from '../engine/world'
import { commandsIn, type Family } from './alphabet'
import type { Cast } from './cast'
import { fingerprint } from './fingerprint'

/** What must never happen, where, by whom and with what, and how far to look. */
export interface Exploration {
  readonly start: World
  readonly cast: Cast
  readonly families: readonly Family[]
  /** Does this step do what must never happen? Looks at the world before it and at the step alone. */
  broken(before: World, step: Step): boolean
  /** What it looks at beyond what the tables do; part of what makes two worlds the same. */
  remembers?(world: World): Json
  /** Whom it speaks of by name: these cannot change places with others. */
  readonly named?: readonly string[]
  /** As many steps at most, and as many worlds. */
  readonly depth: number
  readonly states: number
}

/** How far a search is: different worlds seen, the length of the stories now told, and how many were told. */
export interface Reached {
  readonly states: number
  readonly depth: number
  readonly told: number
}

export interface Explored extends Reached {
  /** The shortest story that does what must never happen; null when none does, as far as the search went. */
  readonly story: readonly Command[] | null
  /** It met the most worlds before the greatest length. `depth` is what it has done completely. */
  readonly cut: boolean
  /** Every world that can be reached was visited: longer stories lead nowhere new. */
  readonly whole: boolean
}

interface Node {
  readonly world: World
  readonly command: Command | null
  readonly before: Node | null
}

/**
 * All stories, shorter ones first, each world visited once: the first that breaks is one of the shortest. Hands out how
 * far it is now and then. The same search finds the same story, always.
 */
export function* explore(asked: Exploration): Generator<Reached, Explored> {
  const { start, cast, families, depth, states } = asked
  const print = (world: World): string => fingerprint(world, cast, asked.remembers?.(world), asked.named)
  const seen = new Set([print(start)])
  let told = 0
  let front: readonly Node[] = [{ world: start, command: null, before: null }]
  for (let length = 1; length <= depth; length++) {
    const next: Node[] = []
    for (const node of front) {
      for (const command of commandsIn(node.world, cast, families)) {
        const after = step(node.world, command)
        told += 1
        if (asked.broken(node.world, after)) {
          return {
            story: storyTo({ world: after.world, command, before: node }),
            states: seen.size,
            depth: length,
            told,
            cut: false,
            whole: false,
          }
        }
        if (told % 200 === 0) yield { states: seen.size, depth: length, told }
        if (after.world === node.world) continue
        const text = print(after.world)
        if (seen.has(text)) continue
        if (seen.size >= states)
          return { story: null, states: seen.size, depth: length - 1, told, cut: true, whole: false }
        seen.add(text)
        next.push({ world: after.world, command, before: node })
      }
    }
    // Nothing new can come: every longer story ends in a world seen already.
    if (next.length === 0) return { story: null, states: seen.size, depth: length, told, cut: false, whole: true }
    front = next
  }
  return { story: null, states: seen.size, depth, told, cut: false, whole: false }
}

function storyTo(node: Node): readonly Command[] {
  const story: Command[] = []
  for (let it: Node | null = node; it; it = it.before) if (it.command) story.push(it.command)
  return story.reverse()
}
