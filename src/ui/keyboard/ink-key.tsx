import { touchFeedback } from '../touch-feedback.ts';

export interface InkKeyProps {
  readonly class: string | undefined;
  readonly children: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/**
 * A button beside the square. It acts as the finger leaves it, not at the click: Chromium sends the click of a touch late, when the
 * next stroke may be written already, and a candidate would take that stroke with it. A finger that slips off does nothing.
 */
export function InkKey({ class: name, children, disabled, onPress }: InkKeyProps) {
  return (
    <button
      type="button"
      {...touchFeedback}
      class={name}
      disabled={disabled}
      onPointerUp={(event) => {
        const key = event.currentTarget;
        const isHeld = key.dataset.down !== undefined;
        touchFeedback.onPointerUp(event);
        const { left, right, top, bottom } = key.getBoundingClientRect();
        const { clientX: x, clientY: y } = event;
        if (isHeld && x >= left && x <= right && y >= top && y <= bottom) onPress();
      }}
      // A click without a pointer comes from Enter, a switch or a screen reader.
      onClick={(event) => event.detail === 0 && onPress()}
    >
      {children}
    </button>
  );
}
