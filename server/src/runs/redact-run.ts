import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';

/** full: whoever may manage workflows · reduced: data of the run is left out, its course is shown. */
export type RunView = 'full' | 'reduced';

const MASK = '***';
const SENSITIVE_NAME = /secret|token|password|api[_-]?key|authorization/i;
export const LEFT_OUT: JsonObject = { redacted: true };

/** A copy in which members whose name tells of a secret are masked, whoever asks. */
export function maskSensitive(value: Json): Json {
  if (Array.isArray(value)) return value.map(maskSensitive);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]): [string, Json] => [
      name,
      SENSITIVE_NAME.test(name) && member !== null ? MASK : maskSensitive(member),
    ]),
  );
}

/** Data of a run as the view allows it. */
export function dataInView(view: RunView, value: Json): Json {
  return view === 'reduced' && value !== null ? LEFT_OUT : maskSensitive(value);
}

/** A reduced error says what kind it is, where and when, not what the data was. */
export function errorInView(view: RunView, error: Json): JsonObject | null {
  if (!isJsonObject(error)) return null;
  if (view === 'full') return maskSensitive(error) as JsonObject;
  const kept = ['category', 'code', 'nodePath', 'stepId', 'at'].filter((name) => error[name] !== undefined);
  return Object.fromEntries(kept.map((name) => [name, error[name] ?? null]));
}

/** What a log line says besides its code: messages may hold data. */
export function logInView(view: RunView, context: Json): Json {
  const masked = maskSensitive(context);
  if (view === 'full' || !isJsonObject(masked)) return masked;
  const { message, ...kept } = masked;
  return kept;
}

/** The envelope keeps its shape; payload and vars are data. */
export function envelopeInView(view: RunView, envelope: Json): Json {
  const masked = maskSensitive(envelope);
  if (view === 'full' || !isJsonObject(masked)) return masked;
  const error = masked.error === undefined ? {} : { error: errorInView(view, masked.error) };
  return { ...masked, payload: LEFT_OUT, vars: LEFT_OUT, ...error };
}
