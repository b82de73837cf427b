// A throwaway PostgreSQL server, with a fresh database for each caller.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort, isTest, temporaryFolder } from './webox.mjs';

const found = ['/usr/lib/postgresql/17/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/15/bin', '/usr/local/bin', '/usr/bin']
  .find(folder => fs.existsSync(path.join(folder, 'initdb')) && fs.existsSync(path.join(folder, 'pg_ctl')));

export const missing = found ? false : 'PostgreSQL is not installed (initdb and pg_ctl not found)';

let server;
let databases = 0;

// PostgreSQL refuses to run as root.
function run(program, ...args) {
  const command = [path.join(found, program), ...args];
  const line = process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  execFileSync(line[0], line.slice(1), { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function start() {
  const folder = temporaryFolder('postgres');
  const data = path.join(folder, 'data');
  if (process.getuid() === 0) spawnSync('chown', ['postgres', folder]);
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'webox', '-A', 'trust', '--encoding=UTF8', '--locale=C', '--no-sync');
  run('pg_ctl', '-D', data, '-w', '-l', path.join(folder, 'log'), '-o', `-p ${port} -h 127.0.0.1 -k ${folder} -c max_connections=200${isTest ? ' -c fsync=off -c full_page_writes=off' : ''}`, 'start');
  const stop = () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
  process.prependListener('exit', stop);
  return { port, folder };
}

/** A connection string for `WEBOX_DATABASE`. */
export async function freshDatabase() {
  server ??= start();
  const { port } = await server;
  const name = `webox${++databases}`;
  run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'webox', name);
  return `Host=127.0.0.1;Port=${port};Database=${name};Username=webox`;
}
