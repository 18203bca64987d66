import { expect, it } from 'vitest';
import { installPorts, type Ports, ports } from './port.ts';

it('a call made before the ports are installed waits for them', async () => {
  const calls: unknown[] = [];
  const noted =
    <R>(name: string, result: R) =>
    (...args: unknown[]) => {
      calls.push([name, ...args]);
      return Promise.resolve(result);
    };
  const early = ports.lookUpProgress('A7', 'CODE');
  const installed = {
    lookUpProgress: noted('lookUpProgress', 1),
    mayFile: noted('mayFile', 2),
    prepareSubmission: noted('prepareSubmission', 3),
    submit: noted('submit', 4),
    print: noted('print', 5),
    inputData: noted('inputData', 6),
  } as unknown as Ports;
  installPorts(installed);
  expect(await early).toBe(1);
  const rest = [
    ports.mayFile(),
    ports.prepareSubmission(),
    ports.submit({} as never),
    ports.print({} as never),
    ports.inputData('pinyin'),
  ];
  expect(await Promise.all(rest)).toEqual([2, 3, 4, 5, 6]);
  expect(calls).toEqual([
    ['lookUpProgress', 'A7', 'CODE'],
    ['mayFile'],
    ['prepareSubmission'],
    ['submit', {}],
    ['print', {}],
    ['inputData', 'pinyin'],
  ]);
});
