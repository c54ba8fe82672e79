import { useEffect, useState } from 'react'
import { keep, kept } from '../../store/persist'

export type Theme = 'system' | 'light' | 'dark'

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

const isTheme = (text: string | null): text is Theme => text === 'system' || text === 'light' || text === 'dark'

/** The theme follows the system until the reader chooses; the style sheet does the rest. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(() => {
    const before = kept('theme')
    return isTheme(before) ? before : 'system'
  })
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return [
    theme,
    () => {
      const next = NEXT[theme]
      setTheme(next)
      keep('theme', next)
    },
  ]
}
