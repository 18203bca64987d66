/** What runs in the page: when ink and candidates were painted, from the time of the touch itself. */
export interface InkTimes {
  readonly answer: number[];
  readonly ink: number[];
}

declare global {
  var inkTimes: InkTimes;
}

globalThis.inkTimes = { answer: [], ink: [] };

/** Painted = the task after the frame that follows. */
function painted(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  });
}

const isInk = (event: Event): boolean => event.target instanceof HTMLCanvasElement;

/** An answer that does not stand there then is none. */
addEventListener('pointerup', (event) => {
  if (!isInk(event)) return;
  painted(() => {
    const isThere = document.querySelector('[aria-label="认出来的字"] button') !== null;
    globalThis.inkTimes.answer.push(isThere ? performance.now() - event.timeStamp : Number.POSITIVE_INFINITY);
  });
});

function follow(event: PointerEvent): void {
  if (!isInk(event)) return;
  // Not on a page that is not secure, such as the bare one.
  const oldest = event.getCoalescedEvents?.()[0] ?? event;
  painted(() => globalThis.inkTimes.ink.push(performance.now() - oldest.timeStamp));
}
addEventListener('pointerdown', follow);
addEventListener('pointermove', follow);
