import { z } from 'zod';
import { defineEvent } from '../../registry/define-event.ts';
import { basePayload, exampleBase, exampleIds, idField, instantField } from '../payload-fields.ts';

const billingPeriods = z.looseObject({
  authoritativePeriodSource: z.enum(['canonical_detail_rows', 'parent_charge_fields']),
  detailBackedChargeCount: z.number().int(),
  detailPeriodCount: z.number().int(),
  summaryServicePeriodStart: instantField.nullish(),
  summaryServicePeriodEnd: instantField.nullish(),
  billingTimingShape: z.enum(['none', 'uniform', 'mixed']),
});

/** The due date of an invoice passed while money is still open. Sent by the billing system, as often as it likes. */
export default defineEvent({
  eventType: 'INVOICE_OVERDUE',
  category: 'billing',
  payloadSchemaRef: 'payload.InvoiceOverdue.v1',
  status: 'active',
  payload: z.looseObject({
    ...basePayload,
    invoiceId: idField,
    clientId: idField.optional(),
    overdueAt: instantField.optional(),
    dueDate: z.string(),
    amountDue: z.string(),
    currency: z.string(),
    daysOverdue: z.number().int(),
    recurringProvenance: billingPeriods.optional(),
  }),
  correlation: ['invoiceId', 'clientId'],
  example: {
    ...exampleBase,
    invoiceId: exampleIds.invoice,
    clientId: exampleIds.client,
    overdueAt: '2026-03-02T00:00:00.000Z',
    dueDate: '2026-03-01',
    amountDue: '1250.00',
    currency: 'EUR',
    daysOverdue: 1,
  },
});
