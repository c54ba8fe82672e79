import { useEffect, useRef, type ReactNode } from 'react'
import { useActions, useWords } from '../context'
import { NoticeBar } from '../app/NoticeBar'
import { IconButton } from '../IconButton'
import './dialog.css'

/** A native dialog: focus stays inside, Escape closes, and focus returns to where it was. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  readonly title: string
  readonly wide?: boolean
  /** For a dialog that a page keeps in its address. */
  readonly onClose?: () => void
  readonly children: ReactNode
}) {
  const { ask } = useActions()
  const words = useWords()
  const close = onClose ?? (() => ask(null))
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
      onClose={close}
      onClick={(event) => event.target === box.current && close()}
    >
      <header>
        <h2 id="dialog-title">{title}</h2>
        <IconButton sign="bad" label={words.ui.close} onPress={close} />
      </header>
      <div className="dialog-body">
        {children}
        <NoticeBar />
      </div>
    </dialog>
  )
}
