package kontor.invoice.request;

import java.util.function.Supplier;
import kontor.platform.messaging.EventJson;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers in two steps: the question claims the key, and what its caller was told after the wait is stored when that is
 * known. A retry in between, as after a crash, waits by itself (G-26, G-29).
 */
@Component
class Answers {

    private final Replies replies;
    private final JdbcClient jdbc;

    Answers(Replies replies, JdbcClient jdbc) {
        this.replies = replies;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Answer once(RequestKey key, Supplier<RequestView> effect) {
        return replies.once(key, Answer.class, () -> Answer.open(effect.get()));
    }

    /** Only the open answer is replaced, so all who ask with the key are told the same. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer settle(RequestKey key, Answer open, Answer given) {
        boolean isFirst =
                jdbc.sql("update reply set body = ? where caller = ? and operation = ? and key = ? and body = ?")
                                .params(
                                        EventJson.write(given),
                                        key.caller(),
                                        key.operation(),
                                        String.valueOf(key.key()),
                                        EventJson.write(open))
                                .update()
                        == 1;
        return isFirst ? given : replies.replay(key, Answer.class);
    }
}
