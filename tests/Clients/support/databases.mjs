// The two databases that stories are played on.
import * as postgres from './postgres.mjs';

export const databases = [
  { name: 'SQLite', skip: false, settings: async () => ({}) },
  { name: 'PostgreSQL', skip: postgres.missing, settings: async () => ({ WEBOX_DATABASE: await postgres.freshDatabase() }) },
];

/** For long stories: PostgreSQL alone, and both with WEBOX_FULL, which --full of ./test.sh sets. */
export const oneOrBoth = process.env.WEBOX_FULL ? databases : databases.filter(({ skip }) => !skip).slice(-1);
