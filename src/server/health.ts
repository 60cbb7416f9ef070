/** For who watches over the process: /livez, /readyz, /metrics. */
import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { PresentGraph } from '../graph/graph.ts';
import type { Canary } from './canary.ts';
import type { Metrics } from './metrics.ts';
import { sendError } from './sendError.ts';
import type { Settings } from './settings.ts';

/** How long the change log may not have been read before the service counts as cut off, in milliseconds. */
const longestLag = 5_000;

interface Watched {
  readonly graph: PresentGraph;
  readonly metrics: Metrics;
  readonly settings: Settings;
  readonly canary: Canary;
  /** Whether it is about to end. */
  readonly stopping: () => boolean;
}

/** Whoever may route requests here asks /readyz; /livez says only that the process is there and not stuck. */
export function healthRouter({ graph, metrics, canary, settings: { metricsToken }, stopping }: Watched): Router {
  const router = Router();
  router.get('/livez', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' });
  });
  router.get('/readyz', (_request, response) => {
    // The change log is read twice a second: it tells whether the database answers, and costs nothing to ask.
    const behind = graph.changeFeed.lag() > longestLag;
    const unwell = canary.reasons();
    const reasons = [
      ...(stopping() ? ['it is stopping'] : []),
      ...unwell,
      // A log that cannot be read for a reason that is known says nothing more.
      ...(behind && unwell.length === 0 ? ['the database does not answer'] : []),
    ];
    const ready = reasons.length === 0;
    if (!ready) response.set('Retry-After', '1');
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: ready ? 'ready' : 'not ready', ...(!ready && { reasons }) });
  });
  router.get('/metrics', async (request, response) => {
    if (metricsToken !== '' && !same(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) {
      sendError(response, 'BAD_REQUEST', 'The metrics are for who has the token.', {}, 401);
      return;
    }
    response
      .set('Cache-Control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
  return router;
}

/** Compares in the same time, whatever is given. */
function same(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
