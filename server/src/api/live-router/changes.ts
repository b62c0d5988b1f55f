import { appError } from '../../kernel/errors.ts';
import { can } from '../../kernel/permissions.ts';
import type { Principal } from '../context.ts';
import { procedure } from '../trpc.ts';
import { createChangeQueue, isWatched } from './change-queue.ts';
import { type LiveChange, type LiveTopic, liveChangesInput } from './changes.schema.ts';

/** How often an open subscription asks whether its session and role still stand. */
const RECHECK_MS = 10_000;

/**
 * One subscription per tab for everything that it shows: names of what changed in the caller's tenant, never the data itself, which is read
 * again through the usual procedures. Errors: UNAUTHENTICATED, PERMISSION_DENIED as soon as the session or the role is gone.
 */
export const changes = procedure.input(liveChangesInput).subscription(async function* ({
  ctx,
  input,
  signal,
}): AsyncGenerator<LiveChange> {
  const { principal, platform, recheckPrincipal } = ctx;
  const queue = createChangeQueue();
  const unsubscribe = platform.signals.subscribe((change) => {
    if (isWatched(change, principal.tenant, input.topics))
      queue.push({ kind: change.kind as LiveTopic['kind'], id: change.id });
  });
  signal?.addEventListener('abort', queue.close);
  try {
    yield { kind: 'ready', id: '' };
    let checkedAtMs = platform.clock.now().getTime();
    while (signal?.aborted !== true) {
      const change = await queue.next(RECHECK_MS);
      if (platform.clock.now().getTime() - checkedAtMs >= RECHECK_MS || change === undefined) {
        assertStillAllowed(principal, recheckPrincipal === undefined ? principal : await recheckPrincipal());
        checkedAtMs = platform.clock.now().getTime();
      }
      if (change !== undefined) yield change;
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', queue.close);
  }
});

function assertStillAllowed(before: Principal, now: Principal | null): void {
  if (now === null || now.tenant !== before.tenant) throw appError('UNAUTHENTICATED', {});
  if (!can(now.role, 'workflow:read')) throw appError('PERMISSION_DENIED', { permission: 'workflow:read' });
}
