// Packages of the web application are resolved from there, not from the root.
export { default } from '../web/src/storybook/preview.tsx';
