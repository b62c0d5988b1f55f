import { type AppError, appError, type ErrorDetails } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';

export type RejectionDetails = ErrorDetails<'EVENT_PAYLOAD_INVALID'>;

export interface RejectedEvent {
  error: AppError<'EVENT_PAYLOAD_INVALID'>;
  /** As `workflow_runtime_events.error_json` keeps it. */
  stored: Json;
}

/** The refusal of an event in both its forms: as the sender gets it and as it is kept. */
export function rejectedEvent(details: RejectionDetails): RejectedEvent {
  const message = `The payload does not fit ${details.schemaRef}`;
  const stored = { code: 'EVENT_PAYLOAD_INVALID', message, details: { ...details } } as unknown as Json;
  return { error: appError('EVENT_PAYLOAD_INVALID', details, message), stored };
}
