import { isEnding, type Answer, type Decision, type Tone, type Verdict } from '../decision/decision'
import { fill } from '../words/fill'
import type { FlowTexts } from '../words/words'
import { label } from './label'

/** What a decision says to people, with the two words that stand on its arrows. */
export interface FlowWords extends FlowTexts {
  readonly yes: string
  readonly no: string
}

/** An ending shows how it is felt without any colour. */
export const ICON: Readonly<Record<Tone, string>> = { good: '✓ ', bad: '✕ ', none: '∅ ', plain: '', aside: '' }

export const ANSWERS = ['yes', 'no'] as const satisfies readonly Answer[]

/** The sentence of a node; without facts its blanks stay open: "{owner}". A node nobody has worded keeps its name. */
export function sentenceOf(
  { nodes }: FlowTexts,
  node: string,
  facts?: Verdict['facts'],
  yesNo?: readonly [string, string],
): string {
  const sentence = nodes[node] ?? node
  return facts ? fill(sentence, facts, yesNo) : sentence
}

/** The name of an arrow in the text, which the drawn arrow and its label carry as `data-id`. */
export const arrowName = (node: string, answer: Answer): string => `${node}-${answer}`

/** The class a drawn node carries beside those of its kind. */
export const nodeClass = (node: string): string => `n-${node}`

/** Whether the documentation is silent on this arrow, or on the ending it leads to. */
export function arrowAssumed({ nodes }: Decision<never, string>, name: string, answer: Answer): boolean {
  const node = nodes[name]
  if (node === undefined || isEnding(node)) return false
  const next = nodes[node[answer]]
  return (node.assumed?.includes(answer) ?? false) || (next !== undefined && isEnding(next) && next.assumed === true)
}

/** Mermaid source for a decision; given a verdict, the walk it took is marked. */
export function flowchart(decision: Decision<never, string>, words: FlowWords, verdict?: Verdict): string {
  const picture: Picture = { decision, words, verdict, ids: idsOf(decision) }
  const names = Object.keys(decision.nodes)
  return [
    'flowchart TD',
    `  %% ${decision.name}`,
    ...names.map((name) => `  ${node(picture, name)}`),
    ...names.flatMap((name) => arrows(picture, name)).map((it) => `  ${it}`),
    ...classes(picture).map((it) => `  ${it}`),
    '',
  ].join('\n')
}

interface Picture {
  readonly decision: Decision<never, string>
  readonly words: FlowWords
  readonly verdict: Verdict | undefined
  readonly ids: ReadonlyMap<string, string>
}

const idsOf = ({ nodes }: Decision<never, string>): ReadonlyMap<string, string> =>
  new Map(Object.keys(nodes).map((name, i) => [name, `N${i}`]))

function node({ decision, words, verdict, ids }: Picture, name: string): string {
  const it = decision.nodes[name]!
  const facts = verdict?.facts
  const id = ids.get(name)
  return isEnding(it)
    ? `${id}(${label(ICON[it.tone] + sentenceOf(words, name, facts))})`
    : `${id}[${label(sentenceOf(words, name, facts))}]`
}

function arrows(picture: Picture, name: string): readonly string[] {
  const { decision, words, ids } = picture
  const it = decision.nodes[name]!
  if (isEnding(it)) return []
  return ANSWERS.map((answer) => {
    const line = stroke(picture, name, answer)
    return `${ids.get(name)} ${arrowName(name, answer)}@${line}|${label(words[answer])}| ${ids.get(it[answer])}`
  })
}

/** Thick where the walk went, dotted where the documentation is silent. */
function stroke({ decision, verdict }: Picture, name: string, answer: Answer): string {
  if (verdict?.turns.some((turn) => turn.node === name && turn.answer === answer)) return '==>'
  return arrowAssumed(decision, name, answer) ? '-.->' : '-->'
}

/** Kinds first, then the class of its own that every node has. */
function classes({ decision, verdict, ids }: Picture): readonly string[] {
  const kinds = new Map<string, string[]>()
  const mark = (kind: string, id: string): unknown => kinds.get(kind)?.push(id) ?? kinds.set(kind, [id])
  for (const [name, id] of ids) for (const kind of kindsOf(decision, name, verdict)) mark(kind, id)
  const grouped = [...kinds].sort(([a], [b]) => KINDS.indexOf(a) - KINDS.indexOf(b))
  return [
    ...grouped.map(([kind, members]) => `class ${members.join(',')} ${kind}`),
    ...[...ids].map(([name, id]) => `class ${id} ${nodeClass(name)}`),
  ]
}

const KINDS = ['question', 'ending', 'good', 'bad', 'none', 'plain', 'aside', 'assumed', 'taken', 'quiet', 'last']

function kindsOf({ nodes }: Decision<never, string>, name: string, verdict: Verdict | undefined): readonly string[] {
  const it = nodes[name]!
  const kinds = isEnding(it) ? ['ending', it.tone, ...(it.assumed ? ['assumed'] : [])] : ['question']
  return [...kinds, ...(verdict ? paint(name, verdict) : [])]
}

/** What a verdict makes of a node: passed, not passed, or where the walk ended. */
export function paint(name: string, { turns, ending }: Verdict): readonly ('taken' | 'quiet' | 'last')[] {
  if (name === ending) return ['taken', 'last']
  return turns.some(({ node }) => node === name) ? ['taken'] : ['quiet']
}
