import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Graph, layout } from '@dagrejs/dagre';
import { arrowsOf, type Chart, type ChartLayout } from '../../src/contract/chart.ts';
import { layOutChart } from '../../src/contract/chart-layout.ts';
import { readFile } from '../../src/server/content/import/content-file.ts';
import { print } from './report.ts';

/**
 * Number 18: the demo hall's charts laid out by us and, from the same boxes, by dagre. What counts on an upright screen and on paper: words
 * keep their size, arrows run level or upright, and the drawing is no longer than it need be. Counts, the same on every machine.
 */

const FOLDER = fileURLToPath(new URL('../../src/server/demo-hall/chart/', import.meta.url));
/** As wide as our drawings; dagre gets the distances that ours keep between boxes. */
const WIDTH = 100;
const DISTANCES = { rankdir: 'TB', nodesep: 4, ranksep: 4.6, marginx: 2, marginy: 2 } as const;

type Point = readonly [number, number];
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly arrows: readonly (readonly Point[])[];
}

const charts = (): readonly Chart[] =>
  readdirSync(FOLDER).map((name) => {
    const { content } = readFile(`chart/${name}`, readFileSync(join(FOLDER, name), 'utf8'));
    if (content?.type !== 'entry' || content.entry.kind !== 'chart') throw new Error(`${name} is no chart`);
    return content.entry;
  });

const ours = ({ width, height, arrows }: ChartLayout): Drawing => ({
  width,
  height,
  arrows: arrows.map(({ points }) => points),
});

function byDagre(chart: Chart, { boxes }: ChartLayout): Drawing {
  const graph = new Graph({ multigraph: true });
  graph.setGraph(DISTANCES);
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { step, width, height } of boxes) graph.setNode(step, { width, height });
  for (const step of chart.steps) for (const { to } of arrowsOf(step)) graph.setEdge(step.id, to, {}, to);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  // Too wide for the glass: the whole drawing is made smaller, its words with it.
  const shrink = Math.min(1, WIDTH / width);
  return {
    width,
    height: height * shrink,
    arrows: graph.edges().map((each) => pointsOf(graph.edge(each).points)),
  };
}

const pointsOf = (points: readonly { readonly x: number; readonly y: number }[] = []): Point[] =>
  points.map(({ x, y }) => [x, y]);

const isStraight = ([ax, ay]: Point, [bx, by]: Point): boolean =>
  Math.abs(ax - bx) < 0.01 || Math.abs(ay - by) < 0.01;
const piecesOf = ({ arrows }: Drawing): boolean[] =>
  arrows.flatMap((points) => points.slice(1).map((point, at) => isStraight(points[at] as Point, point)));
const keepsItsWords = ({ width }: Drawing): boolean => width <= WIDTH + 0.01;

export async function chart(): Promise<void> {
  const all = charts().map((each) => {
    const drawn = layOutChart(each.steps);
    return { ours: ours(drawn), peer: byDagre(each, drawn) };
  });
  const sum = (of: (one: (typeof all)[number]) => number): number[] => [
    all.reduce((total, each) => total + of(each), 0),
  ];
  const straight = (drawing: Drawing): number => piecesOf(drawing).filter(Boolean).length;
  print({
    name: 'chart.words-keep-size',
    unit: 'charts',
    values: sum((each) => Number(keepsItsWords(each.ours))),
    limit: { name: 'all of them', values: [all.length] },
    peers: [{ name: 'dagre', values: sum((each) => Number(keepsItsWords(each.peer))) }],
    goal: { of: 'ratio', is: '≥', bound: 1 },
  });
  print({
    name: 'chart.level-or-upright',
    unit: 'pieces of arrows',
    values: sum((each) => straight(each.ours)),
    limit: { name: 'all of ours', values: sum((each) => piecesOf(each.ours).length) },
    peers: [{ name: 'dagre', values: sum((each) => straight(each.peer)) }],
    goal: { of: 'ratio', is: '≥', bound: 1 },
    notes: [`of dagre's ${sum((each) => piecesOf(each.peer).length)[0]} pieces the rest slant`],
  });
  print({
    name: 'chart.height',
    unit: 'hundredths of a width',
    values: sum((each) => each.ours.height),
    limit: { name: 'dagre, made to fit', values: sum((each) => each.peer.height) },
  });
}
