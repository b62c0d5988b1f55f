import { z } from 'zod';

const bytes = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** The whole environment, parsed once at start. Names are the contract's. */
export const configSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4300),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PENSTOCK_DATA_DIR: z.string().min(1).optional(),
  PENSTOCK_MASTER_KEY: z.base64().optional(),
  PENSTOCK_MASTER_KEY_FILE: z.string().optional(),
  PENSTOCK_ADMIN_EMAIL: z.email().optional(),
  PENSTOCK_ADMIN_PASSWORD: z.string().min(8).max(128).optional(),
  PENSTOCK_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  PENSTOCK_PUBLIC_URL: z.url().optional(),
  WORKFLOW_STORE_MAX_VALUE_BYTES: bytes(262_144),
  WORKFLOW_RUN_PAYLOAD_MAX_BYTES: bytes(524_288),
  WORKFLOW_RUN_RATE_LIMIT_POINTS: z.coerce.number().int().positive().default(600),
  WORKFLOW_RUN_RATE_LIMIT_DURATION: z.coerce.number().int().positive().default(60),
  WORKFLOW_RUN_SNAPSHOT_RETENTION_DAYS: z.coerce.number().int().positive().default(30),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  METRICS_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
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
