import { lazy, Suspense, useState } from 'react'
import type { Verdict } from '../../decision/decision'
import { cureOf } from '../../diagram/telling'
import { useWords, Worded } from '../context'

const FlipList = lazy(() => import('./FlipList'))

/** What would change the answer: in words, and the offer to search for it. The search comes when it is wanted. */
export function FlipIt({ verdict, looked }: { readonly verdict: Verdict; readonly looked: number }) {
  const words = useWords()
  const [wanted, setWanted] = useState(false)
  const cure = cureOf(verdict, words)
  const { flip } = words.panels.why
  const button = !wanted && (
    <button type="button" className="flip-button" title={flip.offers.turned} onClick={() => setWanted(true)}>
      {flip.button}
    </button>
  )
  return (
    <>
      {cure !== undefined ? (
        <p className="cure">
          <b>{words.panels.why.otherwise}:</b> {cure} {button}
        </p>
      ) : (
        button && (
          <p className="flip-offer">
            {button} {verdict.tone === 'good' ? flip.offers.granted : flip.offers.answered}
          </p>
        )
      )}
      {wanted && (
        <Suspense fallback={<p className="quiet">{words.ui.loading}</p>}>
          {/* What turns it may be told by any table: all the words, not only those of the first screen. */}
          <Worded>
            <FlipList looked={looked} onClose={() => setWanted(false)} />
          </Worded>
        </Suspense>
      )}
    </>
  )
}
