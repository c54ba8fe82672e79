import type { Fact } from '../decision/decision'

/** Writes facts into the places of a sentence: "{user} connects". A place nobody fills stays visible as an ellipsis. */
export function fill(
  sentence: string,
  facts: Readonly<Record<string, Fact>>,
  yesNo: readonly [string, string] = ['yes', 'no'],
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => factText(facts[name], yesNo))
}

export function factText(fact: Fact, [yes, no]: readonly [string, string] = ['yes', 'no']): string {
  if (fact === undefined || fact === null || fact === '') return '…'
  if (typeof fact === 'boolean') return fact ? yes : no
  if (typeof fact === 'object') return fact.length === 0 ? '∅' : fact.join(', ')
  return String(fact)
}
