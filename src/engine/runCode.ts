import { call, type CallAnswer, type ErrorCode } from './call'
import type { Statement } from './method'
import type { Place } from './place'
import type { Run } from './rule'

export interface Ran {
  readonly place: Place
  /** What the code sent back with its last "send". */
  readonly sent: string | null
  readonly error: ErrorCode | null
  /** What the method gave back as its result; null when it said nothing. */
  readonly returned: boolean | null
}

/** Statements one method may run: far more than any teaching needs, and an end for the others. */
const FUEL = 500

const isTrue = ({ value, error }: CallAnswer): boolean =>
  error === undefined && value !== false && value !== null && value !== undefined && value !== '' && value !== 0

/** Runs statements in order in one place; an error ends the method, as an untrapped error ends a request. */
export function runCode(run: Run, place: Place, code: readonly Statement[], answers: CallAnswer[]): Ran {
  let here = place
  let sent: string | null = null
  let error: ErrorCode | null = null
  let returned: boolean | null = null
  let fuel = FUEL

  const one = (statement: Statement): void => {
    if ('send' in statement) {
      sent = statement.send
    } else if ('return' in statement) {
      returned = statement.return
    } else if ('if' in statement) {
      all(isTrue(ran(statement.if)) ? statement.then : (statement.else ?? []))
    } else {
      ran(statement)
    }
  }
  const ran = (it: Parameters<typeof call>[2]): CallAnswer => {
    const { place: next, answer } = call(run, here, it)
    here = next
    answers.push(answer)
    error = answer.error ?? null
    return answer
  }
  const all = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (error !== null || returned !== null || fuel-- <= 0) return
      one(statement)
    }
  }
  all(code)
  return { place: here, sent, error, returned }
}
