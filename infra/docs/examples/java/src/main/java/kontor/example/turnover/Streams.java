package kontor.example.turnover;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Each event once, and those of a key in their order, whatever the topics deliver. */
record Streams(Memory memory) {

    /** More ids than can be on their way twice at a time; what is older is known by its version. */
    private static final int IDS_MOST = 10_000;

    /** More would mean that records were lost: somebody has to look. */
    private static final int WAITING_MOST = 1_000;

    /** A fact: dropped if it was had, applied if it is the next of its key, else kept until it is. */
    void inOrder(Event event, Consumer<Event> effect) {
        long reached = reached(event);
        if (isKnown(event) || event.sequence() <= reached) {
            return;
        }
        if (event.sequence() > reached + 1) {
            keep(event);
            return;
        }
        apply(event, effect);
        SortedMap<Long, Event> waiting = memory.waiting().getOrDefault(event.stream(), new TreeMap<>());
        for (Event next : List.copyOf(waiting.values())) {
            if (next.sequence() == reached(event) + 1) {
                apply(next, effect);
                waiting.remove(next.sequence());
            }
        }
        memory.waiting().remove(event.stream(), new TreeMap<>());
    }

    /** A state: the newest one counts, gaps are normal, and no body means that the thing is gone. */
    void newest(Event event, Consumer<Event> effect) {
        if (!isKnown(event) && event.sequence() > reached(event)) {
            apply(event, effect);
        }
    }

    private void apply(Event event, Consumer<Event> effect) {
        effect.accept(event);
        memory.versions().put(event.stream(), event.sequence());
        remember(event);
    }

    private long reached(Event event) {
        return memory.versions().getOrDefault(event.stream(), 0L);
    }

    private boolean isKnown(Event event) {
        return memory.ids().contains(event.id());
    }

    /** Only what had its effect or waits for it: an event that failed may come again, corrected. */
    private void remember(Event event) {
        memory.ids().add(event.id());
        if (memory.ids().size() > IDS_MOST) {
            memory.ids().removeFirst();
        }
    }

    private void keep(Event event) {
        SortedMap<Long, Event> waiting = memory.waiting().computeIfAbsent(event.stream(), _ -> new TreeMap<>());
        waiting.put(event.sequence(), event);
        remember(event);
        if (memory.waiting().size() > WAITING_MOST || waiting.size() > WAITING_MOST) {
            throw new IllegalStateException("Too much waits for events that do not come, such as before " + event);
        }
    }
}
