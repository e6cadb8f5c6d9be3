/**
 * The clients of the stand-in by their phones: invented and public. A phone that is not listed is unknown
 * (404); the phone of the stand-in environment is added when the stand-in starts.
 */
export const phoneBook: Readonly<Record<string, readonly string[]>> = {
  '490000000001': ['anna'],
  '490000000002': ['anna'], // the second on one day is refused: a client creates one key a day (429)
  '490000000003': ['bela'],
  '490000000409': ['cleo', 'dora'], // matches several clients (409)
  '490000000429': ['emil'],
};

/** Clients whose creation of the day is always used up already (429). */
export const spentClients: readonly string[] = ['emil'];
