import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { minuteInWords } from '../../contract/day.ts';
import type { EntryDetail, Signature } from '../../contract/desk.ts';
import { kindInWords } from '../../contract/entry.ts';
import {
  aspectIds,
  aspects,
  type Duty,
  duties,
  reviewMoveRule,
  reviewStateInWords,
} from '../../contract/review.ts';
import { browserPrinter } from '../../print/browser-printer.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import styles from './paper-sheet.module.css';
import { isWithheld } from './withheld-form.tsx';

export interface PaperSheetProps {
  readonly detail: EntryDetail;
}

/** The review sheet (审查单) of one draft, as it also comes out of the printer: one A4 page with every signature and its date. */
export function PaperSheet({ detail }: PaperSheetProps) {
  const { session } = useDesk();
  const failed = useSignal<string | null>(null);
  const hallName = session.value?.hallName ?? '';
  const print = async (): Promise<void> => {
    const content = <Form detail={detail} hallName={hallName} />;
    const outcome = await browserPrinter(document).print({ size: 'a4', title: '审查单', content });
    failed.value = outcome === 'handed-over' ? null : '没有打印成功，请再试一次。';
  };
  return (
    <div>
      <Form detail={detail} hallName={hallName} />
      <p class={styles.print}>
        <Button isSmall onPress={print}>
          打印审查单（A4）
        </Button>
        <span role="status">{failed.value}</span>
      </p>
    </div>
  );
}

function Form({ detail, hallName }: PaperSheetProps & { readonly hallName: string }) {
  const id = useId();
  return (
    <section class={styles.paper} aria-labelledby={id}>
      <h2 id={id}>
        {hallName}
        <br />
        政府信息公开审查单
      </h2>
      <table>
        <tbody>
          {rowsOf(detail).map(([term, words]) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              <td>{words}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">审查方面</th>
            <td>{aspectsOf(detail)}</td>
          </tr>
          {(['review', 'secrecy', 'final'] as const).map((duty) => (
            <SignatureRow key={duty} duty={duty} act={signatureFor(detail, duty)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function rowsOf(detail: EntryDetail): readonly (readonly [string, string])[] {
  const { entry } = detail;
  const isItem = entry.kind === 'item';
  return [
    ['信息名称', detail.title],
    ['种类', `${kindInWords[detail.kind]}，第 ${detail.revision} 稿（${reviewStateInWords[detail.state]}）`],
    ...(isItem && entry.docNo ? [['文号', entry.docNo] as const] : []),
    ['拟稿', `${detail.author?.name ?? '导入'}，${minuteInWords(detail.editedAt)}`],
    ['内容摘要', 'summary' in entry ? entry.summary : detail.title],
    ['拟公开方式', isItem ? entry.disclosureWay : '主动公开'],
    ['公开范围', isItem ? entry.scope : '全社会'],
    ['公开时间', whenInWords(detail)],
    ['不予公开的理由和依据', isWithheld(detail) ? (detail.withheld ?? '（还没有写）') : '不适用，拟予公开'],
  ];
}

function SignatureRow({ duty, act }: { readonly duty: Duty; readonly act: Signature | undefined }) {
  return (
    <tr>
      <th scope="row">{duties[duty]}意见</th>
      <td>
        {act === undefined ? (
          '待签'
        ) : (
          <>
            {act.note ?? '同意'}
            <span class={styles.signed}>
              {act.by.name}　{minuteInWords(act.at)}
              {act.isException && '　例外：由一人签'}
              {act.move === 'urgent' && '　紧急发布'}
              {reviewMoveRule(act.move).whileUrgent === true && '　事后补审'}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

/** Signatures of this draft that still count: those after it was last sent for review. */
const standing = ({ history, revision }: EntryDetail) => {
  const own = history.filter((act) => act.revision === revision);
  const returned = own.findIndex((act) => act.move === 'return');
  const since = returned === -1 ? own : own.slice(0, returned);
  return since.filter((act) => reviewMoveRule(act.move).signs !== undefined);
};

const signatureFor = (detail: EntryDetail, duty: Duty): Signature | undefined =>
  standing(detail).find((act) => reviewMoveRule(act.move).signs?.includes(duty));

const aspectsOf = (detail: EntryDetail): string => {
  const looked = standing(detail).flatMap((act) => act.aspects);
  return aspectIds.map((each) => `${looked.includes(each) ? '☑' : '☐'} ${aspects[each]}`).join('　');
};

const whenInWords = ({ state, publishAt, endAt }: EntryDetail): string => {
  const begin =
    state === 'scheduled' && publishAt
      ? `${minuteInWords(publishAt)} 自动发布`
      : state === 'published'
        ? '已发布'
        : '审核通过、发布以后';
  return endAt ? `${begin}，${minuteInWords(endAt)} 自动撤下` : begin;
};
