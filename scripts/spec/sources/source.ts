/** A text that may hold one or several OpenAPI documents. */
export interface Source {
  /** As the person named it, or what leads there from a folder that they named. For messages. */
  name: string;
  /** What references in it are relative to: an absolute path, or an address. */
  location: string;
  text: string;
  /** A Markdown page by what the server says of it. */
  page: boolean;
  /** Found in a folder, so that it may well be something else. */
  found: boolean;
}
