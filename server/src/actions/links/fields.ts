import { z } from 'zod';
import { labelField } from '../../kernel/label.schema.ts';
import type { FieldEditor } from '../../registry/define-action.ts';

export const recordRefField = z.strictObject({ type: labelField, id: labelField });

export const namespaceEditor: FieldEditor = { kind: 'softEnum', suggestions: 'links.namespaces' };
export const typeEditor: FieldEditor = { kind: 'softEnum', suggestions: 'links.types' };
export const relationEditor: FieldEditor = { kind: 'softEnum', suggestions: 'links.relations' };
