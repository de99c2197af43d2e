package kontor.chat.stream;

import java.util.List;
import java.util.UUID;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tables {@code stream_instance} and {@code open_stream}: how many streams a member has, whichever instances hold them.
 * Times are the database's, since several clocks would have to agree otherwise.
 */
@Component
class StreamPlaces {

    private static final String ALIVE = "now() + interval '15 seconds'";

    private final UUID instance = UUID.randomUUID();
    private final JdbcClient jdbc;

    StreamPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time per member, so that two who come together do not both take the last place. */
    void lock(UUID member) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("stream:" + member)
                .query((row, n) -> true)
                .single();
    }

    int taken(UUID member) {
        return jdbc.sql("""
                        select count(*) from open_stream s join stream_instance i on i.id = s.instance_id
                        where s.member_id = ? and i.alive_until > now()
                        """).param(member).query((row, n) -> row.getInt(1)).single();
    }

    void take(OpenStream stream) {
        jdbc.sql("insert into stream_instance (id, alive_until) values (?, %s) on conflict do nothing".formatted(ALIVE))
                .param(instance)
                .update();
        jdbc.sql("insert into open_stream (id, member_id, instance_id, at) values (?, ?, ?, now())")
                .params(stream.id(), stream.memberId(), instance)
                .update();
    }

    void give(OpenStream stream) {
        jdbc.sql("delete from open_stream where id = ?").param(stream.id()).update();
    }

    /** Says that this instance lives and holds these streams, and forgets the ones that have died. */
    void renew(List<UUID> held) {
        jdbc.sql("""
                        insert into stream_instance (id, alive_until) values (?, %s)
                        on conflict (id) do update set alive_until = excluded.alive_until
                        """.formatted(ALIVE)).param(instance).update();
        jdbc.sql("delete from open_stream where instance_id = ? and id <> all(cast(? as uuid[]))")
                .params(instance, SqlValues.texts(held, id -> id))
                .update();
        jdbc.sql("delete from stream_instance where alive_until < now() - interval '1 minute'")
                .update();
    }

    /** Which of these members may not listen any more (G-19). */
    List<UUID> withoutRight(List<UUID> members) {
        return jdbc.sql("""
                        select m.id from unnest(cast(? as uuid[])) m (id)
                        left join known_member k on k.id = m.id and k.status <> 'ANONYMISED' where k.id is null
                        """)
                .param(SqlValues.texts(members, id -> id))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
