/** Executes on behalf of who asked, and no longer than they wait. */
import type { GatewayExecutionResult, GatewayInterface } from '@apollo/server-gateway-interface';
import { passing } from '../database/away.ts';
import type { Waiter } from '../database/waiting.ts';
import type { ServerContext } from './context.ts';
import { innermost } from './errors.ts';

/**
 * An executor that ends when nobody waits any more. An answer that lacks something because the database was away, or
 * time was, is none: what is missing from it would be taken for what there is not.
 */
export function givingUp(gateway: GatewayInterface): GatewayInterface {
  const load: GatewayInterface['load'] = async (options) => {
    const { executor } = await gateway.load(options);
    if (executor === null) return { executor };
    return {
      executor: async (request) => {
        const { waiter } = request.context as ServerContext;
        const result = await untilGone(waiter, executor(request));
        for (const error of result.errors ?? []) {
          const reason = passing(innermost(error));
          if (reason !== undefined) throw reason;
        }
        return result;
      },
    };
  };
  return { ...gateway, load };
}

async function untilGone(waiter: Waiter, work: Promise<GatewayExecutionResult>): Promise<GatewayExecutionResult> {
  let forget = (): void => {};
  const gone = new Promise<never>((_, reject) => {
    forget = waiter.onLeave(reject);
  });
  return await Promise.race([work, gone]).finally(forget);
}
