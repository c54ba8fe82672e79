import type { Problem } from '../share/problem'
import { fill } from '../words/fill'
import { textOf, type Reasons } from '../words/words'

/** A problem of a file or link in words, with the place where it stands. */
export const problemText = ({ code, found, path, line, column }: Problem, words: Pick<Reasons, 'problems'>): string =>
  fill(textOf(words.problems, code), { found, path, line, column })
