/**
 * By what a media type is found among others: without its parameters, such as a charset, unless only they tell it
 * from another one of its side.
 */
export function mediaKey(before: readonly string[], after: readonly string[]): (type: string) => string {
  const isClear = (types: readonly string[], name: string) =>
    types.filter((type) => plain(type) === name).length < 2;
  return (type) => {
    const name = plain(type);
    return isClear(before, name) && isClear(after, name) ? name : type;
  };
}

function plain(type: string): string {
  return type.replace(/;.*/s, '').trim().toLowerCase();
}
