export { default } from './execution.mjs';
