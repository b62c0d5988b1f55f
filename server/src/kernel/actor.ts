export const Roles = ['viewer', 'editor', 'admin', 'owner'] as const;
export type Role = (typeof Roles)[number];

/** Who does something: a person, a service account (API keys belong to one), or the product itself. */
export interface Actor {
  id: string;
  type: 'user' | 'service' | 'system';
}

/** Where a change comes from; written beside every change of durable facts. */
export interface Writer {
  actor: Actor;
  source: 'ui' | 'api' | 'cli' | 'run' | 'system';
  /** Set when a run's step makes the change. */
  run?: { runId: string; workflowId: string; stepPath: string; stepId: string; iterationKey: string };
  /** Chain of the events that led here, oldest first; empty for a change made by a person. */
  causation: Causation;
  reason?: string;
}

/** Rides on every event so that mirrors cannot loop for ever. */
export interface Causation {
  /** 0 for what a person or an outside system does; an event emitted by a run of an event of depth n has n + 1. */
  depth: number;
  /** `event:<id>` and `run:<id>` entries, oldest first, at most 2 × the depth limit. */
  chain: string[];
}

export const noCausation: Causation = { depth: 0, chain: [] };
export const MAX_CAUSATION_DEPTH = 16;
