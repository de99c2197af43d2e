package kontor.chat.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kontor.platform.rejection.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The streams of this instance, by member. */
@Component
class OpenStreams {

    private final Map<UUID, Set<OpenStream>> byMember = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final StreamSettings settings;
    private final MeterRegistry meters;

    OpenStreams(StreamSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        meters.gauge("chat.stream.open", open);
    }

    OpenStream create(UUID member) {
        return new OpenStream(member, settings);
    }

    /** Refuses when the instance holds all it can, or stops. */
    void add(OpenStream stream) {
        if (open.incrementAndGet() > settings.perInstance()) {
            open.decrementAndGet();
            throw new Unavailable("Another stream");
        }
        byMember.compute(stream.memberId(), (member, streams) -> {
            Set<OpenStream> added = streams == null ? ConcurrentHashMap.newKeySet() : streams;
            added.add(stream);
            return added;
        });
        // Looked at after it was added: whoever stops ends all that he finds, or it is seen here.
        if (stopping.get()) {
            remove(stream);
            throw new Unavailable("The stream");
        }
    }

    void remove(OpenStream stream) {
        byMember.computeIfPresent(stream.memberId(), (member, streams) -> {
            if (streams.remove(stream)) {
                open.decrementAndGet();
            }
            return streams.isEmpty() ? null : streams;
        });
        @Nullable Ending ending = stream.ending();
        meters.counter("chat.stream.ended", "why", ending == null ? "GONE" : ending.name())
                .increment();
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

    /** From now on streams may come. */
    void letIn() {
        stopping.set(false);
    }

    /** Ends all, and lets none come after. */
    void endAll(Ending why) {
        stopping.set(true);
        each(stream -> stream.end(why));
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
