package kontor.support.object;

import java.util.Optional;
import java.util.UUID;
import kontor.platform.security.MemberDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to open tickets on. */
@Component
public class Objects {

    private final JdbcClient jdbc;
    private final MemberDirectory members;

    Objects(JdbcClient jdbc, MemberDirectory members) {
        this.jdbc = jdbc;
        this.members = members;
    }

    /**
     * Whether the thing exists and the member may see it (S-2): products, categories, active listings and verified
     * members everybody, the others their parties. Absent and foreign are the same.
     */
    public boolean isVisible(TargetRef target, UUID member) {
        return target.type() == TargetType.MEMBER ? isVerified(target.id()) : isIndexed(target, member);
    }

    private boolean isIndexed(TargetRef target, UUID member) {
        return jdbc.sql("""
                        select exists (
                            select from object_index i
                            where i.target_type_id = :type and i.target_id = :id
                                and (i.everybody
                                    or :member = any(i.owner_ids)
                                    or i.customer_id = (select m.customer_id from known_member m where m.id = :member)))
                        """)
                .param("type", target.type().id())
                .param("id", target.id())
                .param("member", member)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** The copy of the members tells who is verified, so the index need not. */
    private boolean isVerified(String id) {
        return uuid(id).flatMap(members::byId)
                .filter(member -> member.status().equals("VERIFIED"))
                .isPresent();
    }

    /** Only as it is written everywhere, so that one thing has one id. */
    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(read -> read.toString().equals(id));
        } catch (IllegalArgumentException ignored) {
            return Optional.empty();
        }
    }
}
