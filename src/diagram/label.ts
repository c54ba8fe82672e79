/**
 * Words as Mermaid may read them. Everything that could be syntax is written by its number; what remains are words.
 * Nobody else writes words into Mermaid text.
 */

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim() || ' '

const numbered = (text: string, which: RegExp): string => text.replace(which, (char) => `#${char.codePointAt(0)};`)

/** Text quoted so that a flowchart reads it as words, never as syntax; an empty label would not parse. */
export const label = (text: string): string => `"${numbered(oneLine(text), /[&<>"#`\\$]/g)}"`

/** Text for a sequence diagram, which has no quotes: a semicolon ends a line, `%%` hides one, `wrap:` is an order. */
export const line = (text: string): string => numbered(oneLine(text), /[&<>"#`\\$;:%{}+-]|^end$/gi)
