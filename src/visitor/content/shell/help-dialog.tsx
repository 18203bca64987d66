import type { Hall } from '../../../contract/hall.ts';
import type { EntryId } from '../../../contract/id.ts';
import { hoursInWords, minuteAtHall, otherSeasons } from '../../../contract/office-hours.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { now, today } from '../../clock.ts';
import { helpAtInWords, isSampleHall, Marked, markedRow } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import { hasKeypad } from '../../session/keypad.ts';
import { go } from '../../session/screen.ts';
import { rows, spoken } from '../../store/content.ts';
import { t } from '../../t.ts';
import { useLoaded } from '../../use-loaded.ts';
import { rowLabel } from '../row-label.tsx';
import styles from './help-dialog.module.css';

const phone = (hall: Hall, number: string) => (
  <Marked isSample={isSampleHall(hall, 'phones')}>{phoneInGroups(number)}</Marked>
);

/** How to reach a person: where, by which number, at what time. It lies over what was being read, which stays. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const pages = useLoaded('help', () => rows('page')) ?? [];
  const held = spoken.value;
  return (
    <Dialog
      isOpen
      isLight
      title={t('要人帮忙')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('知道了')}</Button>}
    >
      {held && (
        <>
          <DefinitionList
            rows={[
              {
                term: t('找人'),
                detail: <b>{t('到 {place}，跟工作人员说一声', { place: helpAtInWords(held.hall) })}</b>,
              },
              { term: t('打电话'), detail: <b>{phone(held.hall, held.hall.hotline)}</b> },
              {
                term: t('办公时间'),
                detail: (
                  <Marked isSample={isSampleHall(held.hall, 'hours')}>
                    {hoursInWords(
                      {
                        hall: held.hall,
                        calendars: held.calendars,
                        today: today.value,
                        minute: minuteAtHall(now.value),
                      },
                      t,
                    )}
                  </Marked>
                ),
              },
              ...otherSeasons({ hall: held.hall, today: today.value }, t).map((line) =>
                markedRow({ ...line, isSample: isSampleHall(held.hall, 'hours') }),
              ),
              ...(hasKeypad.value
                ? [
                    {
                      term: t('数字键盘'),
                      detail: t(
                        '键盘：按数字选，/ 给后面的编号，回车往下走；− 上一步，. 首页，+ 大字，* 帮助。',
                      ),
                    },
                  ]
                : []),
              { term: t('监督投诉'), detail: phone(held.hall, held.hall.superviseLine) },
            ]}
          />
          <div class={styles.pages}>
            <LinkList
              label={t('帮助')}
              rows={pages
                .filter((page) => page.section === '帮助')
                .map((page) => ({ key: page.id, label: rowLabel(page) }))}
              onPress={(key) => {
                onClose();
                go(screenOf(key as EntryId));
              }}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
