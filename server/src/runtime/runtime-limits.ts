/** Numbers of the runtime; docs/run-states.md tells what follows from them. */
export interface RuntimeLimits {
  /** How long a claim or a heartbeat is good for; measured by the database's clock. */
  leaseMs: number;
  heartbeatMs: number;
  /** Safety net behind signals and timers. */
  pollMs: number;
  /** Runs that one worker advances at a time; below the size of the pool, so that requests get a connection too. */
  concurrency: number;
  /** A run that this many claims did not get any further goes to an operator. */
  maxClaimsWithoutProgress: number;
  /** A boundary commits after so many steps or so much time, whatever comes first. */
  maxStepsPerBoundary: number;
  maxBoundaryMs: number;
  /** Transactional effects that may share a boundary. */
  maxEffectsPerBoundary: number;
  maxStateBytes: number;
  maxSnapshotBytes: number;
  maxErrorBytes: number;
  maxCallDepth: number;
}

export const defaultRuntimeLimits: RuntimeLimits = {
  leaseMs: 10_000,
  heartbeatMs: 3_000,
  pollMs: 1_000,
  concurrency: 12,
  maxClaimsWithoutProgress: 3,
  maxStepsPerBoundary: 200,
  maxBoundaryMs: 200,
  maxEffectsPerBoundary: 50,
  maxStateBytes: 16 * 1024 * 1024,
  maxSnapshotBytes: 256 * 1024,
  maxErrorBytes: 32 * 1024,
  maxCallDepth: 10,
};
