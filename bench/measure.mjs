// What the measurements share.
import fs from 'node:fs';

/** Milliseconds of a clock that all processes of this machine share, finer than `Date.now`. */
export const now = () => performance.timeOrigin + performance.now();

/** @param part 0 to 1. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

export const median = values => quantile(values, 0.5);

export const ms = value => `${value.toFixed(1)} ms`;

/** Milliseconds of processor that a process has used, by https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html at 100 ticks a second. */
export function cpuOf(pid) {
  const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** How busy the machine is besides, for whoever reads the figures. */
export const load = () => fs.readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
