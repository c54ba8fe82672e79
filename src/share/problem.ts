import type { JsonPath } from '../engine/json'

/** Everything that can be wrong with a file or a link. The words for each stand in `problems` of the words. */
export const PROBLEM_CODES = [
  // the text
  'syntax',
  'forbiddenKey',
  'repeatedKey',
  'tooDeep',
  'tooLong',
  // the shape
  'missing',
  'unknownKey',
  'notObject',
  'notList',
  'notText',
  'notNumber',
  'notBoolean',
  'notAWord',
  'notAChoice',
  'outOfRange',
  'tooMany',
  'textTooLong',
  'nestedTooDeep',
  'unknownFormat',
  'unknownRelease',
  'unknownCommand',
  'unknownLook',
  'noOperator',
  // what names lead to
  'unknownWorld',
  'unknownMachine',
  'unknownWebServer',
  'unknownBrowser',
  'repeatedName',
  'twoServers',
  'tooLate',
  'tooMuchWork',
  // links
  'linkNonsense',
  'linkNewer',
  'linkCut',
  'linkDamaged',
  'linkTooLong',
  'linkNotUnderstood',
  'linkUnknownScenario',
  'linkScenarioChanged',
  // the terminal
  'noFile',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Why something from outside cannot be used: a value, never an exception. */
export interface Problem {
  readonly code: ProblemCode
  /** Dotted, `steps.3.machine`; empty for the whole. */
  readonly path: string
  /** What stood there, at most 40 characters of it. */
  readonly found: string
  /** From 1; 0 when there are no lines to count. */
  readonly line: number
  readonly column: number
}

/** A problem in a document, before anybody has looked up where that is. */
export interface Fault {
  readonly code: ProblemCode
  readonly path: JsonPath
  readonly found: string
}

const LONGEST = 40

/** What a value looks like in a message: one line, no more than 40 characters, nothing invisible. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  const signs = [...text.slice(0, 2 * LONGEST)].map((it) => (/[\p{C}\p{Z}]/u.test(it) ? ' ' : it))
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : signs.join('')
}
