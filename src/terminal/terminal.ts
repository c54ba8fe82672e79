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
import { play } from './play'
import { breaking, flip } from './search'

/** The only file here that knows files, streams and exit codes. */
const USAGE = `Usage: terminal play FILE [--release "21 R3"]
       terminal flip FILE [--step 8] [--release "21 R3"]
       terminal break PROMISE [--release "21 R3"] [--depth 5] [--cast two] [--commands tokens,pages] [--who guest] [--what Salaries]

  play FILE      tells the story of a scenario file (- reads standard input) and prints the report as JSON
  flip FILE      prints the smallest changes that turn a step: the last refusal, or the one of --step
  break PROMISE  prints the shortest story of the office that breaks a promise, or how far none does
  --release      under this release: ${RELEASES.map(spelled).join(', ')}
  --cast         who takes part: ${CASTS.join(', ')}
  --commands     with what: ${FAMILIES.join(', ')}

Promises: ${PROMISE_NAMES.join(', ')}

Exit code of play: 0 all expectations hold, 1 one fails. Of flip: 0 something turns it, 1 nothing does.
Of break: 0 nothing breaks it as far as was searched, 1 a story does. Of all: 2 the input cannot be read.
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

type Verb = 'play' | 'flip' | 'break'

/** What was asked: a verb, a file or a promise, and the options given. */
interface Asked {
  readonly verb: Verb
  readonly subject: string
  readonly release: Release | undefined
  readonly step: number | undefined
  readonly depth: number | undefined
  readonly cast?: string
  readonly commands?: string
  readonly who?: string
  readonly what?: string
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
}

function read(args: readonly string[]): Asked | undefined {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { release: text, step: text, depth: text, cast: text, commands: text, who: text, what: text },
      allowPositionals: true,
    })
    const [verb, subject, ...rest] = positionals
    if (!isVerb(verb) || subject === undefined || rest.length > 0) return undefined
    if (Object.keys(values).some((it) => !OPTIONS[verb].includes(it))) return undefined
    const { release: named, step, depth, ...how } = values
    const release = named === undefined ? undefined : readRelease(named)
    if (named !== undefined && release === undefined) return undefined
    if ([step, depth].some((it) => it !== undefined && !/^\d{1,5}$/.test(it))) return undefined
    const number = (it: string | undefined) => (it === undefined ? undefined : Number(it))
    return { verb, subject, release, step: number(step), depth: number(depth), ...how }
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
