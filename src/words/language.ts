/** The languages that the interface speaks, each called by itself. */
export const languages = { 'zh-CN': '中文', en: 'English' } as const;
export type Language = keyof typeof languages;
export const languageIds = Object.keys(languages) as Language[];
