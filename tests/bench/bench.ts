import { availableParallelism, loadavg } from 'node:os';
import { bring } from './bring.ts';
import { chart } from './chart.ts';
import { coldStart } from './cold-start.ts';
import { firstLoad } from './first-load.ts';
import { handwriting } from './handwriting.ts';
import { pull } from './pull.ts';
import { receive } from './receive.ts';
import { search } from './search.ts';
import { makeStage, type Stage } from './stage.ts';
import { typing } from './typing.ts';

/** Numbers as in the table of goals; those that need a hall with everything and a screen share one stage. */
const STAGED: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  1: firstLoad,
  2: coldStart,
  6: search,
  // Last: it publishes.
  4: pull,
};
const ALONE: Readonly<Record<string, () => Promise<void>>> = {
  9: receive,
  15: bring,
  16: typing,
  17: handwriting,
  18: chart,
};
const KNOWN = [...Object.keys(STAGED), ...Object.keys(ALONE)].sort();

await main(process.argv.slice(2));

async function main(asked: readonly string[]): Promise<void> {
  const strange = asked.filter((name) => !KNOWN.includes(name));
  if (strange.length > 0) {
    console.error(`no benchmark ${strange.join(', ')}; there are ${KNOWN.join(' ')}`);
    process.exitCode = 2;
    return;
  }
  const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
  sayWhere();
  for (const [name, bench] of Object.entries(ALONE)) if (wanted(name)) await bench();
  if (Object.keys(STAGED).some(wanted)) await runStaged(wanted);
  sayWhere();
}

async function runStaged(wanted: (name: string) => boolean): Promise<void> {
  const stage = await makeStage();
  console.log(
    `# stage: import ${stage.seconds.import.toFixed(1)} s, first pull ${stage.seconds.pull.toFixed(1)} s`,
  );
  try {
    for (const name of ['1', '2', '6', '4']) if (wanted(name)) await STAGED[name]?.(stage);
  } finally {
    await stage.close();
  }
}

/** Figures depend on what else the machine does: ratios much less. */
function sayWhere(): void {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `# node ${process.version}, ${availableParallelism()} cores, load ${load}, ${new Date().toISOString()}`,
  );
}
