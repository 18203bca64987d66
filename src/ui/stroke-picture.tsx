import styles from './stroke-picture.module.css';

export interface StrokePictureProps {
  readonly label: string;
  /** Each as points: `12,34 56,78`. */
  readonly strokes: readonly string[];
  readonly width: number;
  readonly height: number;
}

/** What a finger drew. */
export const StrokePicture = ({ label, strokes, width, height }: StrokePictureProps) => (
  <svg class={styles.picture} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
    {strokes.map((points, at) => (
      // A stroke has no name but its place.
      <polyline key={at} points={points} />
    ))}
  </svg>
);
