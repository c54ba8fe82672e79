import { use } from 'react'
import type { searching } from '../../words/en.search'
import type { Texts } from '../../words/words'
import { useWords } from '../context'

/** The words of the searches in one language. */
export type SearchWords = Texts<typeof searching>

const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly searching: SearchWords }>>> = {
  en: () => import('../../words/en.search'),
}

const coming = new Map<string, Promise<SearchWords>>()

/** Asked for once in a language, and waited for by <Suspense>. */
export function useSearchWords(): SearchWords {
  const { code } = useWords()
  const words = coming.get(code) ?? LANGUAGES[code]?.().then(({ searching }) => searching)
  if (!words) throw new Error(`no words of the searches in ${code}`) // every language has them
  coming.set(code, words)
  return use(words)
}
