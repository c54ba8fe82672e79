import type { pages } from './en.pages'
import type { Texts } from './words'

/** The words of the pages beside the story: a third part of each language, which only these pages wait for. */
export type PageWords = Texts<typeof pages>

/** By the code of the language, as `code` in its first file says it. */
export const PAGE_WORDS: Readonly<Record<string, () => Promise<PageWords>>> = {
  en: () => import('./en.pages').then(({ pages }) => pages),
}
