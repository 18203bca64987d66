import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Form, Question } from '../../contract/form.ts';
import type { Digest } from '../../contract/id.ts';
import { answers, beginFiling, forget, answer as keep } from '../session/memory.ts';
import { AnswerField } from './answer-field.tsx';
import { MaskedNumber } from './masked-number.tsx';

const question = (field: Question['field']): Question => ({
  id: 'it',
  title: '这一题',
  field,
  required: true,
  sensitivity: 3,
});

let root: HTMLElement;
const draw = (asked: Question): void =>
  render(
    <AnswerField
      question={asked}
      answer={answers.value.it}
      onAnswer={(value) => {
        keep('it', value);
        draw(asked);
      }}
      onNext={() => undefined}
    />,
    root,
  );

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
  beginFiling({ questions: [] } as unknown as Form, 'd' as Digest);
});
afterEach(() => {
  render(null, root);
  root.remove();
  forget();
});

it('an ID number is counted while it is typed, and told wrong only when all 18 are there', async () => {
  draw(question({ type: 'id-number' }));
  const field = page.getByRole('textbox');
  await field.fill('22082119900');
  await expect.element(page.getByText('220821 19900 · 还差 7 位')).toBeVisible();
  expect(root.textContent).not.toContain('身份证号');
  await field.fill('220821199002300010');
  await expect.element(page.getByText('身份证号里的出生日期不对，请核对第 7 到 14 位。')).toBeVisible();
  await field.fill('220821199001010015');
  await expect.element(page.getByText('身份证号有一位输错了，请对照证件再核对一遍。')).toBeVisible();
  await field.fill('11010519491231002x');
  await expect.element(page.getByText('110105 19491231 002X · 够了')).toBeVisible();
  expect(root.textContent).not.toContain('身份证号');
});

it('a mobile is grouped as it is typed', async () => {
  draw(question({ type: 'phone' }));
  await page.getByRole('textbox').fill('13800138');
  await expect.element(page.getByText('138 0013 8 · 还差 3 位')).toBeVisible();
  await page.getByRole('textbox').fill('0436-7861003');
  await expect.element(page.getByText('0436-786 1003 · 够了')).toBeVisible();
});

it('a day of another year is chosen by touches alone, and by arrow keys', async () => {
  draw(question({ type: 'date' }));
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: /^\d{4}年$/ }).click();
  for (let first = new Date().getFullYear(); first >= 1960; first -= 10) await press('更早');
  await press('1957');
  await press('2月');
  await press('28 周四');
  expect(answers.value.it).toBe('1957-02-28');
  await expect.element(page.getByRole('status')).toHaveTextContent('您选的是 1957年2月28日');
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  expect(answers.value.it).toBe('1957-02-27');
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(answers.value.it).toBe('1957-02-20');
});

it('a month stands under its weekdays, with today marked, and days that may not be chosen cannot be', async () => {
  draw(question({ type: 'date', range: 'until-today' }));
  await expect.element(page.getByText('选今天或者以前的日子，没到的不能选。')).toBeVisible();
  const heads = [...root.querySelectorAll('fieldset > span')];
  expect(heads.map((head) => head.textContent).join('')).toBe('周一周二周三周四周五周六周日');
  const days = [...root.querySelectorAll<HTMLButtonElement>('[data-heads] > button')];
  const left = (element: Element | undefined) => Math.round(element?.getBoundingClientRect().left ?? -1);
  for (const day of days) {
    const head = heads.find((each) => day.ariaLabel?.includes(each.textContent ?? '-'));
    expect([day.ariaLabel, left(day)]).toEqual([day.ariaLabel, left(head)]);
  }
  const marked = days.filter((day) => day.textContent?.includes('今天'));
  expect(marked).toHaveLength(1);
  const at = days.indexOf(marked[0] as HTMLButtonElement);
  expect(days.map((day) => day.disabled)).toEqual(days.map((_, n) => n > at));
});

it('sentences are written in by touches, taken out again, and can be changed', async () => {
  const phrases = [
    { about: '道路', say: ['路坏了。', '路灯不亮。'] },
    { about: '收费', say: ['多收了钱。'] },
  ];
  draw(question({ type: 'long-text', min: 2, max: 100, phrases }));
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await press('道路');
  (page.getByRole('checkbox', { name: '路灯不亮。' }).element() as HTMLElement).click();
  expect(answers.value.it).toBe('路灯不亮。');
  await press('收费');
  (page.getByRole('checkbox', { name: '多收了钱。' }).element() as HTMLElement).click();
  expect(answers.value.it).toBe('路灯不亮。多收了钱。');
  await page.getByRole('textbox').fill('路灯全不亮。多收了钱。');
  (page.getByRole('checkbox', { name: '多收了钱。' }).element() as HTMLElement).click();
  expect(answers.value.it).toBe('路灯全不亮。');
});

it('a masked number is shown on request, and masked again by the same button', async () => {
  render(<MaskedNumber name="证件号码" masked="220821********0014" whole="220821199001010014" />, root);
  expect(root.textContent).not.toContain('19900101');
  await page.getByRole('button', { name: '显示' }).click();
  expect(root.textContent).toContain('220821199001010014');
  await page.getByRole('button', { name: '遮住' }).click();
  expect(root.textContent).not.toContain('19900101');
});

it('a signature is drawn with a finger, taken back stroke by stroke, and may be typed instead', async () => {
  draw(question({ type: 'signature' }));
  const pad = root.querySelector('svg')?.parentElement as HTMLElement;
  const { left, top, width, height } = pad.getBoundingClientRect();
  const send = (type: string, x: number, y: number): boolean =>
    pad.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        isPrimary: true,
        pointerId: 1,
        clientX: left + x * width,
        clientY: top + y * height,
      }),
    );
  // There is no such finger to hold on to.
  pad.setPointerCapture = () => undefined;
  const stroke = async (y: number): Promise<void> => {
    send('pointerdown', 0.1, y);
    send('pointermove', 0.5, y);
    await vi.waitFor(() => expect(root.querySelectorAll('polyline').length).toBeGreaterThan(0));
    send('pointermove', 2, y);
    await new Promise(requestAnimationFrame);
    send('pointerup', 2, y);
  };
  await stroke(0.25);
  await stroke(0.75);
  expect(answers.value.it).toEqual(['100,100 500,100 1000,100', '100,300 500,300 1000,300']);
  await page.getByRole('button', { name: '撤回一笔' }).click();
  expect(answers.value.it).toEqual(['100,100 500,100 1000,100']);
  await expect.element(page.getByRole('img', { name: '已经签了 1 笔' })).toBeVisible();
  await page.getByRole('button', { name: '清除重签' }).click();
  expect(answers.value.it).toBeUndefined();
  await page.getByRole('button', { name: '不签，打字写姓名' }).click();
  await page.getByRole('textbox').fill('张三');
  expect(answers.value.it).toBe('张三');
});

it('another place than the hall has is typed', async () => {
  draw(question({ type: 'place' }));
  await page.getByText('其他地方').click();
  await page.getByRole('textbox').fill('邻乡前进村');
  expect(answers.value.it).toBe('邻乡前进村');
});
