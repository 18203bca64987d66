/** The glasses on which visitors will see it. */
export const looks = {
  tall: { label: '竖屏', width: 1080, height: 1920 },
  wide: { label: '横屏', width: 1920, height: 1080 },
  phone: { label: '手机', width: 390, height: 844 },
} as const;
export type Look = keyof typeof looks;
export const lookIds = Object.keys(looks) as readonly Look[];
