import type { StandIn } from '../../scripts/stand-in/start-stand-in';
import { changedNovaPost, type NovaPost, novaPost } from './nova-post';
import { withStandIn } from './with-stand-in';

/** The hosts of a contract, each played by a stand-in on a loopback address of its own. */
export interface ThreeHosts {
  api: NovaPost;
  sandbox: StandIn;
  production: StandIn;
  /** A server that only the specification names; its profile does not say what it is. */
  unknown: StandIn;
}

const urls = { sandbox: 'https://api-stage.novapost.pl/v.1.0', production: 'https://api.novapost.com/v.1.0' };

/** Nova Post, whose specification and profile name these hosts in the place of the real ones. */
export async function withThreeHosts(use: (hosts: ThreeHosts) => Promise<void>): Promise<void> {
  const { contract } = await novaPost();
  await withStandIn({ contract }, (sandbox) =>
    withStandIn({ contract }, (production) =>
      withStandIn({ contract }, async (unknown) => {
        const rename = (text: string) =>
          text.replaceAll(urls.sandbox, sandbox.url).replaceAll(urls.production, production.url);
        const api = await changedNovaPost({
          spec: (text) =>
            rename(text).replace('\ntags:', `\n- description: new\n  url: ${unknown.url}\ntags:`),
          profile: rename,
        });
        await use({ api, sandbox, production, unknown });
      }),
    ),
  );
}

/** `127.0.0.1:PORT` */
export function hostOf({ port }: StandIn): string {
  return `127.0.0.1:${port}`;
}
