/** What the service and the process of its embedded database tell each other. */

/** What the process is started with. */
export interface Start {
  /** The data folder; undefined: the data are in memory, and gone at the end. */
  readonly folder: string | undefined;
  /** The path of the socket to listen on. */
  readonly socket: string;
}

/** To the process: begin; answer as soon as no statement runs; end in good order. */
export type ToDatabase = { readonly start: Start } | 'ping' | 'end';

/** Why the process could not start, by the name of the error and in words for whoever starts the service. */
export interface Failure {
  readonly name: 'FolderInUse' | 'DatabaseUnavailable';
  readonly message: string;
}

/** From the process: it listens; it cannot; no statement runs. */
export type FromDatabase = 'ready' | 'pong' | { readonly failed: Failure };
