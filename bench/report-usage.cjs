/** Loaded into each measured process: adds one line with its peak memory and CPU time to the file BENCH_USAGE. */
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  appendFileSync(
    process.env.BENCH_USAGE,
    `${JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime })}\n`,
  );
});
