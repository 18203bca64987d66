import { type ChartLayout, type ChartStep, isVisitors } from '../../contract/chart.ts';
import { boxLines, type ChartBox } from './box-lines.ts';
import styles from './chart-picture.module.css';

export interface ChartPictureProps {
  readonly steps: readonly ChartStep[];
  readonly layout: ChartLayout;
}

/** Drawn ten times as large as the layout's units: browsers round letters smaller than a pixel. */
const SCALE = 10;

/** The chart as it was laid out at publication. For the eye only: the same steps stand beside it as a list. */
export function ChartPicture({ steps, layout }: ChartPictureProps) {
  const byId = new Map(steps.map((step) => [step.id, step]));
  return (
    <svg
      class={styles.picture}
      viewBox={`0 0 ${layout.width * SCALE} ${layout.height * SCALE}`}
      aria-hidden="true"
    >
      {layout.arrows.map((arrow, at) => (
        <Arrow key={at} arrow={arrow} />
      ))}
      {layout.boxes.map((box) => {
        const step = byId.get(box.step);
        return step && <Step key={box.step} step={step} box={box} />;
      })}
    </svg>
  );
}

function Step({ step, box }: { step: ChartStep; box: ChartBox }) {
  return (
    <g class={styles.step} data-look={isVisitors(step) ? 'yours' : step.shape}>
      <Shape step={step} box={box} />
      {boxLines(step, box).map((line) => (
        <text
          key={line.y}
          class={styles[line.kind]}
          x={line.x * SCALE}
          y={line.y * SCALE}
          font-size={line.size * SCALE}
        >
          {line.text}
        </text>
      ))}
    </g>
  );
}

/** How far its sides swell: straight ones (0.5) would cut the corners of two lines of words. */
const SWELL = 0.6;

/** A diamond whose points are where arrows meet it. */
const diamond = ({ x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>): string => {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const [byX, byY] = [(SWELL * width) / 2, (SWELL * height) / 2];
  return [
    `M${middleX} ${y}`,
    `Q${middleX + byX} ${middleY - byY} ${x + width} ${middleY}`,
    `Q${middleX + byX} ${middleY + byY} ${middleX} ${y + height}`,
    `Q${middleX - byX} ${middleY + byY} ${x} ${middleY}`,
    `Q${middleX - byX} ${middleY - byY} ${middleX} ${y}z`,
  ].join('');
};

function Shape({ step, box }: { step: ChartStep; box: ChartBox }) {
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map((each) => each * SCALE) as [
    number,
    number,
    number,
    number,
  ];
  if (step.shape === 'decision') return <path d={diamond({ x, y, width, height })} />;
  const isRound = step.shape === 'start' || step.shape === 'end';
  return <rect x={x} y={y} width={width} height={height} rx={isRound ? Math.min(height / 2, 56) : 12} />;
}

const HEAD = 16;

/** The line stops where its head begins, so that the point stays sharp. */
function Arrow({ arrow }: { arrow: ChartLayout['arrows'][number] }) {
  const points = arrow.points.map(([x, y]) => [x * SCALE, y * SCALE] as const);
  const [tipX, tipY] = points.at(-1) ?? [0, 0];
  const [beforeX, beforeY] = points.at(-2) ?? [tipX, tipY - 1];
  const [alongX, alongY] = [Math.sign(tipX - beforeX), Math.sign(tipY - beforeY)];
  const [footX, footY] = [tipX - alongX * HEAD, tipY - alongY * HEAD];
  const line = [...points.slice(0, -1), [footX, footY] as const].map(([x, y]) => `${x} ${y}`).join('L');
  const half = HEAD * 0.55;
  return (
    <g class={styles.arrow}>
      <path class={styles.line} d={`M${line}`} />
      <path
        class={styles.head}
        d={`M${tipX} ${tipY}L${footX - alongY * half} ${footY + alongX * half}L${footX + alongY * half} ${footY - alongX * half}z`}
      />
      {arrow.label && arrow.labelAt && (
        <text
          class={styles.way}
          x={arrow.labelAt[0] * SCALE}
          y={(arrow.labelAt[1] + 0.9) * SCALE}
          font-size={2.5 * SCALE}
        >
          {arrow.label}
        </text>
      )}
    </g>
  );
}
