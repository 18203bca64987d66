import { useSignal } from '@preact/signals';
import { addDays } from '../../../contract/day.ts';
import { browserPrinter } from '../../../print/browser-printer.ts';
import { DigestSheet, type DigestSheetProps } from '../../../print/digest-sheet.tsx';
import { useDesk } from '../../desk.ts';
import { Button, ButtonLink } from '../../part/button.tsx';
import { Note } from '../../part/note.tsx';
import { Guarded, LoadedView, Page } from '../../part/page.tsx';
import { useLoad } from '../../part/use-load.ts';
import { hrefOf, type Route, timelinessOf } from '../../route/route.ts';
import { digestSheetOf, weekInWords } from './digest-of.ts';
import styles from './digest-page.module.css';
import { mondayOf } from './words.ts';

export interface DigestPageProps {
  readonly route: Extract<Route, { page: 'digest' }>;
}

const WEEK_DAYS = 7;

/** The page for the weekly meeting as it will lie on the table. */
export function DigestPage({ route }: DigestPageProps) {
  const { api, clock, hall } = useDesk();
  const thisWeek = mondayOf(clock());
  const from = route.from === '' ? thisWeek : route.from;
  const loaded = useLoad(`digest ${from}`, () => api.digest(from));
  const to = (days: number): string => hrefOf({ page: 'digest', from: addDays(from, days) });
  return (
    <Page
      title="周例会单"
      lead={weekInWords(from)}
      back={{ href: hrefOf(timelinessOf()), label: '时限' }}
      actions={
        <>
          <ButtonLink href={to(-WEEK_DAYS)}>上一周</ButtonLink>
          {from < thisWeek && <ButtonLink href={to(WEEK_DAYS)}>下一周</ButtonLink>}
        </>
      }
    >
      <Guarded needs="content.read">
        <LoadedView of={loaded} waiting="正在汇总这一周……">
          {(digest) => (
            <>
              {from < thisWeek && <Note>公开和退回是那一周的；超期、到期和快满是今天的情况。</Note>}
              <Sheet sheet={digestSheetOf(digest, hall.value, clock())} />
            </>
          )}
        </LoadedView>
      </Guarded>
    </Page>
  );
}

function Sheet({ sheet }: { readonly sheet: DigestSheetProps }) {
  const isFailed = useSignal(false);
  const print = async (): Promise<void> => {
    const content = <DigestSheet {...sheet} />;
    const outcome = await browserPrinter(document).print({ size: 'a4', title: '周例会单', content });
    isFailed.value = outcome === 'failed' || outcome === 'no-printer';
  };
  return (
    <>
      <div class={styles.go}>
        <Button kind="primary" icon="printer" onPress={() => void print()}>
          打印（A4）
        </Button>
        {isFailed.value && <Note kind="warn">没有打印成功。请看看浏览器的打印设置，再试一次。</Note>}
      </div>
      <div class={styles.paper}>
        <DigestSheet {...sheet} />
      </div>
    </>
  );
}
