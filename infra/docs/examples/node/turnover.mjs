// What each product sold at the shelf: purchases less revoked ones, under the product's newest name.
import { Streams } from './streams.mjs';

export const PURCHASES = 'kontor.ledger.shelf-purchase.v1';
export const PRODUCTS = 'kontor.catalog.products.v1';

// All that the consumer knows; plain data, so that it is one file.
export const emptyMemory = () => ({
  group: `example.turnover.${crypto.randomUUID()}`,
  ids: [], versions: {}, waiting: {}, unreadable: [], sales: {}, names: {},
});

// A record as a consumer needs it. Headers that are not asked for are not looked at, so new ones do no harm.
function eventOf(topic, message) {
  const header = (name) => {
    if (message.headers?.[name] === undefined) throw new SyntaxError(`no header ${name}`);
    return message.headers[name].toString();
  };
  const key = message.key?.toString();
  const sequence = Number(header('ce_sequence'));
  if (key === undefined || !Number.isSafeInteger(sequence)) throw new SyntaxError('no event');
  return {
    stream: `${topic} ${key}`, key, id: header('ce_id'), type: header('ce_type'), sequence,
    body: message.value === null ? null : message.value.toString(),
  };
}

export class ShelfTurnover {
  constructor(memory) {
    this.memory = memory;
    this.streams = new Streams(memory);
  }

  accept(topic, partition, message) {
    try {
      const event = eventOf(topic, message);
      if (topic === PURCHASES) this.streams.inOrder(event, (fact) => this.#count(fact));
      else this.streams.newest(event, (state) => this.#rename(state));
    } catch (failure) {
      if (!(failure instanceof SyntaxError)) throw failure;
      // One bad record stops its own stream at most.
      this.memory.unreadable.push(`${topic}/${partition}/${message.offset}`);
    }
  }

  #count(fact) {
    switch (fact.type) {
      case 'kontor.ledger.shelf-purchase-made.v1':
      case 'kontor.ledger.shelf-purchase-reapplied.v1':
        return this.#add(fact, 1);
      case 'kontor.ledger.shelf-purchase-revoked.v1':
        return this.#add(fact, -1);
      default: // another fact of this stream only moves its version
    }
  }

  #add(fact, sign) {
    const { productId, amount, totalMinor } = JSON.parse(fact.body) ?? {};
    if (![productId, amount, totalMinor].every(Number.isSafeInteger)) throw new SyntaxError('a field is missing');
    const sold = (this.memory.sales[productId] ??= { pieces: 0, totalMinor: 0 });
    sold.pieces += sign * amount;
    sold.totalMinor += sign * totalMinor;
  }

  #rename(state) {
    if (state.body === null) delete this.memory.names[state.key];
    else this.memory.names[state.key] = JSON.parse(state.body).name;
  }

  // A line for each product that was ever sold.
  table() {
    return Object.entries(this.memory.sales)
      .sort(([one], [other]) => Number(one) - Number(other))
      .map(([id, sold]) => `${id};${this.memory.names[id] ?? '?'};${sold.pieces};${sold.totalMinor}`);
  }
}
