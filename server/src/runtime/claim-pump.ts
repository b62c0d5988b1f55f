import type { RunSlots } from './run-slots.ts';

/** How long freed places are gathered before they are claimed for. */
const GATHER_MS = 3;

/** Claims for the tenants that are known to have something, as long as there is room. */
export interface ClaimPump {
  /** The tenant may have claimable runs. */
  add(tenant: string): void;
  /** Claims now. */
  pump(): void;
  /** A place became free: claims now where many are free, else in a moment, so that one claim takes many runs. */
  pumpForMany(): void;
  /** Ends when no claim is under way any more. */
  stop(): Promise<void>;
}

export function createClaimPump(slots: RunSlots, onError: (error: unknown) => void): ClaimPump {
  const ready = new Set<string>();
  let claiming: Promise<void> | null = null;
  let gathering: NodeJS.Timeout | null = null;
  let isStopped = false;

  /** One claim at a time; what comes meanwhile is seen to afterwards. */
  function pump(): void {
    if (isStopped || claiming !== null || ready.size === 0 || slots.free <= 0) return;
    claiming = claimReady()
      .catch(onError)
      .finally(() => {
        claiming = null;
        if (ready.size > 0) setImmediate(pumpForMany);
      });
  }

  // Long calls that hold more than half of the places do not hold up the rest: the moment passes and what is free is claimed for.
  function pumpForMany(): void {
    if (slots.hasRoom) pump();
    else if (gathering === null && !isStopped) {
      gathering = setTimeout(() => {
        gathering = null;
        pump();
      }, GATHER_MS);
    }
  }

  async function claimReady(): Promise<void> {
    for (const tenant of [...ready]) {
      const { free } = slots;
      if (free <= 0 || isStopped) return;
      // Signals that come from here on set it again.
      ready.delete(tenant);
      if ((await slots.claim(tenant)) >= free) ready.add(tenant);
    }
  }

  return {
    add: (tenant) => void ready.add(tenant),
    pump,
    pumpForMany,
    async stop() {
      isStopped = true;
      if (gathering !== null) clearTimeout(gathering);
      await claiming;
    },
  };
}
