/** Levels of nesting: deeper than any document of people or tools, and shallow enough for every walk over it. */
export const MAX_DEPTH = 200;
