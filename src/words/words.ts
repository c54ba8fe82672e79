import type { en } from './en'
import type { reasons } from './en.reasons'
import type { rulebook } from './en.rulebook'

/** The shape every language file has: the same keys as the English one, texts of its own. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** What a language file holds, and the reasons that come a moment later. */
export type Interface = Texts<typeof en>
export type Reasons = Texts<typeof reasons>
export type Words = Interface & Reasons
/** What the Rulebook says besides: a third file, fetched with its page. */
export type RulebookWords = Texts<typeof rulebook>

/** Some of the reasons: whole groups, or the texts of a group that a first screen says. */
export type SomeReasons = { readonly [K in keyof Reasons]?: object }

const NONE: { readonly [K in keyof Reasons]: object } = {
  flows: {},
  rules: {},
  members: {},
  errors: {},
  events: {},
  facts: {},
  gallery: {},
  problems: {},
  readings: {},
  changes: {},
  places: {},
  panels: {},
  pages: {},
  licences: {},
}

/** The words until all reasons have come: a sentence that is not there yet is empty, nothing else is. */
export const withSome = (words: Interface, reasons: SomeReasons = {}): Words =>
  ({ ...words, ...NONE, ...reasons }) as unknown as Words

/** The flow texts of one decision, looked up by a name that comes from a verdict. */
export interface FlowTexts {
  readonly title: string
  readonly nodes: Readonly<Record<string, string>>
  readonly cures?: Readonly<Record<string, string>>
}

/** A text by a key that is only known at run time; empty when no text has it, which a test excludes. */
export const textOf = (texts: object, key: string): string => {
  const found = Object.hasOwn(texts, key) ? (texts as Readonly<Record<string, unknown>>)[key] : undefined
  return typeof found === 'string' ? found : ''
}

export const flowOf = (words: Words, decision: string): FlowTexts =>
  (Object.hasOwn(words.flows, decision)
    ? (words.flows as unknown as Readonly<Record<string, FlowTexts>>)[decision]
    : undefined) ?? {
    title: '',
    nodes: {},
  }

/** The texts with each blank named: "Token ‹token› expired". */
export const withLabels = (flow: FlowTexts, words: Words): FlowTexts => ({
  ...flow,
  nodes: Object.fromEntries(
    Object.entries(flow.nodes).map(([node, text]) => [
      node,
      text.replace(/\{(\w+)\}/g, (_, fact: string) => `‹${(textOf(words.facts, fact) || fact).toLowerCase()}›`),
    ]),
  ),
})
