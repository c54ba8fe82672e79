import { decide } from '../../src/decision/decision'
import { flowchart } from '../../src/diagram/flowchart'
import { decisionNamed } from '../../src/engine/decisions'
import { findSession } from '../../src/engine/rules/findSession'
import { draw } from '../../src/view/flow/draw'
import { drawingOf, repaint } from '../../src/view/flow/repaint'
import { tidy } from '../../src/view/flow/tidy'
import { reasons } from '../../src/words/en.reasons'

const FACTS = {
  scalableSessions: true,
  rest: false,
  restAlwaysHasSession: true,
  tokenOpened: false,
  tokenFailed: true,
  cookieName: '4DSID_Office',
  cookieHeld: true,
  sameSite: 'Strict',
  inScope: true,
  moved: false,
  cookieSent: true,
  ofDesktop: false,
  stillShared: true,
  keepsCookie: true,
  cookieMatches: true,
  release: '21 R3',
}

/**
 * Milliseconds: Mermaid fetched and its first picture drawn; the walk of another verdict painted on the drawing; the
 * same picture made anew by Mermaid.
 */
export async function measure(): Promise<{ readonly cold: number; readonly repaint: number; readonly render: number }> {
  const decision = decisionNamed('findSession')
  const { yes, no } = reasons.panels.why
  const text = flowchart(decision, { ...reasons.flows.findSession, yes, no })
  const root = document.getElementById('root')!
  const start = performance.now()
  const drawing = drawingOf(tidy(await draw(text)), decision)
  root.replaceChildren(drawing.picture)
  await new Promise(requestAnimationFrame)
  const cold = performance.now() - start
  const verdicts = [FACTS, { ...FACTS, tokenOpened: true }].map((facts) => decide(findSession.decision, facts))

  const repaints = await rounds(25, (i) => repaint(drawing, verdicts[i % 2]))
  // A comment makes the text another one: a picture drawn before is kept by its text.
  const renders = await rounds(7, async (i) => root.replaceChildren(tidy(await draw(`${text}\n%% ${i}`))))
  return { cold, repaint: repaints, render: renders }
}

async function rounds(count: number, what: (i: number) => unknown): Promise<number> {
  const times: number[] = []
  for (let i = 0; i <= count; i++) {
    await new Promise(requestAnimationFrame)
    const start = performance.now()
    await what(i)
    document.body.getBoundingClientRect() // style and layout are part of the price
    times.push(performance.now() - start)
  }
  return times.slice(1).sort((a, b) => a - b)[Math.floor(count / 2)]!
}
