import { describe, expect, it } from 'vitest';
import { blocksOfHtml } from './blocks-of-html.ts';
import { documentOf, guideFieldsOf, itemFieldsOf } from './draft-of-document.ts';

const documentIn = (html: string) => documentOf(blocksOfHtml(html).blocks);

describe('a notice', () => {
  const notice = documentIn(`<p>嘎什根乡人民政府</p><h1>关于2026年春季植树的通知</h1><p>嘎政发〔2026〕3号</p>
    <p>各村：为做好今年春季植树，现将有关事项通知如下。</p><p>2026年4月8日前完成。</p><p>嘎什根乡人民政府</p><p>2026年3月9日</p>`);

  it('names itself, its number, its day and its kind', () => {
    expect(notice.title).toBe('关于2026年春季植树的通知');
    expect(itemFieldsOf(notice)).toMatchObject({
      docNo: '嘎政发〔2026〕3号',
      formedOn: '2026-03-09',
      genre: '通知',
      summary: '各村：为做好今年春季植树，现将有关事项通知如下。',
    });
  });

  it('keeps every word but the title in its text', () => {
    expect(JSON.stringify(itemFieldsOf(notice).body)).toContain('2026年4月8日前完成');
    expect(JSON.stringify(notice.body)).not.toContain('春季植树的通知');
  });

  it('guesses nothing that it does not say', () => {
    const plain = documentIn('<p>只有一句话。</p><p>2026年2月30日</p>');
    expect(plain.title).toBe('');
    expect(Object.keys(itemFieldsOf(plain))).toEqual(['body']);
  });
});

describe('a guide as townships write it', () => {
  const guide =
    documentIn(`<h1>城乡居民养老保险待遇领取指南</h1><p>一、办理条件</p><p>1.年满60周岁；</p><p>2.累计缴费满15年。</p>
    <p>二、所需材料</p><p>（1）本人身份证原件</p><p>（2）户口簿复印件</p><p>（3）待遇领取申请表</p>
    <p>三、设定依据</p><p>《中华人民共和国社会保险法》第二十一条</p><p>四、收费标准</p><p>不收费</p>
    <p>五、代领要什么手续？</p><p>带委托书和双方身份证。</p>`);

  it('gives its sections to the fields that they are about', () => {
    const { fields } = guideFieldsOf(guide);
    expect(fields.conditions).toEqual(['年满60周岁', '累计缴费满15年']);
    expect(fields.materials).toMatchObject([
      { name: '本人身份证原件', kind: '证明', type: '原件' },
      { name: '户口簿复印件', kind: '证明', type: '复印件' },
      { name: '待遇领取申请表', kind: '申请表', type: '原件' },
    ]);
    expect(fields.legalBasis).toEqual([{ law: '中华人民共和国社会保险法', article: '第二十一条' }]);
    expect(fields.faq).toEqual([{ question: '代领要什么手续？', answer: '带委托书和双方身份证' }]);
  });

  it('names what found no field', () => {
    expect(guideFieldsOf(guide).left).toEqual(['收费标准']);
  });
});
