// Asks the database itself, about what no client may see.
import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Why a database cannot be asked here; false when it can. */
export const missing = spawnSync('sqlite3', ['--version']).status === 0 ? false : 'sqlite3 is not installed';

/** The rows of a query, each a list of texts. */
export async function rows({ WEBOX_DATABASE: server, WEBOX_DATA: folder }, sql) {
  const { stdout } = server
    ? await run('psql', ['--no-psqlrc', '-v', 'ON_ERROR_STOP=1', '-qAt', '-F', '\t', '-c', sql, address(server)])
    : await run('sqlite3', ['-batch', '-bail', '-separator', '\t', '-cmd', '.timeout 5000', path.join(folder, 'webox.db'), sql]);
  return stdout.split('\n').filter(line => line.length > 0).map(line => line.split('\t'));
}

export const count = async (settings, table) => Number((await rows(settings, `SELECT count(*) FROM ${table}`))[0][0]);

function address(connection) {
  const part = Object.fromEntries(connection.split(';').map(pair => pair.split('=')));
  return `postgresql://${part.Username}@${part.Host}:${part.Port}/${part.Database}`;
}
