// Chance that can be played again: the same seed gives the same story.
import { randomInt } from 'node:crypto';

export class Chance {
  /** @param seed From WEBOX_SEED, or drawn. */
  constructor(seed = Number(process.env.WEBOX_SEED ?? randomInt(2 ** 31))) {
    this.seed = seed;
    this.state = seed;
  }

  /** 0 to 1, by mulberry32. */
  next() {
    let t = (this.state += 0x6d2b79f5);
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below. */
  below(end) { return Math.floor(this.next() * end); }

  pick(list) { return list[this.below(list.length)]; }

  shuffle(list) {
    const shuffled = [...list];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
    }
    return shuffled;
  }
}
