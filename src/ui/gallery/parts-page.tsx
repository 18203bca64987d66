import styles from './gallery.module.css';
import { FieldParts } from './parts-field.tsx';
import { LongParts } from './parts-long.tsx';
import { SmallParts } from './parts-small.tsx';

export function PartsPage() {
  return (
    <main class={styles.parts}>
      <h1>组件一览</h1>
      <p>
        {['#home', '#guide', '#question', '#typing', '#ink', '#receipt'].map((hash) => (
          <a key={hash} href={hash}>
            {`${hash} `}
          </a>
        ))}
      </p>
      <SmallParts />
      <FieldParts />
      <LongParts />
    </main>
  );
}
