import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url))

const CANDIDATES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium of the system; nothing is downloaded. */
export function chromiumPath(): string {
  const found = CANDIDATES.find((it) => it !== undefined && existsSync(it))
  if (!found)
    throw new Error('No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.')
  return found
}

export const browser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export interface Served {
  /** Ends with a slash. */
  readonly address: string
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

/** The built page as any static host would serve it, below any path. */
export async function serveDist(below = '/'): Promise<Served> {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('The page is not built: npm run build')
  return serve(DIST, below)
}

/** The files of a folder, below any path. */
export async function serve(folder: string, below = '/'): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const inside = pathname.startsWith(below) ? normalize(pathname.slice(below.length)) : '..'
    const file = inside === '.' || inside === '' ? 'index.html' : inside
    readFile(join(folder, file)).then(
      (content) =>
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}${below}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
