import { Cluster } from './server/cluster.js';
const say = (s: string): void => { process.stderr.write(new Date().toISOString().slice(11, 19) + ' ' + s + '\n'); };
const cluster = await Cluster.start('.data-bench', say);
await cluster.filled(Number(process.argv[2]));
say(cluster.urlOf('x'));
await cluster.stop();
