// What the reference answers to the cases of a subject, as JSON text. Each area has a module of its name, which gives from a subject
// the function from a case to its answer.
export async function answersOf(subject) {
  const { default: open } = await import(`./${subject.area.toLowerCase()}.mjs`);
  const answer = open(subject);
  const answers = {};
  for (const one of subject.cases) {
    if (one.name in answers) throw new Error(`Two cases of ${subject.subject} are called: ${one.name}`);
    answers[one.name] = await answer(one);
  }
  return `${JSON.stringify(answers, null, 2)}\n`;
}

export const errorsOf = errors => ({ errors: errors.map(errorOf) });

export const printedOf = text => ({ printed: text.replace(/\n+$/, '').split('\n') });

/** Errors come before data; extensions are each engine's own. */
export const responseOf = ({ errors, data }) => ({ ...(errors && errorsOf(errors)), ...(data !== undefined && { data }) });

const errorOf = ({ message, locations, path }) => ({
  message,
  ...(locations?.length && { locations: locations.map(({ line, column }) => ({ line, column })) }),
  ...(path && { path }),
});
