// Starts the real server as a process of its own and talks to it as a client would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
const program = path.join(root, 'src/GraphQL/bin', process.env.WEBOX_CONFIGURATION ?? 'Debug', 'net10.0/webox.dll');

/** What a test writes need not outlive it, and never waits for the disk. What benchmarks write does. */
export const isTest = Boolean(process.env.NODE_TEST_CONTEXT);

const memory = '/dev/shm';
const hasRoomInMemory = () => fs.existsSync(memory) && fs.statfsSync(memory).bavail * fs.statfsSync(memory).bsize > 2 ** 31;

let ofProcess;

/** A folder that is gone when the process ends, also when it is killed. */
export function temporaryFolder(name) {
  ofProcess ??= folderOfProcess();
  return fs.mkdtempSync(path.join(ofProcess, `${name}-`));
}

function folderOfProcess() {
  const folder = fs.mkdtempSync(path.join(isTest && !process.env.TMPDIR && hasRoomInMemory() ? memory : os.tmpdir(), 'webox-clients-'));
  fs.chmodSync(folder, 0o711); // PostgreSQL has a user of its own.
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  const afterwards = `while kill -0 ${process.pid} 2>/dev/null; do sleep 1; done; rm -rf ${folder}`;
  spawn('sh', ['-c', afterwards], { detached: true, stdio: 'ignore' }).unref();
  return folder;
}

export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

/** Runs `webox COMMAND` to its end. */
export async function runCommand(settings, ...command) {
  const child = spawn('dotnet', [program, ...command], { env: environment(settings) });
  let [output, problems] = ['', ''];
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (problems += data));
  const [code] = await once(child, 'close');
  return { code, output, problems };
}

// Nothing of this machine's own settings may reach the server under test.
const environment = settings => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  DOTNET_CLI_TELEMETRY_OPTOUT: '1',

  // What it would win by compiling twice pays for itself only after more requests than a test makes.
  ...(isTest ? { DOTNET_TieredPGO: '0', DOTNET_TC_CallCountThreshold: '200' } : {}),

  // Its sockets for debuggers would outlive it in the temporary folder when it is killed.
  DOTNET_EnableDiagnostics: '0',
  ASPNETCORE_ENVIRONMENT: 'Development',
  ...settings,
});

/** One running server. */
export class Webox {
  static async start(settings = {}, { port } = {}) {
    const webox = new Webox();
    webox.port = port ?? (await freePort());
    webox.settings = { WEBOX_DATA: settings.WEBOX_DATA ?? temporaryFolder('data'), ...settings, WEBOX_URLS: `http://127.0.0.1:${webox.port}` };
    webox.child = spawn('dotnet', [program], { env: environment(webox.settings), stdio: ['ignore', 'pipe', 'pipe'] });
    webox.log = '';
    const note = data => (webox.log = (webox.log + data).slice(-1_000_000));
    webox.child.stdout.on('data', note);
    webox.child.stderr.on('data', note);
    webox.exited = once(webox.child, 'exit');
    for (let tries = 0; tries < 2400; tries++) {
      if (!webox.isRunning) throw new Error(`webox ended with ${webox.child.exitCode ?? webox.child.signalCode}:\n${webox.log}`);
      const ready = await fetch(`${webox.url}/readyz`).catch(() => null);
      if (ready?.status === 200) return webox;
      await sleep(50);
    }
    webox.child.kill('SIGKILL');
    throw new Error(`webox was not ready in two minutes:\n${webox.log}`);
  }

  get url() { return `http://127.0.0.1:${this.port}`; }

  get isRunning() { return this.child.exitCode === null && this.child.signalCode === null; }

  async kill() { this.child.kill('SIGKILL'); await this.exited; }

  async stop() { if (this.isRunning) this.child.kill('SIGTERM'); await this.exited; }

  post(query, variables, token) {
    return fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
  }

  /** The data of a request that must succeed. */
  async query(query, variables, token) {
    const { data, errors } = await (await this.post(query, variables, token)).json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The payload of a mutation without refusals. */
  async mutate(mutation, variables, token) {
    const [payload] = Object.values(await this.query(mutation, variables, token));
    if (payload.errors?.length) throw new Error(JSON.stringify(payload.errors));
    return payload;
  }

  /** A socket for any number of subscriptions, opened with the first of them unless `lazy` is false. To be disposed of. */
  connect(token, { lazy = true } = {}) {
    return createClient({
      url: this.url.replace('http', 'ws') + '/graphql',
      webSocketImpl: WebSocket,
      connectionParams: token ? { Authorization: `Bearer ${token}` } : {},
      retryAttempts: 0,
      lazy,
    });
  }

  /** Every event of a subscription, until it completes. */
  async *subscribe(query, variables, token) {
    const client = this.connect(token);
    try {
      for await (const { data, errors } of client.iterate({ query, variables })) {
        if (errors) throw new Error(JSON.stringify(errors));
        yield data;
      }
    } finally {
      await client.dispose();
    }
  }
}
