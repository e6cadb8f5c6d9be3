/** What a schema says of one value, flat: types only. `words.ts` writes it for people, `read-words.ts` reads that. */
export interface Facts {
  /** JSON types, `null` among them; empty: any. */
  types: string[];
  format?: string;
  /** The values that it may have, but null, as texts. */
  values?: string[];
  /** Characters of a text. */
  length?: Range;
  /** Of a number. */
  value?: Range;
  /** Items of an array. */
  items?: Range;
  /** Fields of an object. */
  size?: Range;
  multipleOf?: number;
  patterns?: string[];
  /** No item of the array twice. */
  unique?: true;
  /** Only the listed fields. */
  closed?: true;
  /** The value that holds where none is sent, as a text. */
  otherwise?: string;
  /** It has `one` of the listed forms (`oneOf`), or `some` of them (`anyOf`). */
  forms?: 'one' | 'some';
  /** The named schema in which it stands already: what is inside is not listed once more. */
  again?: string;
  /** Fingerprint of what none of this says. */
  more?: string;
}

export interface Range {
  min?: number;
  max?: number;
  over?: number;
  under?: number;
}

/** A place in a value: `parcels[].width`, `labels.*`, `payment<Card>.number`. */
export interface Field {
  path: string;
  facts: Facts;
  required: boolean;
}

export interface FieldList {
  /** The value itself. */
  whole: Facts;
  /** In the schema's order, each after what it stands in; nearer ones before deeper ones where there is not room for all. */
  fields: Field[];
  /** What did not find room. */
  rest?: Rest;
}

export interface Rest {
  /** `57`, `more than 500`. */
  count: string;
  fingerprint: string;
}
