import { z } from 'zod';
import { jsonObjectField } from '../kernel/label.schema.ts';
import { storableText } from '../kernel/storable.ts';
import { MAX_CORRELATION_KEY_LENGTH } from './correlation-keys.ts';

export const MAX_EVENTS_PER_LIST = 1000;

export const eventNameField = storableText(1, 128);
export const eventIdField = storableText(1, 256);
export const correlationKeyField = storableText(1, MAX_CORRELATION_KEY_LENGTH);

export const sendEventInput = z.strictObject({
  eventName: eventNameField,
  payload: jsonObjectField,
  correlationKey: correlationKeyField.optional(),
  payloadSchemaRef: storableText(1, 256).optional(),
  eventId: eventIdField.optional(),
});
