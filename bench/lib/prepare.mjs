// On its own, so that what a build prints does not stand between the figures.
import { buildWeb, generate } from '../../scripts/workspace.mjs';

generate();
buildWeb();
