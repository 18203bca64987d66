/**
 * Colours of the hall's own for what can be touched. A hall chooses among these and mixes none: each was proved to read (src/ui/tokens.test).
 * No red is among them: on the screens it says danger, and it is the emblem's.
 */
export const accents = {
  reed: '芦绿',
  moss: '苔绿',
  sky: '天青',
  azurite: '石青',
  violet: '黛紫',
} as const;
export type AccentId = keyof typeof accents;
export const accentIds = Object.keys(accents) as [AccentId, ...AccentId[]];

/** The look of a hall that has chosen none. */
export const DEFAULT_ACCENT: AccentId = 'reed';

/** Settings as they are shown and compared: what a hall has not chosen stands there too. */
export const withAccent = <H extends object>(hall: H): { accent: AccentId } & H => ({
  accent: DEFAULT_ACCENT,
  ...hall,
});
