import { useSignal } from '@preact/signals';
import type { EntryId } from '../../contract/id.ts';
import { Button } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Heading } from '../../ui/heading.tsx';
import { LanguageNotice } from '../language-notice.tsx';
import { Missing } from '../missing.tsx';
import { Marked } from '../sample-mark.tsx';
import { screenOf } from '../screen-of.ts';
import { go } from '../session/screen.ts';
import { useActions } from '../slots.ts';
import { t } from '../t.ts';
import { type PublishedOf, useEntry } from '../use-entry.ts';
import { PrintDialog } from './guide/print-dialog.tsx';
import { SinceNotice } from './since-notice.tsx';

/** A card that staff have written by themselves: what is on it, and a button that prints it. */
export function CardScreen({ id }: { id: EntryId }) {
  const opened = useEntry('card', id);
  if (opened.state === 'reading') return null;
  if (opened.state === 'missing') return <Missing />;
  return (
    <>
      <SinceNotice since={opened.since} showNew={opened.showNew} />
      <LanguageNotice entry={opened.original.entry} />
      <CardView card={opened.published.entry} />
    </>
  );
}

function CardView({ card }: { card: PublishedOf<'card'>['entry'] }) {
  const isPrinting = useSignal(false);
  const { guide } = card;
  useActions(
    <>
      <Button
        icon="printer"
        onPress={() => {
          isPrinting.value = true;
        }}
      >
        {t('打印这张卡片')}
      </Button>
      {guide && (
        <Button kind="secondary" icon="file-text" onPress={() => go(screenOf(guide))}>
          {t('看办事指南')}
        </Button>
      )}
    </>,
  );
  return (
    <>
      <Heading
        size="long"
        kicker={<Marked isSample={card.sample}>{t('便民卡片')}</Marked>}
        title={card.title}
        lead={card.note}
      />
      <DefinitionList
        isRuled
        rows={[
          ...(card.bring.length > 0
            ? [{ term: t('带什么'), detail: card.bring.map((each) => <p key={each}>{each}</p>) }]
            : []),
          { term: t('去哪里'), detail: card.where },
          { term: t('什么时间'), detail: card.when },
          { term: t('多久'), detail: card.howLong },
          { term: t('多少钱'), detail: card.cost },
          { term: t('电话'), detail: card.phone },
        ]}
      />
      <PrintDialog
        card={card}
        isOpen={isPrinting.value}
        onClose={() => {
          isPrinting.value = false;
        }}
      />
    </>
  );
}
