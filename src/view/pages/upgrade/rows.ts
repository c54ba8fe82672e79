import { sentenceOf, tellingOf, toldVerdict } from '../../../diagram/telling'
import { addressOf, PAGES } from '../../../engine/releases/pages'
import { spelled, type Release } from '../../../engine/releases/releases'
import { noteOf } from '../../../engine/releases/rules'
import type { Scenario } from '../../../simulation/scenario'
import { startOf } from '../../../simulation/scenario'
import { PRESETS } from '../../../gallery/presets'
import { DANGERS, type Danger } from '../../../survey/compare'
import { cellNamed, type Cell, type Survey } from '../../../survey/survey'
import type { AnswerChange, Chapter, StoryChange } from '../../../survey/upgrade'
import { fill } from '../../../words/fill'
import type { PageWords } from '../../../words/pages'
import { textOf, type Words } from '../../../words/words'
import { cellCall, placeText, questionText, shortAnswer } from '../where/names'

/** Everything that an upgrade changes, as worked out. */
export interface Upgrade {
  readonly from: Release
  readonly to: Release
  readonly chapters: readonly Chapter[]
  readonly stories: readonly StoryChange[]
}

/** The words of the page and of the tables together. */
export interface Said {
  readonly words: Words
  readonly pages: PageWords
}

/** The call of a change, with what is called before it. */
export function changeText({ before, after }: AnswerChange, { pages }: Said): string {
  const cell = after ?? before
  return cell ? questionText(cell, pages) : ''
}

/** One side of a change: the answer, or that there is no such place. */
export const sideText = (cell: Cell | undefined, { words, pages }: Said): string =>
  cell ? shortAnswer(cell, words, pages) : pages.upgrade.nowhere

export const whyText = (cell: Cell | undefined, { words }: Said): string =>
  cell ? sentenceOf(cell.verdict, words) : ''

export const placesOf = ({ places }: AnswerChange, { words, pages }: Said): readonly string[] =>
  places.map(({ after }) => placeText(after.way.name, words, pages))

/** The calls that come or go with Session itself. */
export const togetherText = ({ with: members, places }: AnswerChange): string => {
  const [first] = places
  const cells = members.flatMap(
    ({ name }) => (first && (cellNamed(first.after, name) ?? cellNamed(first.before, name))) ?? [],
  )
  return [...new Set(cells.map(cellCall))].join(', ')
}

export const countOf = (chapters: readonly Chapter[]): Readonly<Record<Danger | 'rules', number>> => {
  const answers = chapters.flatMap((it) => it.answers)
  const of = (danger: Danger): number => answers.filter((it) => it.danger === danger).length
  return {
    refuses: of('refuses'),
    opens: of('opens'),
    changes: of('changes'),
    adds: of('adds'),
    rules: chapters.reduce((sum, { rules }) => sum + rules.length, 0),
  }
}

/** "2 answers become refusals · 5 refusals open …": only what there is. */
export function summaryOf(chapters: readonly Chapter[], { pages }: Said): string {
  const counts = countOf(chapters)
  return ([...DANGERS, 'rules'] as const)
    .filter((it) => counts[it] > 0)
    .map((it) => fill(pages.upgrade.summary[it], { count: counts[it] }))
    .join(' · ')
}

/** "Step 4: Ana · Form method createOTP()". */
export function stepText({ scenario, ...change }: StoryChange, { words, pages }: Said): string {
  if (change.at === null) return ''
  const start = startOf(scenario, PRESETS)
  const told = start && tellingOf(change.before.command, start, words)
  return fill(pages.upgrade.stepNumber, {
    number: change.at,
    what: told ? [told.who, told.what].filter(Boolean).join(': ') : '',
  })
}

export const stepWhy = (step: Parameters<typeof toldVerdict>[0], { words }: Said): string =>
  sentenceOf(toldVerdict(step), words)

/** The story in one of the two releases, at the step that differs. */
export const storyIn = ({ scenario, at }: StoryChange, release: Release): Scenario => ({
  ...scenario,
  release,
  ...(at === null ? {} : { at }),
})

/** The surveys whose stories are played as evidence for a change. */
export const evidenceOf = ({ places }: AnswerChange): { readonly before: Survey; readonly after: Survey } | undefined =>
  places[0]

const cellText = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
const line = (...cells: readonly string[]): string => `| ${cells.map(cellText).join(' | ')} |`

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0
    ? []
    : ['', line(...heads), line(...heads.map(() => '---')), ...rows.map((it) => line(...it))]
}

const ruleLink = (id: string, release: Release): string => {
  const note = noteOf(id)
  return note ? `${id} ([${PAGES[note.page].title}](${addressOf(note.page, release)}))` : id
}

/** The whole page as a document, to be kept beside a project. */
export function upgradeMarkdown({ from, to, chapters, stories }: Upgrade, own: StoryChange | null, said: Said): string {
  const { words, pages } = said
  const text = pages.upgrade
  const [before, after] = [fill(text.before, { release: spelled(from) }), fill(text.after, { release: spelled(to) })]
  const told = (it: StoryChange): readonly string[] =>
    it.at === null
      ? [it.scenario.title, text.sameStory, '', '']
      : [it.scenario.title, stepText(it, said), stepWhy(it.before, said), stepWhy(it.after, said)]
  const heads = [text.story, text.step, before, after]
  const lines = [
    `# ${fill(text.document, { from: spelled(from), to: spelled(to) })}`,
    '',
    chapters.length === 0 ? text.nothing : `${summaryOf(chapters, said)}.`,
    ...(own ? ['', `## ${text.yours}`, ...table(heads, [told(own)])] : []),
    ...chapters.flatMap(({ theme, answers, rules }) => [
      '',
      `## ${text.themes[theme]}`,
      ...table(
        [text.change, text.what, text.where, before, after, text.rule],
        answers.map((it) => [
          text.dangers[it.danger],
          `\`${changeText(it, said)}\``,
          placesOf(it, said).join('; '),
          `${sideText(it.before, said)}. ${whyText(it.before, said)}`,
          `${sideText(it.after, said)}. ${whyText(it.after, said)}`,
          it.rules.map((id) => ruleLink(id, to)).join('; '),
        ]),
      ),
      ...table(
        [text.change, text.sentence, text.rule],
        rules.map(({ id, turn }) => [
          text.turns[turn],
          textOf(words.rules, id),
          ruleLink(id, turn === 'ends' ? from : to),
        ]),
      ),
    ]),
    ...(stories.length > 0 ? ['', `## ${text.stories}`, ...table(heads, stories.map(told))] : []),
  ]
  return `${lines.join('\n')}\n`
}
