// @vitest-environment jsdom
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import mermaid from 'mermaid'
import { describe, expect, it } from 'vitest'
import { isEnding, type Decision } from '../../src/decision/decision'
import { ANSWERS, arrowName, flowchart } from '../../src/diagram/flowchart'
import { DECISIONS, decisionNamed } from '../../src/engine/decisions'
import { flowOf } from '../../src/words/words'
import { ticket, walks, words } from './walks'

const all = [...DECISIONS.values()]
const wordsOf = ({ name }: Decision<never, string>) => ({ ...flowOf(words, name), yes: words.yes, no: words.no })
const textOf = (decision: Decision<never, string>): string => flowchart(decision, wordsOf(decision))

/** The arrows of a text, as "known-yes: known → unused". */
function arrowsOf(decision: Decision<never, string>, text: string): readonly string[] {
  const names = Object.keys(decision.nodes)
  return [...text.matchAll(/^ {2}N(\d+) (\S+)@(?:-->|-\.->|==>)\|.*\| N(\d+)$/gm)].map(
    ([, from, id, to]) => `${id}: ${names[Number(from)]} → ${names[Number(to)]}`,
  )
}

function branchesOf({ nodes }: Decision<never, string>): readonly string[] {
  return Object.entries(nodes).flatMap(([name, node]) =>
    isEnding(node) ? [] : ANSWERS.map((answer) => `${arrowName(name, answer)}: ${name} → ${node[answer]}`),
  )
}

describe.each(all.map((decision) => [decision.name, decision] as const))('the flowchart of %s', (name, decision) => {
  it('bears the name of the decision', () => {
    expect(textOf(decision)).toContain(`%% ${name}\n`)
  })

  it('can be read by Mermaid, with a walk and without', async () => {
    await mermaid.parse(textOf(decision))
    await mermaid.parse(flowchart(decision, wordsOf(decision), walks(decision)[0]))
  })

  it('has exactly the arrows of the table', () => {
    expect(arrowsOf(decision, textOf(decision))).toEqual(branchesOf(decision))
  })

  it('has no dead node and no loop', () => {
    const passed = new Set(walks(decision).flatMap(({ turns, ending }) => [...turns.map(({ node }) => node), ending]))
    expect([...passed].sort()).toEqual(Object.keys(decision.nodes).sort())
  })

  it('draws every turn of every walk thick, and nothing else', () => {
    for (const verdict of walks(decision)) {
      const thick = [...flowchart(decision, wordsOf(decision), verdict).matchAll(/ (\S+)@==>/g)].map(([, id]) => id)
      expect(thick.sort()).toEqual(verdict.turns.map(({ node, answer }) => arrowName(node, answer)).sort())
    }
  })

  it('gives every node a class of its own', () => {
    const own = [...textOf(decision).matchAll(/^ {2}class N\d+ n-(\w+)$/gm)].map(([, node]) => node)
    expect(own).toEqual(Object.keys(decision.nodes))
  })
})

describe('the text of a flowchart', () => {
  it.each(['resolveSession', 'checkToken', 'findSession', 'dataclassAccess', 'takeLicence'])(
    'of %s is the one in the golden file (UPDATE=1 writes it)',
    (name) => {
      const file = join(import.meta.dirname, 'golden', `${name}.mmd`)
      const text = textOf(decisionNamed(name))
      if (process.env['UPDATE'] === '1') writeFileSync(file, text)
      expect(text).toBe(readFileSync(file, 'utf8'))
    },
  )

  it('is the same twice', () => {
    expect(all.map(textOf)).toEqual(all.map(textOf))
  })

  const said = { title: '', nodes: { known: 'Is {token} known?' }, yes: 'oui', no: 'non' }

  it('marks what was passed, what was not, and where the walk ended', () => {
    const verdict = walks(ticket).find(({ ending }) => ending === 'used')!
    const text = flowchart(ticket, said, verdict)
    expect(text).toContain('class N0,N1,N5 taken')
    expect(text).toContain('class N5 last')
    expect(text).toContain('class N2,N3,N4,N6 quiet')
  })

  it('leaves blanks open without a walk and fills them with its facts', () => {
    expect(flowchart(ticket, said)).toContain('N0["Is {token} known?"]')
    expect(flowchart(ticket, said, walks(ticket, { token: 'otp-1' })[0])).toContain('N0["Is otp-1 known?"]')
  })

  it('calls a node that nobody has worded by its name', () => {
    expect(flowchart(ticket, said)).toContain('N1["unused"]')
  })

  it('shows how an ending is felt by a sign, not by a colour alone', () => {
    const text = flowchart(ticket, said)
    expect(text).toContain('("✓ restored")')
    expect(text).toContain('("✕ expired")')
    expect(text).toContain('("∅ unknown")')
  })

  it('dots the arrows on which the documentation is silent, and those to an assumed ending', () => {
    const dotted = [...flowchart(ticket, said).matchAll(/ (\S+)@-\.->/g)].map(([, id]) => id)
    expect(dotted).toEqual(['known-no', 'inTime-no'])
  })
})
