/** The database is not there just now: that is nobody's mistake, and passes. */
import pg from 'pg';
import { Prisma } from '../generated/prisma/client.ts';
import { Cancelled } from './cancellation.ts';
import { messageOf } from './thrown.ts';

/** PostgreSQL's classes of errors that are about the server and not about a statement. */
const ofServer = /^(08|53|57P|58)/;

/** The database cannot be reached, has no connection to give, or was lost in the middle. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';

  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
  }

  /** Whether what a statement ended with is about the connection. */
  static is(error: unknown): boolean {
    // What is not said by the server is about the way to it.
    return !(error instanceof pg.DatabaseError) || ofServer.test(error.code ?? '');
  }
}

/** All connections to the database are taken. */
export class DatabaseBusy extends DatabaseAway {}

/** Prisma's code for a transaction that could not begin, or was over before it ended. */
const transactionError = 'P2028';

/** What passes of itself, if that is what an error is about: the database is away, or the time was over. */
export function passing(error: unknown): DatabaseAway | Cancelled | undefined {
  if (error instanceof DatabaseAway || error instanceof Cancelled) return error;
  const isOfTransaction = error instanceof Prisma.PrismaClientKnownRequestError && error.code === transactionError;
  return isOfTransaction ? new DatabaseAway(error) : undefined;
}
