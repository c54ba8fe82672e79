import { callText, durationText } from '../../../diagram/telling'
import { spelled } from '../../../engine/releases/releases'
import { isRecord } from '../../../engine/json'
import { isUuid } from '../../../survey/compare'
import type { Cell, Survey } from '../../../survey/survey'
import type { PlaceName } from '../../../survey/ways'
import { fill } from '../../../words/fill'
import type { PageWords } from '../../../words/pages'
import { textOf, type Words } from '../../../words/words'
import { answerText } from '../../why/answerText'

/** What a place is called: the manual's name, or the page's for a place under a condition. */
export const placeText = (name: PlaceName, words: Words, pages: PageWords): string =>
  textOf(words.places, name) || textOf(pages.where.situations, name)

/** The call as code writes it, with the session it really named. */
export const cellCall = ({ answer }: Cell): string => callText(answer.call, answer.with)

export const beforeText = ({ before }: Cell): string => before.map((it) => callText(it.call, it.with)).join(', ')

/** A call and what was called before it, in one line. */
export const questionText = (cell: Cell, { where }: PageWords): string =>
  cell.before.length > 0 ? `${cellCall(cell)} ${fill(where.after, { calls: beforeText(cell) })}` : cellCall(cell)

const SHORT = 4

/** An answer in a few words: ids are shortened, a token is how long it lives, an object how much it holds. */
export function shortAnswer({ answer, lives }: Cell, words: Words, { where }: PageWords): string {
  const { value, error } = answer
  if (error !== undefined) return textOf(where.errors, error) || textOf(words.errors, error)
  if (lives !== null) return fill(where.token, { duration: durationText(lives, words.ui) })
  if (answer.call === 'Session' && isRecord(value)) return sessionText(value, { where })
  if (typeof value === 'string' && isUuid(value)) return `"${value.slice(0, SHORT)}…"`
  if (isRecord(value) && Object.keys(value).length > 2)
    return `{ … } ${fill(where.properties, { count: Object.keys(value).length })}`
  return Array.isArray(value) ? JSON.stringify(value) : answerText(answer, words)
}

/** What the Session command gave, as the engine describes it. */
function sessionText(value: object, { where }: Pick<PageWords, 'where'>): string {
  const { side, session } = value as { readonly side: string; readonly session: string }
  return `${session}, ${textOf(where.sidesShort, side)}`
}

/** The whole of an answer that the short one leaves out; undefined when it left out nothing. */
export function wholeAnswer({ answer, lives }: Cell): string | undefined {
  const { value } = answer
  if (lives !== null || typeof value === 'string') return typeof value === 'string' && isUuid(value) ? value : undefined
  if (Array.isArray(value) && JSON.stringify(value).length > 60) return JSON.stringify(value, null, 1)
  return isRecord(value) && Object.keys(value).length > 2 ? JSON.stringify(value, null, 1) : undefined
}

/** What a story made of a cell is called. */
export const storyTitle = (cell: Cell, { release, way }: Survey, words: Words, pages: PageWords): string =>
  fill(pages.where.title, {
    call: questionText(cell, pages),
    place: placeText(way.name, words, pages),
    release: spelled(release),
  })
