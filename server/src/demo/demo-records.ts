import type { CreateTaskInput } from '../records/project-tasks/task.schema.ts';

/** Fixed, so that a second load finds what the first one made. Tenants do not share ids. */
const demoId = (tail: string) => `01980000-0000-7000-8000-${tail.padStart(12, '0')}`;

export const CLIENT_PROJECT = demoId('a0');
export const INTERNAL_PROJECT = demoId('b0');
export const INTERNAL_PROJECT_NAME = 'Kestrel internal';

export const demoProjects = [
  {
    id: CLIENT_PROJECT,
    name: 'Harbourline IT: Website relaunch',
    description: 'What Harbourline sees. Its tasks are mirrored in Kestrel internal.',
  },
  {
    id: INTERNAL_PROJECT,
    name: INTERNAL_PROJECT_NAME,
    description: 'Where Kestrel does the work: mirrored tasks and its own.',
  },
];

export const demoTask = {
  domain: demoId('c1'),
  structure: demoId('c2'),
  logo: demoId('c3'),
  colours: demoId('c4'),
  hosting: demoId('c5'),
  mail: demoId('c6'),
  privacy: demoId('c7'),
  certificates: demoId('d1'),
  switches: demoId('d2'),
};

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
