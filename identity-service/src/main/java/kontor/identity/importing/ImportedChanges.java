package kontor.identity.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kontor.platform.messaging.EventJson;
import kontor.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of histories that are taken over, by one statement for each kind. */
@Component
public class ImportedChanges {

    private static final String ROWS = """
            from json_to_recordset(cast(? as json)) r ("externalId" text, "memberId" uuid, at timestamptz,
                "byAdminId" uuid, "rankId" bigint, admin boolean)
            returning external_id, id
            """;

    private static final String VERIFICATIONS = """
            insert into member_verification (id, member_id, by_admin_id, at, external_source, external_id)
            select nextval('member_verification_seq'), "memberId", "byAdminId", at, ?, "externalId"
            """ + ROWS;

    private static final String RANKS = """
            insert into rank_change (id, member_id, by_admin_id, at, rank_id, external_source, external_id)
            select nextval('rank_change_seq'), "memberId", "byAdminId", at, "rankId", ?, "externalId"
            """ + ROWS;

    private static final String ADMINS = """
            insert into admin_change (id, member_id, by_admin_id, at, is_admin, external_source, external_id)
            select nextval('admin_change_seq'), "memberId", "byAdminId", at, admin, ?, "externalId"
            """ + ROWS;

    private final JdbcClient jdbc;

    ImportedChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Members taken over from this source with their status, locked in id order until the transaction ends. */
    Map<UUID, String> lock(String source, Collection<UUID> memberIds) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("""
                        select id, status from member where id = any(cast(? as uuid[])) and external_source = ?
                        order by id for update
                        """).params(texts(memberIds), source).query(row -> {
            found.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return found;
    }

    /** Which of these are members; the system counts as one. */
    Set<UUID> present(Collection<UUID> memberIds) {
        Set<UUID> present = new HashSet<>(jdbc.sql("select id from member where id = any(cast(? as uuid[]))")
                .param(texts(memberIds))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list());
        present.add(Caller.SYSTEM);
        return present;
    }

    /** Ids by external id; they rise in the order of the rows, which are of one kind. */
    public Map<String, Long> create(String source, ChangeRow.Kind kind, List<ChangeRow> rows) {
        String sql = switch (kind) {
            case VERIFICATION -> VERIFICATIONS;
            case RANK -> RANKS;
            case ADMIN -> ADMINS;
        };
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(sql).params(source, EventJson.write(rows)).query(row -> {
            ids.put(row.getString(1), row.getLong(2));
        });
        return ids;
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
