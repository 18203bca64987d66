import * as v from 'valibot';
import { isPhone, normalizePhone } from './phone.ts';

export const PhoneNumber = v.pipe(
  v.string('电话要写成文字，加引号，例如 "0436-7861003"。'),
  v.transform(normalizePhone),
  v.check(isPhone, '电话号码不对，例如 0436-7861003 或 13800138000。'),
);
