package kontor.chat.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kontor.chat.live.LiveName;
import kontor.chat.message.MessageViews;
import kontor.platform.messaging.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the live log, and the messages that it names. */
@Component
class LiveRows {

    static final int PAGE = 500;

    /** What is not there any more cannot be told, and must not hold up what is. */
    private static final String ROWS = """
            select e.position, e.name, e.body, e.recipients, e.member_id, m.id, m.conversation_id, m.seq, m.sender_id,
                m.text, m.image, m.at, m.client_message_id, k.display_name
            from (%s) e left join message m on m.conversation_id = e.conversation_id and m.seq = e.seq
                left join known_member k on k.id = m.sender_id
            where e.seq is null or m.id is not null
            order by e.position limit
            """ + PAGE;

    private static final String NEWER = ROWS.formatted("select * from live_event where position > :after");

    /** What was told to him, as far as he may read it now: a conversation that he is out of does not exist (H-5). */
    private static final String MISSED = ROWS.formatted("""
            select * from live_event where member_id = :me and position > :after and position <= :upTo
            union all
            select l.* from conversation_member c join live_event l on l.conversation_id = c.conversation_id
            where c.member_id = :me and c.left_at is null and :me = any(l.recipients)
                and l.position > :after and l.position <= :upTo
            """);

    private final JdbcClient jdbc;

    LiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From where to where the log reaches; both 0 while it is empty. */
    record Extent(long oldest, long newest) {}

    Extent extent() {
        return jdbc.sql("select coalesce(min(position), 0), coalesce(max(position), 0) from live_event")
                .query((row, n) -> new Extent(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The next after this position, at most a page. */
    List<LiveRow> newer(long after) {
        return jdbc.sql(NEWER).param("after", after).query(LiveRows::map).list();
    }

    /** The next of what this member was told after one position and up to another, at most a page. */
    List<LiveRow> missed(UUID member, long after, long upTo) {
        return jdbc.sql(MISSED)
                .param("me", member)
                .param("after", after)
                .param("upTo", upTo)
                .query(LiveRows::map)
                .list();
    }

    private static LiveRow map(ResultSet row, int number) throws SQLException {
        @Nullable String body = row.getString("body");
        @Nullable UUID member = row.getObject("member_id", UUID.class);
        return new LiveRow(
                row.getLong("position"),
                LiveName.valueOf(row.getString("name")).word(),
                // A message is told as it is read.
                body == null ? EventJson.write(MessageViews.map(row, number)) : body,
                member == null ? List.of((UUID[]) row.getArray("recipients").getArray()) : List.of(member));
    }
}
