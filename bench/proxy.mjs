// The bound: a proxy of the same stack that passes a model's answer on. `dotnet build bench/Proxy -c Release` makes it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort, sleep } from '../tests/Clients/support/webox.mjs';

const program = fileURLToPath(new URL('Proxy/bin/Release/net10.0/Webox.Bench.Proxy.dll', import.meta.url));

/** @returns its address, and `stop`. */
export async function startProxy(model) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn('dotnet', [program, url, model], { stdio: 'inherit' });
  while (!(await fetch(url).catch(() => null))) {
    if (child.exitCode !== null) throw new Error('The proxy does not start: is it built?');
    await sleep(50);
  }
  return { url, stop: () => child.kill() };
}
