import { isRecord } from '../engine/json'
import type { Probe } from './probes'
import type { Cell, Survey } from './survey'

/** How an answer that differs may hurt, worst first: refused now, open now, another value, something new. */
export const DANGERS = ['refuses', 'opens', 'changes', 'adds'] as const
export type Danger = (typeof DANGERS)[number]

export interface Difference {
  readonly probe: Probe
  /** Undefined where the place does not exist, or the question makes no sense. */
  readonly before: Cell | undefined
  readonly after: Cell | undefined
  readonly danger: Danger
  /** Session itself came or went: these questions differ because of that. */
  readonly with: readonly Probe[]
}

const UUID = /^[0-9A-F]{32}$/

/** What an answer is, for comparing: a token is its lifetime, since its text is chance. */
export function shapeOf({ answer, lives }: Cell): string {
  if (answer.error !== undefined) return `error ${answer.error}`
  if (lives !== null) return `token ${lives}`
  return answer.value === undefined ? 'undefined' : JSON.stringify(answer.value)
}

/** The same, for telling whether two places answer alike: ids are those of their own sessions. */
export const kindOf = (cell: Cell): string =>
  shapeOf(cell)
    .replace(/[0-9A-F]{32}/g, 'UUID')
    .replace(/"session":"[^"]*"/, '')

export const isUuid = (text: string): boolean => UUID.test(text)

export const differ = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === undefined || b === undefined ? a !== b : shapeOf(a) !== shapeOf(b)

/** The properties of two objects that are not the same, by name. Empty when the answers are no objects. */
export function changedKeys(a: Cell, b: Cell): readonly string[] {
  const [before, after] = [a.answer.value, b.answer.value]
  if (!isRecord(before) || !isRecord(after)) return []
  const of = (value: object, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(of(before, key)) !== JSON.stringify(of(after, key)),
  )
}

const isAbsent = (cell: Cell | undefined): boolean =>
  cell === undefined ||
  cell.answer.error === 'onNull' ||
  cell.answer.error === 'notInRelease' ||
  cell.answer.value === null

/** An error, a refusal by the tone of its walk, or "you do not have it". */
const isRefused = ({ probe, answer, verdict }: Cell): boolean =>
  answer.error !== undefined || verdict.tone === 'bad' || (probe.call.call === 'hasPrivilege' && answer.value === false)

export function dangerOf(before: Cell | undefined, after: Cell | undefined): Danger {
  if (isAbsent(before)) return after && !isAbsent(after) && !isRefused(after) ? 'adds' : 'changes'
  if (isAbsent(after)) return 'refuses'
  if (!before || !after || isRefused(before) === isRefused(after)) return 'changes'
  return isRefused(after) ? 'refuses' : 'opens'
}

const resolved = ({ session }: Survey): boolean => session !== null

/** Every question that two surveys answer differently, in the order of the questions. */
export function differences(a: Survey, b: Survey): readonly Difference[] {
  const cells = (survey: Survey) => new Map(survey.cells.map((it) => [it.probe.name, it]))
  const [before, after] = [cells(a), cells(b)]
  const names = [...new Set([...before.keys(), ...after.keys()])]
  const found = names.flatMap((name): readonly Difference[] => {
    const [x, y] = [before.get(name), after.get(name)]
    const probe = (x ?? y)?.probe
    return probe && differ(x, y) ? [{ probe, before: x, after: y, danger: dangerOf(x, y), with: [] }] : []
  })
  const first = found.find(({ probe }) => probe.call.call === 'Session')
  // No session on one side: every member differs for that one reason.
  if (!first || resolved(a) === resolved(b)) return found
  const because = ({ before, after }: Difference): boolean =>
    before === undefined || after === undefined || [before, after].some(({ answer }) => answer.error === 'onNull')
  const others = found.filter((it) => it !== first)
  return [{ ...first, with: others.filter(because).map(({ probe }) => probe) }, ...others.filter((it) => !because(it))]
}
