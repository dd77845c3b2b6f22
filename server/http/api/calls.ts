// All calls of the interface, in the order of its page.
import type { Call } from './call.ts';
import { COMMENT_CALLS } from './calls/comments.ts';
import { COVERAGE_CALLS } from './calls/coverage.ts';
import { FRAMEWORK_CALLS } from './calls/frameworks.ts';
import { SEARCH_CALLS } from './calls/search.ts';
import { TEXT_CALLS } from './calls/texts.ts';
import { VERSION_CALLS } from './calls/versions.ts';

export const CALLS: readonly Call[] = [
  ...FRAMEWORK_CALLS,
  ...TEXT_CALLS,
  ...COVERAGE_CALLS,
  ...VERSION_CALLS,
  ...COMMENT_CALLS,
  ...SEARCH_CALLS,
];
