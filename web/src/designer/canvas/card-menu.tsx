import type { CanvasLayout } from './canvas-layout.ts';
export function CardMenu(_props: { layout: CanvasLayout }) {
  return null;
}
