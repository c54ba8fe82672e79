/**
 * Words as Mermaid may read them. Everything that could be syntax is written by its number; what remains are words.
 * Nobody else writes words into Mermaid text.
 */

/** Text quoted so that a flowchart reads it as words, never as syntax; an empty label would not parse. */
export const label = (text: string): string => `"${numbered(oneLine(text), SYNTAX)}"`

/** Text for a sequence diagram, which has no quotes: there a semicolon ends a line. */
export const line = (text: string): string =>
  numbered(oneLine(text), SYNTAX_OF_LINES).replace(/^((?:no)?wrap):/i, '$1#58;') // "wrap:" would be an order

// Two percent signs hide what follows even inside quotes, and two dollar signs begin a formula.
const SYNTAX = /[&<>"#`\\]|%(?=%)|\$(?=\$)/g
const SYNTAX_OF_LINES = /[&<>"#`\\;]|%(?=%)|\$(?=\$)/g

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim() || ' '

function numbered(text: string, which: RegExp): string {
  const written = text.replace(which, number)
  // Mermaid takes the last semicolon from whatever looks like "style a:#b;", wherever it stands.
  return /style|classDef/.test(text) ? written.replaceAll(':', number) : written
}

const number = (char: string): string => `#${char.codePointAt(0)};`
