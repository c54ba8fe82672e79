import { use } from 'react'
import { PAGE_WORDS, type PageWords } from '../../words/pages'
import { useWords } from '../context'

const coming = new Map<string, Promise<PageWords>>()

/** The words of these pages in the language in use; what asks for them waits. */
export function usePageWords(): PageWords {
  const { code } = useWords()
  const known = coming.get(code) ?? PAGE_WORDS[code]?.() ?? PAGE_WORDS.en!()
  coming.set(code, known)
  return use(known)
}
