import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { EntryId } from '../../../contract/id.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { Button } from '../../../ui/button.tsx';
import { ChipList } from '../../../ui/chip-list.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { helpAtInWords, isSampleHall, markedWords } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import { searchText, typeSearch } from '../../session/memory.ts';
import { go } from '../../session/screen.ts';
import { current } from '../../store/content.ts';
import { putKeyboardAway, useTyping } from '../../typing.ts';
import { DepartmentHits } from './department-hits.tsx';
import { type Answer, answerTo, type Group, suggestions } from './groups.ts';
import { Hit, hitLine } from './hit.tsx';
import hits from './hit-group.module.css';
import { type Loaded, loaded, loadIndex } from './load-index.ts';
import styles from './search-screen.module.css';

/** One field over everything; each letter is answered at once. What is typed lives in the session's memory only. */
export function SearchScreen({ query }: { query?: string | undefined }) {
  useEffect(() => {
    loadIndex();
    if (query !== undefined) typeSearch(query);
  }, [query]);
  const text = searchText.value;
  const held = loaded.value;
  const typing = useTyping({ modes: ['letters', 'pinyin', 'digits'] });
  const shown = current.value;
  const hall = shown?.hall;
  const its = useMemo(() => shown && { departments: shown.hall.departments, sounds: shown.sounds }, [shown]);
  const answer = useMemo(
    () => (held && text.trim() !== '' ? answerTo(held, text, its ?? undefined) : null),
    [held, text, its],
  );
  const who = hall && answer && answer.departments.length > 0 && (
    <DepartmentHits hall={hall} found={answer.departments} query={text} />
  );
  return (
    <div class={styles.search}>
      <TextField
        {...typing}
        label="找什么"
        isLabelHidden
        isFocusedFirst
        icon="search"
        inputMode="search"
        maxLength={40}
        placeholder="养老金，打 ylj 也行"
        value={text}
        onInput={typeSearch}
        onEnter={putKeyboardAway}
      />
      <p class={styles.count} role="status">
        {countWords(answer, text, held === null)}
      </p>
      {/* Reading on is what a touch here means: the keyboard makes room. */}
      <div class={styles.found} onPointerDown={putKeyboardAway}>
        {answer?.isWhoFirst && who}
        {held && answer && <Groups key={text} answer={answer} held={held} query={text} />}
        {!answer?.isWhoFirst && who}
      </div>
      {held && (answer === null || isNothing(answer)) && <Suggestions held={held} />}
      {answer && isNothing(answer) && <AskSomebody />}
    </div>
  );
}

const isNothing = ({ count, departments }: Answer): boolean => count === 0 && departments.length === 0;

const countWords = (answer: Answer | null, text: string, isLoading: boolean): string => {
  if (isLoading) return '正在准备搜索…';
  if (answer === null) return '说事情就行，也能问谁管。打拼音、首字母或汉字都能找到。';
  if (isNothing(answer)) return `没有找到“${text.trim()}”。换个说法试试：`;
  const who = answer.departments.length > 0 ? `找到 ${answer.departments.length} 个科室` : null;
  if (who)
    return answer.count === 0
      ? who
      : `${who}${answer.isNear ? '，还有些比较接近的：' : `、${answer.count} 条`}`;
  return answer.isNear ? `没有正好叫“${text.trim()}”的，这些比较接近：` : `找到 ${answer.count} 条`;
};

function Groups({ answer, held, query }: { answer: Answer; held: Loaded; query: string }) {
  return (
    <>
      {answer.groups.map((group) => (
        <GroupView key={group.key} group={group} held={held} query={query} />
      ))}
    </>
  );
}

const SHOWN = 6;
const STEP = 30;

function GroupView({ group, held, query }: { group: Group; held: Loaded; query: string }) {
  const shown = useSignal(SHOWN);
  const rows = group.rows.slice(0, shown.value);
  const left = group.rows.length - rows.length;
  return (
    <section class={hits.group}>
      <h2>
        {group.title}
        <small>{`${group.rows.length} 条`}</small>
      </h2>
      <LinkList
        label={group.title}
        rows={rows.map((row) => ({
          key: row.id,
          label: <Hit row={row} query={query} />,
          hint: hitLine(row, held.words.get(row.id), query),
        }))}
        onPress={(key) => go(screenOf(key as EntryId))}
      />
      {left > 0 && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            shown.value += STEP;
          }}
        >
          {`还有 ${left} 条，接着看`}
        </Button>
      )}
    </section>
  );
}

function Suggestions({ held }: { held: Loaded }) {
  const words = useMemo(() => suggestions(held), [held]);
  return <ChipList label="可以这样找" chips={words} onPress={typeSearch} />;
}

function AskSomebody() {
  const hall = current.value?.hall;
  if (!hall) return null;
  return (
    <p class={styles.ask}>
      也可以直接问：到 {helpAtInWords(hall)}，或者打{' '}
      {markedWords(phoneInGroups(hall.hotline), isSampleHall(hall, 'phones'))}。
    </p>
  );
}
