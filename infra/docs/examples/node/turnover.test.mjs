// The same deliveries as in the Java consumer's tests.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { PRODUCTS, PURCHASES, ShelfTurnover, emptyMemory } from './turnover.mjs';

const MADE = 'kontor.ledger.shelf-purchase-made.v1';
const REVOKED = 'kontor.ledger.shelf-purchase-revoked.v1';
const REAPPLIED = 'kontor.ledger.shelf-purchase-reapplied.v1';
const contracts = new URL('../../../contracts/src/main/resources/contracts/', import.meta.url);
const example = (name) => readFileSync(new URL(`${name}.example.json`, contracts), 'utf8');

let memory, turnover, offset;
beforeEach(() => {
  memory = emptyMemory();
  turnover = new ShelfTurnover(memory);
  offset = 0;
});

// One event, which comes with the same id however often.
const sent = (topic, type, key, sequence, body) => ({ topic, type, key, sequence, body, id: crypto.randomUUID() });
const purchase = (type, key, sequence, body = example(`ledger/${type.split('.')[2]}.v1`)) =>
  sent(PURCHASES, type, key, sequence, body);
const state = (key, sequence, body) => sent(PRODUCTS, 'kontor.catalog.products-state.v1', key, sequence, body);
const bytes = (text) => Buffer.from(String(text));

function accept({ topic, type, key, sequence, body, id }) {
  const headers = { ce_id: bytes(id), ce_type: bytes(type), ce_sequence: bytes(sequence), ce_addedlater: bytes('x') };
  turnover.accept(topic, 0, { key: bytes(key), value: body === null ? null : bytes(body), headers, offset: offset++ });
}

test('counts purchases less revoked ones under their product\'s name', () => {
  accept(state('1051', 1, example('catalog/products.state.v1')));
  accept(purchase(MADE, '4711', 1));
  accept(purchase(REVOKED, '4711', 2));
  accept(purchase(REAPPLIED, '4711', 3));
  accept(purchase(MADE, '4712', 1));
  assert.deepEqual(turnover.table(), ['1051;Espresso beans 250 g;8;2528']);
});

test('drops what comes again', () => {
  const made = purchase(MADE, '4711', 1);
  accept(made);
  accept(made);
  turnover.streams.ids.clear();
  accept(made);
  assert.deepEqual(turnover.table(), ['1051;?;4;1264']);
});

test('waits for the event before', () => {
  accept(purchase(REAPPLIED, '4711', 3));
  accept(purchase(REVOKED, '4711', 2));
  assert.deepEqual(turnover.table(), []);
  accept(purchase(MADE, '4711', 1));
  assert.deepEqual(turnover.table(), ['1051;?;4;1264']);
  assert.deepEqual(memory.waiting, {});
});

test('keeps the newest state and forgets what is gone', () => {
  accept(purchase(MADE, '4711', 1));
  accept(state('1051', 7, example('catalog/products.state.v1')));
  accept(state('1051', 5, '{"name": "Beans"}'));
  assert.deepEqual(turnover.table(), ['1051;Espresso beans 250 g;4;1264']);
  accept(state('1051', 9, null));
  accept(state('1051', 8, '{"name": "Beans"}'));
  assert.deepEqual(turnover.table(), ['1051;?;4;1264']);
});

test('ignores fields and events that came later', () => {
  accept(purchase(MADE, '4711', 1, '{"productId":1,"amount":2,"totalMinor":3,"addedLater":{"a":[1]}}'));
  accept(purchase('kontor.ledger.shelf-purchase-framed.v1', '4711', 2, '{"frame":"oak"}'));
  accept(purchase(REVOKED, '4711', 3, '{"productId":1,"amount":2,"totalMinor":3}'));
  assert.deepEqual(turnover.table(), ['1;?;0;0']);
});

test('puts a record aside that is no event and goes on', () => {
  const bad = purchase(MADE, '4711', 1, 'not json');
  accept(bad);
  accept(purchase(REVOKED, '4711', 2));
  accept(purchase(MADE, '4712', 1));
  assert.deepEqual(memory.unreadable, [`${PURCHASES}/0/0`]);
  assert.deepEqual(turnover.table(), ['1051;?;4;1264']);
  accept({ ...bad, body: example('ledger/shelf-purchase-made.v1') });
  assert.deepEqual(memory.waiting, {});
  assert.deepEqual(turnover.table(), ['1051;?;4;1264']);
});

test('goes on from its file', () => {
  accept(purchase(MADE, '4711', 1));
  accept(purchase(REAPPLIED, '4711', 3));
  memory = JSON.parse(JSON.stringify(memory));
  turnover = new ShelfTurnover(memory);
  accept(purchase(MADE, '4711', 1));
  accept(purchase(REVOKED, '4711', 2));
  assert.deepEqual(turnover.table(), ['1051;?;4;1264']);
});
