/**
 * Leads to the first field that stands in the way, once it is drawn: on a phone it may be far above the button that was pressed,
 * and nothing would seem to happen. Without a form, in the dialog that is open.
 */
export const goToFirstFault = (form?: EventTarget | null): void => {
  requestAnimationFrame(() => {
    const within = form instanceof HTMLFormElement ? form : document.querySelector('dialog[open]');
    within?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[data-fault]')?.focus();
  });
};
