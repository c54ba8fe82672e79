import type { Command } from '../engine/command'
import type { Member } from '../engine/method'
import { has, RELEASES, type Release } from '../engine/releases/releases'
import { holdsFor, RULES, type RuleId, type RuleNote } from '../engine/releases/rules'
import type { Step } from '../engine/step'
import type { World } from '../engine/world'
import { PRESETS } from '../gallery/presets'
import { startOf, type Scenario } from '../simulation/scenario'
import { firstDifference, stepAt, tell } from '../simulation/story'
import { DANGERS, differences, kindOf, type Danger, type Difference } from './compare'
import type { Probe } from './probes'
import type { Cell, Survey } from './survey'

export const THEMES = [
  'session',
  'web',
  'otp',
  'time',
  'licences',
  'guest',
  'privileges',
  'info',
  'storage',
  'singletons',
  'login',
  'quotas',
] as const
export type Theme = (typeof THEMES)[number]

/** The sections of the reference: the last number of each, and what it is about. */
const SECTIONS: readonly (readonly [last: number, theme: Theme])[] = [
  [19, 'session'],
  [39, 'web'],
  [79, 'otp'],
  [99, 'time'],
  [109, 'session'],
  [129, 'licences'],
  [139, 'guest'],
  [169, 'privileges'],
  [189, 'info'],
  [209, 'storage'],
  [219, 'singletons'],
  [239, 'login'],
  [999, 'quotas'],
]

export function themeOfRule(id: string): Theme {
  if (!id.startsWith('SES-')) return 'privileges'
  const number = Number(id.slice(4))
  return SECTIONS.find(([last]) => number <= last)?.[1] ?? 'session'
}

const THEME_OF: Readonly<Partial<Record<Member, Theme>>> = {
  Session: 'session',
  id: 'info',
  userName: 'info',
  info: 'info',
  storage: 'storage',
  sessionInfo: 'info',
  storageOfSession: 'storage',
  processActivity: 'info',
  licenseUsage: 'licences',
  writeStorage: 'storage',
  idleTimeout: 'time',
  setIdleTimeout: 'time',
  expirationDate: 'time',
  quotas: 'quotas',
  isGuest: 'guest',
  createOTP: 'otp',
  restore: 'otp',
}
const themeOfProbe = ({ call }: Probe): Theme => THEME_OF[call.call] ?? 'privileges'

/** The same answer changing in the same way, in one place or several. */
export interface AnswerChange extends Difference {
  readonly theme: Theme
  /** Where it changes; the first is the one whose stories are played. */
  readonly places: readonly { readonly before: Survey; readonly after: Survey }[]
  /** The most telling rule of each side. */
  readonly rules: readonly string[]
}

/** Begins or ends to hold between the two; `passing`: only on the way, in neither of them. */
export type Turn = 'begins' | 'ends' | 'passing'

export interface RuleChange {
  readonly id: RuleId
  readonly note: RuleNote
  readonly turn: Turn
  readonly theme: Theme
  /** The answer that shows it, when one does. */
  readonly shownBy: AnswerChange | null
}

const telling = (cell: Cell | undefined): readonly string[] => cell?.rules.slice(0, 1) ?? []
const sideOf = (cell: Cell | undefined): string => (cell ? `${kindOf(cell)} ${cell.verdict.ending}` : '')

/** Surveys of every place in two releases, one pair for each place, as changes: the most dangerous first. */
export function answerChanges(
  pairs: readonly { readonly before: Survey; readonly after: Survey }[],
): readonly AnswerChange[] {
  const found = new Map<string, AnswerChange>()
  for (const pair of pairs) {
    for (const it of differences(pair.before, pair.after)) {
      const { probe, before, after } = it
      const key = [probe.name, sideOf(before), sideOf(after)].join(' → ')
      const known = found.get(key)
      found.set(
        key,
        known
          ? { ...known, places: [...known.places, pair] }
          : {
              ...it,
              theme: themeOfProbe(probe),
              places: [pair],
              rules: [...new Set([...telling(after), ...telling(before)])],
            },
      )
    }
  }
  return [...found.values()].toSorted((a, b) => DANGERS.indexOf(a.danger) - DANGERS.indexOf(b.danger))
}

const ENTRIES = Object.entries(RULES) as readonly (readonly [RuleId, RuleNote])[]

function turnOf(note: RuleNote, from: Release, to: Release): Turn | undefined {
  const [before, after] = [holdsFor(note, from), holdsFor(note, to)]
  if (before !== after) return after ? 'begins' : 'ends'
  if (before) return undefined
  const [a, b] = [RELEASES.indexOf(from), RELEASES.indexOf(to)]
  const between = RELEASES.slice(Math.min(a, b), Math.max(a, b))
  // A text that was published too early is no release on the way.
  return between.some((it) => !has(it, 'preRelease') && holdsFor(note, it)) ? 'passing' : undefined
}

/** The release that came out before this one; the oldest has none and is its own. */
export function releaseBefore(release: Release): Release {
  const earlier = RELEASES.slice(0, RELEASES.indexOf(release)).filter((it) => !has(it, 'preRelease'))
  return earlier.at(-1) ?? release
}

/** Every rule that begins or ends to hold on the way from one release to another, in the order of the rules. */
export const ruleChanges = (from: Release, to: Release, answers: readonly AnswerChange[] = []): readonly RuleChange[] =>
  ENTRIES.flatMap(([id, note]) => {
    const turn = turnOf(note, from, to)
    const rests = (cell: Cell | undefined): boolean => cell?.rules.includes(id) ?? false
    return turn
      ? [
          {
            id,
            note,
            turn,
            theme: themeOfRule(id),
            shownBy:
              answers.find(({ rules }) => rules.includes(id)) ??
              answers.find(({ before, after }) => rests(before) || rests(after)) ??
              null,
          },
        ]
      : []
  })

export interface Chapter {
  readonly theme: Theme
  readonly danger: Danger | null
  readonly answers: readonly AnswerChange[]
  readonly rules: readonly RuleChange[]
}

/** Everything that changes, by theme; the theme with the worst change first, themes of mere rules last. */
export function chapters(answers: readonly AnswerChange[], rules: readonly RuleChange[]): readonly Chapter[] {
  const rank = ({ danger }: Chapter): number => (danger ? DANGERS.indexOf(danger) : DANGERS.length)
  return THEMES.map((theme): Chapter => {
    const own = answers.filter((it) => it.theme === theme)
    return { theme, danger: own[0]?.danger ?? null, answers: own, rules: rules.filter((it) => it.theme === theme) }
  })
    .filter(({ answers, rules }) => answers.length + rules.length > 0)
    .toSorted((a, b) => rank(a) - rank(b))
}

/** The first step of a story that comes out differently in two releases; `at` null when none does. */
export type StoryChange =
  | { readonly scenario: Scenario; readonly at: null }
  | { readonly scenario: Scenario; readonly at: number; readonly before: Step; readonly after: Step }

/** So many steps are told before anything else may happen: a long story does not hold up the page. */
const CHUNK = 25

/** Tells a story in both releases, part by part, until something comes out differently. Yields between the parts. */
export function* storyChange(
  scenario: Scenario,
  commands: readonly Command[],
  from: Release,
  to: Release,
): Generator<undefined, StoryChange | undefined> {
  const [start, other] = [from, to].map((release) => startOf({ ...scenario, release }, PRESETS))
  if (!start || !other) return undefined
  let worlds: readonly [World, World] = [start, other]
  for (let done = 0; done < commands.length; done += CHUNK) {
    const part = commands.slice(done, done + CHUNK)
    const [before, after] = [tell(worlds[0], part), tell(worlds[1], part)]
    const at = firstDifference(before, after)
    const [x, y] = at === undefined ? [] : [stepAt(before, at), stepAt(after, at)]
    if (at !== undefined && x && y) return { scenario, at: done + at, before: x, after: y }
    worlds = [before.end, after.end]
    yield undefined
  }
  return { scenario, at: null }
}
