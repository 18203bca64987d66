import type { Guide, LegalBasis } from '../../../contract/guide.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { markedRow } from '../../sample-mark.tsx';
import { t } from '../../t.ts';
import { TermText } from '../../term-text.tsx';
import { SectionTitle } from '../section-title.tsx';
import { GuideOfficial } from './guide-official.tsx';
import styles from './guide-part.module.css';
import { isSample } from './guide-words.ts';

/** What one gets, whom to ask, what people ask, by which law: in sight, with the long texts folded. The rest unfolds. */
export function GuideMore({ guide }: { guide: Guide }) {
  return (
    <>
      <Result guide={guide} />
      <Contacts guide={guide} />
      <Questions guide={guide} />
      <Laws guide={guide} />
      <div class={styles.more}>
        <Disclosure summary={t('不满意怎么办')}>
          <DefinitionList
            rows={remedyLines(guide).map((line) => markedRow(line, <TermText>{line.detail}</TermText>))}
          />
        </Disclosure>
        <Disclosure summary={t('其他官方要素')}>
          <GuideOfficial guide={guide} />
        </Disclosure>
      </div>
    </>
  );
}

function Result({ guide }: { guide: Guide }) {
  const { name, validity, specimen, delivery } = guide.result;
  return (
    <section>
      <SectionTitle isSample={isSample(guide, 'result')}>{t('办好能拿到什么')}</SectionTitle>
      <DefinitionList
        rows={[
          { term: t('结果'), detail: <TermText>{name}</TermText> },
          ...(validity ? [{ term: t('说明'), detail: <TermText>{validity}</TermText> }] : []),
          ...(specimen ? [{ term: t('什么样'), detail: specimen }] : []),
          { term: t('怎样拿到'), detail: delivery.map((way) => t(way)).join(t('，或者')) },
        ]}
      />
    </section>
  );
}

function Contacts({ guide }: { guide: Guide }) {
  const row = (term: string, element: 'consult' | 'complaint') =>
    markedRow({
      term,
      detail: [phoneInGroups(guide[element].phone), guide[element].address].filter(Boolean).join(t('，')),
      isSample: isSample(guide, element),
    });
  return (
    <section>
      <SectionTitle>{t('咨询和投诉')}</SectionTitle>
      <DefinitionList rows={[row(t('咨询'), 'consult'), row(t('投诉'), 'complaint')]} />
    </section>
  );
}

function Questions({ guide }: { guide: Guide }) {
  return (
    <section>
      <SectionTitle isSample={isSample(guide, 'faq')}>{t('常见问题')}</SectionTitle>
      <div class={styles.folded}>
        {guide.faq.map(({ question, answer }) => (
          <Disclosure key={question} summary={question}>
            <p>
              <TermText>{answer}</TermText>
            </p>
          </Disclosure>
        ))}
      </div>
    </section>
  );
}

/** `《社会保险经办条例》（国务院令第765号）第十八条` */
const lawInWords = ({ law, docNo, article }: LegalBasis): string =>
  [t('《{law}》', { law }), docNo && t('（{docNo}）', { docNo }), article].filter(Boolean).join('');

function Laws({ guide }: { guide: Guide }) {
  return (
    <section>
      <SectionTitle isSample={isSample(guide, 'legalBasis')}>{t('法律依据')}</SectionTitle>
      <ul class={styles.lines}>
        {guide.legalBasis.map((basis, at) => (
          <li key={at}>{lawInWords(basis)}</li>
        ))}
      </ul>
      {guide.legalBasis.some(({ text }) => text) && (
        <Disclosure summary={t('条文原文')}>
          {guide.legalBasis.map(
            (basis, at) =>
              basis.text && (
                <div key={at} class={styles.detail}>
                  <h3>{lawInWords(basis)}</h3>
                  <p>{basis.text}</p>
                </div>
              ),
          )}
        </Disclosure>
      )}
    </section>
  );
}

const remedyLines = (guide: Guide) => {
  const marked = (term: string, detail: string) => ({ term, detail, isSample: isSample(guide, 'remedy') });
  const { review, court } = guide.remedy;
  return [marked(t('复议'), review), ...(court ? [marked(t('起诉'), court)] : [])];
};
