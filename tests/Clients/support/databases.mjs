// The two databases that every story is played on.
import * as postgres from './postgres.mjs';

export const databases = [
  { name: 'SQLite', skip: false, settings: async () => ({}) },
  { name: 'PostgreSQL', skip: postgres.missing, settings: async () => ({ WEBOX_DATABASE: await postgres.freshDatabase() }) },
];
