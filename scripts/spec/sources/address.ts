/** Whether a text is a url (of any scheme) rather than a file's name. */
export function isAddress(source: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(source);
}

/** A url as messages show it: a user name or a query may hold a key, so neither is in it. */
export function shownAddress(address: string): string {
  return address.replace(/\/\/[^/?#]*@/, '//').replace(/[?#].*$/s, '');
}
