import { useActions, useWords } from '../context'

/** Copies a text and says whether it worked: some frames and browsers do not allow it. */
export function useCopy(): (text: string) => Promise<boolean> {
  const { tell } = useActions()
  const words = useWords()
  return async (text) => {
    const copied = await copyText(text)
    tell({
      kind: copied ? 'info' : 'problem',
      text: copied ? words.panels.why.copied : words.panels.why.notCopied,
      undoable: false,
    })
    return copied
  }
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

/** The older way, for pages that are not served securely. */
function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea')
  box.value = text
  box.setAttribute('readonly', '')
  box.style.position = 'fixed'
  box.style.opacity = '0'
  const host = document.querySelector('dialog[open]') ?? document.body
  host.append(box)
  box.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    box.remove()
  }
}

export function saveFile(name: string, content: Blob | string, type = 'application/json'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by the next turn of the loop; the address is not needed after it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
