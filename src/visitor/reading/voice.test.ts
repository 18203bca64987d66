import { expect, it } from 'vitest';
import { type Voice, voiceFor } from './voice.ts';

const voice = (name: string, lang: string, more: Partial<Voice> = {}): Voice => ({
  name,
  lang,
  localService: true,
  default: false,
  ...more,
});
const named = (voices: readonly Voice[], tongue: 'zh' | 'en' = 'zh') => voiceFor(voices, tongue)?.name;

it('takes a voice of this machine, never one through the network', () => {
  const network = voice('Google 普通话', 'zh-CN', { localService: false, default: true });
  expect(named([network])).toBeUndefined();
  expect(named([network, voice('Ting-Ting', 'zh-CN')])).toBe('Ting-Ting');
});

it('takes Mandarin, as espeak calls it too, and no Cantonese', () => {
  expect(
    named([voice('Sin-ji', 'zh-HK'), voice('粤语', 'yue'), voice('Chinese (Cantonese)', 'zh')]),
  ).toBeUndefined();
  expect(
    named([voice('Chinese (Cantonese)', 'yue'), voice('Chinese (Mandarin, latin as English)', 'cmn')]),
  ).toBe('Chinese (Mandarin, latin as English)');
});

it('leaves variants and readers of pinyin alone', () => {
  const plain = 'Chinese (Mandarin, latin as English)';
  expect(
    named([
      voice(`${plain}+Annie`, 'cmn'),
      voice('Chinese (Mandarin, latin as Pinyin)', 'cmn-latn-pinyin'),
      voice(plain, 'cmn'),
    ]),
  ).toBe(plain);
});

it('prefers the mainland’s, then the one that the system chose', () => {
  const taiwan = voice('Mei-Jia', 'zh-TW', { default: true });
  const first = voice('Li-mu', 'zh-CN');
  const chosen = voice('Ting-Ting', 'zh_CN', { default: true });
  expect(named([taiwan])).toBe('Mei-Jia');
  expect(named([taiwan, first])).toBe('Li-mu');
  expect(named([taiwan, first, chosen])).toBe('Ting-Ting');
});

it('knows English, and no voice for what is not there', () => {
  const voices = [voice('Daniel', 'en-GB'), voice('Chinese (Mandarin)', 'cmn')];
  expect(named(voices, 'en')).toBe('Daniel');
  expect(named([voice('Yuri', 'ru-RU')], 'en')).toBeUndefined();
});
