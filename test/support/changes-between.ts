import { compareCollections } from '../../scripts/changes/compare-collections';
import type { Changes } from '../../scripts/changes/model';
import { artefactText, buildArtefacts } from '../../scripts/collection/files/artefacts';
import type { Profile } from '../../scripts/contract/profile/profile';
import type { JsonObject } from '../../scripts/spec/document';
import { describeDocument } from './describe-document';

/** The text of the collection that is generated from a document. */
export function collectionText(document: JsonObject, profile?: Profile): string {
  const { contract } = describeDocument(JSON.stringify(document), profile);
  const [collection] = buildArtefacts(contract, { preRequest: ['// before\n'], test: ['// after\n'] });
  return collection === undefined ? '' : artefactText(collection);
}

/** A document with the given paths, and components. */
export function documentOf(paths: JsonObject, components: JsonObject = {}): JsonObject {
  return {
    openapi: '3.0.3',
    info: { title: 'Parcels', version: '1' },
    servers: [{ url: 'https://api.example.test/v1' }],
    paths,
    components,
  };
}

/** What `generate` tells when the collection of one document replaces that of another. */
export function changesBetween(before: JsonObject, after: JsonObject): Changes {
  return compareCollections('c.json', collectionText(before), collectionText(after));
}

/** Each change as a line: `BREAK stricter: …`. */
export function changeLines({ operations }: Changes): string[] {
  return operations.flatMap(({ changes }) =>
    changes.map(({ verdict, effect, text }) => {
      const mark = { break: 'BREAK ', look: 'LOOK ', fine: '' }[verdict];
      return `${mark}${effect}: ${text}`;
    }),
  );
}
