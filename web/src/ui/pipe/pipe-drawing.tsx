import type { CSSProperties } from 'react';
import type { Fitting, PipeLayout } from './layout.ts';
import classes from './pipe.module.css';

export interface PipeDrawingProps {
  layout: PipeLayout;
  width: number;
  /** Step under which the flow is shut, and why. */
  valve?: { key: string; hue: 'brass' | 'plum' } | undefined;
  live: boolean;
  /** The part of the height that is in sight; absent = all of it. */
  inSight?: Span;
}

export interface Span {
  from: number;
  to: number;
}

/** One drawing for the whole pipe: walls of all pieces first, then their insides, so that tees merge by themselves; wet over dry. */
export function PipeDrawing({ layout, width, valve, live, inSight }: PipeDrawingProps) {
  const { from, to } = clamp(inSight, layout.height);
  const style: CSSProperties = {
    insetBlockStart: `${from / 16}rem`,
    inlineSize: `${width / 16}rem`,
    blockSize: `${(to - from) / 16}rem`,
  };
  const seen = layout.segments.filter((segment) => segment.to >= from && segment.from <= to);
  const dry = seen.filter((segment) => !segment.wet);
  const wet = seen.filter((segment) => segment.wet);
  const shut = valve === undefined ? undefined : layout.valves.find((each) => each.key === valve.key);
  return (
    <svg
      className={classes.drawing}
      style={style}
      viewBox={`0 ${from} ${width} ${to - from}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className={classes.wall} d={dry.map((segment) => segment.path).join('')} />
      <path className={classes.dry} d={dry.map((segment) => segment.path).join('')} />
      <path className={classes.wallWet} d={wet.map((segment) => segment.path).join('')} />
      <path className={classes.water} d={wet.map((segment) => segment.path).join('')} />
      {live && wet.length > 0 && <path className={classes.glint} d={wet.at(-1)?.path} />}
      {layout.fittings
        .filter((fitting) => fitting.y >= from - 16 && fitting.y <= to + 16)
        .map((fitting) => (
          <FittingShape key={`${fitting.kind} ${fitting.x} ${fitting.y}`} fitting={fitting} live={live} />
        ))}
      {shut !== undefined && (
        <path
          className={classes.valve}
          data-hue={valve?.hue}
          d={`M${shut.x - 6} ${shut.y - 6}L${shut.x + 6} ${shut.y + 6}H${shut.x - 6}L${shut.x + 6} ${shut.y - 6}ZM${shut.x} ${shut.y}H${shut.x + 11}M${shut.x + 11} ${shut.y - 4}V${shut.y + 4}`}
        />
      )}
    </svg>
  );
}

function clamp(span: Span | undefined, height: number): Span {
  if (span === undefined) return { from: 0, to: height };
  return { from: Math.max(0, Math.min(span.from, height)), to: Math.max(0, Math.min(span.to, height)) };
}

function FittingShape({ fitting, live }: { fitting: Fitting; live: boolean }) {
  const { kind, x, y } = fitting;
  const wet = fitting.wet || undefined;
  if (kind === 'collar')
    return <rect className={classes.collar} data-wet={wet} x={x - 8} y={y - 2} width={16} height={4} rx={1} />;
  if (kind === 'cap') {
    return <rect className={classes.collar} data-wet={wet} x={x - 2} y={y - 8} width={4} height={16} rx={1} />;
  }
  if (kind === 'end') return <Turbine x={x} y={y} wet={fitting.wet} turns={live} />;
  return (
    <g className={classes.fitting} data-wet={wet}>
      <circle cx={x} cy={y} r={8} />
      {kind === 'loop' ? (
        <path
          d={`M${x - 3.5} ${y - 0.5}a3.5 3.5 0 0 1 6.4-1.6m.2-2v2.2h-2.2M${x + 3.5} ${y + 0.5}a3.5 3.5 0 0 1-6.4 1.6m-.2 2v-2.2h2.2`}
        />
      ) : (
        <path d={`M${x} ${y - 3.6}v4M${x} ${y + 3.2}v.4`} />
      )}
    </g>
  );
}

function Turbine({ x, y, wet, turns }: { x: number; y: number; wet: boolean; turns: boolean }) {
  return (
    <g className={classes.turbine} data-wet={wet || undefined}>
      <circle cx={x} cy={y} r={13} />
      <g className={turns ? classes.turning : undefined} style={{ transformOrigin: `${x}px ${y}px` }}>
        {[0, 60, 120, 180, 240, 300].map((angle) => (
          <path key={angle} d={`M${x} ${y - 1.5}c-1-4 1-7 5-8`} transform={`rotate(${angle} ${x} ${y})`} />
        ))}
      </g>
    </g>
  );
}
