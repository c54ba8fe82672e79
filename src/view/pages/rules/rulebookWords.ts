import { use } from 'react'
import type { RulebookWords } from '../../../words/words'
import { useWords } from '../../context'

/** The third part of each language, by its code. */
const PARTS: Readonly<Record<string, () => Promise<RulebookWords>>> = {
  en: () => import('../../../words/en.rulebook').then(({ rulebook }) => rulebook),
}

const coming = new Map<string, Promise<RulebookWords>>()

/** The words of the Rulebook; what uses them waits until they are there. */
export function useRulebookWords(): RulebookWords {
  const { code } = useWords()
  const load = PARTS[code] ?? PARTS.en
  const words = coming.get(code) ?? load?.()
  if (!words) throw new Error('the Rulebook has no words') // English is always there
  coming.set(code, words)
  return use(words)
}
