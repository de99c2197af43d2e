package kontor.chat.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How much a member may upload within an hour, and how much there may be of all (G-38). */
@Component
class AttachmentQuota {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int LOCKS = 0x617474;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AttachmentSettings settings;

    AttachmentQuota(JdbcClient jdbc, Clock clock, AttachmentSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** A first look, before any work is done for the picture. */
    void require(UUID memberId) {
        long recent = jdbc.sql("select count(*) from attachment where uploaded_by = ? and at > ?")
                .param(memberId)
                .param(clock.instant().minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .single();
        if (recent >= settings.perHour()) {
            throw new TooManyUploads("You have uploaded %d pictures within an hour.".formatted(recent));
        }
        long total = jdbc.sql("select coalesce(sum(bytes), 0) from attachment")
                .query((row, n) -> row.getLong(1))
                .single();
        if (total >= settings.total().toBytes()) {
            throw new TooManyUploads("The shop keeps no more pictures.");
        }
    }

    /** The word that counts: uploads of one member are judged one after the other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireAlone(UUID memberId) {
        jdbc.sql("select pg_advisory_xact_lock(?, hashtext(?))")
                .param(LOCKS)
                .param(memberId.toString())
                .query((row, n) -> LOCKS)
                .single();
        require(memberId);
    }
}
