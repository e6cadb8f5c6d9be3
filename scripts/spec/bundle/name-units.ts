import { pointerTo } from '../json-pointer';
import type { Shape } from '../openapi-shape';
import type { Unit } from './unit';

/**
 * Gives each unit without a place one among the components of its kind. A name is the reference's own; units that
 * would share one are told apart by their files, so that a name says where it is from and does not hang on the order.
 *
 * @param taken whether a pointer of the bundled document is in use
 */
export function nameUnits(
  units: readonly Unit[],
  containers: ReadonlyMap<Shape, string>,
  taken: (pointer: string) => boolean,
): void {
  const used = new Set<string>();
  const isFree = (place: string) => !used.has(place) && !taken(place);
  const open = units.filter(({ place }) => place === undefined);
  for (const group of groupBy(open, (unit) => placeOf(unit, unit.name)).values()) {
    const [only] = group;
    const isAlone = only !== undefined && group.length === 1 && isFree(placeOf(only, only.name));
    for (const unit of [...group].sort(byOrigin)) {
      const file = stemOf(unit);
      const names = [...(isAlone ? [unit.name] : []), `${file}_${unit.name}`];
      let place = names.map((name) => placeOf(unit, name)).find(isFree);
      for (let n = 2; place === undefined; n += 1) {
        const numbered = placeOf(unit, `${file}_${unit.name}_${n}`);
        if (isFree(numbered)) place = numbered;
      }
      used.add(place);
      unit.place = place;
    }
  }

  function placeOf(unit: Unit, name: string): string {
    return (containers.get(unit.shape) ?? '') + pointerTo(componentName(name));
  }
}

/** What OpenAPI allows as a component's name. */
export function componentName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '') || 'value';
}

/** The file's name without its ending. */
function stemOf({ file }: Unit): string {
  return componentName(
    file.location
      .replace(/[?#].*$/, '')
      .replace(/^.*[/\\]/, '')
      .replace(/\.\w+$/, ''),
  );
}

function byOrigin(one: Unit, other: Unit): number {
  const [a, b] = [one, other].map(({ file, pointer }) => `${file.location}#${pointer}`);
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
