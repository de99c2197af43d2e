package kontor.chat.notice;

import java.util.Collection;
import java.util.UUID;
import kontor.chat.live.LiveLog;
import kontor.chat.live.LiveName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whose thing it is that it has changed. */
@Component
class Notices {

    private final LiveLog log;
    private final JdbcClient jdbc;

    Notices(LiveLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<UUID> members, Notice notice) {
        log.tell(LiveName.NOTICE, members, notice);
    }

    /** An order is its customer's, so the members behind that are told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellCustomer(long customerId, Notice notice) {
        log.tell(
                LiveName.NOTICE,
                jdbc.sql("select id from known_member where customer_id = ?")
                        .param(customerId)
                        .query((row, n) -> row.getObject(1, UUID.class))
                        .list(),
                notice);
    }
}
