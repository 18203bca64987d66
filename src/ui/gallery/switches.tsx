import { ChoiceTiles } from '../choice-tiles.tsx';
import { LinkList } from '../link-list.tsx';
import styles from './gallery.module.css';

/** Where the gallery stands is its address: each choice opens it anew. */

const KINDS = {
  text: {
    label: '字的大小',
    tiles: [
      { value: 'normal', label: '平常' },
      { value: 'large', label: '大字' },
      { value: 'huge', label: '特大字' },
    ],
  },
  contrast: {
    label: '颜色',
    tiles: [
      { value: 'normal', label: '平常' },
      { value: 'high', label: '黑白分明' },
      { value: 'dark', label: '深色底' },
    ],
  },
  words: {
    label: '语言',
    tiles: [
      { value: 'zh-CN', label: '中文' },
      { value: 'en', label: 'English' },
      { value: 'long', label: '长的词' },
      { value: 'upright', label: '竖排' },
    ],
  },
} as const;

const SCREENS = [
  { key: '#home', label: '首页' },
  { key: '#guide', label: '办事指南' },
  { key: '#question', label: '一道题' },
  { key: '#typing', label: '打字' },
  { key: '#ink', label: '手写' },
  { key: '#receipt', label: '回执' },
];

const chosen = (kind: keyof typeof KINDS): string =>
  new URLSearchParams(location.search).get(kind) ?? KINDS[kind].tiles[0].value;

const choose = (kind: keyof typeof KINDS, value: string): void => {
  const asked = new URLSearchParams(location.search);
  asked.set(kind, value);
  location.search = String(asked);
};

export function Switches() {
  return (
    <nav class={styles.stack} aria-label="怎样看">
      {(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => (
        <ChoiceTiles
          key={kind}
          label={KINDS[kind].label}
          tiles={KINDS[kind].tiles}
          chosen={chosen(kind)}
          onChoose={(value) => choose(kind, value)}
        />
      ))}
      <LinkList
        label="整页的样子"
        rows={SCREENS}
        onPress={(hash) => {
          location.hash = hash;
        }}
      />
    </nav>
  );
}
