import { wordsIn } from '../../../contract/english.ts';
import type { StaleEnglish } from '../../../contract/english-texts.ts';
import { useDesk } from '../../desk.ts';
import { Button } from '../../part/button.tsx';
import { TextField } from '../../part/field.tsx';
import { Tag } from '../../part/tag.tsx';
import { dateInWords } from '../../part/words.ts';
import { textParts } from '../difference/text-part.ts';
import { type EnglishRow, LEFT_OVER } from '../field/english-part.ts';
import { idAt, under, useEditing } from './editing.ts';
import styles from './english-view.module.css';

export interface EnglishRowViewProps {
  readonly row: EnglishRow;
  readonly part: string;
  readonly path: string;
  /** Nothing takes the English away. */
  readonly onWrite: (english: string) => void;
}

const MOST = 20_000;
/** A longer text gets a taller field. */
const LONG = 60;

/** One text: Chinese, what became of it, and its English. */
export function EnglishRowView({ row, part, path, onWrite }: EnglishRowViewProps) {
  const { faultAt } = useEditing();
  const { chinese, english, everywhere } = row;
  const own = under(path, chinese);
  const stale = english !== undefined && typeof english !== 'string' ? english : null;
  return (
    <li class={styles.row}>
      <div class={styles.chinese}>
        {stale === null ? chinese : <Changed stale={stale} chinese={chinese} />}
      </div>
      <div>
        <TextField
          id={idAt(own)}
          label={`英文：${chinese}`}
          isLabelHidden
          lang="en"
          lines={chinese.length > LONG ? 3 : 1}
          max={MOST}
          placeholder={everywhere}
          hint={
            everywhere !== undefined && english === undefined ? '大厅设置里已经有，这里可以不写。' : undefined
          }
          value={english === undefined ? '' : wordsIn(english)}
          fault={faultAt(own) ?? faultAt(under(own, 'text'))}
          onInput={onWrite}
        />
        {stale !== null && (
          <Button
            isSmall
            kind="quiet"
            says={`英文还合适，不用改：${chinese}`}
            onPress={() => onWrite(stale.text)}
          >
            英文还合适，不用改
          </Button>
        )}
        {part === LEFT_OVER && (
          <Button isSmall kind="quiet" says={`删去英文：${chinese}`} onPress={() => onWrite('')}>
            删去
          </Button>
        )}
      </div>
    </li>
  );
}

/** What was changed since the English was written. */
function Changed({ stale, chinese }: { readonly stale: StaleEnglish; readonly chinese: string }) {
  const { clock } = useDesk();
  return (
    <>
      {textParts(stale.was, chinese).map((each, at) =>
        each.kind === 'gone' ? (
          <del key={at}>{each.text}</del>
        ) : each.kind === 'new' ? (
          <ins key={at}>{each.text}</ins>
        ) : (
          each.text
        ),
      )}
      <p>
        <Tag tone="warn">英文要看看</Tag> 中文 {dateInWords(stale.on, clock())} 改过
      </p>
    </>
  );
}
