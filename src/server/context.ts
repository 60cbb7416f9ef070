import type { Context } from '../schema/context.ts';

/** What the service keeps of a request, beside what resolvers get. */
export interface ServerContext extends Context {
  /** What the operation costs; undefined until that is known. */
  cost?: number;
}
