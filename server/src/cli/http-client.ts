import { CommandError } from './command-error.ts';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Under /api; parts that come from outside go through `pathOf`. */
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, for JSON that is a file already. */
  rawBody?: string;
}

export interface HttpClient {
  /** The answer as JSON. Errors: CommandError with the server's code and sentence. */
  json<T>(request: HttpRequest): Promise<T>;
  /** The answer byte for byte. */
  text(request: HttpRequest): Promise<string>;
}

interface Target {
  baseUrl: string;
  apiKey: string | undefined;
}

/** Talks to a running server as the owner of an API key. */
export function createHttpClient({ baseUrl, apiKey }: Target): HttpClient {
  async function send({ method, path, query = {}, body, rawBody }: HttpRequest): Promise<string> {
    if (apiKey === undefined) throw new CommandError('No API key: give --api-key or set PENSTOCK_API_KEY.');
    const url = new URL(`${baseUrl.replace(/\/+$/, '')}/api${path}`);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, String(value));
    const payload = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers: Record<string, string> = { 'x-api-key': apiKey };
    if (payload !== undefined) headers['content-type'] = 'application/json';
    const response = await fetch(url, { method, headers, ...(payload === undefined ? {} : { body: payload }) }).catch(
      (error: unknown) => {
        throw new CommandError(`${baseUrl} does not answer: ${reasonOf(error)}`);
      },
    );
    const text = await response.text();
    if (!response.ok) throw refusal(response.status, text);
    return text;
  }

  return {
    text: send,
    async json<T>(request: HttpRequest) {
      const text = await send(request);
      try {
        return JSON.parse(text) as T;
      } catch {
        throw new CommandError(`${baseUrl} does not answer like Penstock.`);
      }
    },
  };
}

/** A path with its parts encoded: pathOf`/workflow/store/${namespace}`. */
export function pathOf(literals: TemplateStringsArray, ...parts: string[]): string {
  return literals
    .map((literal, index) => literal + (index < parts.length ? encodeURIComponent(parts[index] ?? '') : ''))
    .join('');
}

function refusal(status: number, text: string): CommandError {
  try {
    const { error } = JSON.parse(text) as { error: { code: string; message: string; details: unknown } };
    const details = JSON.stringify(error.details);
    const hasDetails = details !== '{}' && details !== undefined && !error.message.includes(details);
    return new CommandError(`${withoutRepeatedCode(error.code, error.message)}${hasDetails ? `\n${details}` : ''}`);
  } catch {
    return new CommandError(`The server answered ${status}.`);
  }
}

function withoutRepeatedCode(code: string, message: string): string {
  return message.startsWith(code) ? message : `${code}: ${message}`;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message || String((cause as { code?: unknown }).code) : String(cause);
}
