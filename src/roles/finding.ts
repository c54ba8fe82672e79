import type { Place } from '../engine/json'
import type { Edit, Span } from './document'

/** The codes of the reference, section 2.5. What comes before RJ-1… switches protection off. */
export const CODES = [
  ...(['RJ-001', 'RJ-002', 'RJ-003', 'RJ-004', 'RJ-005', 'RJ-006', 'RJ-007', 'RJ-008'] as const),
  ...(['RJ-101', 'RJ-102', 'RJ-103', 'RJ-104', 'RJ-105', 'RJ-106', 'RJ-107', 'RJ-108', 'RJ-109'] as const),
  ...(['RJ-110', 'RJ-111', 'RJ-112', 'RJ-113'] as const),
] as const
export type Code = (typeof CODES)[number]
export type Severity = 'error' | 'warning' | 'info'

/** What can be looked into when a code is not enough: the rule, the assumption. */
export const BASIS: Readonly<Record<Code, readonly string[]>> = {
  'RJ-001': ['PRIV-012'],
  'RJ-002': ['PRIV-012', 'A-03'],
  'RJ-003': ['PRIV-012', 'A-03'],
  'RJ-004': ['PRIV-012', 'A-03'],
  'RJ-005': ['PRIV-012', 'A-03'],
  'RJ-006': ['PRIV-012', 'A-03'],
  'RJ-007': ['PRIV-012', 'A-03'],
  'RJ-008': ['PRIV-012', 'A-03'],
  'RJ-101': ['PRIV-024', 'A-15'],
  'RJ-102': ['PRIV-024', 'A-04'],
  'RJ-103': ['PRIV-026', 'A-07'],
  'RJ-104': ['PRIV-018', 'A-04'],
  'RJ-105': ['PRIV-050', 'A-02'],
  'RJ-106': ['PRIV-050', 'PRIV-039'],
  'RJ-107': ['PRIV-061'],
  'RJ-108': ['PRIV-059'],
  'RJ-109': ['PRIV-030'],
  'RJ-110': ['PRIV-014', 'PRIV-015'],
  'RJ-111': ['PRIV-021', 'PRIV-027'],
  'RJ-112': ['PRIV-056'],
  'RJ-113': ['PRIV-050'],
}

export const FIXES = ['mend', 'remove', 'rename', 'declare', 'list', 'boolean', 'add', 'unfold'] as const

export interface Fix {
  readonly name: (typeof FIXES)[number]
  /** What is written instead, or taken away. */
  readonly what: string
  readonly edit: Edit
}

/** One thing to say about one place of the file. Its sentences stand in words/en.roles.ts, by code and `why`. */
export interface Finding extends Span, Place {
  readonly code: Code
  readonly severity: Severity
  /** Which of the several things that the code stands for. */
  readonly why: string
  readonly facts: Readonly<Record<string, string>>
  /** The documentation does not say it: an assumption of the playground. */
  readonly assumed: boolean
  /** Best first; none where only its author can know. */
  readonly fixes: readonly Fix[]
}
