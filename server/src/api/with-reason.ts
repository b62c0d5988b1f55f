import type { Writer } from '../kernel/actor.ts';

/** The caller, saying why. */
export function withReason(writer: Writer, reason: string | undefined): Writer {
  return reason === undefined ? writer : { ...writer, reason };
}
