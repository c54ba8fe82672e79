import { useEffect, useRef, type ReactNode } from 'react'
import { useActions, useWords } from '../context'
import { NoticeBar } from '../app/NoticeBar'
import { IconButton } from '../IconButton'
import './dialog.css'

/** A native dialog: focus stays inside, Escape closes, and focus returns to where it was. */
export function Dialog({
  title,
  wide = false,
  children,
}: {
  readonly title: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  const { ask } = useActions()
  const words = useWords()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <dialog
      ref={box}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby="dialog-title"
      onClose={() => ask(null)}
      onClick={(event) => event.target === box.current && ask(null)}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <IconButton sign="bad" label={words.ui.close} onPress={() => ask(null)} />
      </header>
      <div className="dialog-body">
        {children}
        <NoticeBar />
      </div>
    </dialog>
  )
}
