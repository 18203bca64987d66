import { useSignal } from '@preact/signals';
import type { DueItemId, SettleDueItem } from '../../../contract/desk-timeliness.ts';
import type { EntryId } from '../../../contract/id.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { PickField } from '../../part/field.tsx';
import { Modal } from '../../part/modal.tsx';
import { LoadedView } from '../../part/page.tsx';
import { ReasonButtons, ReasonField, ReasonProblem, useReason } from '../../part/reason.tsx';
import { useLoad } from '../../part/use-load.ts';
import { StepRules } from '../../rule/rule-mark.tsx';
import styles from './timeliness-page.module.css';

export interface Settling {
  readonly id: DueItemId;
  readonly title: string;
}

export interface SettleDialogProps {
  readonly due: Settling;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Fulfilled by an item, or closed with a reason. Done once: the record stays with name and time. */
export function SettleDialog({ due, onDone, onClose }: SettleDialogProps) {
  const { api } = useDesk();
  const how = useSignal<SettleDueItem['how']>('item');
  const item = useSignal('');
  const isItem = how.value === 'item';
  const reason = useReason({
    isMissing: (why) => (isItem ? item.value === '' : why === ''),
    ask: (why) =>
      api.settle(
        due.id,
        isItem ? { how: 'item', item: item.value as EntryId } : { how: 'closed', reason: why },
      ),
    onDone,
  });
  return (
    <Modal
      title={`了结“${due.title}”`}
      onClose={onClose}
      actions={
        <ReasonButtons
          of={reason}
          act="记下来"
          busy="正在记录……"
          giveUp="先不了结"
          kind="primary"
          onClose={onClose}
        />
      }
    >
      <HowPick
        how={how.value}
        onPick={(picked) => {
          how.value = picked;
          reason.isTried.value = false;
        }}
      />
      {isItem ? (
        <ItemPick
          value={item.value}
          fault={reason.isTried.value && item.value === '' ? '请选一条。还没有写的，先去写。' : undefined}
          onPick={(id) => {
            item.value = id;
          }}
        />
      ) : (
        <ReasonField
          of={reason}
          label="为什么不用公开"
          mark={<StepRules steps={['due.settle']} of="不用公开" />}
          hint="例如：审查认为属于内部事务信息（条例第十六条）；重复登记。"
          max={200}
        />
      )}
      <ReasonProblem of={reason} title="没有记下来。" />
    </Modal>
  );
}

const ways = [
  ['item', '已经写成公开信息'],
  ['closed', '不用公开'],
] as const;

interface HowPickProps {
  readonly how: SettleDueItem['how'];
  readonly onPick: (how: SettleDueItem['how']) => void;
}

function HowPick({ how, onPick }: HowPickProps) {
  return (
    <fieldset class={styles.ways}>
      <legend>怎么了结</legend>
      <div class={styles.choices}>
        {ways.map(([value, label]) => (
          <Button key={value} isSmall isPressed={how === value} onPress={() => onPick(value)}>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

interface ItemPickProps {
  readonly value: string;
  readonly fault: string | undefined;
  readonly onPick: (id: string) => void;
}

function ItemPick({ value, fault, onPick }: ItemPickProps) {
  const { api } = useDesk();
  const entries = useLoad('entries', () => api.entries());
  return (
    <LoadedView of={entries} waiting="正在取公开信息的列表……">
      {(rows) => (
        <PickField
          label="由哪一条公开信息完成"
          hint="最近改过的在前面。期限仍从登记的形成日期算起，公开了才停。"
          value={value}
          onPick={onPick}
          fault={fault}
          choices={rows
            .filter(({ kind }) => kind === 'item')
            .sort((a, b) => (a.editedAt > b.editedAt ? -1 : 1))
            .map(({ id, title }) => [id, title])}
        />
      )}
    </LoadedView>
  );
}
