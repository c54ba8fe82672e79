import { isEnding, type Decision, type Verdict } from '../../decision/decision'
import { ANSWERS, arrowAssumed, arrowName, nodeClass, paint } from '../../diagram/flowchart'
import { fill } from '../../words/fill'
import { linesOf, setLines, wrapped, cut } from './lines'

/** Where a decision was drawn: the elements of each node and arrow, found once by the names our text gave them. */
export interface Drawing {
  readonly picture: Element
  readonly nodes: ReadonlyMap<string, Element>
  /** An arrow is a line and a word; both carry its name. */
  readonly arrows: ReadonlyMap<string, readonly Element[]>
  /** The texts with a blank in them, which only a walk can fill, and the room they have. */
  readonly blanks: readonly Blank[]
}

interface Blank {
  readonly text: Element
  readonly sentence: string
  readonly lines: number
  readonly letters: number
}

export function drawingOf(picture: Element, decision: Decision<never, string>): Drawing {
  const nodes = new Map<string, Element>()
  const arrows = new Map<string, readonly Element[]>()
  for (const [name, node] of Object.entries(decision.nodes)) {
    const drawn = picture.getElementsByClassName(nodeClass(name))[0]
    if (drawn) nodes.set(name, drawn)
    if (isEnding(node)) continue
    for (const answer of ANSWERS) {
      const parts = [...picture.querySelectorAll(`[data-id="${arrowName(name, answer)}"]`)]
      for (const part of parts) part.classList.add('arrow')
      if (arrowAssumed(decision, name, answer)) for (const part of parts) part.classList.add('assumed')
      arrows.set(arrowName(name, answer), parts)
    }
  }
  const texts = [...picture.querySelectorAll('.node text')].map(blankOf)
  return { picture, nodes, arrows, blanks: texts.filter(({ sentence }) => BLANK.test(sentence)) }
}

/** Shows a walk by classes, and its facts in the blanks, never by drawing anew; without a verdict, the table as it is. Returns the ending the walk came to. */
export function repaint(
  { picture, nodes, arrows, blanks }: Drawing,
  verdict: Verdict | undefined,
  yesNo?: readonly [string, string],
): Element | undefined {
  picture.classList.toggle('walked', verdict !== undefined)
  for (const [name, drawn] of nodes) {
    const marks: readonly string[] = verdict ? paint(name, verdict) : []
    for (const mark of ['taken', 'quiet', 'last']) drawn.classList.toggle(mark, marks.includes(mark))
  }
  const taken = new Set(verdict?.turns.map(({ node, answer }) => arrowName(node, answer)))
  for (const [name, parts] of arrows) {
    for (const part of parts) {
      part.classList.toggle('taken', taken.has(name))
      part.classList.toggle('quiet', verdict !== undefined && !taken.has(name))
      if (taken.has(name)) part.parentElement?.append(part) // over the lines it crosses
    }
  }
  for (const { text, sentence, lines, letters } of blanks) {
    const filled = fill(sentence, verdict?.facts ?? {}, yesNo)
    const airy = wrapped(filled, letters - 1)
    setLines(text, airy.length <= lines ? airy : cut(wrapped(filled, letters), lines))
  }
  return verdict && nodes.get(verdict.ending)
}

const BLANK = /\{\w+\}/

function blankOf(text: Element): Blank {
  const lines = linesOf(text)
  return { text, sentence: lines.join(' '), lines: lines.length, letters: Math.max(...lines.map((it) => it.length)) }
}
