import { readJson, type Json } from '../engine/json'
import { has, spelled, type Release } from '../engine/releases/releases'
import { protectionOf, type Resource } from '../engine/roles/rolesFile'
import { compile, type Compiled } from '../roles/compile'
import { difference, type Change, type Difference, type Subject } from '../roles/difference'
import { BASIS, type Finding } from '../roles/finding'
import { firstAnswer, type Danger, type FirstAnswer } from '../roles/firstAnswer'
import { lint } from '../roles/lint'
import type { Model } from '../roles/model'
import { readQuestions } from '../roles/questions'
import { readTests, runTest, sentenceOf, type Outcome, type RoleTest } from '../roles/tests'
import { walk } from '../roles/walk'
import { reasons } from '../words/en.reasons'
import { roles as words } from '../words/en.roles'
import { fill } from '../words/fill'
import { textOf } from '../words/words'

/** What the verbs about a roles.json print, and how they end. Files and streams are the business of terminal.ts. */
export interface Printed {
  readonly lines: readonly string[]
  readonly code: 0 | 1 | 2
}
export interface With {
  readonly release: Release
  readonly model?: Model | undefined
}

const json = (value: object): string => JSON.stringify(value, null, 2)
const protectionIn = (text: string, release: Release) => protectionOf(text, has(release, 'singletonPermissions'))

/** Names come from outside: nothing in them may move the cursor or colour the terminal. */
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
const some = (names: readonly string[], most = 12): string =>
  names.slice(0, most).join(', ') + (names.length > most ? `, … (${names.length})` : '')

// --- check -----------------------------------------------------------------------------------------------------------

export function check(file: string, text: string, { release, model }: With, asJson: boolean): Printed {
  const findings = lint(text, { release, model })
  const first = firstAnswer(text, release, model)
  const code = findings.some(({ severity }) => severity === 'error') ? 1 : 0
  if (asJson) return { code, lines: [json(checkDocument(first, findings, release))] }
  const shown = findings.slice(0, 200).map((it) => plain(`${file}:${it.line}:${it.column}: ${sentence(it)}`))
  const counts = {
    errors: String(count(findings, 'error')),
    warnings: String(count(findings, 'warning')),
    notes: String(count(findings, 'info')),
  }
  const more = findings.length - shown.length
  return {
    code,
    lines: [
      ...firstLines(first, release),
      '',
      ...shown,
      ...(more > 0 ? [fill(words.terminal.more, { count: String(more) })] : []),
      fill(words.terminal.counts, counts),
    ],
  }
}

const count = (findings: readonly Finding[], severity: Finding['severity']): number =>
  findings.filter((it) => it.severity === severity).length

const says = ({ code, why, facts }: Finding): string => fill(textOf(words.says[code], why), facts)
const sentence = (it: Finding): string =>
  `${words.severities[it.severity]} ${it.code} ${says(it)} ${words.codes[it.code].effect}`

function firstLines(first: FirstAnswer, release: Release): readonly string[] {
  const facts = { release: spelled(release) }
  const flags = [words.first.forceLogin[first.forceLogin], words.first.restrictedByDefault[first.restrictedByDefault]]
  return [
    fill(words.first.states[first.state], facts),
    ...(first.state === 'on' ? flags : []),
    ...first.dangers.map((it) => `- ${danger(it)}`),
  ].map(plain)
}

function danger({ what, action, names, others, everybody }: Danger): string {
  const all = [...(others ? [words.first.others] : []), ...names]
  return fill(words.first.dangers[what], {
    action: action ?? '',
    names: some(all),
    who: everybody ? words.first.everybody : words.first.readers,
  })
}

const checkDocument = (first: FirstAnswer, findings: readonly Finding[], release: Release): object => ({
  release: spelled(release),
  protection: first.state,
  forceLogin: first.forceLogin,
  restrictedByDefault: first.restrictedByDefault,
  counts: {
    errors: count(findings, 'error'),
    warnings: count(findings, 'warning'),
    notes: count(findings, 'info'),
  },
  findings: findings.map((it) => ({
    ...{ code: it.code, severity: it.severity, line: it.line, column: it.column, offset: it.offset, length: it.length },
    ...{ why: it.why, message: says(it), effect: words.codes[it.code].effect, assumed: it.assumed },
    rules: BASIS[it.code],
    fixes: it.fixes.map(({ name, what, edit }) => ({ title: fill(words.fixes[name], { what }), ...edit })),
  })),
  dangers: first.dangers.map((it) => ({ ...it, says: danger(it) })),
})

// --- ask -------------------------------------------------------------------------------------------------------------

/** One line of JSON for each question; undefined when the document holds none. */
export function ask(questions: Json, roles: string | undefined, release: Release): Printed | undefined {
  const all = readQuestions(questions, { roles, release })
  if (!all) return undefined
  let code: Printed['code'] = 0
  const lines = all.map((it) => {
    if ('problem' in it) {
      code = 2
      return JSON.stringify(it)
    }
    const { answer, rule, missing } = walk(it.question)
    if (it.expected !== undefined && it.expected !== answer && code === 0) code = 1
    return JSON.stringify({ id: it.id, answer, rule, missing })
  })
  return { lines, code }
}

// --- test ------------------------------------------------------------------------------------------------------------

export function test(tests: Json, roles: string, { release, model }: With, asJson: boolean): Printed | undefined {
  const all = readTests(tests)
  if (!all) return undefined
  const compiled = compile(protectionIn(roles, release), release, model)
  const results = all.map((it) =>
    'unreadable' in it ? it : { test: it, outcome: runTest(it, { roles, release, compiled }) },
  )
  const holding = results.filter((it) => 'outcome' in it && it.outcome.holds).length
  const unreadable = results.some((it) => 'unreadable' in it)
  const code = unreadable ? 2 : holding === results.length ? 0 : 1
  if (asJson)
    return {
      code,
      lines: [
        json({ release: spelled(release), count: results.length, holding, results: results.map(resultDocument) }),
      ],
    }
  const told = results.flatMap((it) =>
    'unreadable' in it
      ? [`✗ ${fill(words.tests.unreadable, { found: it.unreadable })}`]
      : it.outcome.holds
        ? []
        : [`✗ ${sentenceOf(it.test)}`, ...whyLines(it.outcome).map((line) => `  ${line}`)],
  )
  const counts = fill(words.tests.count, { holding: String(holding), count: String(results.length) })
  return { code, lines: [...told, counts].map(plain) }
}

type Result = { readonly unreadable: string } | { readonly test: RoleTest; readonly outcome: Outcome }

const resultDocument = (it: Result): object => ('unreadable' in it ? it : { test: sentenceOf(it.test), ...it.outcome })

function whyLines({ answer, rule, missing, unknown }: Outcome): readonly string[] {
  if (unknown.length > 0) return [fill(words.tests.unknown, { names: some(unknown) })]
  const why = textOf(reasons.rules, rule)
  return [
    fill(words.tests[answer], { rule, why }),
    ...(missing.length > 0 ? [fill(words.tests.needs, { names: some(missing) })] : []),
  ]
}

// --- diff ------------------------------------------------------------------------------------------------------------

export type Form = 'text' | 'json' | 'markdown'

export function diff(before: string, after: string, { release, model }: With, form: Form): Printed {
  const of = (text: string): Compiled => compile(protectionIn(text, release), release, model)
  const found = difference(of(before), of(after))
  const lines =
    form === 'json'
      ? [json({ release: spelled(release), ...found })]
      : form === 'markdown'
        ? markdown(found, release)
        : textLines(found).map(plain)
  return { code: found.widened ? 1 : 0, lines }
}

interface Row {
  readonly action: string
  readonly resource: string
  readonly who: string
  readonly rules: string
}

const rowsOf = (changes: readonly Change[], of: 'gains' | 'loses'): readonly Row[] =>
  changes
    .filter((it) => !it.follows && it[of].length > 0)
    .map((it) => ({
      action: it.action,
      resource: resourceName(it.resource),
      // What guests gain, everybody may do from now on.
      who:
        of === 'gains' && it.gains.some(({ kind }) => kind === 'guest') ? words.who.everybody : some(it[of].map(who)),
      rules: it.rules.join(' → '),
    }))

const who = ({ kind, name }: Subject): string => fill(words.who[kind], { name })

function resourceName({ type, applyTo }: Resource): string {
  if (!applyTo.endsWith('*')) return applyTo
  const { others } = words
  if (type === 'datastore' || type === 'dataclass' || type === 'singleton')
    return others[type === 'singleton' ? type : 'dataclass']
  if (applyTo !== '*.*') return fill(others[type], { owner: applyTo.slice(0, -2) })
  return { attribute: others.anyAttribute, method: others.anyMethod, singletonMethod: others.anySingletonMethod }[type]
}

function settings({ state, forceLogin, restricted }: Difference): readonly string[] {
  const { diff } = words
  const spelledOut = (pair: readonly [unknown, unknown] | undefined, sentence: string): readonly string[] =>
    pair ? [fill(sentence, { before: String(pair[0]), after: String(pair[1]) })] : []
  const states = state && ([diff.states[state[0]], diff.states[state[1]]] as const)
  return [
    ...spelledOut(states, diff.state),
    ...spelledOut(forceLogin, diff.forceLogin),
    ...spelledOut(restricted, diff.restricted),
  ]
}

function closing({ changes, widened, cut }: Difference): readonly string[] {
  const following = changes.filter(({ follows }) => follows).length
  return [
    ...(changes.length === 0 ? [words.diff.same] : []),
    ...(following > 0 ? [fill(words.diff.follow, { count: String(following) })] : []),
    ...(cut ? [words.diff.cut] : []),
    widened ? words.diff.widened : words.diff.notWidened,
  ]
}

function textLines(found: Difference): readonly string[] {
  const part = (title: string, rows: readonly Row[]): readonly string[] =>
    rows.length === 0
      ? []
      : ['', title, ...rows.map(({ action, resource, who, rules }) => `  ${action} ${resource}: ${who} (${rules})`)]
  return [
    ...settings(found),
    ...part(words.diff.opened, rowsOf(found.changes, 'gains')),
    ...part(words.diff.closed, rowsOf(found.changes, 'loses')),
    '',
    ...closing(found),
  ]
}

/** Text from outside inside a cell: no new cell, no markup. */
const cell = (text: string): string => plain(text).replace(/[\\|`*_<>[\]&#~!]/g, (sign) => `\\${sign}`)

function markdown(found: Difference, release: Release): readonly string[] {
  const { columns, title } = words.diff
  const head = [`| ${Object.values(columns).join(' | ')} |`, '| --- | --- | --- | --- |']
  const part = (name: string, rows: readonly Row[]): readonly string[] =>
    rows.length === 0
      ? []
      : [
          '',
          `### ${name}`,
          '',
          ...head,
          ...rows.map((it) => `| ${[it.action, it.resource, it.who, it.rules].map(cell).join(' | ')} |`),
        ]
  return [
    `## ${title} (4D ${spelled(release)})`,
    ...settings(found).flatMap((it) => ['', it]),
    ...part(words.diff.opened, rowsOf(found.changes, 'gains')),
    ...part(words.diff.closed, rowsOf(found.changes, 'loses')),
    ...closing(found).flatMap((it) => ['', it]),
  ]
}

/** JSON from a file; where it breaks off, when it does. */
export const readDocument = (text: string) => readJson(text, 50_000_000)
