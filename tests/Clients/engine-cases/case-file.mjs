// The files of cases beside the engine's tests; CaseFile.cs and CaseText.cs read them in the same way.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('../../GraphQL.Engine.Tests/Cases/', import.meta.url));

export const areas = fs.readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name).sort();

export const subjectsOf = area => fs.readdirSync(path.join(folder, area))
  .filter(file => file.endsWith('.graphql') && !file.endsWith('schema.graphql'))
  .map(file => file.slice(0, -'.graphql'.length))
  .sort();

/** A subject with its cases, its schema as SDL, its data, and what was recorded. */
export function readSubject(area, subject) {
  const text = file => fs.readFileSync(path.join(folder, area, file), 'utf8');
  const first = (...files) => files.filter(file => fs.existsSync(path.join(folder, area, file))).map(text)[0];
  const data = first(`${subject}.data.json`, 'data.json');
  return {
    area,
    subject,
    cases: split(text(`${subject}.graphql`)),
    schema: first(`${subject}.schema.graphql`, 'schema.graphql'),
    data: data && JSON.parse(data),
    recorded: first(`${subject}.json`),
    text,
  };
}

export const write = ({ area, subject }, recorded) => fs.writeFileSync(path.join(folder, area, `${subject}.json`), recorded);

function split(file) {
  return `\n${file}`.split('\n# --- ').slice(1).map(part => {
    const [name, ...lines] = part.split('\n');
    const notes = {};
    let note;
    while ((note = /^# (variables|operation|extends|characters): (.*)$/.exec(lines[0] ?? ''))) {
      notes[note[1]] = note[2].trim();
      lines.shift();
    }
    const variables = notes.variables && JSON.parse(notes.variables);
    return { ...notes, variables, name: name.trim(), document: spell(lines.join('\n').replace(/\n+$/, ''), notes.characters) };
  });
}

/** Puts in the characters that a file cannot hold, or nobody could see: `# characters: {"␍": "\r"}`. */
const spell = (document, characters = '{}') =>
  Object.entries(JSON.parse(characters)).reduce((text, [sign, character]) => text.replaceAll(sign, character), document);
