import { useWords } from '../context'
import { saveFile, useCopy } from './saving'

interface CopyButtonsProps {
  /** Of the saved picture, without its ending. */
  readonly name: string
  readonly mermaid: () => Promise<string>
  readonly said: () => string
  /** Where the drawn picture stands. */
  readonly drawn: string
}

/** A picture taken along: as Mermaid text, SVG, PNG, or in words. */
export function CopyButtons({ name, mermaid, said, drawn }: CopyButtonsProps) {
  const words = useWords()
  const copy = useCopy()
  const text = words.panels.why
  const picture = async () => (await import('../flow/exportPicture')).pictureOf(document.querySelector(drawn))
  return (
    <div className="buttons">
      <button type="button" onClick={() => void mermaid().then(copy)}>
        {text.copyMermaid}
      </button>
      <button type="button" onClick={() => void picture().then((it) => it && copy(it.svg))}>
        {text.copySvg}
      </button>
      <button
        type="button"
        onClick={() => void picture().then(async (it) => it && saveFile(`${name}.png`, await it.png(2)))}
      >
        {text.savePng}
      </button>
      <button type="button" onClick={() => void copy(said())}>
        {text.copyWords}
      </button>
    </div>
  )
}
