import { z } from 'zod';
import { labelField } from '../../kernel/label.schema.ts';

export const entryAddress = { namespace: labelField, key: labelField };

export const valueTypeField = z.enum(['string', 'number', 'boolean', 'json']);

export const MAX_TTL_SECONDS = 31_536_000;
