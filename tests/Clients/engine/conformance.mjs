// The conformance data and its runners, which lie beside the project, and the program that puts the engine under test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { freePort, root, sleep, temporaryFolder } from '../support/webox.mjs';

const data = path.join(process.env.WEBOX_SHARED ?? path.join(root, '../shared'), 'conformance');
const program = path.join(
  root, 'tests/GraphQL.Engine.ConformanceHost/bin', process.env.WEBOX_CONFIGURATION ?? 'Debug', 'net10.0/Webox.GraphQL.Engine.ConformanceHost.dll');

export const isFull = Boolean(process.env.WEBOX_FULL);

/** For the options of a suite: why it is skipped, or false. */
export const skip = fs.existsSync(data) ? false : 'the conformance data is not beside the project';

/** The engine behind standard input and output. */
export const engine = `dotnet ${program}`;

/** A copy of the runners that finds the packages of the clients. */
export function runners() {
  const folder = temporaryFolder('conformance');
  fs.cpSync(data, folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}');
  fs.symlinkSync(path.join(root, 'tests/Clients/node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** Runs a runner to its end. */
export async function run(folder, script, ...parameters) {
  const child = spawn('node', [path.join(folder, script), ...parameters], { cwd: folder });
  let output = '';
  child.stdout.on('data', part => (output += part));
  child.stderr.on('data', part => (output += part));
  const [code] = await once(child, 'close');
  return { code, output, summary: output.trim().split('\n').at(-1) };
}

/** The engine on a port of its own. */
export class Server {
  static async start(...options) {
    const server = new Server();
    server.origin = `http://127.0.0.1:${await freePort()}`;
    server.child = spawn('dotnet', [program, '--http', `--urls=${server.origin}`, ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
    server.problems = '';
    server.child.stderr.on('data', part => (server.problems += part));
    server.exited = once(server.child, 'exit');
    for (let attempt = 0; attempt < 600 && server.isRunning; attempt++) {
      if (await fetch(`${server.origin}/active`).then(answer => answer.ok, () => false)) return server;
      await sleep(50);
    }
    server.child.kill('SIGKILL');
    throw new Error(`the server was not ready in 30 s: ${server.problems}`);
  }

  get isRunning() { return this.child.exitCode === null && this.child.signalCode === null; }

  get url() { return `${this.origin}/graphql`; }

  get socketUrl() { return this.url.replace('http', 'ws'); }

  async active() { return Number(await (await fetch(`${this.origin}/active`)).text()); }

  post(query, variables, headers) {
    return fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
  }

  async stop() { this.child.kill('SIGTERM'); await this.exited; }
}
