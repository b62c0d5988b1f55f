import { z } from 'zod';
import { labelField } from '../../kernel/label.schema.ts';
import { StoreValueTypes } from '../../registry/ports.ts';

export const entryAddress = { namespace: labelField, key: labelField };

export const valueTypeField = z.enum(StoreValueTypes);

export const MAX_TTL_SECONDS = 31_536_000;
