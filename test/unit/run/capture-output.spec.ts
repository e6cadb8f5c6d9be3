import assert from 'node:assert/strict';
import { captureOutput } from '../../../scripts/run/secrets/capture-output';
import { createSecretKeeper } from '../../../scripts/run/secrets/secret-keeper';

describe('captureOutput', () => {
  it('hides a secret that comes in chunks of bytes, which end within its letters', () => {
    const secrets = createSecretKeeper();
    secrets.learn('ключ-секрет');
    let text = '';
    const release = captureOutput(secrets, false, (part) => {
      text += part;
    });
    try {
      for (const byte of Buffer.from('<ключ-секрет>\n')) process.stdout.write(Uint8Array.of(byte));
    } finally {
      release();
    }
    assert.equal(text, '<***>\n');
  });
});
