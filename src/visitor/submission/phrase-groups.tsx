import { useState } from 'preact/hooks';
import type { Phrases } from '../../contract/form.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { t } from '../t.ts';
import { has, withSaid } from './phrase.ts';
import css from './phrase-groups.module.css';

export interface PhraseGroupsProps {
  readonly groups: readonly Phrases[];
  readonly text: string;
  readonly max: number;
  readonly onText: (text: string) => void;
}

/** Whole sentences by what they are about: a touch writes one in, a second takes it out, and what stands there can be changed. */
export function PhraseGroups({ groups, text, max, onText }: PhraseGroupsProps) {
  const [open, setOpen] = useState<string>();
  const shown = groups.find((each) => each.about === open);
  return (
    <section class={css.groups} aria-label={t('常用的话')}>
      <p>{t('不想打字：先点是什么事，再点一句，会写到上面，还能改。')}</p>
      <div class={css.row}>
        {groups.map(({ about }) => (
          <Button
            key={about}
            kind="secondary"
            size="small"
            isPressed={about === open}
            onPress={() => setOpen(about === open ? undefined : about)}
          >
            {about}
          </Button>
        ))}
      </div>
      {shown && (
        <ChoiceList
          key={shown.about}
          label={shown.about}
          kind="many"
          choices={shown.say.map((sentence) => ({ value: sentence, label: sentence }))}
          chosen={shown.say.filter((sentence) => has(text, sentence))}
          onChange={(chosen) => onText(withSaid({ text, chosen, of: shown.say, max }))}
        />
      )}
    </section>
  );
}
