import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TextField } from './text-field.tsx';

const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

/** A caller that changes what it is given: nothing but capitals. */
function open() {
  const value = signal('');
  const heard: string[] = [];
  function Form() {
    return (
      <TextField
        label="编号"
        value={value.value}
        error="请再看一遍"
        onInput={(next) => {
          heard.push(next);
          value.value = next.toUpperCase();
        }}
      />
    );
  }
  render(<Form />, root);
  return { value, heard, field: page.getByLabelText('编号').element() as HTMLInputElement };
}

it('shows what the caller makes of the text', async () => {
  const { field, value } = open();
  field.focus();
  await userEvent.keyboard('a7');
  await expect.poll(() => field.value).toBe('A7');
  value.value = '';
  await expect.poll(() => field.value).toBe('');
});

it('leaves a field alone while an input method composes in it', async () => {
  const { field, value, heard } = open();
  field.dispatchEvent(new CompositionEvent('compositionstart'));
  field.value = 'ni';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  value.value = 'changed meanwhile';
  await new Promise(requestAnimationFrame);
  expect(heard).toEqual([]);
  expect(field.value).toBe('ni');
  field.value = '你';
  field.dispatchEvent(new CompositionEvent('compositionend'));
  expect(heard).toEqual(['你']);
});

it('ties the error to the field, and keeps no history of it', () => {
  const { field } = open();
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
  expect(described.map((id) => document.getElementById(id)?.textContent)).toContain('请再看一遍');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.getAttribute('autocomplete')).toBe('off');
});
