import { hasEnglish } from '../contract/english.ts';
import type { EnglishTexts } from '../contract/english-texts.ts';
import { phoneInGroups } from '../contract/phone.ts';
import { Notice } from '../ui/notice.tsx';
import { language } from '../ui/words/words.ts';
import { helpAtInWords } from './sample-mark.tsx';
import { spoken } from './store/content.ts';
import { t } from './t.ts';

export interface ChineseOnlyProps {
  readonly entry: { readonly title: string; readonly en?: EnglishTexts };
}

/** Says honestly that the hall has this in Chinese alone, and who helps to read it. */
export function ChineseOnly({ entry }: ChineseOnlyProps) {
  const hall = spoken.value?.hall;
  if (language.value === 'zh-CN' || hasEnglish(entry) || !hall) return null;
  return (
    <Notice kind="info" title={t('这一页只有中文。')}>
      {t('请到 {place} 问，或者打 {phone}，工作人员帮您看。', {
        place: helpAtInWords(hall),
        phone: phoneInGroups(hall.hotline),
      })}
    </Notice>
  );
}
