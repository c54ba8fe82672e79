import { ReactFlow, type ReactFlowInstance } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { createRoot } from 'react-dom/client'

const COUNT = 1_000
const COLUMNS = 25

/** A server and its thousand clients as React Flow draws them: in view as a whole, as our page fits its picture. */
const nodes = Array.from({ length: COUNT }, (_, i) => ({
  id: String(i),
  position: { x: (i % COLUMNS) * 200, y: Math.floor(i / COLUMNS) * 80 },
  data: { label: i === 0 ? 'server' : `client-${i}` },
}))
const edges = nodes.slice(1).map(({ id }) => ({ id: `e${id}`, source: '0', target: id }))

const frames = (count: number): Promise<void> =>
  new Promise((done) => {
    const next = (left: number): unknown => (left === 0 ? done() : requestAnimationFrame(() => next(left - 1)))
    next(count)
  })

/** Milliseconds until it is drawn, and the frames a second while it is moved. */
export async function measure(): Promise<{ readonly mount: number; readonly fps: number }> {
  const root = document.getElementById('root')!
  const start = performance.now()
  let flow: ReactFlowInstance | undefined
  createRoot(root).render(
    <ReactFlow
      defaultNodes={nodes}
      defaultEdges={edges}
      fitView
      minZoom={0.05}
      onInit={(it) => (flow = it as unknown as ReactFlowInstance)} // only its viewport is used
    />,
  )
  while (document.querySelectorAll('.react-flow__edge').length < edges.length) await frames(1)
  await frames(2)
  const mount = performance.now() - start

  const moved = performance.now()
  for (let i = 0; i < 90; i++) {
    const { x, y, zoom } = flow!.getViewport()
    void flow!.setViewport({ x: x + (i < 45 ? 8 : -8), y, zoom })
    await frames(1)
  }
  return { mount, fps: 90_000 / (performance.now() - moved) }
}
