package kontor.chat.live;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import kontor.platform.messaging.EventJson;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table {@code live_event}. Its positions are given one transaction after the other, so whoever has read up to one has
 * missed nothing before it; they are the ids of the stream's events (H-10).
 */
@Component
public class LiveLog {

    /** Key of the lock under which positions are given, the same in all instances; held until the transaction ends. */
    private static final long TURN = 7_051;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LiveLog(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** To all who are in the conversation now. What a message says is read when it is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void message(long conversationId, long seq) {
        toConversation(LiveName.MESSAGE, conversationId, seq, null);
    }

    /** To all who are in the conversation now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(LiveName name, long conversationId, Record body) {
        toConversation(name, conversationId, null, EventJson.write(body));
    }

    /** To these members, each for himself, whichever conversations they are in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(LiveName name, Collection<UUID> members, Record body) {
        jdbc.sql("""
                        insert into live_event (position, name, member_id, body, at)
                        select nextval('live_event_seq'), ?, m.id, ?, ?
                        from pg_advisory_xact_lock(?), unnest(cast(? as uuid[])) m (id)
                        """)
                .params(SqlValues.of(
                        name.name(),
                        EventJson.write(body),
                        clock.instant(),
                        TURN,
                        SqlValues.texts(members, member -> member)))
                .update();
        events.publishEvent(new LiveLogged());
    }

    /** The lock is in the statement's FROM, so it is held before a position is taken from the sequence. */
    private void toConversation(LiveName name, long conversationId, @Nullable Long seq, @Nullable String body) {
        jdbc.sql("""
                        insert into live_event (position, name, conversation_id, recipients, seq, body, at)
                        select nextval('live_event_seq'), ?, ?, m.ids, cast(? as bigint), cast(? as text), ?
                        from pg_advisory_xact_lock(?), (
                            select array_agg(member_id order by member_id) ids from conversation_member
                            where conversation_id = ? and left_at is null
                        ) m
                        where m.ids is not null
                        """)
                .params(SqlValues.of(name.name(), conversationId, seq, body, clock.instant(), TURN, conversationId))
                .update();
        events.publishEvent(new LiveLogged());
    }
}
