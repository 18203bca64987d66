import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { wipe } from '../../session/wipe.ts';
import { t } from '../../t.ts';

/** A form that was not sent goes with the wipe: this is asked once. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen
      title={t('不填了吗？')}
      onClose={onClose}
      actions={
        <>
          <Button kind="secondary" onPress={onClose}>
            {t('接着填')}
          </Button>
          <Button kind="danger" onPress={wipe}>
            {t('清除并离开')}
          </Button>
        </>
      }
    >
      <p>{t('已经填的内容会全部清除，不会留在这台屏幕上。')}</p>
    </Dialog>
  );
}
