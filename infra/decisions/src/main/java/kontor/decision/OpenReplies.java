package kontor.decision;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.function.Supplier;
import kontor.platform.Rejection;
import kontor.platform.messaging.EventJson;
import kontor.platform.web.ProblemWriter;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replies in two steps: the effect claims the key, and what its caller was answered after the wait is stored when that
 * is known. A retry in between, as after a crash, waits by itself (G-26, G-29).
 */
public class OpenReplies {

    private final Replies replies;
    private final JdbcClient jdbc;
    private final ProblemWriter problems;
    private final JsonMapper mapper;
    private final MeterRegistry meters;

    OpenReplies(Replies replies, JdbcClient jdbc, ProblemWriter problems, JsonMapper mapper, MeterRegistry meters) {
        this.replies = replies;
        this.jdbc = jdbc;
        this.problems = problems;
        this.mapper = mapper;
        this.meters = meters;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T once(RequestKey request, Class<T> type, Supplier<T> effect) {
        return replies.once(request, type, effect);
    }

    /** Only the open reply is replaced, so all who ask with the key get the same answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T settle(RequestKey request, T open, T answered, Class<T> type) {
        boolean isFirst =
                jdbc.sql("update reply set body = ? where caller = ? and operation = ? and key = ? and body = ?")
                                .params(
                                        EventJson.write(answered),
                                        request.caller(),
                                        request.operation(),
                                        String.valueOf(request.key()),
                                        EventJson.write(open))
                                .update()
                        == 1;
        return isFirst ? answered : replies.replay(request, type);
    }

    /**
     * What was asked for is refused: the refusal takes the place of the open reply, so that the key is taken all the
     * time. A key given back first could ask anew, and be granted what its first caller was refused.
     *
     * @return what the caller is to throw once that is committed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public RuntimeException refuse(RequestKey request, Object open, Rejection refusal) {
        ProblemDetail problem = problems.of(refusal);
        problem.setInstance(
                URI.create(request.operation().substring(request.operation().indexOf(' ') + 1)));
        boolean isFirst = jdbc.sql("delete from reply where caller = ? and operation = ? and key = ? and body = ?")
                        .params(
                                request.caller(),
                                request.operation(),
                                String.valueOf(request.key()),
                                EventJson.write(open))
                        .update()
                == 1;
        if (!isFirst) {
            return refusal; // the platform answers what the key has got meanwhile
        }
        replies.keepRefusal(request, problem.getStatus(), mapper.writeValueAsString(problem));
        meters.counter("platform.refusals", "code", refusal.code()).increment();
        return new LateRefusal(problem);
    }
}
