import { lazy, Suspense } from 'react'
import { useActions, useWords } from '../context'

const Sequence = lazy(() => import('./Sequence'))

/** Who asked whom, from the first step to the shown one. */
export default function SequencePanel() {
  const words = useWords()
  const { ask } = useActions()
  return (
    <div className="panel sequence">
      <h2>
        <span className="flow-title">{words.panels.sequence.title}</span>
        <button type="button" className="inline" onClick={() => ask('sequence')}>
          {words.panels.why.openLarge}
        </button>
      </h2>
      <Suspense fallback={<p className="quiet">{words.ui.loading}</p>}>
        <Sequence />
      </Suspense>
    </div>
  )
}
