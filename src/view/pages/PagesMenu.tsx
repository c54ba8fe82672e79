import { useEffect, useRef } from 'react'
import { PAGES, writeAddress } from '../../share/address'
import { usePlayground, useWords } from '../context'
import './pages.css'

/** All pages, each with what it is for. Links, so that one can be opened beside the other. */
export default function PagesMenu({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const page = usePlayground((it) => it.address.page)
  const menu = useRef<HTMLElement>(null)
  useEffect(() => {
    menu.current?.querySelector('a')?.focus()
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.parentElement?.contains(event.target)) onClose()
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [onClose])
  return (
    <nav
      ref={menu}
      id="pages-menu"
      className="pages-menu"
      aria-label={words.ui.pagesMenu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
        event.stopPropagation()
      }}
    >
      <ul>
        {PAGES.map((it) => (
          <li key={it}>
            <a
              href={writeAddress({ page: it, item: '', with: {} })}
              aria-current={it === page ? 'page' : undefined}
              onClick={onClose}
            >
              <b>{words.ui.pages[it]}</b>
              <span>{words.pages[it]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
