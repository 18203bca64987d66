import { useSignal } from '@preact/signals';
import type { Chart } from '../../../contract/chart.ts';
import type { EntryId } from '../../../contract/id.ts';
import { ChartPicture } from '../../../print/chart/chart-picture.tsx';
import { Button } from '../../../ui/button.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { language } from '../../../ui/words/words.ts';
import { LanguageNotice } from '../../language-notice.tsx';
import { Missing } from '../../missing.tsx';
import { Marked } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import { comfort } from '../../session/memory.ts';
import { mode } from '../../session/mode.ts';
import { go } from '../../session/screen.ts';
import { useActions } from '../../slots.ts';
import { t } from '../../t.ts';
import { type PublishedOf, useEntry } from '../../use-entry.ts';
import { SinceNotice } from '../since-notice.tsx';
import { TakeDialog } from '../take/take-dialog.tsx';
import { ChartReading } from './chart-reading.tsx';
import styles from './chart-screen.module.css';

/** How it goes, from the visitor's first step to the end: as a picture, or the same steps as a list. */
export function ChartScreen({ id }: { id: EntryId }) {
  const opened = useEntry('chart', id);
  if (opened.state === 'reading') return null;
  if (opened.state === 'missing') return <Missing />;
  return (
    <>
      <SinceNotice since={opened.since} showNew={opened.showNew} />
      <LanguageNotice entry={opened.original.entry} />
      <ChartView published={opened.published} original={opened.original} />
      <ChartActions chart={opened.published.entry} />
    </>
  );
}

const ZOOMS = [1, 1.4, 2] as const;

export interface ChartViewProps {
  readonly published: PublishedOf<'chart'>;
  /** As it was laid out: boxes are as large as its own words. */
  readonly original?: PublishedOf<'chart'>;
}

export function ChartView({ published, original = published }: ChartViewProps) {
  const { entry: chart, layout } = published;
  // A picture's letters grow only by making it wider than the glass; a list's do not need that.
  const isListFirst = mode.value === 'phone' || comfort.value.textSize > 0 || language.value !== 'zh-CN';
  const chosen = useSignal<'picture' | 'list' | null>(null);
  const zoom = useSignal(0);
  const look = layout ? (chosen.value ?? (isListFirst ? 'list' : 'picture')) : 'list';
  return (
    <>
      <Heading
        size="long"
        kicker={<Marked isSample={chart.sample}>{t('办事程序')}</Marked>}
        title={chart.title}
        lead={chart.summary}
      />
      {layout && (
        <div class={styles.looks}>
          <Button
            kind="secondary"
            size="small"
            onPress={() => {
              chosen.value = look === 'picture' ? 'list' : 'picture';
            }}
          >
            {look === 'picture' ? t('一步一步读') : t('看图')}
          </Button>
          {look === 'picture' && (
            <>
              <Button
                kind="secondary"
                size="small"
                icon="plus"
                disabled={zoom.value === ZOOMS.length - 1}
                onPress={() => {
                  zoom.value += 1;
                }}
              >
                {t('放大')}
              </Button>
              <Button
                kind="secondary"
                size="small"
                icon="minus"
                disabled={zoom.value === 0}
                onPress={() => {
                  zoom.value -= 1;
                }}
              >
                {t('缩小')}
              </Button>
            </>
          )}
          <p>{t('有颜色的是您要做的，和结果')}</p>
        </div>
      )}
      {look === 'picture' && layout && (
        <div class={styles.view}>
          <div class={styles.extent} style={{ '--zoom': ZOOMS[zoom.value] ?? 1 }}>
            <ChartPicture steps={original.entry.steps} layout={layout} />
          </div>
        </div>
      )}
      <div class={look === 'list' ? undefined : styles.heard}>
        <ChartReading title={chart.title} steps={chart.steps} />
      </div>
    </>
  );
}

function ChartActions({ chart }: { chart: Chart }) {
  const isTaking = useSignal(false);
  const { guide } = chart;
  useActions(
    <>
      {guide && (
        <Button icon="file-text" onPress={() => go(screenOf(guide))}>
          {t('看要带什么、去哪里办')}
        </Button>
      )}
      {mode.value === 'screen' && (
        <Button
          kind="secondary"
          icon="smartphone"
          onPress={() => {
            isTaking.value = true;
          }}
        >
          {t('手机带走')}
        </Button>
      )}
    </>,
  );
  return (
    <TakeDialog
      id={chart.id}
      title={chart.title}
      isOpen={isTaking.value}
      onClose={() => {
        isTaking.value = false;
      }}
    />
  );
}
