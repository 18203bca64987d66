import { useSignal } from '@preact/signals';
import * as v from 'valibot';
import { dayAtHall } from '../../contract/day.ts';
import { kindInWords } from '../../contract/entry.ts';
import type { EntryKind } from '../../contract/entry-name.ts';
import { EntryId } from '../../contract/id.ts';
import { faultsOf, slug } from '../../contract/schema.ts';
import { useDesk } from '../desk.ts';
import { Button } from '../part/button.tsx';
import { PickField, TextField } from '../part/field.tsx';
import { goToFirstFault } from '../part/first-fault.ts';
import { Note } from '../part/note.tsx';
import { Guarded, Page } from '../part/page.tsx';
import { useLoad } from '../part/use-load.ts';
import { contentOf, hrefOf } from '../route/route.ts';
import { blankEntry, inDepartment, newKinds } from './blank.ts';
import styles from './new-page.module.css';
import { begunFrom, leftOut, titleOfDocx } from './paste/begin-from.ts';
import { DocxPick, type PickedDocx } from './paste/docx-pick.tsx';

export interface NewPageProps {
  readonly kind: EntryKind | '';
}

export function NewPage({ kind }: NewPageProps) {
  return (
    <Page title="新建内容" back={{ href: hrefOf(contentOf(kind)), label: '内容' }}>
      <Guarded needs="content.edit">
        <NewForm first={newKinds.find((each) => each === kind) ?? 'guide'} />
      </Guarded>
    </Page>
  );
}

const hints = {
  guide: '一件事怎么办：谁能办、带什么、去哪办、多久、多少钱。',
  chart: '一件事的步骤和分岔，图自动画出来。',
  form: '请群众在屏幕上填的表：一屏一题，先告知，再填，再核对。',
  item: '一份要公开的文件或信息，会自动进公开目录。',
  page: '公开指南、制度、机构职能这样长期放着的一页。',
  card: '印在小纸片上带走的要点。',
} as const satisfies Record<EntryKind, string>;

function NewForm({ first }: { readonly first: EntryKind }) {
  const { api, autosave, place, hall, clock, session } = useDesk();
  const entries = useLoad('entries', () => api.entries());
  const kind = useSignal<EntryKind>(first);
  const title = useSignal('');
  const name = useSignal('');
  const docx = useSignal<PickedDocx | null>(null);
  const isTried = useSignal(false);
  const id = `${kind.value}/${name.value.trim()}`;
  const isTaken = entries.value?.some((row) => row.id === id) ?? false;
  const nameFault = isTaken ? '这个短名已经有了，请换一个。' : faultsOf(slug, name.value.trim())[0]?.say;
  const titleFault = title.value.trim() === '' ? '请写名称。' : undefined;
  const left = docx.value === null ? [] : leftOut(kind.value, docx.value);
  const begin = (event: Event): void => {
    event.preventDefault();
    isTried.value = true;
    goToFirstFault(event.currentTarget);
    const parsed = v.safeParse(EntryId, id);
    if (nameFault || titleFault || !parsed.success) return;
    const blank = blankEntry(parsed.output, title.value.trim(), hall.value, dayAtHall(clock()));
    const own = inDepartment(blank, session.value?.department ?? null);
    const mine = docx.value === null ? own : begunFrom(own, kind.value, docx.value);
    autosave.keep(parsed.output, { mine, base: {}, basedOn: 0 });
    place.go({ page: 'entry', id: parsed.output });
  };
  return (
    <form class={styles.form} onSubmit={begin} noValidate>
      <PickField
        label="种类"
        value={kind.value}
        choices={newKinds.map((each) => [each, kindInWords[each]])}
        hint={hints[kind.value]}
        onPick={(next) => {
          kind.value = newKinds.find((each) => each === next) ?? 'guide';
        }}
      />
      {kind.value !== 'card' && (
        <DocxPick
          onPick={(picked) => {
            docx.value = picked;
            if (picked !== null && title.value.trim() === '') title.value = titleOfDocx(picked);
          }}
        />
      )}
      {left.length > 0 && (
        <Note kind="warn">没有对应栏目的小节，请自己抄到合适的地方：{left.join('、')}。</Note>
      )}
      <TextField
        label="名称"
        hint={kind.value === 'guide' ? '群众怎么说就怎么写，例如：领取城乡居民养老金' : undefined}
        value={title.value}
        onInput={(text) => {
          title.value = text;
        }}
        fault={isTried.value ? titleFault : undefined}
      />
      <TextField
        label="英文短名"
        hint="只用在网址里，发布以后不再变。小写字母、数字和连字符，例如 pension-claim。"
        value={name.value}
        onInput={(text) => {
          name.value = text;
        }}
        fault={isTried.value || isTaken ? nameFault : undefined}
      />
      <div>
        <Button kind="primary" isSubmit>
          开始写
        </Button>
      </div>
    </form>
  );
}
