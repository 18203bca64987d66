import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Block } from '../../../contract/text.ts';
import type { Field } from '../field/spec.ts';
import type { Tree } from '../field/tree.ts';
import type { RichEditorProps } from '../rich/rich-editor.tsx';
import { idAt, under, useEditing } from './editing.ts';
import { RowsFrame } from './rows-frame.tsx';
import styles from './text-view.module.css';

export interface TextViewProps {
  readonly field: Field;
  readonly value: readonly Tree[];
  readonly path: string;
  readonly onChange: (value: Tree | undefined) => void;
}

/** A body as its readers will see it. The editor of texts is large and is fetched when a text is to be written. */
export function TextView({ field, value, path, onChange }: TextViewProps) {
  const { touch, faultAt, hasFaultUnder } = useEditing();
  const Editor = useRichEditor();
  // The editor makes blocks as blocks; what is inside may still be at fault, which the schema says.
  const body = value as unknown as readonly Block[];
  const faults = body.flatMap((_, at) => {
    const fault = faultIn(under(path, at), faultAt, hasFaultUnder);
    return fault === null ? [] : [{ at, fault }];
  });
  return (
    <RowsFrame field={field} path={path}>
      {Editor === null ? (
        <p role="status">正在打开正文……</p>
      ) : (
        <Editor
          label={field.label}
          body={body}
          idOf={(block) => idAt(under(path, block))}
          hasFault={(block) => faults.some(({ at }) => at === block)}
          describedBy={`${idAt(path)}-faults`}
          onLeave={() => touch(path)}
          onChange={(next) => {
            touch(path);
            onChange(next as unknown as Tree);
          }}
        />
      )}
      <ul class={styles.faults} id={`${idAt(path)}-faults`} aria-live="polite">
        {faults.map(({ at, fault }) => (
          <li key={at}>
            第 {at + 1} 块：{fault}
          </li>
        ))}
      </ul>
    </RowsFrame>
  );
}

const faultIn = (
  path: string,
  faultAt: (path: string) => string | undefined,
  hasFaultUnder: (path: string) => boolean,
): string | null => faultAt(path) ?? (hasFaultUnder(path) ? '里面有写得不对的地方，见上面的清单。' : null);

let loaded: ComponentType<RichEditorProps> | null = null;

const useRichEditor = (): ComponentType<RichEditorProps> | null => {
  const [Editor, show] = useState<{ readonly it: ComponentType<RichEditorProps> } | null>(
    loaded === null ? null : { it: loaded },
  );
  useEffect(() => {
    if (Editor !== null) return;
    void import('../rich/rich-editor.tsx').then(({ RichEditor }) => {
      loaded = RichEditor;
      show({ it: RichEditor });
    });
  }, []);
  return Editor?.it ?? null;
};
