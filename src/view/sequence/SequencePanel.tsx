import { lazy, Suspense } from 'react'
import { useWords } from '../context'

const Sequence = lazy(() => import('./Sequence'))

/** Who asked whom, from the first step to the shown one. */
export default function SequencePanel() {
  const words = useWords()
  return (
    <div className="panel sequence">
      <h3>{words.ui.sequence.title}</h3>
      <Suspense fallback={<p className="quiet">{words.ui.loading}</p>}>
        <Sequence />
      </Suspense>
    </div>
  )
}
