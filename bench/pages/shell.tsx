import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

/** The least a React page can be: what our first picture is compared with. */
export function mount(): void {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <h1>Session Playground</h1>
    </StrictMode>,
  )
}
