import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import styles from './files-view.module.css';

export interface DropZoneProps {
  readonly children: ComponentChildren;
  readonly onDrop: (files: readonly File[]) => void;
}

/** Where files can be let go; whoever has no pointer uses the button inside. */
export function DropZone({ children, onDrop }: DropZoneProps) {
  const isOver = useSignal(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same.
    <div
      class={styles.drop}
      data-over={isOver.value ? '' : undefined}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        isOver.value = false;
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        onDrop(files);
      }}
    >
      {children}
    </div>
  );
}
