// Webox on each database that is here, with the model of these measurements.
import { databases } from '../tests/Clients/support/databases.mjs';
import * as story from '../tests/Clients/support/story.mjs';
import { Webox } from '../tests/Clients/support/webox.mjs';
import { startModel } from './model.mjs';

const queueText = `mutation ($input: GenerateTextInput!) { generateText(input: $input) {
  generation { id } errors { __typename ... on Error { message } } } }`;

/** Asks the model for its answer. @returns the id to watch. */
export async function queue(webox, token) {
  const { generation } = await webox.mutate(
    queueText, { input: { model: 'openai-compatible/bench', prompt: 'Bonjour', outputTokensMax: 64, idempotencyKey: story.newKey() } }, token);
  return generation.id;
}

/** Runs `measure(name, webox, model)` for each database, or the one that DATABASE names. */
export async function onEachDatabase({ tokens, pace }, measure) {
  const model = await startModel({ tokens, pace });
  for (const { name, skip, settings } of databases.filter(database => !process.env.DATABASE || database.name === process.env.DATABASE)) {
    if (skip) {
      console.log(`${name}: ${skip}`);
      continue;
    }

    const webox = await Webox.start({ ...await settings(), ...model.settings });
    await measure(name, webox, model);
    await webox.stop();
  }
  model.stop();
}
