import { expect, type Page } from '@playwright/test';

export const PASSWORD = 'correct horse battery';
export const EMAIL = 'maja@example.com';

/** As a script of the signed-in person would: same origin, same session. */
export async function send<T = unknown>(page: Page, method: string, route: string, body?: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([verb, url, text]) => {
      const response = await fetch(url, {
        method: verb,
        ...(text === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: text }),
      });
      return { ok: response.ok, text: await response.text() };
    },
    [method, `/api${route}`, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
  if (!answer.ok) throw new Error(`${method} ${route}: ${answer.text}`);
  return (answer.text === '' ? null : JSON.parse(answer.text)) as T;
}

/** Comes in as the owner, without any page; on a server that nobody has visited yet, as its first visitor. */
export async function signIn(page: Page, baseURL: string | undefined): Promise<void> {
  const answer = await page.request.post('/api/auth/sign-in/email', {
    data: { email: EMAIL, password: PASSWORD },
    headers: { origin: baseURL ?? '' },
  });
  await page.goto('/');
  if (!answer.ok()) {
    await page.getByLabel('Your name').fill('Maja Lindqvist');
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create the account' }).click();
  }
  await expect(page.getByRole('heading', { name: 'Workflows', level: 1 })).toBeVisible();
}

export interface Project {
  id: string;
  name: string;
}

let made = 0;

/** A project that no other story knows: all of them share one server. */
export async function createProject(page: Page, word: string): Promise<Project> {
  made += 1;
  const name = `${word} ${Date.now().toString(36)}${made}`;
  const { id } = await send<{ id: string }>(page, 'POST', '/v1/projects', { name });
  return { id, name };
}

/** A place of the main navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name, exact: true }).click();
}

/** On the page of a project. */
export async function createTask(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).first().click();
  await page.getByRole('dialog').getByLabel('Title').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: 'Create task' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

interface Definition {
  name: string;
  payloadSchemaRef?: string;
  trigger?: unknown;
  steps: readonly unknown[];
}

/** A draft that is there without anybody having built it. */
export async function createWorkflow(page: Page, definition: Definition): Promise<{ workflowId: string }> {
  return send(page, 'POST', '/workflow-definitions', {
    name: definition.name,
    definition: { payloadSchemaRef: 'payload.Empty.v1', ...definition },
  });
}

export async function publish(page: Page, workflowId: string): Promise<void> {
  await send(page, 'POST', `/workflow-definitions/${workflowId}/draft/publish`, {});
}

export async function startRun(page: Page, workflowId: string, payload: unknown): Promise<string> {
  const { runId } = await send<{ runId: string }>(page, 'POST', '/workflow-runs', { workflowId, payload });
  return runId;
}

/** What other stories have named and described on this server so far, longest first. */
export async function namesOfOthers(page: Page): Promise<string[]> {
  type Named = Partial<Record<'name' | 'key' | 'description' | 'title' | 'namespace', string | null>>;
  const lists = ['/workflow-definitions', '/v1/projects', '/v1/project-tasks', '/workflow/store', '/workflow/links'];
  const answers = await Promise.all(
    lists.map((list) => send<Record<string, unknown>>(page, 'GET', `${list}?limit=200`)),
  );
  const named = answers.flatMap((answer) => Object.values(answer).filter(Array.isArray).flat() as Named[]);
  return named
    .flatMap(({ name, key, description, title, namespace }) => [name, key, description, title, namespace])
    .filter((word): word is string => typeof word === 'string' && word !== '')
    .toSorted((a, b) => b.length - a.length);
}
