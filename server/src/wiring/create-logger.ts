import { pino } from 'pino';
import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';

/** Members that could hold a credential, wherever they stand in what is logged. */
const SECRET_MEMBERS = [
  'cookie',
  'authorization',
  '["x-api-key"]',
  '["set-cookie"]',
  'password',
  'token',
  'key',
  'secret',
  'apiKey',
];

/** JSON lines on the error stream, so that what the start prints for people stays readable. */
export function createLogger(level: Config['LOG_LEVEL']): Logger {
  const paths = SECRET_MEMBERS.flatMap((member) => {
    const nested = member.startsWith('[') ? member : `.${member}`;
    return [member, `*${nested}`, `*.*${nested}`];
  });
  return pino(
    {
      level,
      redact: { paths, censor: '[redacted]' },
      serializers: { error: pino.stdSerializers.err },
      base: { pid: process.pid },
    },
    pino.destination(2),
  );
}
