import { readMutated } from '../fuzz/mutatedFiles';

const [seed = 1, count = 20_000] = process.argv.slice(2).map(Number);
const begun = performance.now();
const { crashes, silent, slowest, ...found } = await readMutated(seed, count);
console.log({
  seed,
  ...found,
  crashes: crashes.length,
  silent: silent.length,
  slowestMs: Math.round(slowest),
  seconds: Math.round((performance.now() - begun) / 1000),
});
for (const each of [...crashes, ...silent].slice(0, 10)) console.log(each);
if (crashes.length + silent.length > 0 || slowest > 20_000) process.exitCode = 1;
