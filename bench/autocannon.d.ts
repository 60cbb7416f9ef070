/** What the bench uses of autocannon, which is installed for the bench alone and brings no types. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    /** How many requests in all, or how many seconds. */
    amount?: number;
    duration?: number;
    /** Requests a second, over all connections. */
    overallRate?: number;
    /** Seconds until an answer counts as an error. */
    timeout?: number;
    requests: {
      method: 'GET' | 'POST';
      path: string;
      headers?: Record<string, string>;
      setupRequest?: (request: { body?: string }) => { body?: string };
    }[];
    headers?: Record<string, string>;
    /** False: the answer counts as a mismatch. */
    verifyBody?: (body: string) => boolean;
  }
  interface Result {
    errors: number;
    non2xx: number;
    mismatches: number;
  }
  interface Run extends Promise<Result> {
    on(event: 'response', listener: (client: unknown, status: number) => void): this;
  }
  export default function autocannon(options: Options): Run;
}
