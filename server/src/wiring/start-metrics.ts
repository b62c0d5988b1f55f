import { createServer } from 'node:http';
import { createMetrics } from '../api/http/metrics.ts';
import { StartError } from '../db/start-error.ts';

/** Prometheus text at /metrics of a port of its own, for networks where the application's port is public. */
export async function startMetrics(host: string, port: number): Promise<{ close(): Promise<void> }> {
  const metrics = createMetrics();
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new StartError(`METRICS_PORT ${port} on ${host} is in use: set another one.`)));
    server.listen(port, host, resolve);
  });
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}
