import { describe, expect, test } from 'vitest';
import { day } from './day-schema.ts';
import { Hall } from './hall.ts';
import { indexNumber, templateFault } from './index-no.ts';
import { faultsOf } from './schema.ts';

const code = '220821203' as Hall['code'];
const creditCode = '11220821013698700K';

describe('the pattern of index numbers', () => {
  test.each([
    ['{uscc}/{yyyy}-{seq:5}', '11220821013698700K/2014-00007'],
    ['{region}{yyyyMM}{seq:3}', '220821203201412007'],
  ])('%s makes %s', (indexTemplate, made) => {
    const hall = { code, creditCode, indexTemplate };
    expect(templateFault(hall)).toBeNull();
    expect(indexNumber(hall, day('2014-12-31'), 7)).toBe(made);
  });

  test.each([
    ['{uscc}/{yyyy}', '要有 {seq:5}'],
    ['{uscc}/{seq:0}', '要有 {seq:5}'],
    ['{dept}-{seq:5}', '“{dept}”不认识'],
    ['{uscc}-{seq:5}-{', '“{”不认识'],
    ['{uscc}{uscc}{yyyy}{seq:5}', '有 45 个字符'],
  ])('%s is refused: %s', (indexTemplate, say) => {
    expect(templateFault({ code, creditCode, indexTemplate })).toContain(say);
  });
});

test('a credit code is one by its check character', () => {
  const say = (creditCode: string) =>
    faultsOf(Hall, { creditCode }).find((fault) => fault.path[0] === 'creditCode')?.say;
  expect(say('11220821013698700K')).toBeUndefined();
  expect(say('11220821013698700L')).toContain('统一社会信用代码不对');
});
