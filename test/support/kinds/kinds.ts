import { ANSWERS, BODIES } from './answers';
import type { Kind } from './kind';
import { PAGES } from './pages';
import { REFERENCES } from './references';
import { SCHEMAS } from './schemas';
import { TEXTS } from './texts';
import { URLS } from './urls';
import { WHOLES } from './wholes';

/** Every kind of contract that is tried on the wire, by what it is about: the heading in `test/README.md`. */
export const KINDS: Readonly<Record<string, readonly Kind[]>> = {
  Texts: TEXTS,
  Pages: PAGES,
  References: REFERENCES,
  Schemas: SCHEMAS,
  'Urls and headers': URLS,
  Bodies: BODIES,
  Answers: ANSWERS,
  Wholes: WHOLES,
};
