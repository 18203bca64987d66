import type { EntryId } from '../../../contract/id.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { lazyScreen } from '../../lazy-screen.tsx';
import { publicAddress } from '../../public-address.ts';
import { screenOf } from '../../screen-of.ts';
import { pathOf } from '../../session/path.ts';
import { current } from '../../store/content.ts';
import { t } from '../../t.ts';
import styles from './take-dialog.module.css';

/** The same drawing as on paper; it comes when it is first asked for. */
const QrCode = lazyScreen(() => import('../../../print/qr.tsx').then((module) => module.QrCode));

export interface TakeDialogProps {
  readonly id: EntryId;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The page's address as a code for a phone's camera. */
export function TakeDialog({ id, title, isOpen, onClose }: TakeDialogProps) {
  const address = publicAddress(current.value?.hall, pathOf(screenOf(id)));
  return (
    <Dialog
      isOpen={isOpen}
      isLight
      title={address === null ? t('手机上还打不开') : t('用手机扫一扫')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{address === null ? t('知道了') : t('扫好了')}</Button>}
    >
      {address === null && (
        <p>{t('这个大厅还没有手机能打开的网址。请用手机拍下屏幕，或者打印便民卡片带走。')}</p>
      )}
      {isOpen && address !== null && (
        <div class={styles.take}>
          <div class={styles.code}>
            <QrCode text={address} label={t('二维码：{address}', { address })} />
          </div>
          <div class={styles.words}>
            <p>{t('打开微信或者手机相机，对准这个方块，就能在手机上看“{title}”。', { title })}</p>
            <p class={styles.quiet}>{t('扫码只是打开这一页，不收集您的信息。手机要能上网。')}</p>
          </div>
        </div>
      )}
    </Dialog>
  );
}
