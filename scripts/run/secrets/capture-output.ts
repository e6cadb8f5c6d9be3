import { StringDecoder } from 'node:string_decoder';
import { stripVTControlCharacters } from 'node:util';
import { createRedactingWriter } from './redacting-writer';
import type { SecretKeeper } from './secret-keeper';

/**
 * Leads what newman prints through the redactor, for it always prints to the process. Standard output is shown
 * as no terminal meanwhile: newman then draws no spinner and cuts no text to the width of the window.
 *
 * @param write takes what is left of the output; it must not itself end in `process.stdout.write`
 * @returns ends it and writes what was held back
 */
export function captureOutput(
  secrets: SecretKeeper,
  colour: boolean,
  write: (text: string) => void,
): () => void {
  // newman's tables come in colour even when it is told to use none
  const writer = createRedactingWriter(secrets.redactor, (text) =>
    write(colour ? text : stripVTControlCharacters(text)),
  );
  const release = [capture(process.stdout, writer.write), capture(process.stderr, writer.write)];
  return () => {
    for (const each of release) each();
    writer.end();
  };
}

function capture(stream: NodeJS.WriteStream, write: (text: string) => void): () => void {
  const before = {
    write: Object.getOwnPropertyDescriptor(stream, 'write'),
    isTTY: Object.getOwnPropertyDescriptor(stream, 'isTTY'),
  };
  // a chunk of bytes may end within a letter
  const decoder = new StringDecoder('utf8');
  Object.defineProperty(stream, 'write', {
    configurable: true,
    writable: true,
    value(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
      write(typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk)));
      const done = rest.find((each) => typeof each === 'function');
      if (done !== undefined) process.nextTick(done);
      return true;
    },
  });
  Object.defineProperty(stream, 'isTTY', { configurable: true, writable: true, value: false });
  return () => {
    restore(stream, 'write', before.write);
    restore(stream, 'isTTY', before.isTTY);
  };
}

function restore(stream: NodeJS.WriteStream, key: string, before: PropertyDescriptor | undefined): void {
  if (before === undefined) Reflect.deleteProperty(stream, key);
  else Object.defineProperty(stream, key, before);
}
