import { useActions, usePlayground, useWords } from '../context'
import { Sign } from '../signs'

/** What a load did, or why it could not be done. It waits until it is read: nothing important disappears by itself. */
export function NoticeBar() {
  const words = useWords()
  const notice = usePlayground((it) => it.notice)
  const { tell, undo } = useActions()
  if (!notice) return null
  return (
    <div className={`notice notice-${notice.kind}`} role={notice.kind === 'problem' ? 'alert' : 'status'}>
      <span>{notice.text}</span>
      {notice.undoable && (
        <button type="button" onClick={undo}>
          {words.ui.notices.undo}
        </button>
      )}
      <button type="button" className="icon" onClick={() => tell(null)} aria-label={words.ui.close}>
        <Sign name="bad" />
      </button>
    </div>
  )
}
