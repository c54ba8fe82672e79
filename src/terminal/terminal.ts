import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readRelease, RELEASES, spelled } from '../engine/releases/releases'
import type { Problem } from '../share/problem'
import type { Failure } from '../simulation/expectations'
import { reasons } from '../words/en.reasons'
import { fill } from '../words/fill'
import { play } from './play'

/** The only file here that knows files, streams and exit codes. */
const USAGE = `Usage: terminal play FILE [--release "21 R3"]

  play FILE   tells the story of a scenario file (- reads standard input) and prints the report as JSON
  --release   under this release instead of the file's: ${RELEASES.map(spelled).join(', ')}

Exit code: 0 all expectations hold, 1 one fails, 2 the input cannot be read.
`

const EXIT = { holds: 0, fails: 1, unreadable: 2 } as const

const print = (value: object): unknown => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const say = (line: string): unknown => process.stderr.write(`${line}\n`)

function main(args: readonly string[]): number {
  const asked = read(args)
  if (!asked) {
    process.stderr.write(USAGE)
    return EXIT.unreadable
  }
  const text = textOf(asked.file)
  const played = text === undefined ? { problem: noFile(asked.file) } : play(text, asked.release)
  if ('problem' in played) {
    print(played)
    say(told(asked.file, played.problem))
    return EXIT.unreadable
  }
  print(played.report)
  const { failed } = played.report.expectations
  failed.forEach((it) => say(failure(it)))
  return failed.length === 0 ? EXIT.holds : EXIT.fails
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { release: { type: 'string' } },
      allowPositionals: true,
    })
    const [verb, file, ...rest] = positionals
    const release = values.release === undefined ? undefined : readRelease(values.release)
    const unknown = values.release !== undefined && release === undefined
    return verb === 'play' && file !== undefined && rest.length === 0 && !unknown ? { file, release } : undefined
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
