import { z } from 'zod';

/** The messages follow "The environment variable NAME is not usable: " and never show the value, which may be a secret. */
const integer = (min: number, max: number = Number.MAX_SAFE_INTEGER) => {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  const error = `it takes a whole number ${range}`;
  return z
    .string()
    .regex(/^\d{1,16}$/, { error, abort: true })
    .transform(Number)
    .pipe(z.number().min(min, error).max(max, error));
};
const choice = <const T extends readonly string[]>(values: T) => z.enum(values, `it takes one of ${values.join(', ')}`);
const httpUrl = z.url({ protocol: /^https?$/, error: 'it takes an http or https address' });

const MASTER_KEY_BYTES = 32;
const isMasterKey = (text: string) => {
  try {
    return atob(text).length === MASTER_KEY_BYTES;
  } catch {
    return false;
  }
};

/** The whole environment, parsed once at start. Names are the contract's. */
export const configSchema = z.object({
  PORT: integer(0, 65_535).default(4300),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'it takes an address like postgresql://user:password@host:5432/database',
    })
    .optional(),
  PENSTOCK_DATA_DIR: z.string().min(1).optional(),
  PENSTOCK_MASTER_KEY: z.string().refine(isMasterKey, `it takes ${MASTER_KEY_BYTES} bytes in base64`).optional(),
  PENSTOCK_MASTER_KEY_FILE: z.string().optional(),
  PENSTOCK_ADMIN_EMAIL: z.email('it takes an e-mail address').optional(),
  PENSTOCK_ADMIN_PASSWORD: z
    .string()
    .min(8, 'it takes 8 to 128 characters')
    .max(128, 'it takes 8 to 128 characters')
    .optional(),
  PENSTOCK_ROLE: choice(['all', 'web', 'worker']).default('all'),
  PENSTOCK_PUBLIC_URL: httpUrl.optional(),
  WORKFLOW_STORE_MAX_VALUE_BYTES: integer(1).default(262_144),
  WORKFLOW_RUN_PAYLOAD_MAX_BYTES: integer(1).default(524_288),
  WORKFLOW_RUN_RATE_LIMIT_POINTS: integer(1).default(600),
  WORKFLOW_RUN_RATE_LIMIT_DURATION: integer(1).default(60),
  WORKFLOW_RUN_SNAPSHOT_RETENTION_DAYS: integer(1).default(30),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  METRICS_PORT: integer(1, 65_535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
});

export type Config = z.infer<typeof configSchema>;

/** Thrown where the environment is wrong; its message is the one sentence that the start prints. */
export class ConfigError extends Error {}

/** Errors: ConfigError naming the first bad variable and what it takes. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = configSchema.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ConfigError(`The environment variable ${String(issue?.path[0])} is not usable: ${issue?.message}.`);
}
