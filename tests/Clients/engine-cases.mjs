// Records what the reference implementation, the npm package graphql, answers to the cases of tests/GraphQL.Engine.Tests/Cases:
//   node engine-cases.mjs record [area [subject]]
import { answersOf } from './engine-cases/answers.mjs';
import { areas, readSubject, subjectsOf, write } from './engine-cases/case-file.mjs';

const [command, area, subject] = process.argv.slice(2);
if (command !== 'record') {
  console.error('usage: node engine-cases.mjs record [area [subject]]');
  process.exit(64);
}

for (const one of areas.filter(name => !area || name === area)) {
  let cases = 0;
  for (const name of subjectsOf(one).filter(name => !subject || name === subject)) {
    const read = readSubject(one, name);
    try {
      write(read, await answersOf(read));
    } catch (error) {
      error.message = `${one}/${name}: ${error.message}`;
      throw error;
    }
    cases += read.cases.length;
  }
  console.log(`${one}: ${cases} cases`);
}
