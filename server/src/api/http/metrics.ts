import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry, register } from 'prom-client';

export interface Metrics {
  /** Prometheus text of this server and of everything that registered itself with prom-client's own registry. */
  text(): Promise<string>;
  readonly contentType: string;
  observeRequests(server: FastifyInstance): void;
}

export function createMetrics(): Metrics {
  const own = new Registry();
  collectDefaultMetrics({ register: own, prefix: 'penstock_' });
  const seconds = new Histogram({
    name: 'penstock_http_request_seconds',
    help: 'Time to answer an HTTP request, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [own],
  });
  return {
    contentType: own.contentType,
    text: () => Registry.merge([own, register]).metrics(),
    observeRequests(server) {
      server.addHook('onResponse', async (request, reply) => {
        // The pattern of the route, not the path: a label per id would grow without end.
        const route = request.routeOptions.url ?? 'none';
        seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
      });
    },
  };
}
