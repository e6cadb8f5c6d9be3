import type { JsonObject, LocatedValue } from '../document';

/** A document that refers only to itself, by way of its components. */
export interface Mergeable {
  located: LocatedValue & { value: JsonObject };
  title: string;
  /** What tells it from its neighbours, for names. */
  label: string;
}
