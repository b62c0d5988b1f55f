export const DEFINITION_MAX_BYTES = 2 * 1024 * 1024;
export const DEFINITION_MAX_STEPS = 5_000;
/** Pipes inside pipes; a step in the root pipe is at depth 1. */
export const DEFINITION_MAX_DEPTH = 20;
