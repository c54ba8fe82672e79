import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/**
 * What the built page weighs, against its budgets; run after the build. 1 kB is 1,000 bytes, compressed as `gzip -9`.
 * The first load is what index.html names; the first flow adds the chunks that are fetched by then, each with all that
 * it imports. The browser rows of the bench count the same bytes as they arrive.
 */

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))

const BUDGETS = { firstLoad: 120, acting: 150, firstFlow: 345, largestFile: 250, whole: 2_000 } as const

/** Chunks that come on demand before the first flow is drawn. */
const UNTIL_FLOW = ['teller', 'WhyPanel', 'mermaid.core', 'flowDiagram']

const files = readdirSync(DIST, { recursive: true, withFileTypes: true })
  .filter((it) => it.isFile())
  .map((it) => join(it.parentPath, it.name))
const packed = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / 1000
const sum = (paths: Iterable<string>): number => [...paths].reduce((all, it) => all + packed(it), 0)

const page = readFileSync(join(DIST, 'index.html'), 'utf8')
const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, path]) => join(DIST, path!))

/** The files and all they import, as the browser follows them. */
function closure(paths: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const path of paths) {
    if (found.has(path)) continue
    found.add(path)
    const text = readFileSync(path, 'utf8')
    const imports = [...text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)]
    closure(
      imports.map(([, name]) => join(DIST, 'assets', name!)),
      found,
    )
  }
  return found
}

const chunks = (name: string): readonly string[] =>
  files.filter((it) => it.endsWith('.js') && basename(it).startsWith(`${name}-`))

const first = closure(named)
const flow = closure([...named, ...UNTIL_FLOW.flatMap(chunks)])
/** What the first screen does not wait for, but the first command does. */
const acting = closure([...named, ...chunks('teller')])
const missing = UNTIL_FLOW.filter((name) => chunks(name).length === 0)
const largest = files.map((it) => ({ name: basename(it), size: packed(it) })).sort((a, b) => b.size - a.size)[0]!
const weights = [
  { what: 'JavaScript of the first load', size: sum(first), most: BUDGETS.firstLoad },
  { what: 'JavaScript until one can act', size: sum(acting), most: BUDGETS.acting },
  { what: 'JavaScript until the first flow', size: sum(flow), most: BUDGETS.firstFlow },
  { what: `Largest file (${largest.name})`, size: largest.size, most: BUDGETS.largestFile },
  { what: 'The whole folder', size: sum(files), most: BUDGETS.whole },
]

const kB = (size: number): string => `${size.toFixed(1).padStart(7)} kB`
for (const { what, size, most } of weights) console.log(`${kB(size)} of ${String(most).padStart(4)}  ${what}`)
for (const name of ['WhyPanel', 'en.reasons']) console.log(`${kB(sum(chunks(name)))}          ${name}`)
const raw = files.reduce((all, it) => all + statSync(it).size, 0)
console.log(`${kB(raw / 1000)}          ${files.length} files, unpacked`)

const hosts = [...page.matchAll(/<(?!a\b)\w[^>]*\s(?:src|href)="((?:https?:)?\/\/[^"]*)"/g)].map(
  ([, address]) => address,
)
const faults = [
  ...weights.filter(({ size, most }) => size > most).map((it) => `${it.what}:${kB(it.size)}, allowed ${it.most} kB`),
  ...missing.map((name) => `No chunk is called ${name}: the first flow cannot be weighed`),
  ...hosts.map((address) => `index.html asks another host: ${address}`),
]
for (const fault of faults) console.error(`Too much: ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0
