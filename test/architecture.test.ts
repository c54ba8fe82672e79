import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * The door table: which rooms a room may import, and which packages. Whoever changes it changes the architecture.
 * "type store" means that only types may come through the door.
 */
const DOORS: Readonly<Record<string, { readonly rooms: readonly string[]; readonly packages?: readonly string[] }>> = {
  decision: { rooms: [] },
  words: { rooms: ['decision'] },
  engine: { rooms: ['decision'], packages: ['uuid'] },
  roles: { rooms: ['decision', 'engine'] },
  simulation: { rooms: ['decision', 'engine'] },
  search: { rooms: ['decision', 'engine', 'simulation'] },
  diagram: { rooms: ['decision', 'engine', 'simulation', 'words'] },
  gallery: { rooms: ['engine', 'simulation'] },
  evidence: { rooms: ['decision', 'engine', 'simulation', 'gallery'] },
  survey: { rooms: ['decision', 'engine', 'simulation', 'gallery'] },
  planner: { rooms: ['decision', 'engine', 'simulation', 'gallery'] },
  share: { rooms: ['engine', 'simulation'], packages: ['valibot', 'fflate'] },
  store: {
    rooms: ['decision', 'engine', 'simulation', 'share', 'type diagram'],
    packages: ['zustand/vanilla'],
  },
  view: {
    rooms: [
      ...['decision', 'engine', 'roles', 'simulation', 'search', 'diagram', 'words', 'gallery', 'evidence'],
      ...['survey', 'planner', 'share', 'store'],
    ],
    packages: ['react', 'react-dom', 'zustand', 'mermaid'],
  },
  terminal: {
    rooms: ['engine', 'roles', 'simulation', 'search', 'share', 'gallery', 'words'],
    packages: ['node:fs', 'node:util', 'node:path', 'node:process'],
  },
  'main.tsx': {
    rooms: ['decision', 'engine', 'simulation', 'diagram', 'words', 'gallery', 'share', 'store', 'view'],
    packages: ['react', 'react-dom/client'],
  },
  'firstFrame.tsx': {
    rooms: ['engine', 'simulation', 'words', 'gallery', 'store', 'view'],
    packages: ['react-dom/static'],
  },
}

const PURE = [
  'decision',
  'words',
  'engine',
  'roles',
  'simulation',
  'search',
  'diagram',
  'gallery',
  'evidence',
  'survey',
  'planner',
  'share',
]

const SRC = join(import.meta.dirname, '../src')

interface Import {
  readonly file: string
  readonly room: string
  readonly typeOnly: boolean
  /** A room, or the name of a package. */
  readonly from: string
  readonly isRoom: boolean
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file))
  .sort()
const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8')
const roomOf = (file: string) => file.split('/')[0]!

/** Code without its comments and texts: what is left is said to the machine. */
const codeOf = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")

const IMPORTS = /(?:^|\n)\s*(import|export)\s+(type\s)?(?:[^'"()]*?\sfrom\s+)?['"]([^'"]+)['"]/g
const DYNAMIC = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(file: string): readonly Import[] {
  const text = textOf(file).replace(/\/\*[\s\S]*?\*\//g, '')
  const found = [
    ...[...text.matchAll(IMPORTS)].map(([, , type, from]) => ({ typeOnly: type !== undefined, from: from! })),
    ...[...text.matchAll(DYNAMIC)].map(([, type, from]) => ({ typeOnly: type !== undefined, from: from! })),
  ]
  return found.map(({ typeOnly, from }) => {
    const isRoom = from.startsWith('.')
    const target = isRoom ? posix.normalize(posix.join(posix.dirname(file), from)) : from
    return { file, room: roomOf(file), typeOnly, isRoom, from: isRoom ? roomOf(target) : from }
  })
}

const imports = files.flatMap(importsOf)
const crossing = imports.filter(({ room, from, isRoom }) => isRoom && room !== from)
const packages = imports.filter(({ isRoom }) => !isRoom)
const told = (all: readonly Import[]) => all.map(({ file, from }) => `${file} → ${from}`)
/** The files that use a package for more than its types. */
const usersOf = (name: RegExp) => [
  ...new Set(packages.filter(({ from, typeOnly }) => !typeOnly && name.test(from)).map(({ file }) => file)),
]

const filesWith = (pattern: RegExp, among = files) => among.filter((file) => pattern.test(codeOf(textOf(file))))

describe('the door table', () => {
  it('knows every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !Object.hasOwn(DOORS, room))).toEqual([])
  })

  it('keeps no room that is gone', () => {
    expect(Object.keys(DOORS).filter((room) => !files.some((file) => roomOf(file) === room))).toEqual([])
  })

  it('opens only doors of rooms above, so that no two rooms need each other', () => {
    const rooms = Object.keys(DOORS)
    const late = rooms.flatMap((room, i) =>
      DOORS[room]!.rooms.filter((it) => rooms.indexOf(it.split(' ').at(-1)!) >= i),
    )
    expect(late).toEqual([])
  })

  it('sees imports at all', () => {
    expect(told(imports)).toContain('engine/ids.ts → uuid')
    expect(told(imports)).toContain('main.tsx → share')
    expect(told(imports)).toContain('view/flow/draw.ts → mermaid')
    expect(crossing.length).toBeGreaterThan(100)
  })

  it.each(Object.keys(DOORS))('lets %s open only its doors', (room) => {
    const { rooms } = DOORS[room]!
    const wrong = crossing.filter(
      (it) => it.room === room && !rooms.includes(it.from) && !(it.typeOnly && rooms.includes(`type ${it.from}`)),
    )
    expect(told(wrong)).toEqual([])
  })

  it.each(Object.keys(DOORS))('lets %s use only its packages', (room) => {
    const allowed = DOORS[room]!.packages ?? []
    expect(told(packages.filter((it) => it.room === room && !allowed.includes(it.from)))).toEqual([])
  })
})

describe('a package', () => {
  it.each([
    { name: 'uuid', pattern: /^uuid/, users: ['engine/ids.ts'] },
    { name: 'mermaid', pattern: /^mermaid/, users: ['view/flow/draw.ts'] },
    { name: 'zustand/vanilla', pattern: /^zustand\/vanilla$/, users: ['store/playground.ts'] },
    { name: 'zustand', pattern: /^zustand$/, users: ['view/context.tsx'] },
  ])('$name has one user', ({ pattern, users }) => {
    expect(usersOf(pattern)).toEqual(users)
  })

  it('react is used by the view, by main.tsx and for the first frame only', () => {
    const rooms = new Set(usersOf(/^react/).map(roomOf))
    expect([...rooms].filter((room) => !['view', 'main.tsx', 'firstFrame.tsx'].includes(room))).toEqual([])
  })
})

describe('a pure room', () => {
  const pure = files.filter((file) => PURE.includes(roomOf(file)))

  it.each([
    ...['window', 'document', 'localStorage', 'sessionStorage', 'navigator', 'location', 'history', 'globalThis'],
    ...['setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'fetch', 'performance', 'crypto'],
    'console',
  ])('does not touch %s', (name) => {
    // Used as a thing or called; the word alone may be the product's, such as the document that is read.
    expect(filesWith(new RegExp(String.raw`(?<![\w.$])${name}\s*(?:\.(?!\.)|\?\.|\(|\[)`), pure)).toEqual([])
  })

  it.each([
    /\bMath\.random\b/,
    /\bDate\b/,
    /\bIntl\b/,
    /\btoLocale\w*/,
    /\blocaleCompare\b/,
    /\bprocess\.(?:env|argv|std|exit|cwd|hrtime|nextTick)/,
  ])('never says %s: chance, clocks and places would change the story', (pattern) => {
    expect(filesWith(pattern, pure)).toEqual([])
  })
})

describe('the outside of the page', () => {
  it('has its address read in main.tsx, and its base where a link is shown', () => {
    const uses = (file: string) => [
      ...new Set(codeOf(textOf(file)).match(/(?<![\w.$])(?:location|history)\.\w+/g) ?? []),
    ]
    const users = files.flatMap((file) => (uses(file).length > 0 ? [[file, uses(file)] as const] : []))
    expect(users.filter(([file]) => file !== 'main.tsx')).toEqual([
      // When all else has failed: the same page again, or a fresh one.
      ['view/app/Safety.tsx', ['location.reload', 'location.pathname']],
      ['view/dialogs/ShareDialog.tsx', ['location.href']],
    ])
  })

  it('has its storage known to store/persist.ts only', () => {
    expect(filesWith(/\b(?:localStorage|sessionStorage|indexedDB)\b/)).toEqual(['store/persist.ts'])
    expect(filesWith(/\bdocument\.cookie\b/)).toEqual([])
  })

  it('is not asked over the network', () => {
    expect(filesWith(/(?<![\w.$])(?:fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(/)).toEqual([])
  })
})
