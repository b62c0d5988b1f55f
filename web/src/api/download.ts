import { ApiFailure, fromBody, isErrorBody } from './api-error.ts';

/** Saves what a GET answers as a file. Errors: ApiFailure with what the server says. */
export async function download(path: string, fileName: string): Promise<void> {
  const answer = await fetch(path).catch((cause: unknown) => {
    throw new ApiFailure({ code: 'CONNECTION_LOST', details: {}, requestId: null, message: String(cause) });
  });
  if (!answer.ok) {
    const refused = (await answer.json().catch(() => null)) as { error?: unknown } | null;
    throw new ApiFailure(
      isErrorBody(refused?.error)
        ? fromBody(refused.error)
        : { code: 'UNREADABLE_ANSWER', details: {}, requestId: null, message: String(answer.status) },
    );
  }
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
