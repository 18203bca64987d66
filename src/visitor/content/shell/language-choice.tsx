import { Button } from '../../../ui/button.tsx';
import { languageIds, languages } from '../../../words/language.ts';
import { comfort, makeComfortable } from '../../session/memory.ts';

/** The other language, called by itself, so that it is found by who reads no word of this one. */
export function LanguageChoice() {
  const chosen = comfort.value.language;
  return (
    <>
      {languageIds
        .filter((id) => id !== chosen)
        .map((id) => (
          <Button key={id} kind="secondary" onPress={() => makeComfortable({ language: id })}>
            <span lang={id}>{languages[id]}</span>
          </Button>
        ))}
    </>
  );
}
