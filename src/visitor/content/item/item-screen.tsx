import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type Day, plainDay } from '../../../contract/day.ts';
import type { EntryId } from '../../../contract/id.ts';
import { type Item, isOver } from '../../../contract/item.ts';
import { Button } from '../../../ui/button.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SideNote } from '../../../ui/side-note.tsx';
import { today } from '../../clock.ts';
import { LanguageNotice } from '../../language-notice.tsx';
import { Missing } from '../../missing.tsx';
import { Marked, markedRow } from '../../sample-mark.tsx';
import { mode } from '../../session/mode.ts';
import { goHome } from '../../session/screen.ts';
import { useActions } from '../../slots.ts';
import { spoken } from '../../store/content.ts';
import { t } from '../../t.ts';
import { TermScope } from '../../term-scope.tsx';
import { type PublishedOf, useEntry } from '../../use-entry.ts';
import { AttachmentList } from '../attachment/attachment-list.tsx';
import { AttachmentView, attachmentOpen } from '../attachment/attachment-open.tsx';
import { SectionTitle } from '../section-title.tsx';
import { SinceNotice } from '../since-notice.tsx';
import { TakeDialog } from '../take/take-dialog.tsx';
import { RichTextView } from '../text/rich-text.tsx';
import { Figures } from './figures.tsx';
import { firstLines, otherLines } from './item-lines.ts';
import styles from './item-screen.module.css';
import { Succession } from './succession.tsx';

/** A disclosed item: what it is by its official marks, its figures, its text. */
export function ItemScreen({ id }: { id: EntryId }) {
  const opened = useEntry('item', id);
  // As of the opening: midnight does not pull the page from under a reader.
  const openedOn = useRef(today.peek());
  if (opened.state === 'reading') return null;
  if (opened.state === 'missing') return <Missing />;
  const item = opened.published.entry;
  if (item.period && isOver(item, openedOn.current))
    return <OverView title={item.title} until={item.period.until} />;
  const attachment = attachmentOpen(opened.published);
  return (
    <>
      <SinceNotice since={opened.since} showNew={opened.showNew} />
      <LanguageNotice entry={opened.original.entry} />
      {attachment ? (
        <AttachmentView entry={id} attachment={attachment} of={item.title} />
      ) : (
        <>
          <ItemView published={opened.published} />
          <ItemActions item={item} />
        </>
      )}
    </>
  );
}

/** What was shown for a time only, after that time; for those whom a link or a noted address led here. */
function OverView({ title, until }: { title: string; until: Day }) {
  return (
    <>
      <Heading
        size="long"
        title={t('公示期已满，这一条已经撤下')}
        lead={t('《{title}》公示到{day}为止。想了解的，请到窗口问，或者申请公开。', {
          title,
          day: plainDay(until, t),
        })}
      />
      <Button onPress={goHome}>{t('回首页')}</Button>
    </>
  );
}

export function ItemView({ published }: { published: PublishedOf<'item'> }) {
  const item = published.entry;
  const hall = spoken.value?.hall;
  const category = hall?.categories.find((each) => each.id === item.category)?.label;
  return (
    <>
      <Heading
        size="long"
        kicker={
          <Marked isSample={item.sample}>{[t('公开信息'), category].filter(Boolean).join(' · ')}</Marked>
        }
        title={item.title}
      />
      <ValidityNotice item={item} />
      <Succession item={item} />
      <DefinitionList isRuled rows={firstLines(published, hall).map((line) => markedRow(line))} />
      <Disclosure
        summary={t('这份信息的全部标记')}
        note={t('{count} 项', { count: otherLines(published, hall).length })}
      >
        <DefinitionList isRuled rows={otherLines(published, hall)} />
      </Disclosure>
      {item.figures.length > 0 && (
        <>
          <SectionTitle>{t('里面的数字')}</SectionTitle>
          <Figures figures={item.figures} />
        </>
      )}
      <AttachmentList published={published} />
      <SectionTitle>{t('全文')}</SectionTitle>
      {item.editorNote && (
        <div class={styles.note}>
          <SideNote>{item.editorNote}</SideNote>
        </div>
      )}
      <TermScope key={item.id}>
        <RichTextView entry={item.id} blocks={item.body} />
      </TermScope>
    </>
  );
}

function ValidityNotice({ item }: { item: Item }) {
  if (item.validity === '有效') return null;
  return (
    <Notice
      kind="warn"
      title={t(
        item.validity === '失效'
          ? '这份文件已经失效。'
          : item.validity === '废止'
            ? '这份文件已经废止。'
            : '这份文件已经修改过。',
      )}
    >
      {item.validity === '已修改' ? t('请核对修改后的内容。') : t('只供查阅，办事不再按它。')}
    </Notice>
  );
}

function ItemActions({ item }: { item: Item }) {
  const isTaking = useSignal(false);
  useActions(
    mode.value === 'phone' ? null : (
      <Button
        kind="secondary"
        icon="smartphone"
        onPress={() => {
          isTaking.value = true;
        }}
      >
        {t('手机带走')}
      </Button>
    ),
  );
  return (
    <TakeDialog
      id={item.id}
      title={item.title}
      isOpen={isTaking.value}
      onClose={() => {
        isTaking.value = false;
      }}
    />
  );
}
