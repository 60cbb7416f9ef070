/** Asks for exports over HTTP, of the service under test or of one with facts of its own. */
import { inject, onTestFinished } from 'vitest';
import type { Database, OnStatement } from '../../src/database/open.ts';
import { startService } from '../../src/server/start.ts';
import { openMigrated } from '../database.ts';

/** The address of an export; of the service under test unless told. */
export const addressOf = (name: string, service = inject('url')): string => new URL(`/export/${name}`, service).href;

/** The text of an export that must succeed. */
export async function download(name: string, service?: string): Promise<string> {
  const response = await fetch(addressOf(name, service));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${name}: ${response.status} ${text}`);
  return text;
}

/** An empty database, gone after the test. */
export async function openForTest(onStatement?: OnStatement): Promise<Database> {
  const database = await openMigrated(onStatement);
  onTestFinished(database.close);
  return database;
}

/** Serves a database until the test is over, and gives the address. */
export async function serve(database: Database): Promise<string> {
  const options = { host: 'localhost', port: 0, log: (line: string, error: unknown) => console.error(line, error) };
  const service = await startService(database, options);
  onTestFinished(service.stop);
  return service.url;
}
