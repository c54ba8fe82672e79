import { useActions, usePlayground, useWords } from '../context'
import { IconButton } from '../IconButton'

/**
 * What a load did, or why it could not be done. It waits until it is read: nothing important disappears by itself. The
 * regions are always there, since one that arrives together with its text is often not heard.
 */
export function NoticeBar() {
  const words = useWords()
  const notice = usePlayground((it) => it.notice)
  const { tell, undo } = useActions()
  const text = notice?.key ? words.ui.notices[notice.key] : notice?.text
  const said = (kind: 'info' | 'problem') => (notice?.kind === kind ? <span>{text}</span> : null)
  return (
    <div className={notice ? `notice notice-${notice.kind}` : 'notice-none'}>
      <div role="status">{said('info')}</div>
      <div role="alert">{said('problem')}</div>
      {notice?.undoable && (
        <button type="button" onClick={undo}>
          {words.ui.notices.undo}
        </button>
      )}
      {notice && <IconButton sign="bad" label={words.ui.close} onPress={() => tell(null)} />}
    </div>
  )
}
