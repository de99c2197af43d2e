package kontor.identity.importing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.platform.Rejection.Fault;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;

/**
 * A row of a member's history in another shop.
 *
 * @param externalId of the row in the source's table of its kind
 * @param rankId the rank here, with kind RANK only
 * @param admin the flag from then on, with kind ADMIN only
 */
public record ChangeRow(
        @NotNull Kind kind,
        @NotNull @Text(max = 40) String externalId,
        @NotNull UUID memberId,
        @NotNull Instant at,
        @NotNull UUID byAdminId,
        @Nullable Long rankId,
        @Nullable Boolean admin) {

    /** Each has a table of its own. */
    public enum Kind {
        VERIFICATION("member_verification", "import-verification"),
        RANK("rank_change", "import-rank-change"),
        ADMIN("admin_change", "import-admin-change");

        private final String table;
        private final String audited;

        Kind(String table, String audited) {
            this.table = table;
            this.audited = audited;
        }

        String table() {
            return table;
        }

        /** The action in the audit. */
        String audited() {
            return audited;
        }
    }

    /** That its own field is there and no other is part of the field rule. */
    Stream<Fault> faults(String pointer) {
        return Stream.concat(
                fault(Kind.RANK, rankId, pointer + "/rankId").stream(),
                fault(Kind.ADMIN, admin, pointer + "/admin").stream());
    }

    private Optional<Fault> fault(Kind owner, @Nullable Object value, String pointer) {
        String message = kind == owner ? "must be there" : "belongs to kind " + owner;
        return (kind == owner) == (value == null)
                ? Optional.of(new Fault(pointer, "invalid-field", message))
                : Optional.empty();
    }
}
