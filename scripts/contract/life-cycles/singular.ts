const IRREGULAR: Record<string, string> = {
  alias: 'alias',
  aliases: 'alias',
  analyses: 'analysis',
  caches: 'cache',
  canvas: 'canvas',
  children: 'child',
  cookies: 'cookie',
  indices: 'index',
  men: 'man',
  movies: 'movie',
  news: 'news',
  people: 'person',
  series: 'series',
  species: 'species',
  women: 'woman',
};

/**
 * The singular of an English word, or of the last word in a name: `shipments`, `divisionCategories`, `statuses`.
 * A word that is none of the plurals it knows stays as it is: `registry`, `address`.
 */
export function singular(name: string): string {
  const last = /[A-Z]?[a-z]+$/.exec(name)?.[0] ?? '';
  const start = name.slice(0, name.length - last.length);
  const lower = last.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular !== undefined) return start + last.slice(0, 1) + irregular.slice(1);
  if (/[^aeiou]ies$/.test(lower)) return `${start}${last.slice(0, -3)}y`;
  // statuses and buses, but not houses and causes
  if (/(ss|sh|ch|x|zz|[^aeo]us)es$/.test(lower)) return start + last.slice(0, -2);
  if (/(ss|us|sis|xis)$/.test(lower) || !/[a-z]{2}s$/.test(lower)) return name;
  return start + last.slice(0, -1);
}
