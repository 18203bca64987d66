import type { MachineRow } from '../../contract/desk.ts';

/** `屏幕 A2`, `手机 B22`: as a receipt number begins. */
export const machineInWords = ({ kind, prefix }: Pick<MachineRow, 'kind' | 'prefix'>): string =>
  `${kind === 'screen' ? '屏幕' : '手机'} ${prefix}`;
