import { useSignal, useSignalEffect } from '@preact/signals';
import type { Hall } from '../../../contract/hall.ts';
import { noticesOn } from '../../../contract/notice.ts';
import { type TopicId, topics } from '../../../contract/topic.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FindButton } from '../../../ui/find-button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { IndexGrid } from '../../../ui/index-grid.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Split } from '../../../ui/split.tsx';
import { today } from '../../clock.ts';
import { helpAtInWords } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import { isResting } from '../../session/idle-watch.ts';
import { go } from '../../session/screen.ts';
import { forms as heldForms, shown } from '../../store/content.ts';
import type { Counts, Current, FormRow } from '../../store/content-db.ts';
import { unshownReceipt } from '../../store/outbox.ts';
import { t } from '../../t.ts';
import { rowLabel } from '../row-label.tsx';
import { doors, requestForm, sayingForms } from './doors.ts';
import styles from './home-screen.module.css';

/** What can be done here, in the order in which people come for it. */
export function HomeScreen() {
  const held = shown.value;
  return held ? <Home held={held} /> : null;
}

function Home({ held }: { held: Current }) {
  const forms = heldForms.value;
  const isSaying = useSignal(false);
  useSignalEffect(() => {
    if (isResting.value) isSaying.value = false;
  });
  const open = (door: string): void => {
    const request = requestForm(forms);
    const saying = sayingForms(forms);
    if (door === 'open') go({ name: 'catalogue' });
    else if (door === 'progress') go({ name: 'progress' });
    else if (door === 'request' && request) go(screenOf(request.id));
    else if (saying.length === 1 && saying[0]) go(screenOf(saying[0].id));
    else isSaying.value = true;
  };
  return (
    <div class={styles.home}>
      <Heading title={t('您来办什么事？')} />
      <Notices hall={held.hall} />
      <UnshownReceipt helpAt={helpAtInWords(held.hall)} />
      <FindButton
        label={t('搜索')}
        words={t('说事情就行，例如 养老金、新农合、宅基地')}
        onPress={() => go({ name: 'search' })}
      />
      <Split side={<LinkList label={t('公开和诉求')} rows={doors(held.counts, forms)} onPress={open} />}>
        <IndexGrid label={t('按事情找')} entries={topicEntries(held.hall, held.counts)} onPress={openTopic} />
      </Split>
      <SayDialog
        isOpen={isSaying.value}
        forms={sayingForms(forms)}
        onClose={() => (isSaying.value = false)}
      />
    </div>
  );
}

const ALL = 'all';

const topicEntries = (hall: Hall, counts: Counts) => [
  ...hall.homeTopics
    .filter((id) => (counts.topics[id] ?? 0) > 0)
    .map((id) => ({
      key: id,
      label: t(topics[id].title),
      count: t('{count} 项', { count: counts.topics[id] ?? 0 }),
      note: t(topics[id].hint),
    })),
  {
    key: ALL,
    label: t('全部'),
    count: t('{count} 项', { count: counts.kinds.guide }),
    note: t('按部门查，按人查'),
  },
];

const openTopic = (key: string): void =>
  go(key === ALL ? { name: 'guides' } : { name: 'topic', id: key as TopicId });

/** What the hall has to say today: words to read, nothing to press. */
function Notices({ hall }: { hall: Hall }) {
  const valid = noticesOn(hall, today.value);
  if (valid.length === 0) return null;
  return (
    <ul class={styles.notices} aria-label={t('通知')}>
      {valid.map((notice) => (
        <li key={notice.text}>
          <b>{t('通知')}</b>
          {notice.text}
        </li>
      ))}
    </ul>
  );
}

/** A filing was safe, but the machine stopped before its visitor saw the number: perhaps they still stand here. */
function UnshownReceipt({ helpAt }: { helpAt: string }) {
  const receiptNo = unshownReceipt.value;
  if (receiptNo === null) return null;
  return (
    <Notice kind="ok" title={t('刚才交的已经收好了。')}>
      {t('回执编号 {receiptNo}，请记下。查询码没来得及显示，想查办到哪了，请拿编号到 {place}。', {
        receiptNo,
        place: helpAt,
      })}
    </Notice>
  );
}

interface SayDialogProps {
  readonly isOpen: boolean;
  readonly forms: readonly FormRow[];
  readonly onClose: () => void;
}

function SayDialog({ isOpen, forms, onClose }: SayDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      isLight
      title={t('您想说什么？')}
      onClose={onClose}
      actions={
        <Button kind="secondary" onPress={onClose}>
          {t('先不说了')}
        </Button>
      }
    >
      <LinkList
        label={t('表格')}
        rows={forms.map((form) => ({
          key: form.id,
          label: rowLabel(form),
          note: t('约 {minutes} 分钟', { minutes: form.minutes }),
        }))}
        onPress={(key) => {
          const form = forms.find((each) => each.id === key);
          if (form) go(screenOf(form.id));
        }}
      />
    </Dialog>
  );
}
