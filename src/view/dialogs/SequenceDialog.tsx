import { useWords } from '../context'
import Sequence from '../sequence/Sequence'
import { Dialog } from './Dialog'

export function SequenceDialog() {
  const words = useWords()
  return (
    <Dialog title={words.panels.sequence.title} wide>
      <div className="sequence-large">
        <Sequence large />
      </div>
    </Dialog>
  )
}
