import { useSignal } from '@preact/signals';
import { browserPrinter } from '../../print/browser-printer.ts';
import { RulesSheet } from '../../print/rules-sheet.tsx';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { FilterBar } from '../part/filter-bar.tsx';
import { Note } from '../part/note.tsx';
import { Page } from '../part/page.tsx';
import table from '../part/table.module.css';
import type { Route, RulePlace } from '../route/route.ts';
import { placeInWords, placesOf, rulesFor } from './places.ts';
import { type LawId, laws, type Rule, sourceOf } from './rule.ts';
import { Source, useLawPages } from './rule-mark.tsx';
import { rules } from './rule-table.ts';
import styles from './rules-page.module.css';

export interface RulesPageProps {
  readonly route: Extract<Route, { page: 'rules' }>;
}

/** All rules on one page, to search, to send and to hang on the wall. */
export function RulesPage({ route }: RulesPageProps) {
  const { place } = useDesk();
  const shown = rulesFor(rules, route);
  const used = new Set(rules.map((rule) => rule.law));
  return (
    <Page
      title="规定"
      lead="写每一处、办每一步的规定，一句话，注明出处"
      actions={<PrintRules shown={shown} />}
    >
      <FilterBar
        search={route.q}
        searchLabel="找规定"
        onSearch={(q) => place.refine({ ...route, q })}
        picks={[
          {
            label: '用在哪里',
            value: route.at,
            none: '全部',
            choices: Object.entries(placeInWords),
            onPick: (at) => place.refine({ ...route, at: at as RulePlace | '' }),
          },
          {
            label: '出自',
            value: route.law,
            none: '全部',
            choices: Object.entries(laws)
              .filter(([id]) => used.has(id as LawId))
              .map(([id, law]) => [id, law.name] as const),
            onPick: (law) => place.refine({ ...route, law: law as LawId | '' }),
          },
        ]}
        found={`${shown.length} 条，共 ${rules.length} 条`}
      />
      {shown.length > 0 ? <RuleTable shown={shown} /> : <p class={table.empty}>没有符合的。换个词试试。</p>}
      <p class={styles.note}>写着“惯例”的，是各地通行的做法，没有找到法条。法律文件以正式文本为准。</p>
    </Page>
  );
}

function PrintRules({ shown }: { readonly shown: readonly Rule[] }) {
  const isFailed = useSignal(false);
  const print = async (): Promise<void> => {
    const sheet = shown.map((rule) => ({ say: rule.say, source: sourceOf(rule) }));
    const content = <RulesSheet title="规定" rules={sheet} />;
    const outcome = await browserPrinter(document).print({ size: 'a4', title: '规定', content });
    isFailed.value = outcome === 'failed' || outcome === 'no-printer';
  };
  return (
    <>
      <Button icon="printer" isDisabled={shown.length === 0} onPress={() => void print()}>
        打印（A4）
      </Button>
      {isFailed.value && <Note kind="warn">没有打印成功。请看看浏览器的打印设置，再试一次。</Note>}
    </>
  );
}

function RuleTable({ shown }: { readonly shown: readonly Rule[] }) {
  const pageOf = useLawPages();
  return (
    <table class={`${table.table} ${styles.rules}`} aria-label="规定">
      <thead>
        <tr>
          <th scope="col">规定</th>
          <th scope="col">出自</th>
          <th scope="col">用在哪里</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((rule) => (
          <tr key={rule.id}>
            <th scope="row">{rule.say}</th>
            <td>
              <Source rule={rule} page={pageOf(rule.law)} />
            </td>
            <td>
              <Places of={placesOf(rule)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As many places as fit a glance; the rest by their number. */
const FEW = 3;

function Places({ of }: { readonly of: readonly string[] }) {
  return (
    <span class={styles.places} title={of.join('\n')}>
      {of.slice(0, FEW).join('；')}
      {of.length > FEW && ` 等 ${of.length} 处`}
    </span>
  );
}
