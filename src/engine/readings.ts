import type { Settings } from './world'

/**
 * Where the manual is silent (Q-) or disagrees with itself (C-), entry by entry of the sessions reference: the readings
 * one can choose between, the recommended one first. An entry with one reading has no other that could come out
 * differently; the words say why.
 */
export const READINGS = {
  'Q-01': ['set', 'notSet'],
  'Q-02': ['extends', 'asItWas'],
  'Q-03': ['everyRequest', 'onlyAssigned'],
  'Q-04': ['add', 'replace'],
  'Q-05': ['webFirst', 'desktop'],
  'Q-06': ['stored', 'starter'],
  'Q-07': ['disconnect'],
  'Q-08': ['free', 'bound'],
  'Q-09': ['null', 'stored'],
  'Q-10': ['undefined', 'null'],
  'Q-11': ['asBefore', 'works'],
  'Q-12': ['false', 'error'],
  'Q-13': ['noNumber'],
  'Q-14': ['atOnce', 'atConnection'],
  'Q-15': ['desktop', 'web'],
  'Q-16': ['connection', 'webIdle'],
  'Q-17': ['kept', 'released'],
  'Q-18': ['none', 'counted'],
  'Q-19': ['paymentRequired', 'unavailable'],
  'Q-20': ['zero', 'undefined'],
  'Q-21': ['many', 'newestOnly'],
  'Q-22': ['null', 'error'],
  'Q-23': ['web', 'stored'],
  'Q-24': ['token', 'empty'],
  'Q-25': ['asListed', 'null'],
  'C-01': ['false', 'true'],
  'C-02': ['true', 'false'],
  'C-03': ['byRelease', 'false', 'true'],
  'C-04': ['byRelease', 'always', 'exceptForced'],
  'C-05': ['byCall', 'byPrivileges'],
  'C-06': ['close'],
  'C-07': ['byRelease', 'null'],
  'C-08': ['byRelease'],
  'C-09': ['remote', 'null'],
  'C-10': ['byRelease'],
  'C-11': ['from21', 'remoteOnly', 'none'],
  'C-12': ['byRelease', 'honoured', 'idle'],
  'C-13': ['dropped', 'kept'],
  'C-14': ['keepsCookie', 'guest'],
  'C-15': ['from20R10', 'from21'],
  'C-16': ['browser', 'system'],
  'C-17': ['text'],
  'C-18': ['byRelease'],
  'C-19': ['client'],
  'C-20': ['byRelease', 'forced'],
  'C-21': ['setPrivileges', 'opening'],
  'C-22': ['byRelease', 'always', 'never'],
  'C-23': ['readOnly'],
  'C-24': ['byRelease'],
  'C-25': ['byRelease', 'webAdmin'],
  'C-26': ['asQ11'],
  'C-27': ['byRelease'],
  'C-28': ['perProcess', 'perUser'],
  'C-29': ['noLimit'],
  'C-30': ['byRelease', 'pooled'],
  'C-31': ['token'],
  'C-32': ['notSimulated'],
  'C-33': ['webFirst', 'standalone'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

export type ReadingId = keyof typeof READINGS
type Options = typeof READINGS

/** The readings chosen otherwise than recommended, by entry; an entry that is absent is read as recommended. */
export type Readings = { readonly [Id in ReadingId]?: Options[Id][number] }

/** Nothing chosen. One object, so that asking costs next to nothing in nearly every story. */
export const AS_RECOMMENDED: Readings = {}

// The keys of a constant table.
export const READING_IDS = Object.keys(READINGS) as readonly ReadingId[]

export const isReading = (text: string): text is ReadingId => Object.hasOwn(READINGS, text)

type Other<T extends readonly string[]> = T extends readonly [string, ...infer Rest] ? Rest[number] : never

/** Is this entry read in this way, which is not the recommended one? */
export const reads = <Id extends ReadingId>(
  { settings }: { readonly settings: Settings },
  id: Id,
  option: Other<Options[Id]>,
): boolean => settings.readings !== AS_RECOMMENDED && settings.readings[id] === option

/** How an entry is read. */
export const readingOf = ({ readings }: Settings, id: ReadingId): string => readings[id] ?? READINGS[id][0]

/** The readings with some of them changed; null when an entry or a reading is not there. */
export function readingsWith(before: Readings, changes: Readonly<Record<string, unknown>>): Readings | null {
  const after: Record<string, string> = { ...before }
  for (const [id, option] of Object.entries(changes)) {
    const options: readonly string[] = isReading(id) ? READINGS[id] : []
    if (typeof option !== 'string' || !options.includes(option)) return null
    if (option === options[0]) delete after[id]
    else after[id] = option
  }
  return Object.keys(after).length === 0 ? AS_RECOMMENDED : (after as Readings) // every pair was just looked up
}
