import styles from './gallery.module.css';
import { FieldParts } from './parts-field.tsx';
import { FrameParts } from './parts-frame.tsx';
import { LongParts } from './parts-long.tsx';
import { SmallParts } from './parts-small.tsx';
import { Switches } from './switches.tsx';

export function PartsPage() {
  return (
    <main class={styles.parts}>
      <h1>组件一览</h1>
      <Switches />
      <SmallParts />
      <FieldParts />
      <LongParts />
      <FrameParts />
    </main>
  );
}
