/**
 * `npm start`: from a fresh clone to a running hall, on a machine with nothing but Node and npm. Installs, builds, then runs the
 * built server in this same process, so that signals and exit codes are simply the server's. What is there already is
 * not made again: a second start only looks at file times.
 *
 * `node src/server/start.mjs import DIR…` prepares in the same way, then runs the content import instead; `staff` and `audit` are
 * `npm run staff` and `npm run audit:verify`.
 *
 * This file is plain old JavaScript without imports at its head: a Node too old for the rest must still read the sentence.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `便民屏 · 需要 Node.js 20.19 或更新的版本，这里是 ${process.versions.node}。请先更新 Node.js：https://nodejs.org`,
  );
  console.error(`         Node.js 20.19 or newer is needed, this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  import('./setup/launch.mjs').then(({ launch }) => launch(process.argv.slice(2)));
}
