import { touchFeedback } from '../touch-feedback.ts';

export interface LiftKeyProps {
  readonly class: string | undefined;
  readonly children: string;
  readonly disabled?: boolean;
  /** Cells that a phrase takes on the panel. */
  readonly span?: number;
  readonly onPress: () => void;
}

/**
 * A button for what one has written: candidates, and what stands beside the square. It acts as the finger leaves it, not at the click:
 * Chromium sends the click of a touch late, when the next letter or stroke may be there already, and it would be taken for that. A
 * finger that slips off does nothing, since candidates change place while one types.
 */
export function LiftKey({ class: name, children, disabled, span, onPress }: LiftKeyProps) {
  return (
    <button
      type="button"
      {...touchFeedback}
      class={name}
      disabled={disabled}
      data-span={span}
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
