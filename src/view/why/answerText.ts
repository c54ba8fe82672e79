import { isRecord } from '../../engine/json'
import type { CallAnswer } from '../../engine/call'
import { textOf, type Words } from '../../words/words'

/** What a call gave back, as a reader sees it: Undefined and Null are things, not blanks. */
export function answerText({ value, error }: CallAnswer, words: Words): string {
  if (error !== undefined) return `${words.panels.why.error}: ${textOf(words.errors, error)}`
  if (value === undefined) return words.panels.why.undefined
  if (value === null) return words.panels.why.null
  if (typeof value === 'string') return `"${value}"`
  // An object of some size reads better with a property a line.
  return isRecord(value) && Object.keys(value).length > 2 ? JSON.stringify(value, null, 1) : JSON.stringify(value)
}
