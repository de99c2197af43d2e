package kontor.identity.importing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.identity.member.MemberBook;
import kontor.platform.messaging.EventJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of members that are taken over, by one statement for all. */
@Component
public class ImportedMembers {

    /** Version 1 of his facts is his registration. */
    private static final String CREATE = """
            insert into member (id, created_at, first_name, last_name, picture_upload_id, login, email, fact_version,
                external_source, external_id)
            select id, created_at, first_name, last_name, picture_upload_id, login, email, 1, ?, external_id
            from rows from (unnest(cast(? as uuid[])), json_to_recordset(cast(? as json)) as ("externalId" text,
                    "createdAt" timestamptz, "firstName" text, "lastName" text, "pictureUploadId" bigint, login text,
                    email text))
                as r (id, external_id, created_at, first_name, last_name, picture_upload_id, login, email)
            """;

    private final JdbcClient jdbc;
    private final MemberBook book;

    ImportedMembers(JdbcClient jdbc, MemberBook book) {
        this.jdbc = jdbc;
        this.book = book;
    }

    /**
     * Stores them in their order, which is that of their registration.
     *
     * @param rows with the fields of {@link MemberRow}, and perhaps the names for a later log-in
     * @return their ids in that order
     */
    public List<UUID> create(String source, List<?> rows) {
        List<UUID> ids = Stream.generate(book::nextId).limit(rows.size()).toList();
        String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
        jdbc.sql(CREATE).params(source, texts, EventJson.write(rows)).update();
        return ids;
    }
}
