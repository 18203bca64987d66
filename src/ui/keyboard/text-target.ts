/*
 * Where the screen keyboard writes. The keyboard knows nothing of the page; a field hands it a target when it takes focus.
 */
export interface TextTarget {
  insert(text: string): void;
  backspace(): void;
  /** Brings the place of writing into sight, when the keyboard has taken its room. */
  reveal(): void;
}

/** A target over a real field: writes at the caret, keeps maxlength, and tells the field by an `input` event. */
export function fieldTarget(field: HTMLInputElement | HTMLTextAreaElement): TextTarget {
  const write = (text: string, from: number, to: number, inputType: string) => {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data: text || null }));
    keepCaretInView(field);
  };
  return {
    insert(text) {
      const [from, to] = selection(field);
      const room =
        field.maxLength < 0 ? Number.POSITIVE_INFINITY : field.maxLength - field.value.length + (to - from);
      const fitting = cut(text, room);
      if (fitting !== '') write(fitting, from, to, 'insertText');
    },
    backspace() {
      const [from, to] = selection(field);
      if (from !== to) write('', from, to, 'deleteContentBackward');
      else if (from > 0)
        write('', from - lastCharLength(field.value.slice(0, from)), from, 'deleteContentBackward');
    },
    reveal() {
      field.scrollIntoView({ block: 'nearest' });
    },
  };
}

function selection(field: HTMLInputElement | HTMLTextAreaElement): [number, number] {
  const end = field.value.length;
  return [field.selectionStart ?? end, field.selectionEnd ?? end];
}

/** Whole characters only: half a surrogate pair is no character. */
function cut(text: string, room: number): string {
  let fitting = '';
  for (const char of text) {
    if (fitting.length + char.length > room) break;
    fitting += char;
  }
  return fitting;
}

function lastCharLength(text: string): number {
  return Array.from(text.slice(-2)).at(-1)?.length ?? 0;
}

/** Chromium scrolls to the caret for typed text only, not for setRangeText: writing at the end would run out of sight. */
function keepCaretInView(field: HTMLInputElement | HTMLTextAreaElement): void {
  if (field.selectionEnd !== field.value.length) return;
  field.scrollTop = field.scrollHeight;
  field.scrollLeft = field.scrollWidth;
}
