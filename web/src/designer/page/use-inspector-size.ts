import { useLocalStorage } from '@mantine/hooks';
import type { CSSProperties } from 'react';

interface Range {
  min: number;
  max: number;
  start: number;
}

const WIDTH: Range = { min: 360, max: 760, start: 404 };
/** Share of the window's height, for the sheet. */
const HEIGHT: Range = { min: 96, max: 800, start: 344 };

export interface InspectorSize {
  size: number;
  min: number;
  max: number;
  /** Within the limits, and remembered. */
  set: (size: number) => void;
  style: CSSProperties;
}

/** How wide the inspector is, or how high where it is a sheet; each is remembered by itself. */
export function useInspectorSize(narrow: boolean): InspectorSize {
  const range = narrow ? { ...HEIGHT, max: Math.min(HEIGHT.max, Math.round(window.innerHeight * 0.8)) } : WIDTH;
  const [stored, store] = useLocalStorage<number>({
    key: narrow ? 'penstock.designer.sheet' : 'penstock.designer.inspector',
    defaultValue: range.start,
    getInitialValueInEffect: false,
  });
  const within = (size: number) => Math.round(Math.min(range.max, Math.max(range.min, size)));
  const size = within(Number.isFinite(stored) ? stored : range.start);
  return {
    size,
    min: range.min,
    max: range.max,
    set: (next) => store(within(next)),
    style: { '--inspector-size': `${size / 16}rem` } as CSSProperties,
  };
}
