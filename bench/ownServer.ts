/** Runs a script of the bench again with DATABASE_URL of a new PostgreSQL, which is gone afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { progress } from './progress.ts';

/** @param script the path of the script; its arguments are those of this process. */
export async function onServerOfItsOwn(script: string): Promise<void> {
  progress('DATABASE_URL is not set: start a PostgreSQL for this run');
  const shell = `
    export DATABASE_URL="postgresql://$PGUSER:$PGPASSWORD@localhost:$PGPORT/postgres"
    unset PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGSYSCONFDIR
    exec "$@"`;
  const again = [process.execPath, '--import', 'tsx', script, ...process.argv.slice(2)];
  const child = spawn('pg_virtualenv', ['-t', '-o', 'fsync=off', 'bash', '-c', shell, '--', ...again], {
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}
