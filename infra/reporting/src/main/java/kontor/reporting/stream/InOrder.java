package kontor.reporting.stream;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kontor.platform.messaging.MalformedRecord;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Subject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Lets each fact pass once and those of a key in their order (G-34), and sends it to every thing it is about. */
final class InOrder implements Processor<String, byte[], String, Told> {

    private final List<Subject<?>> subjects;
    private @Nullable ProcessorContext<String, Told> context;

    InOrder(List<Subject<?>> subjects) {
        this.subjects = subjects;
    }

    @Override
    public void init(ProcessorContext<String, Told> given) {
        context = given;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordMetadata place = context().recordMetadata().orElseThrow();
        String stream = place.topic() + " " + record.key();
        long version = Aside.UNKNOWN;
        try {
            Told fact = Told.of(message(record, place));
            version = fact.version();
            take(stream, fact, record.timestamp());
        } catch (MalformedRecord unreadable) {
            putAside(stream, aside(record, place, version, unreadable));
        }
    }

    private void take(String stream, Told fact, long sent) {
        long reached = reached(stream);
        if (fact.version() <= reached) {
            return;
        }
        // Also what comes too early: once its turn has come nobody can put it aside any more.
        requireReadable(fact);
        Waiting waiting = Optional.ofNullable(waiting().get(stream)).orElse(Waiting.NONE);
        if (fact.version() > reached + 1) {
            waiting().put(stream, waiting.with(fact));
            return;
        }
        @Nullable Told next = fact;
        while (next != null) {
            pass(next, sent);
            reached = next.version();
            waiting = waiting.from(reached + 1);
            next = waiting.facts().get(reached + 1);
        }
        reached().put(stream, reached);
        keep(stream, waiting);
        forgetAside(stream, reached);
    }

    /** Of several the first holds up all others, so that is the one to be told; who has no place may hold up nobody. */
    private void putAside(String stream, Aside unreadable) {
        @Nullable Aside known = aside().get(stream);
        if (known == null || unreadable.isBefore(known)) {
            aside().put(stream, unreadable);
        }
    }

    /** What was put aside is told until its place, or for one without a place any, has been passed. */
    private void forgetAside(String stream, long reached) {
        @Nullable Aside known = aside().get(stream);
        if (known != null && known.version() <= reached) {
            aside().delete(stream);
        }
    }

    private void keep(String stream, Waiting waiting) {
        if (waiting.facts().isEmpty()) {
            waiting().delete(stream);
        } else {
            waiting().put(stream, waiting);
        }
    }

    private void pass(Told fact, long sent) {
        Message message = fact.message();
        for (Subject<?> subject : subjectsOf(fact)) {
            for (String id : subject.ids(message)) {
                context().forward(new Record<>(Things.key(subject, id), fact, sent));
            }
        }
    }

    /** Tried out before its key moves on: a fact that one of its subjects cannot read has been read by none. */
    private void requireReadable(Told fact) {
        Message message = fact.message();
        try {
            subjectsOf(fact).forEach(subject -> tryOut(subject, message));
        } catch (MalformedRecord unreadable) {
            throw unreadable;
        } catch (RuntimeException unfit) {
            throw new MalformedRecord("The body does not fit " + fact.type() + ".", unfit);
        }
    }

    private static <S> void tryOut(Subject<S> subject, Message message) {
        subject.ids(message).forEach(id -> subject.contributions(id, subject.apply(id, subject.begin(), message)));
    }

    private List<Subject<?>> subjectsOf(Told fact) {
        return subjects.stream()
                .filter(subject -> subject.topics().contains(fact.topic()))
                .toList();
    }

    private static Message message(Record<String, byte[]> record, RecordMetadata place) {
        Message message = Message.of(new ConsumerRecord<>(
                place.topic(),
                place.partition(),
                place.offset(),
                record.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                record.key(),
                record.value(),
                new RecordHeaders(record.headers()),
                Optional.empty()));
        if (message.isTombstone()) {
            throw new MalformedRecord("A fact has no body.", null);
        }
        return message;
    }

    private static Aside aside(
            Record<String, byte[]> record, RecordMetadata place, long version, MalformedRecord unreadable) {
        return new Aside(
                place.topic(),
                place.partition(),
                place.offset(),
                version,
                Instant.ofEpochMilli(record.timestamp()),
                String.valueOf(unreadable.getMessage()));
    }

    private long reached(String stream) {
        @Nullable Long reached = reached().get(stream);
        return reached == null ? 0 : reached;
    }

    private KeyValueStore<String, Long> reached() {
        return context().getStateStore(Stores.REACHED);
    }

    private KeyValueStore<String, Waiting> waiting() {
        return context().getStateStore(Stores.WAITING);
    }

    private KeyValueStore<String, Aside> aside() {
        return context().getStateStore(Stores.ASIDE);
    }

    private ProcessorContext<String, Told> context() {
        return Objects.requireNonNull(context, "not initialised");
    }
}
