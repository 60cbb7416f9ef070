/**
 * Installs what only the bench needs, in bench/node_modules: PostGraphile asks for a newer Node than the service does,
 * that Node is a package of one platform, and none of it should stand in the way of `npm ci` for a user.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const lockOf = (packages: string): string => `${folder}${packages}.package-lock.json`;

if (!existsSync(lockOf('node_modules/'))) {
  process.stderr.write('install the peers\n');
  // Not `npm ci`: it wants the optional binaries of every platform in the lockfile, and not every registry has them.
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', '--prefix', folder, ...options], { stdio: 'inherit' });
  // What Ladybug's own install script would do.
  const binary = `${folder}node_modules/@ladybugdb/core-${process.platform}-${process.arch}/lbugjs.node`;
  copyFileSync(binary, `${folder}node_modules/@ladybugdb/core/lbugjs.node`);
}
