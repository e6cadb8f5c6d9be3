import type { JsonObject } from '../../scripts/spec/document';

interface Event {
  listen: string;
  script: { exec: string[] };
}

/** Timers of our scripts fire at once. */
export function withoutWaiting(collection: JsonObject): JsonObject {
  const hurry = 'const timer = setTimeout; setTimeout = (run) => timer(run, 0);';
  const events = eventsOf(collection).map((event) => withText(event, `${hurry}\n${textOf(event)}`));
  return withEvents(collection, events);
}

/** The local clock of each request that is named (by its name) is this many minutes ahead. */
export function withClock(collection: JsonObject, minutes: Record<string, number>): JsonObject {
  const text = [
    "realNow = typeof realNow === 'undefined' ? Date.now : realNow;",
    `Date.now = () => realNow() + (${JSON.stringify(minutes)}[pm.info.requestName] ?? 0) * 60000;`,
  ];
  return withEvents(collection, [{ listen: 'prerequest', script: { exec: text } }, ...eventsOf(collection)]);
}

/** The collection's scripts with one text in the place of another, which must stand there once. */
export function withOtherScript(collection: JsonObject, from: string, to: string): JsonObject {
  const found = eventsOf(collection).flatMap((event) => textOf(event).split(from).slice(1));
  if (found.length !== 1) throw new Error(`found ${found.length} times in the scripts: ${from}`);
  const changed = eventsOf(collection).map((event) => withText(event, textOf(event).split(from).join(to)));
  return withEvents(collection, changed);
}

function eventsOf(collection: JsonObject): Event[] {
  return collection.event as unknown as Event[];
}

function withEvents(collection: JsonObject, event: Event[]): JsonObject {
  return { ...collection, event } as unknown as JsonObject;
}

function textOf({ script }: Event): string {
  return script.exec.join('\n');
}

function withText(event: Event, text: string): Event {
  return { ...event, script: { ...event.script, exec: text.split('\n') } };
}
