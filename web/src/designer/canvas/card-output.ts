import type { StepBody } from '../model/document.ts';

/** Name under which later steps read what a step gives; a loop gives its item. */
export function outputOf(body: StepBody): { kind: 'output' | 'itemVar'; name: string } | null {
  if (body.type === 'control.forEach') {
    return typeof body.itemVar === 'string' && body.itemVar !== '' ? { kind: 'itemVar', name: body.itemVar } : null;
  }
  const { config } = body;
  if (typeof config !== 'object' || config === null || Array.isArray(config)) return null;
  const { saveAs } = config;
  if (typeof saveAs !== 'string' || saveAs === '') return null;
  return { kind: 'output', name: saveAs.replace(/^vars\./, '') };
}
