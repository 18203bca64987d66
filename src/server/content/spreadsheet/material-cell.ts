import type { Material } from '../../../contract/guide.ts';

/** One line of a cell as a material of a guide, and back: `居民身份证（原件1份，复印件2份）`. */

const BRACKETS = /[（(]([^（()）]*)[)）]\s*$/;

export const materialOf = (line: string): Material => {
  const inside = BRACKETS.exec(line)?.[1] ?? '';
  // Brackets that say nothing of copies belong to the name.
  const isAbout = /原件|复印件|份|必要|容缺|免提交/.test(inside);
  const name = isAbout ? line.replace(BRACKETS, '').trim() : line;
  const originals = countIn(/原件\s*(\d{1,2})\s*份/, inside);
  const copies = countIn(/复印件\s*(\d{1,2})\s*份/, inside);
  const kind = kindOf(name);
  return {
    name,
    kind,
    type: typeOf(inside),
    source: kind === '证照' || kind === '证明' ? '政府部门核发' : '申请人自备',
    ...(originals === null ? {} : { originals }),
    ...(copies === null ? {} : { copies }),
    necessity: /容缺/.test(inside)
      ? '容缺后补'
      : /免提交/.test(inside)
        ? '免提交'
        : /非必要/.test(inside)
          ? '非必要'
          : '必要',
  };
};

const countIn = (pattern: RegExp, text: string): number | null => {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Math.min(20, Number(found));
};

const typeOf = (text: string): Material['type'] => {
  if (/原件或复印件/.test(text)) return '原件或复印件';
  if (!text.includes('复印件')) return '原件';
  return text.replaceAll('复印件', '').includes('原件') ? '原件和复印件' : '复印件';
};

const kindOf = (name: string): Material['kind'] => {
  if (/表$|申请书$|承诺书$/.test(name)) return '申请表';
  if (/证明|报告$|病历$/.test(name)) return '证明';
  return /证|执照|户口簿|户口本|批文|卡$/.test(name) ? '证照' : '其他';
};

export const materialText = ({ name, type, originals, copies, necessity }: Material): string => {
  const parts = [
    copies === undefined && originals === undefined ? type : '',
    originals === undefined ? '' : `原件${originals}份`,
    copies === undefined ? '' : `复印件${copies}份`,
    necessity === '必要' ? '' : necessity,
  ].filter((each) => each !== '');
  return `${name}（${parts.join('，')}）`;
};
