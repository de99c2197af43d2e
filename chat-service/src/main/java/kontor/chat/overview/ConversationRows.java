package kontor.chat.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.chat.conversation.Context;
import kontor.chat.conversation.ConversationType;
import kontor.chat.conversation.Role;
import kontor.chat.overview.ConversationView.InIt;
import org.jspecify.annotations.Nullable;

/** Rows of conversations and of those who are in them as the database has them. */
final class ConversationRows {

    private ConversationRows() {}

    /** A conversation that lacks its members and its last message yet. */
    static ConversationView bare(ResultSet row, int number) throws SQLException {
        @Nullable String context = row.getString("context_type");
        return new ConversationView(
                row.getLong("id"),
                row.getLong("version"),
                ConversationType.of(row.getString("type")),
                context == null ? null : Context.Type.valueOf(context),
                row.getObject("context_id", Long.class),
                row.getString("title"),
                instant(row, "created_at"),
                row.getObject("created_by", UUID.class),
                instantOrNull(row, "closed_at"),
                row.getLong("last_seq"),
                instantOrNull(row, "last_message_at"),
                row.getLong("last_read_seq"),
                row.getLong("unread"),
                List.of(),
                null,
                row.getString("external_source"),
                row.getString("external_id"));
    }

    /** Who is in which conversation. */
    record SeatRow(long conversationId, InIt inIt) {

        static SeatRow map(ResultSet row, int number) throws SQLException {
            return new SeatRow(
                    row.getLong("conversation_id"),
                    new InIt(
                            row.getObject("member_id", UUID.class),
                            row.getString("name"),
                            Role.valueOf(row.getString("role")),
                            instant(row, "joined_at")));
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
