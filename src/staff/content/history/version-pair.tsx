import { PickField } from '../../part/field.tsx';
import type { Versions } from '../../route/versions.ts';
import styles from './history.module.css';
import type { Version } from './version.ts';

export interface VersionPairProps {
  readonly versions: readonly Version[];
  readonly shown: Versions;
  readonly onPick: (versions: Versions) => void;
}

/** Which two are compared; without an old one, the new one is read. */
export function VersionPair({ versions, shown, onPick }: VersionPairProps) {
  const choices = versions.map(({ key, name, when }) => [key, `${name}（${when}）`] as const);
  return (
    <div class={styles.pair}>
      <div>
        <PickField
          label="拿哪一稿比"
          none="不比，只看一稿"
          value={shown.from}
          choices={choices.filter(([key]) => key !== shown.to)}
          onPick={(from) => onPick({ ...shown, from })}
        />
      </div>
      <div>
        <PickField
          label="看哪一稿"
          value={shown.to}
          choices={choices}
          onPick={(to) => onPick({ from: shown.from === to ? '' : shown.from, to })}
        />
      </div>
    </div>
  );
}
