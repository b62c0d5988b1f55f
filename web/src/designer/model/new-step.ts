import type { JsonObject, Step } from '@penstock/server/language';
import type { DesignDocument } from './document.ts';
import { idGiver } from './fresh-ids.ts';
import { freeSaveAs } from './save-as.ts';
import { tileGroupOf, tileKindOf } from './tile-group.ts';

/** What a palette tile stands for. */
export interface NewStepKind {
  readonly type: string;
  /** Of an `action.call`. */
  readonly action?: { readonly id: string; readonly version: number; readonly group: string };
}

const HOUR_MS = 3_600_000;

/** Fields of a step that nobody has filled in yet. Blocks begin empty. */
const beginnings: Readonly<Record<string, JsonObject>> = {
  'control.if': { condition: { $expr: '' }, then: [] },
  'control.forEach': { items: { $expr: '' }, itemVar: 'item', concurrency: 1, body: [], onItemError: 'continue' },
  'control.tryCatch': { try: [], catch: [] },
  'control.callWorkflow': { workflowKey: '', workflowVersion: 1 },
  'control.return': {},
  'event.wait': { config: { eventName: '', correlationKey: { $expr: '' } } },
  'time.wait': { config: { mode: 'duration', durationMs: HOUR_MS } },
  'state.set': { config: { state: '' } },
  'transform.assign': { config: { assign: {} } },
};

/** A step as it comes from the palette, with a readable id that is free in the document. */
export function newStep(kind: NewStepKind, document: DesignDocument): Step {
  const { type, action } = kind;
  const id = idGiver(document)(readable(action?.id ?? type));
  if (action === undefined) return { id, type, ...(beginnings[type] ?? { config: {} }) } as unknown as Step;
  return {
    id,
    type,
    config: {
      actionId: action.id,
      version: action.version,
      inputMapping: {},
      saveAs: freeSaveAs(document, action.id),
      designerGroupKey: tileGroupOf(action.group),
      designerTileKind: tileKindOf(action.group),
    },
  };
}

/** `control.forEach` gives `for-each`, `links.upsert` gives `links-upsert`. */
function readable(name: string): string {
  return name
    .replace(/^control\./, '')
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z\d]+/g, '-')
    .toLowerCase();
}
