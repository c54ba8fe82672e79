import { isEnding, type Decision, type Verdict } from '../../decision/decision'
import { ANSWERS, arrowAssumed, arrowName, nodeClass, paint } from '../../diagram/flowchart'

/** Where a decision was drawn: the elements of each node and arrow, found once by the names our text gave them. */
export interface Drawing {
  readonly picture: Element
  readonly nodes: ReadonlyMap<string, Element>
  /** An arrow is a line and a word; both carry its name. */
  readonly arrows: ReadonlyMap<string, readonly Element[]>
}

export function drawingOf(picture: Element, decision: Decision<never, string>): Drawing {
  const nodes = new Map<string, Element>()
  const arrows = new Map<string, readonly Element[]>()
  for (const [name, node] of Object.entries(decision.nodes)) {
    const drawn = picture.querySelector(`.node.${CSS.escape(nodeClass(name))}`)
    if (drawn) nodes.set(name, drawn)
    if (isEnding(node)) continue
    for (const answer of ANSWERS) {
      const parts = [...picture.querySelectorAll(`[data-id="${CSS.escape(arrowName(name, answer))}"]`)]
      for (const part of parts) part.classList.add('arrow')
      if (arrowAssumed(decision, name, answer)) for (const part of parts) part.classList.add('assumed')
      arrows.set(arrowName(name, answer), parts)
    }
  }
  return { picture, nodes, arrows }
}

/** Shows a walk by classes alone; without a verdict, the table as it is. Returns the ending the walk came to. */
export function repaint({ picture, nodes, arrows }: Drawing, verdict: Verdict | undefined): Element | undefined {
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
  return verdict && nodes.get(verdict.ending)
}
