package kontor.chat.attachment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kontor.pictures.Picture;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of all pictures; that the reader is in their conversation is part of the query. */
@Component
class Attachments {

    private static final String IN_IT = """
            select from conversation_member s
            where s.conversation_id = :id and s.member_id = :me and s.left_at is null
            """;

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public AttachmentView enter(EnterPicture command, Instant now) {
        Picture picture = command.picture();
        jdbc.sql("""
                        insert into attachment (path, conversation_id, uploaded_by, media_type, bytes, width, height,
                            sha256, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(SqlValues.of(
                        command.path(),
                        command.conversationId(),
                        command.memberId(),
                        picture.mediaType(),
                        picture.bytes().length,
                        picture.width(),
                        picture.height(),
                        picture.sha256(),
                        now))
                .update();
        return new AttachmentView(
                command.path(),
                command.conversationId(),
                command.memberId(),
                picture.mediaType(),
                picture.bytes().length,
                picture.width(),
                picture.height(),
                now);
    }

    /** A first look, before any work is done for the picture. */
    boolean isIn(long conversationId, UUID memberId) {
        return jdbc.sql("select exists (%s)".formatted(IN_IT))
                .param("id", conversationId)
                .param("me", memberId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** Empty as well for who is not in the conversation. */
    Optional<String> mediaTypeOf(String path, long conversationId, UUID memberId) {
        return jdbc.sql("select media_type from attachment where path = :path and conversation_id = :id and exists (%s)"
                        .formatted(IN_IT))
                .param("path", path)
                .param("id", conversationId)
                .param("me", memberId)
                .query((row, n) -> row.getString(1))
                .optional();
    }
}
