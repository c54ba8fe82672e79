import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readRelease, RELEASES, spelled, type Release } from '../engine/releases/releases'
import { FAMILIES } from '../search/alphabet'
import { CASTS } from '../search/cast'
import { PROMISE_NAMES } from '../search/promises'
import type { Problem } from '../share/problem'
import type { Failure } from '../simulation/expectations'
import { reasons } from '../words/en.reasons'
import { fill } from '../words/fill'
import { readModel, type Model } from '../roles/model'
import { roles as roleWords } from '../words/en.roles'
import { play } from './play'
import * as rolesFile from './roles'
import { breaking, flip } from './search'

/** The only file here that knows files, streams and exit codes. */
const USAGE = `Usage: terminal play FILE [--release "21 R3"]
       terminal flip FILE [--step 8] [--release "21 R3"]
       terminal break PROMISE [--release "21 R3"] [--depth 5] [--cast two] [--commands tokens,pages] [--who guest] [--what Salaries]
       terminal check ROLES.json [--release "21"] [--catalog FILE] [--json]
       terminal ask ROLES.json QUESTIONS.json [--release "21"]
       terminal test ROLES.json TESTS.json [--release "21"] [--json]
       terminal diff OLD.json NEW.json [--release "21"] [--catalog FILE] [--json | --markdown]

  play FILE      tells the story of a scenario file (- reads standard input) and prints the report as JSON
  flip FILE      prints the smallest changes that turn a step: the last refusal, or the one of --step
  break PROMISE  prints the shortest story of the office that breaks a promise, or how far none does
  check FILE     says whether a roles.json is in force, what it leaves open, and all that is wrong with it
  ask FILE FILE  answers questions about a roles.json, one line of JSON for each
  test FILE FILE holds a roles.json to sentences such as "role Seller must not update Invoice.total through REST"
  diff FILE FILE says who may do more, and who less, after an edit of a roles.json
  --catalog      the data model: an answer of /rest/$catalog, a catalog.4DCatalog, or a typed one
  --release      under this release: ${RELEASES.map(spelled).join(', ')}
  --cast         who takes part: ${CASTS.join(', ')}
  --commands     with what: ${FAMILIES.join(', ')}

Promises: ${PROMISE_NAMES.join(', ')}

Exit code of play: 0 all expectations hold, 1 one fails. Of flip: 0 something turns it, 1 nothing does.
Of break: 0 nothing breaks it as far as was searched, 1 a story does. Of check: 0 no errors, 1 some.
Of ask: 0 all answered, 1 one is not as expected. Of test: 0 all hold, 1 one does not. Of diff: 1 access was widened.
Of all: 2 the input cannot be read.
`

const EXIT = { holds: 0, fails: 1, unreadable: 2 } as const

const print = (value: object): unknown => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const say = (line: string): unknown => process.stderr.write(`${line}\n`)

function main(args: readonly string[]): number {
  const asked = read(args)
  const code = asked && VERBS[asked.verb](asked)
  if (code !== undefined) return code
  process.stderr.write(USAGE)
  return EXIT.unreadable
}

type Verb = 'play' | 'flip' | 'break' | 'check' | 'ask' | 'test' | 'diff'

/** What was asked: a verb, a file or a promise, and the options given. */
interface Asked {
  readonly verb: Verb
  readonly subject: string
  /** The second file, for verbs that take two. */
  readonly second: string | undefined
  readonly release: Release | undefined
  readonly step: number | undefined
  readonly depth: number | undefined
  readonly cast?: string
  readonly commands?: string
  readonly who?: string
  readonly what?: string
  readonly catalog?: string
  readonly json?: boolean
  readonly markdown?: boolean
}

/** Each prints what it finds and gives the exit code; undefined when it was not asked properly. */
const VERBS: Readonly<Record<Verb, (asked: Asked) => number | undefined>> = {
  play({ subject: file, release }) {
    const text = textOf(file)
    const played = text === undefined ? { problem: noFile(file) } : play(text, release)
    if ('problem' in played) return unreadable(file, played.problem)
    print(played.report)
    const { failed } = played.report.expectations
    failed.forEach((it) => say(failure(it)))
    return failed.length === 0 ? EXIT.holds : EXIT.fails
  },
  flip({ subject: file, release, step }) {
    const text = textOf(file)
    const found = text === undefined ? { problem: noFile(file) } : flip(text, { release, step })
    if ('problem' in found) return unreadable(file, found.problem)
    if ('noStep' in found) return undefined
    print(found.report)
    return found.found ? EXIT.holds : EXIT.fails
  },
  break({ subject: promise, release, depth, ...how }) {
    const found = breaking({ promise, release, depth, ...how })
    if (!found) return undefined
    print(found.report)
    return found.broken ? EXIT.fails : EXIT.holds
  },
  check: (asked) =>
    reading(() => {
      const text = demand(asked.subject)
      return rolesFile.check(asked.subject, text, withModel(asked), asked.json ?? false)
    }),
  // With one file alone, the questions bring their own roles.json as fixtures.
  ask: ({ subject, second, release = NEWEST }) =>
    reading(() => {
      const roles = second === undefined ? undefined : demand(subject)
      const file = second ?? subject
      return rolesFile.ask(parsed(file), roles, release) ?? refuse(roleWords.terminal.noQuestions, { file })
    }),
  test: (asked) =>
    reading(() => {
      const { subject, second: file, json = false } = asked
      if (file === undefined) return undefined
      const roles = demand(subject)
      return rolesFile.test(parsed(file), roles, withModel(asked), json) ?? refuse(roleWords.terminal.noTests, { file })
    }),
  diff: (asked) =>
    reading(() => {
      const { subject, second, json = false, markdown = false } = asked
      if (second === undefined || (json && markdown)) return undefined
      const form = json ? 'json' : markdown ? 'markdown' : 'text'
      return rolesFile.diff(demand(subject), demand(second), withModel(asked), form)
    }),
}

const NEWEST = RELEASES.at(-1)!

/** A sentence about an input that cannot be used: thrown where it is read, told where the verb ends. */
class Refusal {
  readonly says: string
  constructor(says: string) {
    this.says = says
  }
}
const refuse = (sentence: string, facts: Readonly<Record<string, string>>): never => {
  throw new Refusal(fill(sentence, facts))
}

function reading(verb: () => rolesFile.Printed | undefined): number | undefined {
  try {
    const printed = verb()
    if (printed) process.stdout.write(`${printed.lines.join('\n')}\n`)
    return printed?.code
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    say(refusal.says)
    return EXIT.unreadable
  }
}

const demand = (file: string): string => textOf(file) ?? refuse(roleWords.terminal.noFile, { file })

function parsed(file: string) {
  const it = rolesFile.readDocument(demand(file))
  if ('value' in it) return it.value
  const { line, column } = it.problem
  return refuse(roleWords.terminal.noJson, { file, line: String(line), column: String(column) })
}

function withModel({ release = NEWEST, catalog }: Asked): { readonly release: Release; readonly model?: Model } {
  if (catalog === undefined) return { release }
  return { release, model: readModel(demand(catalog)) ?? refuse(roleWords.terminal.noModel, { file: catalog }) }
}

function unreadable(file: string, problem: Problem): number {
  print({ problem })
  say(told(file, problem))
  return EXIT.unreadable
}

const isVerb = (text: string | undefined): text is Verb => text !== undefined && Object.hasOwn(VERBS, text)

/** The options each verb knows. */
const OPTIONS: Readonly<Record<Verb, readonly string[]>> = {
  play: ['release'],
  flip: ['release', 'step'],
  break: ['release', 'depth', 'cast', 'commands', 'who', 'what'],
  check: ['release', 'catalog', 'json'],
  ask: ['release'],
  test: ['release', 'catalog', 'json'],
  diff: ['release', 'catalog', 'json', 'markdown'],
}
const TAKE_TWO: ReadonlySet<Verb> = new Set(['ask', 'test', 'diff'])

function read(args: readonly string[]): Asked | undefined {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        ...{ release: text, step: text, depth: text, cast: text, commands: text, who: text, what: text },
        ...{ catalog: text, json: { type: 'boolean' }, markdown: { type: 'boolean' } },
      },
      allowPositionals: true,
    })
    const [verb, subject, second, ...rest] = positionals
    if (!isVerb(verb) || subject === undefined || rest.length > 0) return undefined
    if (second !== undefined && !TAKE_TWO.has(verb)) return undefined
    if (Object.keys(values).some((it) => !OPTIONS[verb].includes(it))) return undefined
    const { release: named, step, depth, ...how } = values
    const release = named === undefined ? undefined : readRelease(named)
    if (named !== undefined && release === undefined) return undefined
    if ([step, depth].some((it) => it !== undefined && !/^\d{1,5}$/.test(it))) return undefined
    const number = (it: string | undefined) => (it === undefined ? undefined : Number(it))
    return { verb, subject, second, release, step: number(step), depth: number(depth), ...how }
  } catch {
    return undefined // parseArgs throws on options it does not know
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    return undefined
  }
}

const noFile = (file: string): Problem => ({ code: 'noFile', path: '', found: file.slice(-40), line: 0, column: 0 })

const told = (file: string, problem: Problem): string => {
  const where = problem.line === 0 ? '' : `${problem.line}:${problem.column}: `
  return `${file}: ${where}${fill(reasons.problems[problem.code], { ...problem })}`
}

const failure = ({ after, look, expected, found, says }: Failure): string =>
  `After step ${after}, ${look}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}${says === null ? '' : ` (${says})`}`

process.exitCode = main(process.argv.slice(2))
