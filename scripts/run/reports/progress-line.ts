import { oneLine } from './one-line';

/** Shows how far a run is, on one line that stays below all that is written. */
export interface ProgressLine {
  /** Writes text that stays. */
  write(text: string): void;
  show(number: number, of: number, name: string): void;
  /** Takes the line away. */
  end(): void;
}

const clear = '\r\u001b[2K';

/**
 * @param write to a terminal
 * @param columns of the terminal, which a line must not exceed: it could not be taken away
 */
export function createProgressLine(write: (text: string) => void, columns: () => number): ProgressLine {
  let line = '';
  let isShown = false;
  let isAtStart = true;
  const draw = () => {
    if (line !== '' && isAtStart) write(line);
    isShown = line !== '' && isAtStart;
  };
  const wipe = () => {
    if (isShown) write(clear);
    isShown = false;
  };
  return {
    write(text) {
      wipe();
      write(text);
      isAtStart = text.endsWith('\n') || (text === '' && isAtStart);
      draw();
    },
    show(number, of, name) {
      wipe();
      const done = `${number}/${of} (${Math.floor((100 * (number - 1)) / of)} %) ${oneLine(name)}`;
      line = [...done].slice(0, Math.max(0, columns() - 1)).join('');
      draw();
    },
    end() {
      wipe();
      line = '';
    },
  };
}
