import { fieldAt } from '../../rule/rule.ts';
import { RuleMark } from '../../rule/rule-mark.tsx';
import { rulesOfField } from '../../rule/rule-table.ts';
import { useEditing } from './editing.ts';

export interface FieldRulesProps {
  readonly path: string;
  /** The field's label. */
  readonly of: string;
}

/** The rules of the field at a path. */
export function FieldRules({ path, of }: FieldRulesProps) {
  const { kind } = useEditing();
  return <RuleMark rules={rulesOfField(fieldAt(kind, path))} of={of} />;
}
