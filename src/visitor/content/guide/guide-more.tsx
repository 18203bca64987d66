import type { ComponentChildren } from 'preact';
import type { Guide, GuideElement } from '../../../contract/guide.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { GuideOfficial } from './guide-official.tsx';
import styles from './guide-part.module.css';
import { isSample } from './guide-words.ts';

/** Everything else, a line each that unfolds. */
export function GuideMore({ guide }: { guide: Guide }) {
  return (
    <div class={styles.more}>
      <Part guide={guide} element="conditions" summary="谁能办">
        <Lines lines={guide.conditions} />
        {guide.quantityLimit && <p>{guide.quantityLimit}</p>}
      </Part>
      <Part guide={guide} element="result" summary="办好能拿到什么">
        <DefinitionList
          rows={[
            { term: '结果', detail: guide.result.name },
            ...(guide.result.validity ? [{ term: '说明', detail: guide.result.validity }] : []),
            { term: '怎样拿到', detail: guide.result.delivery.join('，或者') },
          ]}
        />
      </Part>
      <Part guide={guide} element="faq" summary="常见问题" note={`${guide.faq.length} 条`}>
        {guide.faq.map(({ question, answer }) => (
          <div key={question} class={styles.detail}>
            <h3>{question}</h3>
            <p>{answer}</p>
          </div>
        ))}
      </Part>
      <Part guide={guide} element="legalBasis" summary="法律依据" note={`${guide.legalBasis.length} 条`}>
        {guide.legalBasis.map((basis, at) => (
          <div key={at} class={styles.detail}>
            <h3>
              {[`《${basis.law}》`, basis.docNo && `（${basis.docNo}）`, basis.article]
                .filter(Boolean)
                .join('')}
            </h3>
            {basis.text && <p>{basis.text}</p>}
          </div>
        ))}
      </Part>
      <Part guide={guide} element="remedy" summary="不满意怎么办">
        <DefinitionList rows={remedyRows(guide)} />
      </Part>
      <Part guide={guide} element="codes" summary="其他官方要素">
        <GuideOfficial guide={guide} />
      </Part>
    </div>
  );
}

const remedyRows = (guide: Guide) => [
  {
    term: '咨询',
    detail: [phoneInGroups(guide.consult.phone), guide.consult.address].filter(Boolean).join('，'),
  },
  {
    term: '投诉',
    detail: [phoneInGroups(guide.complaint.phone), guide.complaint.address].filter(Boolean).join('，'),
  },
  { term: '复议', detail: guide.remedy.review },
  ...(guide.remedy.court ? [{ term: '起诉', detail: guide.remedy.court }] : []),
];

interface PartProps {
  readonly guide: Guide;
  readonly element: GuideElement;
  readonly summary: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

function Part({ guide, element, summary, note, children }: PartProps) {
  return (
    <Disclosure summary={summary} note={note}>
      {isSample(guide, element) && (
        <p class={styles.sample}>
          <Tag>示例</Tag>
        </p>
      )}
      {children}
    </Disclosure>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
