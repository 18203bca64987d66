import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { t } from '../t.ts';
import styles from './since-notice.module.css';

export interface SinceNoticeProps {
  readonly since: 'same' | 'changed' | 'withdrawn';
  readonly showNew: () => void;
}

/** Says that what is being read was published anew, and leaves it to the reader when to look. */
export function SinceNotice({ since, showNew }: SinceNoticeProps) {
  if (since === 'same') return null;
  return (
    <div class={styles.since}>
      {since === 'changed' ? (
        <Notice kind="info" title={t('这一页刚刚更新过。')}>
          <Button kind="secondary" size="small" onPress={showNew}>
            {t('看新的')}
          </Button>
        </Notice>
      ) : (
        <Notice kind="warn" title={t('这一页刚刚撤下了。')}>
          {t('内容可能已经作废，办事请先问窗口。')}
        </Notice>
      )}
    </div>
  );
}
