import type { Platform } from '../db/platform.ts';
import type { Tx } from '../db/tx.ts';
import { findStoredEvent } from '../events/stored-event.ts';
import { type DemoHost, findDemoHost } from './demo-host.ts';
import { lockDemo } from './demo-lock.ts';
import { demoStory, type Scene } from './demo-story.ts';

/**
 * Plays what happens in the demo workspace, scene by scene, through the services that people use: every run is a real one. A scene is one
 * transaction and is played once in the life of a workspace; a story that was interrupted goes on where it stopped.
 * `untilQuiet` answers when no run is under way and no event waits for its dispatch.
 */
export async function playDemo(platform: Platform, untilQuiet: (tenant: string) => Promise<void>): Promise<void> {
  const host = await findDemoHost(platform);
  if (host === null) return;
  for (const scene of demoStory) {
    if (await platform.db.withTenant(host.tenant, (tx) => wasPlayed(tx, scene))) continue;
    await untilQuiet(host.tenant);
    await platform.db.withTenant(host.tenant, (tx) => playOnce(tx, host, platform, scene));
  }
}

async function playOnce(tx: Tx, { writer }: DemoHost, platform: Platform, scene: Scene): Promise<void> {
  await lockDemo(tx);
  if (await wasPlayed(tx, scene)) return;
  await scene.act({ tx, writer, platform, eventId: scene.eventId });
}

async function wasPlayed(tx: Tx, scene: Scene): Promise<boolean> {
  return (await findStoredEvent(tx, scene.eventId)) !== null;
}

/** No run is under way and no event waits for its dispatch. Runs that wait for something are at rest. */
export async function isQuiet(tx: Tx): Promise<boolean> {
  const { rows } = await tx.query<{ is_busy: boolean }>({
    name: 'demo.is_busy',
    text: `SELECT EXISTS (SELECT 1 FROM workflow_runs WHERE tenant = $1 AND status IN ('RUNNING', 'QUEUED'))
               OR EXISTS (SELECT 1 FROM workflow_runtime_events WHERE tenant = $1 AND status = 'pending') AS is_busy`,
    values: [tx.tenant],
  });
  return rows[0]?.is_busy === false;
}
