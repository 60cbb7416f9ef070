/** What was thrown, of which nothing is known: a program can throw anything. */

/** What the system said of a file, a socket or a process; nothing, if the error is about something else. */
export const systemErrorOf = (error: unknown): Partial<NodeJS.ErrnoException> => (error instanceof Error ? error : {});

/** What an error says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
