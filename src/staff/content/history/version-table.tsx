import table from '../../part/table.module.css';
import { Tag } from '../../part/tag.tsx';
import type { Versions } from '../../route/versions.ts';
import styles from './history.module.css';
import { changedInWords, type Version } from './version.ts';

export interface VersionTableProps {
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly hrefTo: (versions: Versions) => string;
}

/** Every state there was, with the way to read it and to compare it with the one before. */
export function VersionTable({ versions, hrefTo }: VersionTableProps) {
  return (
    <table class={table.table} aria-label="历史">
      <thead>
        <tr>
          <th scope="col">哪一稿</th>
          <th scope="col">谁、什么时候</th>
          <th scope="col">改了什么</th>
          <th scope="col">经过</th>
          <th scope="col" class={table.end}>
            看
          </th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version, at) => (
          <Row key={version.key} version={version} before={versions[at + 1]} hrefTo={hrefTo} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<VersionTableProps, 'hrefTo'> {
  readonly version: Version;
  readonly before: Version | undefined;
}

function Row({ version, before, hrefTo }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <a href={hrefTo({ from: '', to: version.key })}>{version.name}</a>
        <span class={styles.marks}>
          {version.marks.map((mark) => (
            <Tag key={mark} tone="good">
              {mark}
            </Tag>
          ))}
        </span>
      </th>
      <td class={table.tight}>
        {version.who} <small>{version.when}</small>
      </td>
      <td>{changedInWords(version.changed)}</td>
      <td>
        <ol class={styles.acts}>
          {version.acts.map((act, index) => (
            <li key={`act${index}`}>
              {act.what}
              <small>
                {act.who} {act.when}
              </small>
              {act.note && <p>{act.note}</p>}
            </li>
          ))}
        </ol>
      </td>
      <td class={table.end}>
        <span class={styles.links}>
          <a href={hrefTo({ from: '', to: version.key })} aria-label={`看这一稿：${version.name}`}>
            看这一稿
          </a>
          {before && (
            <a
              href={hrefTo({ from: before.key, to: version.key })}
              aria-label={`和前一稿比：${version.name}和${before.name}`}
            >
              和前一稿比
            </a>
          )}
        </span>
      </td>
    </tr>
  );
}
