/** The second of two things with one name gets ` (2)` behind it, the third ` (3)`. */
export function uniqueNames<T extends { name: string }>(all: readonly T[]): T[] {
  const taken = new Set<string>();
  return all.map((each) => {
    let name = each.name;
    for (let count = 2; taken.has(name); count++) name = `${each.name} (${count})`;
    taken.add(name);
    return { ...each, name };
  });
}
