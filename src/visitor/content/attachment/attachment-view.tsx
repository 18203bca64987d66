import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type PreparedAttachment, textOfPage } from '../../../contract/attachment.ts';
import type { EntryId } from '../../../contract/id.ts';
import { routes } from '../../../contract/routes.ts';
import { Button } from '../../../ui/button.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { mode } from '../../session/mode.ts';
import { useActions } from '../../slots.ts';
import { connection } from '../../store/facts.ts';
import { t } from '../../t.ts';
import { ZoomButtons, ZoomPicture, zoomBy } from '../picture/zoom-picture.tsx';
import styles from './attachment-view.module.css';
import { sizeInWords } from './attachment-words.ts';
import { PrintPagesDialog } from './print-pages-dialog.tsx';

export interface AttachmentViewProps {
  readonly entry: EntryId;
  readonly attachment: PreparedAttachment;
  /** The entry that it belongs to. */
  readonly of: string;
}

/** A file page by page, as it is on paper: turned and enlarged by buttons alone. */
export function AttachmentView({ entry, attachment, of }: AttachmentViewProps) {
  const page = useSignal(0);
  const zoom = useSignal(0);
  const { name, pages } = attachment;
  const picture = pages[page.value] ?? pages[0];
  const top = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    // Each page is read from its beginning; the first is where the screen opens anyway.
    if (!isFirst.current) top.current?.scrollIntoView({ block: 'start' });
    isFirst.current = false;
  }, [page.value]);
  if (picture === undefined) return null;
  const where = t('第 {page} 页，共 {pages} 页', { page: page.value + 1, pages: pages.length });
  const words = textOfPage(attachment, page.value);
  return (
    <>
      <Heading size="long" kicker={`${t('附件')} · ${of}`} title={name} />
      <div ref={top} class={styles.controls}>
        <ZoomButtons
          zoom={zoom.value}
          onStep={(by) => {
            zoom.value = zoomBy(zoom.peek(), by);
          }}
        >
          <p aria-live="polite">{where}</p>
        </ZoomButtons>
      </div>
      <ZoomPicture
        key={picture.file}
        entry={entry}
        picture={picture}
        alt={`${name}${t('，')}${where}`}
        called={t('这一页')}
        zoom={zoom.value}
      />
      {words !== '' && (
        <section class={styles.heard} aria-label={t('{page}的文字', { page: where })}>
          {words}
        </section>
      )}
      {mode.value === 'phone' && <SaveLink attachment={attachment} />}
      <AttachmentActions
        entry={entry}
        attachment={attachment}
        page={page.value}
        onTurn={(by) => {
          page.value = Math.min(pages.length - 1, Math.max(0, page.peek() + by));
        }}
      />
    </>
  );
}

interface AttachmentActionsProps extends Omit<AttachmentViewProps, 'of'> {
  readonly page: number;
  readonly onTurn: (by: 1 | -1) => void;
}

function AttachmentActions({ entry, attachment, page, onTurn }: AttachmentActionsProps) {
  const isPrinting = useSignal(false);
  const { length } = attachment.pages;
  const isPhone = mode.value === 'phone';
  useActions(
    isPhone && length === 1 ? null : (
      <>
        {length > 1 && (
          <>
            <Button kind="secondary" icon="chevron-left" disabled={page === 0} onPress={() => onTurn(-1)}>
              {t('上一页')}
            </Button>
            <Button
              kind="secondary"
              icon="chevron-right"
              disabled={page === length - 1}
              onPress={() => onTurn(1)}
            >
              {t('下一页')}
            </Button>
          </>
        )}
        {!isPhone && (
          <Button
            icon="printer"
            onPress={() => {
              isPrinting.value = true;
            }}
          >
            {t('打印')}
          </Button>
        )}
      </>
    ),
  );
  return (
    <PrintPagesDialog
      entry={entry}
      attachment={attachment}
      page={page}
      isOpen={isPrinting.value}
      onClose={() => {
        isPrinting.value = false;
      }}
    />
  );
}

function SaveLink({ attachment: { file, name, bytes } }: Pick<AttachmentViewProps, 'attachment'>) {
  if (connection.value === 'offline' || connection.value === 'blocked')
    return <p class={styles.save}>{t('没有联网，现在存不了原文件。')}</p>;
  return (
    <div class={styles.save}>
      <ButtonLink icon="arrow-down-to-line" href={routes.file(file)} download={name}>
        {t('保存原文件（{size}）', { size: sizeInWords(bytes) })}
      </ButtonLink>
    </div>
  );
}
