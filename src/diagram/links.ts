import { pair, type Trace } from '../engine/world'
import type { Step } from '../engine/step'

import { HEAD, type Link, type Place, type Ref, type Shown } from './scene'

export function links({ world, step }: Shown, all: readonly Place[], narrow: boolean): readonly Link[] {
  const at = (kind: Ref['kind'], name: string) => {
    for (const place of all) {
      const row = place.rows.find((it) => it.ref?.kind === kind && it.ref.name === name)
      if (row) return { place, y: place.y + row.y + row.height / 2 }
      if (place.ref.kind === kind && place.ref.name === name) return { place, y: place.y + HEAD / 2 }
    }
    return undefined
  }
  const connections = world.machines.values().flatMap((machine): readonly Link[] => {
    if (machine.kind !== 'client' || !machine.running || machine.away) return []
    const from = all.find(({ ref, kind }) => kind === 'client' && ref.name === machine.name)
    const server = all.find(({ kind }) => kind === 'server')
    const row = server?.rows.find((it) => it.key === machine.session)
    if (!from || !server) return []
    const y = server.y + (row ? row.y + row.height / 2 : HEAD / 2)
    const now = step?.command.type === 'connectClient' && step.command.machine === machine.name
    return [
      {
        key: `connection ${machine.name}`,
        kind: 'connection',
        from: [from.x + from.width, from.y + HEAD / 2],
        to: [narrow ? server.x + server.width : server.x, y],
        label: '',
        tone: 'plain',
        now,
        token: null,
      },
    ]
  })
  const requests = world.traces.values().flatMap((trace): readonly Link[] => {
    const from = at('browser', trace.browser)
    const to = at('webServer', trace.webServer)
    if (!from || !to || from.place === to.place) return []
    return [
      requestLink(
        trace,
        step,
        [from.place.x + from.place.width, from.y],
        [narrow ? to.place.x + to.place.width : to.place.x, to.y],
      ),
    ]
  })
  return [...connections, ...requests]
}

function requestLink(
  trace: Trace,
  step: Step | null,
  from: readonly [number, number],
  to: readonly [number, number],
): Link {
  const command = step?.command
  const now = command?.type === 'sendRequest' && command.from === trace.browser && command.to === trace.webServer
  const path = trace.url.split('?')[0] ?? ''
  return {
    key: `request ${pair(trace.browser, trace.webServer)}`,
    kind: 'request',
    from,
    to,
    label: now
      ? `${trace.method} ${path.length > 13 ? `…/${path.split('/').filter(Boolean).at(-1) ?? ''}` : path}`
      : '',
    tone: (now ? step?.tone === 'bad' : trace.status === 0 || trace.status >= 300) ? 'bad' : 'good',
    now,
    token: now ? ticketOf(step) : null,
  }
}

/** Whether the token of this step opened its session; null when none was presented. */
function ticketOf(step: Step | null): Link['token'] {
  const check = step?.verdicts.find(({ decision }) => decision === 'checkToken' || decision === 'presentToken')
  if (!check) return null
  return step?.verdicts.some(({ decision, outcome }) => decision === 'checkToken' && outcome === 'restored')
    ? 'opened'
    : 'failed'
}
