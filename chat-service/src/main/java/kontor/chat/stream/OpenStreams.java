package kontor.chat.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import kontor.platform.rejection.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The streams of this instance, by member. */
@Component
class OpenStreams {

    private static final String ENDED = "chat.stream.ended";

    private final Map<UUID, Set<OpenStream>> byMember = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    /** Held by who comes in, goes or stops, so that nobody is refused for one who does not come in himself. */
    private final ReentrantLock door = new ReentrantLock();

    private boolean stopping;
    private final StreamSettings settings;
    private final Counter gone;
    private final Map<Ending, Counter> ended = new EnumMap<>(Ending.class);

    OpenStreams(StreamSettings settings, MeterRegistry meters) {
        this.settings = settings;
        meters.gauge("chat.stream.open", open);
        gone = meters.counter(ENDED, "why", "GONE");
        for (Ending why : Ending.values()) {
            ended.put(why, meters.counter(ENDED, "why", why.name()));
        }
    }

    OpenStream create(UUID member, Duration goodFor) {
        return new OpenStream(member, goodFor, settings);
    }

    /** Refuses when the instance holds all it can, or stops. */
    void add(OpenStream stream) {
        door.lock();
        try {
            if (stopping || open.get() == settings.perInstance()) {
                throw new Unavailable("Another stream");
            }
            if (byMember.computeIfAbsent(stream.memberId(), member -> ConcurrentHashMap.newKeySet())
                    .add(stream)) {
                open.incrementAndGet();
            }
        } finally {
            door.unlock();
        }
    }

    void remove(OpenStream stream) {
        door.lock();
        try {
            byMember.computeIfPresent(stream.memberId(), (member, streams) -> {
                if (streams.remove(stream)) {
                    open.decrementAndGet();
                }
                return streams.isEmpty() ? null : streams;
            });
        } finally {
            door.unlock();
        }
        @Nullable Ending why = stream.ending();
        (why == null ? gone : ended.getOrDefault(why, gone)).increment();
    }

    boolean isEmpty() {
        return byMember.isEmpty();
    }

    boolean has(UUID member) {
        return byMember.containsKey(member);
    }

    void tell(UUID member, Frame frame) {
        byMember.getOrDefault(member, Set.of()).forEach(stream -> stream.offer(frame));
    }

    void tellAll(Frame frame) {
        each(stream -> stream.offer(frame));
    }

    void end(Collection<UUID> members, Ending why) {
        members.forEach(member -> byMember.getOrDefault(member, Set.of()).forEach(stream -> stream.end(why)));
    }

    /** Ends those whose token is over. */
    void endWithTokens() {
        each(OpenStream::endWithToken);
    }

    /** From now on streams may come. */
    void letIn() {
        door.lock();
        try {
            stopping = false;
        } finally {
            door.unlock();
        }
    }

    /** Ends all, and lets none come after. */
    void endAll(Ending why) {
        door.lock();
        try {
            stopping = true;
            each(stream -> stream.end(why));
        } finally {
            door.unlock();
        }
    }

    List<UUID> ids() {
        return byMember.values().stream()
                .flatMap(Collection::stream)
                .map(OpenStream::id)
                .toList();
    }

    List<UUID> members() {
        return List.copyOf(byMember.keySet());
    }

    private void each(Consumer<OpenStream> action) {
        byMember.values().forEach(streams -> streams.forEach(action));
    }
}
