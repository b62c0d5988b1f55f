import type { Platform } from '../db/platform.ts';
import type { Tx } from '../db/tx.ts';
import { eventServices } from '../events/event-services.ts';
import { ingestEvent } from '../events/ingest-event.ts';
import type { Writer } from '../kernel/actor.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { TaskPatch } from '../records/project-tasks/task.schema.ts';
import { updateTask } from '../records/project-tasks/update-task.ts';
import { cancelRun } from '../runs/cancel-run.ts';
import { startLimitsOf } from '../runs/start-limits.ts';
import { startRunByHand } from '../runs/start-run-by-hand.ts';
import { dayFrom, demoInvoice, demoTask, WAITING_FOR_CLIENT } from './demo-records.ts';

/** What people and the billing system do in one scene. */
export interface Scene {
  /** Of the event that it begins with; its being there says that the scene has been played. */
  eventId: string;
  act(stage: Stage): Promise<void>;
}

export interface Stage {
  tx: Tx;
  writer: Writer;
  platform: Platform;
  eventId: string;
}

/** Each scene begins when what the one before it started has come to rest. */
export const demoStory: readonly Scene[] = [
  {
    eventId: 'demo-invoice-2041-first',
    async act(stage) {
      await tellOverdue(stage, { invoiceId: demoInvoice.late, invoiceNumber: 'INV-2041', amountDue: '1250.00' });
      await change(stage, demoTask.structure, {
        title: 'Draft the page structure and the menu',
        dueDate: dayFrom(stage.tx.now, 4),
      });
      for (const taskId of [demoTask.logo, demoTask.colours, demoTask.hosting])
        await change(stage, taskId, { status: WAITING_FOR_CLIENT });
      await startDigest(stage);
    },
  },
  {
    eventId: 'demo-invoice-2041-again',
    async act(stage) {
      await tellOverdue(stage, { invoiceId: demoInvoice.late, invoiceNumber: 'INV-2041', amountDue: '1250.00' });
      await change(stage, demoTask.colours, { status: 'done' });
      await cancelWait(stage, demoTask.hosting, 'The client confirmed by phone.');
      await change(stage, demoTask.hosting, { status: 'in_progress' });
    },
  },
  {
    eventId: 'demo-invoice-2047',
    async act(stage) {
      await tellOverdue(stage, { invoiceId: demoInvoice.later, invoiceNumber: 'INV-2047', amountDue: '310.40' });
      await startDigest(stage);
    },
  },
  {
    eventId: 'demo-invoice-2050',
    // Nobody has made that project: the run fails and says so.
    act: (stage) =>
      tellOverdue(stage, {
        invoiceId: demoInvoice.lost,
        invoiceNumber: 'INV-2050',
        amountDue: '86.00',
        projectName: 'Brightwell: Office move',
      }),
  },
];

async function tellOverdue({ tx, writer, platform, eventId }: Stage, invoice: JsonObject): Promise<void> {
  const payload = { ...invoice, currency: 'EUR', dueDate: dayFrom(tx.now, -9), daysOverdue: 9 };
  const result = await ingestEvent(tx, writer, eventServices(platform), {
    eventName: 'INVOICE_OVERDUE',
    eventId,
    payload,
  });
  if ('rejected' in result) throw result.rejected;
}

async function change({ tx, writer }: Stage, taskId: string, patch: TaskPatch): Promise<void> {
  await updateTask(tx, writer, { taskId, patch });
}

async function startDigest({ tx, writer, platform }: Stage): Promise<void> {
  const limits = startLimitsOf(platform.config);
  const result = await startRunByHand(tx, writer, { workflow: 'tasks.what-changed', payload: {}, limits });
  if (result.outcome === 'refused') throw result.error;
}

async function cancelWait({ tx, writer }: Stage, taskId: string, reason: string): Promise<void> {
  const { rows } = await tx.query<{ run_id: string }>({
    name: 'demo.waiting_runs',
    text: `SELECT run_id FROM workflow_run_waits
            WHERE tenant = $1 AND event_name = 'PROJECT_TASK_STATUS_CHANGED' AND key = $2 AND status = 'WAITING'`,
    values: [tx.tenant, taskId],
  });
  for (const row of rows) await cancelRun(tx, writer, { runId: row.run_id, reason });
}
