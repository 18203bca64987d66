import { attractKinds, attractParts } from '../../../contract/attract.ts';
import { choicesOf, type Field } from './spec.ts';
import { type Branch, branchOf, isBranch, isSame, type Tree } from './tree.ts';

/** 待机画面: what an untouched screen shows in turn. */

const whileOn = { key: 'isOn', is: [true] } as const;

const attract: readonly Field[] = [
  { key: 'isOn', label: '首页久没人碰，就轮流放几张大字', hint: '谁碰一下屏幕，马上回到首页', as: 'yes' },
  {
    key: 'shows',
    label: '放什么',
    hint: '通知只放今天还在的',
    as: 'picks',
    choices: choicesOf(attractParts),
    onlyWhen: whileOn,
  },
  {
    key: 'entries',
    label: '还放哪几条内容',
    hint: '每条放标题和一句话，从上到下。撤下的、过了期的，屏幕自己跳过',
    as: 'entries',
    kinds: attractKinds,
    max: 12,
    onlyWhen: whileOn,
  },
  {
    key: 'afterSeconds',
    label: '多久没人碰才开始',
    hint: '30 到 900。太短了，慢慢看首页的人会被打断',
    as: 'number',
    unit: '秒',
    isHalf: true,
    onlyWhen: whileOn,
  },
  {
    key: 'secondsEach',
    label: '每张放多久',
    hint: '5 到 60',
    as: 'number',
    unit: '秒',
    isHalf: true,
    onlyWhen: whileOn,
  },
  {
    key: 'night',
    label: '夜里调暗',
    as: 'group',
    isOptional: true,
    onlyWhen: whileOn,
    fields: [
      { key: 'from', label: '从几点', hint: '20:00；不调暗就两格都空着', as: 'line', max: 5, isHalf: true },
      { key: 'until', label: '到几点', hint: '06:00', as: 'line', max: 5, isHalf: true },
    ],
  },
];

export const attractField: Field = { key: 'attract', label: '待机画面', as: 'group', fields: attract };

const BEGINS: Branch = {
  shows: Object.keys(attractParts),
  entries: [],
  afterSeconds: 120,
  secondsEach: 10,
  night: { from: '20:00', until: '06:00' },
};

const isEmpty = (value: Tree | undefined): boolean =>
  isBranch(value) && Object.values(value).every((each) => each === '');

/** Switched on for the first time it begins with the usual; switched off again untouched, it is as if it never had been. */
export const tidyAttract = (hall: Branch): Branch => {
  if (hall.attract === undefined) return hall;
  const { night, ...rest } = branchOf(hall.attract);
  const held: Branch = night === undefined || isEmpty(night) ? rest : { night, ...rest };
  const isNew = Object.keys(held).every((key) => key === 'isOn');
  const attract: Branch = isNew ? { ...BEGINS, ...held } : held;
  const { attract: _, ...without } = hall;
  if (isSame(attract, { ...BEGINS, isOn: false })) return without;
  return isSame(attract, hall.attract) ? hall : { ...hall, attract };
};
