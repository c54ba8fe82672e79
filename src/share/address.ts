import { readRelease, type Release } from '../engine/releases/releases'

/** The pages of the playground besides the stories: each has an address that stays. */
export const PAGES = ['play', 'rules', 'where', 'upgrade', 'break', 'licences'] as const
export type PageName = (typeof PAGES)[number]

/** Where a reader is: a page, what is looked at there, and how; for a shipped story, the step. */
export interface Address {
  readonly page: PageName
  /** The thing the page opens at: a rule, a place, a story. Empty for none. */
  readonly item: string
  readonly release?: Release
  /** What else the page keeps in its address, by short lower-case names. */
  readonly with: Readonly<Record<string, string>>
}

export const HOME: Address = { page: 'play', item: '', with: {} }

const LONGEST = 2000
const MOST = 20
const isPage = (text: string): text is PageName => PAGES.some((it) => it === text)

/**
 * Reads `#/rules/SES-045?release=20R8&status=assumed`; `#/` is the story itself. Undefined for anything else, a link
 * with a story in it among them. Never throws.
 */
export function readAddress(hash: string): Address | undefined {
  const text = hash.replace(/^#/, '')
  if (!text.startsWith('/') || text.length > LONGEST) return undefined
  const [path = '', query = ''] = text.slice(1).split('?', 2)
  const [page, ...rest] = path.split('/')
  if (page === undefined || page === '') return rest.length === 0 ? HOME : undefined
  if (!isPage(page)) return undefined
  const item = plain(rest.join('/'))
  if (item === undefined) return undefined
  const pairs = query.split('&').slice(0, MOST).flatMap(pairOf)
  const release = readRelease(pairs.find(([key]) => key === 'release')?.[1] ?? '')
  const others = pairs.filter(([key]) => key !== 'release')
  return { page, item, with: Object.fromEntries(others), ...(release ? { release } : {}) }
}

/** The same address as the text of a link, beginning with "#". */
export function writeAddress({ page, item, release, with: others }: Address): string {
  const path = page === 'play' ? '' : [page, ...(item ? [encodeURIComponent(item)] : [])].join('/')
  const pairs = [...(release ? [['release', release] as const] : []), ...Object.entries(others)]
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
  return `#/${path}${query ? `?${query}` : ''}`
}

function pairOf(text: string): readonly (readonly [string, string])[] {
  const [key = '', value = ''] = text.split('=', 2)
  const read = plain(value)
  return /^[a-z]{1,20}$/.test(key) && read !== undefined ? [[key, read]] : []
}

function plain(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
