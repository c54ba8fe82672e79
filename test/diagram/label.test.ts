// @vitest-environment jsdom
import fc from 'fast-check'
import mermaid from 'mermaid'
import { describe, expect, it } from 'vitest'
import { label, line } from '../../src/diagram/label'

const read = (written: string): string =>
  written.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

/** Anything, with a taste for what Mermaid would take for syntax. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          'end',
          'subgraph',
          'style a:#b;',
          'classDef x:"y";',
          '-->',
          '--x',
          '%%',
          '%%{init: {}}%%',
          'wrap:',
          'nowrap:',
        ],
        ...[
          '"',
          '#',
          ';',
          ':',
          '`',
          '\\',
          '<br/>',
          '&lt;',
          '#35;',
          '[',
          ']',
          '(',
          '{',
          '}',
          '|',
          '@',
          '$$x$$',
          '\n',
          '1. ',
        ],
        ...['participant', 'Note over', 'loop', 'é', '🙂', 'click', 'href', ' ', '\u2028', '+', '-'],
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(' ')),
)

const parses = async (text: string): Promise<boolean> => {
  await mermaid.parse(text)
  return true
}

describe('label', () => {
  it('writes an empty text as a space, because Mermaid reads no empty label', () => {
    expect([label(''), label(' \n ')]).toEqual(['" "', '" "'])
  })

  it('writes what could be syntax by number and leaves words alone', () => {
    expect(label('Is "a" < b & c?')).toBe('"Is #34;a#34; #60; b #38; c?"')
    expect(label("Ana's Mac: 4D (remote), 21 R3")).toBe('"Ana\'s Mac: 4D (remote), 21 R3"')
  })

  it('lets any text survive, its white space made one', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(read(label(text).slice(1, -1))).toBe(text.replace(/\s+/g, ' ').trim() || ' ')
      }),
    )
  })

  it('lets Mermaid read a chart with any text in it', async () => {
    const chart = (text: string): string =>
      `flowchart TD\n  N0[${label(text)}]\n  N0 a-yes@-->|${label(text)}| N1(${label(text)})\n`
    await fc.assert(
      fc.asyncProperty(anything, async (text) => parses(chart(text))),
      { numRuns: 150 },
    )
  })
})

describe('line', () => {
  it('keeps an order to wrap from being one', () => {
    expect(line('wrap: this')).toBe('wrap#58; this')
  })

  it('lets any text survive, its white space made one', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(read(line(text))).toBe(text.replace(/\s+/g, ' ').trim() || ' ')
      }),
    )
  })

  it('lets Mermaid read a sequence with any text in it', async () => {
    const chart = (text: string): string =>
      `sequenceDiagram\n  participant P0 as ${line(text)}\n  P0->>P0: ${line(text)}\n  Note over P0,P0: ${line(text)}\n`
    await fc.assert(
      fc.asyncProperty(anything, async (text) => parses(chart(text))),
      { numRuns: 150 },
    )
  })
})
