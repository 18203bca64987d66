import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { EntryId } from '../../../contract/id.ts';
import { phoneInGroups } from '../../../contract/phone.ts';
import { Button } from '../../../ui/button.tsx';
import { ChipList } from '../../../ui/chip-list.tsx';
import { Heading } from '../../../ui/heading.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { language } from '../../../ui/words/words.ts';
import { helpAtInWords, isSampleHall, markedWords } from '../../sample-mark.tsx';
import { screenOf } from '../../screen-of.ts';
import { searchText, typeSearch } from '../../session/memory.ts';
import { go } from '../../session/screen.ts';
import { spoken } from '../../store/content.ts';
import { t } from '../../t.ts';
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
  const typing = useTyping({ modes: ['letters', 'ink', 'pinyin', 'digits'] });
  const shown = spoken.value;
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
      <Heading title={t('找什么')} isHidden />
      <TextField
        {...typing}
        label={t('找什么')}
        isLabelHidden
        isFocusedFirst
        icon="search"
        inputMode="search"
        maxLength={40}
        placeholder={t('养老金，打 ylj 也行')}
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
  if (isLoading) return t('正在准备搜索…');
  if (answer === null) return t('说事情就行，也能问谁管。打拼音、首字母或汉字都能找到。');
  if (isNothing(answer)) return t('没有找到“{query}”。换个说法试试：', { query: text.trim() });
  const { count, departments, isNear } = answer;
  const who = departments.length;
  if (who === 0)
    return isNear
      ? t('没有正好叫“{query}”的，这些比较接近：', { query: text.trim() })
      : t('找到 {count} 条', { count });
  if (count === 0) return t('找到 {who} 个科室', { who });
  return isNear
    ? t('找到 {who} 个科室，还有些比较接近的：', { who })
    : t('找到 {who} 个科室、{count} 条', { who, count });
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
        {t(group.title)}
        <small>{t('{count} 条', { count: group.rows.length })}</small>
      </h2>
      <LinkList
        label={t(group.title)}
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
          {t('还有 {count} 条，接着看', { count: left })}
        </Button>
      )}
    </section>
  );
}

function Suggestions({ held }: { held: Loaded }) {
  const words = useMemo(() => suggestions(held), [held, language.value]);
  return <ChipList label={t('可以这样找')} chips={words} onPress={typeSearch} />;
}

function AskSomebody() {
  const hall = spoken.value?.hall;
  if (!hall) return null;
  return (
    <p class={styles.ask}>
      {t('也可以直接问：到 {place}，或者打 {phone}。', {
        place: helpAtInWords(hall),
        phone: markedWords(phoneInGroups(hall.hotline), isSampleHall(hall, 'phones')),
      })}
    </p>
  );
}
