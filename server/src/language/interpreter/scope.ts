import type { Json } from '../../kernel/json.ts';
import type { Roots } from '../expressions/evaluate.ts';
import { applyWrites } from '../mapping/apply-writes.ts';
import type { Write } from '../mapping/write.ts';
import type { Chain } from './frames.ts';
import type { RunState } from './run-state.ts';
import type { Envelope } from './types.ts';

/** The envelope as a step at the end of the chain sees it: side-by-side iterations see their own writes and nobody else's. */
export function envelopeAt(state: RunState, chain: Chain, pending: readonly Write[] = []): Envelope {
  const overlays = chain.flatMap(({ branch }) => branch.writes ?? []);
  return applyWrites(state.envelope, [...overlays, ...pending]);
}

/**
 * Names that an expression sees: the members of the envelope, then the names of loops (inner ones hide outer ones), then every
 * member of `vars` by its bare name.
 */
export function rootsAt(envelope: Envelope, chain: Chain, extra: Readonly<Record<string, Json>> = {}): Roots {
  const locals: Record<string, Json> = {};
  for (const { branch } of chain) {
    if (branch.locals === null) continue;
    const { itemVar, ...names } = branch.locals;
    Object.assign(locals, names);
    if (typeof itemVar === 'string') locals[itemVar] = envelope.vars[itemVar] ?? null;
  }
  const { payload, vars, error, run } = envelope;
  const meta = { runId: run.id, workflowId: run.workflowId, workflowVersion: run.workflowVersion, ...envelope.meta };
  return { ...vars, ...locals, payload, vars, meta, error, ...extra };
}

/** Writes to the innermost overlay around, else to the envelope. Errors: ASSIGN_PATH_INVALID; then nothing was written. */
export function write(state: RunState, chain: Chain, writes: readonly Write[]): void {
  if (writes.length === 0) return;
  // Tried on what the step sees, so that a path that cannot be written is found out here and not when overlays are merged.
  const seen = envelopeAt(state, chain, writes);
  const overlay = chain.findLast(({ branch }) => branch.writes !== null)?.branch.writes;
  if (!overlay) state.envelope = seen;
  else for (const one of writes) addToOverlay(overlay, one);
}

/** A write makes earlier ones at and below its path void; without them, a loop inside does not let the overlay grow. */
function addToOverlay(overlay: Write[], added: Write): void {
  const kept = overlay.filter(({ path }) => !added.path.every((segment, depth) => path[depth] === segment));
  overlay.splice(0, overlay.length, ...kept, added);
}
