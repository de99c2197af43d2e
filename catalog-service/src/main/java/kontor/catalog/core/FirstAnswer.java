package kontor.catalog.core;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kontor.platform.AggregateRoot;
import kontor.platform.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/**
 * What was told first to somebody who asks by an event, kept as it was told, so that whoever asks again is told the
 * very same (G-35). Its number counts everything that is told on its stream.
 */
@MappedSuperclass
public abstract class FirstAnswer extends AggregateRoot {

    private @Nullable Boolean accepted;

    /** Lines of the answer, as JSON. */
    private @Nullable String answer;

    private @Nullable Instant answeredAt;

    /** Number of the last fact told. */
    private long version;

    protected FirstAnswer() {}

    protected void decide(boolean isAccepted, List<?> lines, Instant now) {
        accepted = isAccepted;
        answer = EventJson.write(lines);
        answeredAt = now;
    }

    protected long nextFact() {
        return ++version;
    }

    /** The lines of the answer as they were told. */
    protected <T> List<T> lines(Class<T[]> type) {
        return List.of(EventJson.read(Objects.requireNonNull(answer, "only an answer can be given again"), type));
    }

    protected Instant answeredAt() {
        return Objects.requireNonNull(answeredAt, "only an answer has a time");
    }

    public boolean isAnswered() {
        return accepted != null;
    }

    public boolean isAccepted() {
        return Boolean.TRUE.equals(accepted);
    }

    public boolean isRefused() {
        return Boolean.FALSE.equals(accepted);
    }
}
