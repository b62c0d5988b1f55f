import type { CreateTaskInput } from '../records/project-tasks/task.schema.ts';

/**
 * Fixed, so that a second load finds what the first one made; tenants do not share ids. They differ at the beginning, because that is
 * what a narrow column shows, and they rise, because tasks of one moment are listed by id.
 */
const demoId = (beginning: string) => `${beginning}-0198-7000-8000-000000000000`;

export const CLIENT_PROJECT = demoId('c81f3a52');
export const INTERNAL_PROJECT = demoId('5d20be97');

export const demoProjects = [
  {
    id: CLIENT_PROJECT,
    name: 'Harbourline IT: Website relaunch',
    description: 'What Harbourline sees. Its tasks are mirrored in Kestrel internal.',
  },
  {
    id: INTERNAL_PROJECT,
    name: 'Kestrel internal',
    description: 'Where Kestrel does the work: mirrored tasks and its own.',
  },
];

export const demoTask = {
  domain: demoId('1c4e82d0'),
  structure: demoId('2f90ab17'),
  logo: demoId('3b6d5e48'),
  colours: demoId('4a17c9f3'),
  hosting: demoId('5e82b061'),
  mail: demoId('6c3fd794'),
  privacy: demoId('7d05a8e2'),
  certificates: demoId('8b91f46c'),
  switches: demoId('9f2ce350'),
};

export const demoInvoice = { late: demoId('a7c05e19'), later: demoId('b4692fd8'), lost: demoId('e03b71c6') };

/** A status of the demo's own, which the workflow that waits for the client knows. */
export const WAITING_FOR_CLIENT = 'Waiting for client';

type DemoTask = CreateTaskInput & { dueInDays?: number };

/** Due dates count from the day of the load, so that the demo is never out of date. */
export const demoTasks: readonly DemoTask[] = [
  {
    id: demoTask.domain,
    projectId: CLIENT_PROJECT,
    title: 'Register the new domain',
    description: 'harbourline.example, for two years, with the registrar that the client already has.',
    status: 'done',
  },
  {
    id: demoTask.structure,
    projectId: CLIENT_PROJECT,
    title: 'Draft the page structure',
    description: 'Home, services, references, contact. No more than two levels.',
    status: 'in_progress',
    dueInDays: 3,
  },
  {
    id: demoTask.logo,
    projectId: CLIENT_PROJECT,
    title: 'Get the logo as a vector file',
    description: 'The agency that drew it may still have it.',
    dueInDays: 5,
  },
  {
    id: demoTask.colours,
    projectId: CLIENT_PROJECT,
    title: 'Approve the colours',
    description: 'Two proposals, sent as a PDF.',
    dueInDays: 6,
  },
  {
    id: demoTask.hosting,
    projectId: CLIENT_PROJECT,
    title: 'Confirm the hosting contract',
    description: 'Twelve months, with daily backups.',
    dueInDays: 8,
  },
  {
    id: demoTask.mail,
    projectId: CLIENT_PROJECT,
    title: 'Move the mailboxes',
    description: 'Fourteen mailboxes. On a Friday evening, so that nobody misses a message.',
    dueInDays: 14,
  },
  {
    id: demoTask.privacy,
    projectId: CLIENT_PROJECT,
    title: 'Write the privacy notice',
    description: 'The draft of the lawyer has been there since last week.',
    dueInDays: -2,
  },
  {
    id: demoTask.certificates,
    projectId: INTERNAL_PROJECT,
    title: 'Renew the TLS certificates',
    description: 'All of *.kestrel.example.',
    status: 'in_progress',
    dueInDays: 1,
  },
  {
    id: demoTask.switches,
    projectId: INTERNAL_PROJECT,
    title: 'Order two spare switches',
    description: '48 ports, the same model as in the rack.',
    dueInDays: 10,
  },
];

/** The day, `days` after the one of `now`, as a due date says it. */
export function dayFrom(now: Date, days: number): string {
  return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
