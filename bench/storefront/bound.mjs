// The same statements without Webox: taken from the server's log, played by pgbench in the same shares.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { shares } from './mix.mjs';

/** @returns the words of a connection string for psql and pgbench. */
export function connectionOf(database) {
  const parts = Object.fromEntries(database.split(';').map(part => part.split('=')));
  return { arguments: ['-h', parts.Host, '-p', parts.Port, '-U', parts.Username], database: parts.Database };
}

export function psql({ arguments: words, database }, sql) {
  return execFileSync('psql', [...words, '-d', database, '-At', '-c', sql], { encoding: 'utf8' }).trim();
}

/** Every statement that reached the server while `act` ran, with its values in it. */
export async function recorded(connection, act) {
  const log = path.join(path.dirname(psql(connection, 'SHOW data_directory')), 'log');
  const from = fs.statSync(log).size;
  await act();
  const text = fs.readFileSync(log).subarray(from).toString('utf8').replace(/\n\t/g, '\n');
  const entries = text.split(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ (?=\[\d+\])/m);
  const statements = [];
  for (const entry of entries) {
    const [, pid, kind, rest] = /^\[(\d+)\] (LOG|DETAIL): +([\s\S]*)$/.exec(entry.trim()) ?? [];
    const sql = kind === 'LOG' && /^(?:execute [^:]+|statement): ([\s\S]*)$/.exec(rest)?.[1];
    if (sql) statements.push({ pid, sql });
    if (kind === 'DETAIL' && /^parameters: /i.test(rest)) {
      const values = Object.fromEntries([...rest.matchAll(/\$(\d+) = ('(?:[^']|'')*'|NULL)/g)].map(([, number, value]) => [number, value]));
      const last = statements.findLast(statement => statement.pid === pid);
      last.sql = last.sql.replace(/\$(\d+)/g, (_, number) => values[number] ?? `$${number}`).replace(/unnest\(('\{[^']*\}')\)/g, 'unnest($1::text[])');
    }
  }

  return statements;
}

/** Those of a request of a visitor: what runs in the background asks about other things. */
export function ofVisitor(statements) {
  const asked = statements.filter(({ sql }) => /\b(products|categories|carts|cart_lines|reviews)\b/.test(sql));
  const pids = new Set(asked.map(({ pid }) => pid));
  const writes = asked.some(({ sql }) => /^(UPDATE|INSERT)/.test(sql));
  const kept = statements.filter(statement => asked.includes(statement) || (writes && pids.has(statement.pid) && /^(BEGIN|COMMIT)/.test(statement.sql)));
  return kept.map(({ sql }) => sql.trim().replace(/;$/, '')).filter(sql => !/^DISCARD/.test(sql));
}

/**
 * @param scripts For each kind of request, the statements of several of them.
 * @returns transactions a second.
 */
export function pgbench(connection, folder, scripts, { clients, seconds }) {
  const files = Object.entries(scripts).flatMap(([kind, variants]) => variants.map((statements, i) => {
    const file = path.join(folder, `${kind}-${i}.sql`);
    fs.writeFileSync(file, statements.map(sql => `${sql.replace(/\s*\n\s*/g, ' ').replace(/(?<!:):(?=[a-zA-Z])/g, '\\:')};`).join('\n'));
    return ['-f', `${file}@${shares[kind]}`];
  }));
  const output = execFileSync(
    'pgbench', [...connection.arguments, '-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', String(seconds), ...files.flat(), connection.database],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return Number(/tps = ([\d.]+)/.exec(output)[1]);
}
