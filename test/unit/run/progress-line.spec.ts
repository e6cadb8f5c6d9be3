import assert from 'node:assert/strict';
import { createProgressLine } from '../../../scripts/run/reports/progress-line';

function progress(columns = 80) {
  let screen = '';
  const line = createProgressLine(
    (text) => {
      screen += text;
    },
    () => columns,
  );
  return { line, shown: () => screen.replaceAll('\r\u001b[2K', '<clear>') };
}

describe('the progress of a run', () => {
  it('is one line, which is written anew', () => {
    const { line, shown } = progress();
    line.show(1, 4, 'one');
    line.show(2, 4, 'two');
    line.end();
    assert.equal(shown(), '1/4 (0 %) one<clear>2/4 (25 %) two<clear>');
  });

  it('stays below what is written', () => {
    const { line, shown } = progress();
    line.show(1, 4, 'one');
    line.write('GET /one\n');
    line.end();
    assert.equal(shown(), '1/4 (0 %) one<clear>GET /one\n1/4 (0 %) one<clear>');
  });

  it('waits for the end of a line that is begun', () => {
    const { line, shown } = progress();
    line.show(1, 4, 'one');
    line.write('GET /one ');
    line.show(2, 4, 'two');
    line.write('[200]\n');
    line.end();
    assert.equal(shown(), '1/4 (0 %) one<clear>GET /one [200]\n2/4 (25 %) two<clear>');
  });

  it('is one line, whatever a request is called', () => {
    const { line, shown } = progress();
    line.show(1, 4, 'a\nname\u001b[2J');
    assert.equal(shown(), '1/4 (0 %) a name');
  });

  it('is no wider than the terminal', () => {
    const { line, shown } = progress(12);
    line.show(1, 4, 'a long name');
    assert.equal(shown(), '1/4 (0 %) a');
  });
});
