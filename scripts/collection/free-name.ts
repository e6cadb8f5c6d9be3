/** A name for something of ours beside what the contract names; where it is taken, with a word that tells them apart. */
export function freeName(name: string, taken: readonly (string | undefined)[], word: string): string {
  return taken.includes(name) ? freeName(`${name} (${word})`, taken, word) : name;
}
