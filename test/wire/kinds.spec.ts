import { holdCase } from '../support/hold-case';
import { KINDS } from '../support/kinds/kinds';
import { withScratchFolder } from '../support/scratch-folder';

describe('contracts of every kind, on the wire', function () {
  this.timeout(60_000);
  for (const [about, kinds] of Object.entries(KINDS)) {
    describe(about, () => {
      for (const { name, files, spec, profile, expectation } of kinds) {
        it(name, () =>
          withScratchFolder(files, (folder) =>
            holdCase({ folder, spec, ...(profile === undefined ? {} : { profile }) }, expectation),
          ),
        );
      }
    });
  }
});
