// Reads for ever, or with --once to the present end: node consumer.mjs BOOTSTRAP-SERVERS FILE [--once]
// Kafka keeps how far it has read. That is told only after the file is written, so what a crash leaves untold comes
// again and is dropped. A new file is a new group, which begins at the beginning.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';
import { PRODUCTS, PURCHASES, ShelfTurnover, emptyMemory } from './turnover.mjs';

const [servers, file, option] = process.argv.slice(2);
if (!file) throw new Error('Say where Kafka is and which file is the memory.');

const memory = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : emptyMemory();
const turnover = new ShelfTurnover(memory);
const save = () => {
  writeFileSync(`${file}.next`, JSON.stringify(memory));
  renameSync(`${file}.next`, file);
};
save();

const kafka = new Kafka({ clientId: 'example-turnover', brokers: servers.split(','), logLevel: logLevel.ERROR });

// What is left to read of each partition, for --once.
async function behind() {
  const admin = kafka.admin();
  await admin.connect();
  const read = new Map();
  const committed = await admin.fetchOffsets({ groupId: memory.group, topics: [PURCHASES, PRODUCTS] });
  for (const { topic, partitions } of committed) {
    partitions.forEach(({ partition, offset }) => read.set(`${topic}/${partition}`, Math.max(0, Number(offset))));
  }
  const left = new Map();
  for (const topic of [PURCHASES, PRODUCTS]) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      const from = Math.max(Number(low), read.get(`${topic}/${partition}`) ?? 0);
      if (Number(high) > from) left.set(`${topic}/${partition}`, Number(high));
    }
  }
  await admin.disconnect();
  return left;
}

const left = option === '--once' ? await behind() : undefined;
const consumer = kafka.consumer({ groupId: memory.group });

async function end() {
  await consumer.disconnect();
  turnover.table().forEach((line) => console.log(line));
}

if (left?.size === 0) {
  await end();
} else {
  await consumer.connect();
  await consumer.subscribe({ topics: [PURCHASES, PRODUCTS], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch, heartbeat }) => {
      batch.messages.forEach((message) => turnover.accept(batch.topic, batch.partition, message));
      save();
      const next = String(Number(batch.lastOffset()) + 1);
      await consumer.commitOffsets([{ topic: batch.topic, partition: batch.partition, offset: next }]);
      await heartbeat();
      if (!left) {
        console.log(turnover.table().join('\n') + '\n');
      } else if (Number(next) >= (left.get(`${batch.topic}/${batch.partition}`) ?? Infinity)) {
        left.delete(`${batch.topic}/${batch.partition}`);
        if (left.size === 0) setImmediate(end);
      }
    },
  });
}
