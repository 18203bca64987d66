/** Figures, each as one line `name value unit ratio`; beneath it, after `#`, how they spread and what they stand beside. */

export interface Sample {
  readonly name: string;
  /** One of each run. */
  readonly values: readonly number[];
}

export interface Figure extends Sample {
  readonly unit: string;
  /** The cheapest thing that could do the job at all, measured in the same run. */
  readonly limit: Sample;
  /** Others that do the job. */
  readonly peers?: readonly Sample[];
  readonly goal?: Goal;
  readonly notes?: readonly string[];
}

/** Of the value itself or of its ratio to the limit. */
export interface Goal {
  readonly of: 'value' | 'ratio';
  readonly is: '≤' | '≥';
  readonly bound: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function linesOf({ name, unit, values, limit, peers = [], goal, notes = [] }: Figure): string[] {
  const value = median(values);
  const ratio = value / median(limit.values);
  const lines = [
    `${name} ${shown(value)} ${unit} ${ratio.toFixed(2)}`,
    `  # ${spread(values)}; limit: ${limit.name} ${withUnit(limit, unit)}`,
    ...peers.map(
      (peer) =>
        `  # peer: ${peer.name} ${withUnit(peer, unit)}, ours / its ${(value / median(peer.values)).toFixed(2)}`,
    ),
  ];
  if (goal) {
    const got = goal.of === 'value' ? value : ratio;
    const isMet = goal.is === '≤' ? got <= goal.bound : got >= goal.bound;
    const of = goal.of === 'value' ? ` ${unit}` : ' × the limit';
    lines.push(`  # goal: ${goal.is} ${goal.bound}${of}: ${isMet ? 'met' : 'MISSED'}`);
  }
  return [...lines, ...notes.map((note) => `  # ${note}`)];
}

export const print = (figure: Figure): void => {
  for (const line of linesOf(figure)) console.log(line);
};

const withUnit = ({ values }: Sample, unit: string): string => {
  const range = values.length > 1 ? ` (${spread(values)})` : '';
  return `${shown(median(values))} ${unit}${range}`;
};

const spread = (values: readonly number[]): string =>
  values.length > 1
    ? `min ${shown(Math.min(...values))}, max ${shown(Math.max(...values))}, ${values.length} runs`
    : 'one exact value';

function shown(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
