import * as v from 'valibot';
import { accentIds } from './accent.ts';
import { Attract } from './attract.ts';
import { Day } from './day-schema.ts';
import { english } from './english-texts.ts';
import { HallId } from './id.ts';
import { isCreditCode } from './identity.ts';
import { templateFault } from './index-no.ts';
import { PhoneNumber } from './phone-number.ts';
import { issueAt, line, list, oneOf, slug } from './schema.ts';
import { longestOf, SUMMARY_SENTENCE } from './text-lint.ts';
import { topicIds } from './topic.ts';

/** What is true of the whole hall. It travels in the snapshot like an entry. */

export const MonthDay = v.pipe(
  v.string(),
  v.regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '月日要写成 "05-01" 的样子。'),
);

/** Office hours differ by season (夏季/冬季); `from`–`until` may cross the year's end. */
export const OfficeHours = v.strictObject({
  season: line(10),
  from: MonthDay,
  until: MonthDay,
  days: line(20),
  times: line(60),
});
export type OfficeHours = v.InferOutput<typeof OfficeHours>;

/** Who is found there: published, as 条例 Art. 20(2) asks for those in charge, and for others with their consent. */
export const DepartmentPerson = v.strictObject({
  name: line(20),
  post: line(30),
  duty: v.exactOptional(line(60)),
  phone: v.exactOptional(PhoneNumber),
});
export type DepartmentPerson = v.InferOutput<typeof DepartmentPerson>;

export const Department = v.strictObject({
  id: slug,
  name: line(30),
  duties: v.exactOptional(line(200)),
  phone: v.exactOptional(PhoneNumber),
  window: v.exactOptional(line(30)),
  people: v.exactOptional(list(DepartmentPerson, 0, 40)),
});
export type Department = v.InferOutput<typeof Department>;

export const Category = v.strictObject({ id: slug, label: line(20), hint: v.exactOptional(line(60)) });

export const hallElements = ['office', 'hours', 'departments', 'creditCode', 'phones'] as const;

/** A word of offices, in plain ones: shown by a touch where it first stands on a page. */
export const Term = v.strictObject({
  term: line(12),
  say: v.pipe(
    line(80),
    v.check((say) => longestOf(say) <= SUMMARY_SENTENCE, `一句最多 ${SUMMARY_SENTENCE} 个字，请拆成几句。`),
  ),
  /** `政府信息公开条例第三十条` */
  source: v.exactOptional(line(40)),
});
export type Term = v.InferOutput<typeof Term>;

const HallFields = v.strictObject({
  code: HallId,
  /** `嘎什根乡` */
  name: line(30),
  /** `嘎什根乡便民服务大厅` */
  hallName: line(40),
  /** `吉林省白城市镇赉县嘎什根乡` */
  place: line(60),
  government: line(60),
  countyGovernment: line(60),
  creditCode: v.exactOptional(
    v.pipe(
      line(18),
      v.check(isCreditCode, '统一社会信用代码不对：18 位，最后一位是校验码。请照登记证核对。'),
    ),
  ),
  areaCode: v.pipe(v.string(), v.regex(/^0\d{2,3}$/, '区号写成 "0436" 的样子。')),
  hotline: PhoneNumber,
  superviseLine: PhoneNumber,
  /** Where a person is found who helps: `1 号窗口`. */
  helpAt: line(30),
  office: v.strictObject({
    name: line(40),
    address: line(100),
    postcode: v.pipe(v.string(), v.regex(/^\d{6}$/, '邮政编码是 6 位数字，加引号。')),
    phone: PhoneNumber,
    fax: v.exactOptional(PhoneNumber),
    email: v.exactOptional(v.pipe(line(80), v.email('邮箱写成 xxgk@example.gov.cn 的样子。'))),
  }),
  hours: list(OfficeHours, 1, 6),
  departments: list(Department, 1, 40),
  /** 村、社区: what people choose from when a form asks where. */
  villages: v.exactOptional(list(line(20), 0, 60)),
  terms: v.exactOptional(list(Term, 0, 60)),
  categories: list(Category, 1, 30),
  homeTopics: list(oneOf(topicIds), 1, 12),
  /** Without it the look is that of DEFAULT_ACCENT. */
  accent: v.exactOptional(oneOf(accentIds)),
  /** Without it an untouched screen shows home. */
  attract: v.exactOptional(Attract),
  /** Address printed as a QR code on cards and receipts; without it codes lead to the address the screen itself uses. */
  publicUrl: v.exactOptional(
    v.pipe(
      v.string(),
      v.url('要写完整网址，例如 https://bm.example.gov.cn。'),
      // A code on paper leads there: nothing but a page of the web.
      v.regex(/^https?:\/\//i, '网址要以 https:// 或 http:// 开头。'),
    ),
  ),
  /** Tokens: uscc, region, yyyy, yyyyMM, seq:n. A number once issued never changes. */
  indexTemplate: line(80),
  notices: list(v.strictObject({ text: line(80), from: Day, until: Day }), 0, 10),
  sample: list(oneOf(hallElements), 0, hallElements.length),
  en: english,
});

export const Hall = v.pipe(
  HallFields,
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed ? templateFault(dataset.value) : null;
    if (fault !== null) addIssue(issueAt('indexTemplate', dataset.value, fault));
  }),
);
export type Hall = v.InferOutput<typeof Hall>;

/** Whether a season holds on a day of the year. */
export const inSeason = (hours: Pick<OfficeHours, 'from' | 'until'>, monthDay: string): boolean =>
  hours.from <= hours.until
    ? monthDay >= hours.from && monthDay <= hours.until
    : monthDay >= hours.from || monthDay <= hours.until;

/** The hours that hold on a day: well written it is one. */
export const hoursOn = (hall: Hall, on: Day): readonly OfficeHours[] =>
  hall.hours.filter((hours) => inSeason(hours, on.slice(5)));
