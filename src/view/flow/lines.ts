/** Words in a drawn box: as many lines as Mermaid measured room for, set a little wider apart than it sets them. */

const LINE = 1.22

/** How much taller a box has to be for that, in em, beyond Mermaid's 1.1 em lines. */
export const airOf = (lines: number): number => (LINE - 1.1) * (lines - 1) + 0.3

export const linesOf = (text: Element): readonly string[] =>
  [...text.querySelectorAll('tspan.text-outer-tspan')].map((it) => (it.textContent ?? '').trimEnd())

/** Writes the lines into the rows of a text; fewer lines than rows stay in the middle. */
export function setLines(text: Element, lines: readonly string[]): void {
  const rows = [...text.querySelectorAll('tspan.text-outer-tspan')]
  // Mermaid's first row stands where a row of 1.1 em would: half of what is added goes above.
  const shift = ((LINE - 1.1) * (rows.length - 1)) / 2 - ((rows.length - lines.length) * LINE) / 2
  for (const [i, row] of rows.entries()) {
    row.textContent = lines[i] ?? ''
    row.setAttribute('y', `${(i * LINE - 0.1 - shift).toFixed(3)}em`)
  }
}

/** Words broken anew into lines of about so many letters; one word that is much longer is cut. */
export function wrapped(sentence: string, letters: number): readonly string[] {
  const lines: string[] = []
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > letters + 2 ? `${word.slice(0, letters)}…` : word)
  }
  return lines
}

/** The first so many lines, with a sign when there were more. */
export function cut(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').replace(/.{1,2}$/, '')}…`]
}
