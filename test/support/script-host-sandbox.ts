import { createRequire } from 'node:module';
import type { Settings } from '../../scripts/postman/script-data';
import { preRequestScript, sampleSettings, testScript } from './script-host-collection';

/** Newman's script host, and the app's. */
export const hosts = ['postman-sandbox', 'postman-sandbox-app'] as const;
export type HostName = (typeof hosts)[number];

export interface Verdict {
  name: string;
  skipped: boolean;
  /** Undefined: the check passed. */
  message: string | undefined;
}

export interface Answered {
  method?: string;
  /** Undefined: no answer came. */
  code?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds; 5 unless told otherwise. */
  responseTime?: number;
  environment?: Record<string, string>;
  /** What was sent behind the `?`. */
  query?: string;
  /** What the run remembers, `contractRun`, and other local variables. */
  locals?: Record<string, unknown>;
  settings?: Partial<Settings>;
}

export interface ScriptHost {
  /** Runs the collection's scripts around an answer, then `calls`, the test scripts of its folder and its own. */
  judge(calls: string | readonly string[], answered: Answered): Promise<Verdict[]>;
  close(): void;
}

interface SandboxContext {
  on(event: string, listener: (...args: never[]) => void): void;
  off(event: string, listener: (...args: never[]) => void): void;
  execute(event: object, options: object, done: (error: Error | null) => void): void;
  disconnect(done: () => void): void;
}
interface Sandbox {
  createContext(done: (error: Error | null, context: SandboxContext) => void): void;
}

const load = createRequire(__filename);

export async function openScriptHost(name: HostName): Promise<ScriptHost> {
  const context = await new Promise<SandboxContext>((resolve, reject) => {
    (load(name) as Sandbox).createContext((error, opened) => (error ? reject(error) : resolve(opened)));
  });
  context.on('error', () => {});

  const run = async (listen: string, code: string, data: object): Promise<Verdict[]> => {
    const verdicts: Verdict[] = [];
    const listener = (
      _cursor: unknown,
      assertions: { name: string; skipped: boolean; error?: { message: string } }[],
    ) => {
      for (const { name: check, skipped, error } of assertions) {
        verdicts.push({ name: check, skipped, message: error?.message });
      }
    };
    context.on('execution.assertion', listener);
    await new Promise<void>((resolve, reject) => {
      const event = { listen, script: { exec: code.split('\n') } };
      context.execute(event, { context: data }, (error) => (error ? reject(error) : resolve()));
    });
    context.off('execution.assertion', listener);
    return verdicts;
  };

  return {
    async judge(
      calls,
      {
        method = 'GET',
        environment = {},
        code,
        headers = {},
        body = '',
        responseTime = 5,
        query = '',
        locals = {},
        settings,
      },
    ) {
      const values = { baseUrl: 'http://127.0.0.1/v1', ...environment };
      const local = Object.entries({ ...locals, contractRun: memoryOf(locals.contractRun) }).map(
        ([key, value]) => ({
          key,
          value: typeof value === 'string' ? value : JSON.stringify(value),
        }),
      );
      const shared = {
        request: {
          method,
          url: `http://127.0.0.1/v1/things${query && `?${query}`}`,
          auth: { type: 'noauth' },
        },
        environment: {
          name: 'sample',
          values: Object.entries(values).map(([key, value]) => ({ key, value })),
        },
        _variables: { values: local },
      };
      const header = Object.entries(headers).map(([key, value]) => ({ key, value }));
      const response = code === undefined ? {} : { code, header, responseTime, stream: Buffer.from(body) };
      await run('prerequest', preRequestScript({ ...sampleSettings({}, 'sandbox'), ...settings }), shared);
      const verdicts: Verdict[] = [];
      for (const script of [testScript, ...[calls].flat()]) {
        verdicts.push(...(await run('test', script, { ...shared, response })));
      }
      return verdicts;
    },
    close: () => context.disconnect(() => {}),
  };
}

/** Here nothing is sent a second time: the first answer is judged. */
function memoryOf(run: unknown): object {
  return { again: { waited: 0, isOver: true }, ...(typeof run === 'object' ? run : {}) };
}
