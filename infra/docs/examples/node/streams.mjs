// Each event once, and those of a key in their order, whatever the topics deliver.

// More ids than can be on their way twice at a time; what is older is known by its version.
const IDS_MOST = 10_000;
// More would mean that records were lost: somebody has to look.
const WAITING_MOST = 1_000;

export class Streams {
  constructor(memory) {
    this.memory = memory;
    this.ids = new Set(memory.ids);
  }

  // A fact: dropped if it was had, applied if it is the next of its key, else kept until it is.
  inOrder(event, effect) {
    if (this.ids.has(event.id) || event.sequence <= this.#reached(event)) return;
    if (event.sequence > this.#reached(event) + 1) {
      this.#keep(event);
      return;
    }
    this.#apply(event, effect);
    const waiting = this.memory.waiting[event.stream] ?? {};
    for (let next = this.#reached(event) + 1; next in waiting; next++) {
      this.#apply(waiting[next], effect);
      delete waiting[next];
    }
    if (Object.keys(waiting).length === 0) delete this.memory.waiting[event.stream];
  }

  // A state: the newest one counts, gaps are normal, and no body means that the thing is gone.
  newest(event, effect) {
    if (!this.ids.has(event.id) && event.sequence > this.#reached(event)) this.#apply(event, effect);
  }

  #apply(event, effect) {
    effect(event);
    this.memory.versions[event.stream] = event.sequence;
    this.#remember(event);
  }

  #reached(event) {
    return this.memory.versions[event.stream] ?? 0;
  }

  // Only what had its effect or waits for it: an event that failed may come again, corrected.
  #remember(event) {
    this.ids.add(event.id);
    if (this.ids.size > IDS_MOST) this.ids.delete(this.ids.values().next().value);
    this.memory.ids = [...this.ids];
  }

  #keep(event) {
    const waiting = (this.memory.waiting[event.stream] ??= {});
    waiting[event.sequence] = event;
    this.#remember(event);
    if (Object.keys(this.memory.waiting).length > WAITING_MOST || Object.keys(waiting).length > WAITING_MOST) {
      throw new Error(`Too much waits for events that do not come, such as before ${event.id}`);
    }
  }
}
