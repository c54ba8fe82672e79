import type { Fact } from '../decision/decision'

/**
 * Writes facts into the places of a sentence: "{user} connects". A place nobody fills stays visible as an ellipsis.
 * Numbers choose their form in the sentence itself, so that each language says how it counts:
 * "{count|1=# step|# steps}", in French "{count|0,1=# étape|# étapes}".
 */
export function fill(
  sentence: string,
  facts: Readonly<Record<string, Fact>>,
  yesNo: readonly [string, string] = ['yes', 'no'],
): string {
  return sentence.replace(/\{(\w+)(?:\|([^{}]*))?\}/g, (_, name: string, forms: string | undefined) => {
    const text = factText(facts[name], yesNo)
    return forms === undefined ? text : formFor(text, forms.split('|')).replaceAll('#', () => text)
  })
}

/** The first form whose numbers name this one, else the one that names none. */
function formFor(number: string, forms: readonly string[]): string {
  for (const form of forms) {
    const [numbers = '', words] = form.split(/=(.*)/s)
    if (words !== undefined && /^[\d,]+$/.test(numbers) && numbers.split(',').includes(number)) return words
  }
  return forms.find((it) => !/^[\d,]+=/.test(it)) ?? number
}

export function factText(fact: Fact, [yes, no]: readonly [string, string] = ['yes', 'no']): string {
  if (fact === undefined || fact === null || fact === '') return '…'
  if (typeof fact === 'boolean') return fact ? yes : no
  if (typeof fact === 'object') return fact.length === 0 ? '∅' : fact.join(', ')
  return String(fact)
}
