import { useRef } from 'preact/hooks';
import { Button } from '../../part/button.tsx';

export interface PickFilesProps {
  readonly id: string;
  readonly words: string;
  readonly says?: string;
  readonly accept: string;
  readonly isMany: boolean;
  readonly onPick: (files: readonly File[]) => void;
}

/** A button that opens the system's choice of files. */
export function PickFiles({ id, words, says, accept, isMany, onPick }: PickFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        isSmall
        icon="plus"
        id={id}
        {...(says === undefined ? {} : { says })}
        onPress={() => input.current?.click()}
      >
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        accept={accept}
        multiple={isMany}
        onChange={(event) => {
          const chosen = event.currentTarget;
          onPick([...(chosen.files ?? [])]);
          // The same file can be chosen again.
          chosen.value = '';
        }}
      />
    </>
  );
}
