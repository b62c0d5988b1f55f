import classes from './welcome.module.css';

/** Water stands behind a shut valve, the turbine waits. The only picture of the product. */
export function PenstockDrawing() {
  return (
    <svg viewBox="0 0 420 232" className={classes.drawing} aria-hidden="true" focusable="false">
      <path className={classes.waterBack} d="M32 62c20-14 40-14 60 0s40 14 60 0v44H32z" />
      <path className={classes.water} d="M32 76c20-12 40-12 60 0s40 12 60 0v34H32z" />
      <path className={classes.basin} d="M31 44v66h122V44" />
      <path className={classes.pipeWall} d="M154 96h46c22 0 26 12 38 30l28 36c10 14 18 20 36 20h14" />
      <path className={classes.pipeDry} d="M154 96h46c22 0 26 12 38 30l28 36c10 14 18 20 36 20h14" />
      <path className={classes.pipeWet} d="M152 96h36" />
      <path className={classes.collar} d="M164 84v24M304 170v24" />
      <path className={classes.collar} d="m233 142 20-14" />
      <path className={classes.valve} d="m186 84 22 24V84l-22 24zM197 96V72m-12 0h24" />
      <circle className={classes.turbine} cx="346" cy="182" r="30" />
      <g className={classes.blades}>
        {[0, 60, 120, 180, 240, 300].map((turn) => (
          <path key={turn} d="M346 178c-2-8 2-16 11-19" transform={`rotate(${turn} 346 182)`} />
        ))}
      </g>
      <path className={classes.tail} d="M377 182h34" />
    </svg>
  );
}
