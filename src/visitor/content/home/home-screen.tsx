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
      <Heading title="您来办什么事？" />
      <Notices hall={held.hall} />
      <UnshownReceipt helpAt={helpAtInWords(held.hall)} />
      <FindButton
        label="搜索"
        words="说事情就行，例如 养老金、新农合、宅基地"
        onPress={() => go({ name: 'search' })}
      />
      <Split side={<LinkList label="公开和诉求" rows={doors(held.counts, forms)} onPress={open} />}>
        <IndexGrid label="按事情找" entries={topicEntries(held.hall, held.counts)} onPress={openTopic} />
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
      label: topics[id].title,
      count: `${counts.topics[id]} 项`,
      note: topics[id].hint,
    })),
  { key: ALL, label: '全部', count: `${counts.kinds.guide} 项`, note: '按部门查，按人查' },
];

const openTopic = (key: string): void =>
  go(key === ALL ? { name: 'guides' } : { name: 'topic', id: key as TopicId });

/** What the hall has to say today: words to read, nothing to press. */
function Notices({ hall }: { hall: Hall }) {
  const valid = noticesOn(hall, today.value);
  if (valid.length === 0) return null;
  return (
    <ul class={styles.notices} aria-label="通知">
      {valid.map((notice) => (
        <li key={notice.text}>
          <b>通知</b>
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
    <Notice kind="ok" title="刚才交的已经收好了。">
      {`回执编号 ${receiptNo}，请记下。查询码没来得及显示，想查办到哪了，请拿编号到 ${helpAt}。`}
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
      title="您想说什么？"
      onClose={onClose}
      actions={
        <Button kind="secondary" onPress={onClose}>
          先不说了
        </Button>
      }
    >
      <LinkList
        label="表格"
        rows={forms.map((form) => ({ key: form.id, label: rowLabel(form), note: `约 ${form.minutes} 分钟` }))}
        onPress={(key) => {
          const form = forms.find((each) => each.id === key);
          if (form) go(screenOf(form.id));
        }}
      />
    </Dialog>
  );
}
