package kontor.ledger.member;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.platform.rejection.MemberNotActive;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members as this service knows them, from its copy of identity's state topic. */
@Component
public class KnownMembers {

    private final JdbcClient jdbc;

    KnownMembers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Standing(UUID id, boolean verified, boolean active) {}

    /**
     * Refuses the first, in the given order, who is unknown, not verified or not active.
     *
     * @param pointer where in the request a member was named
     */
    public void requireActive(Collection<UUID> members, Function<UUID, String> pointer) {
        Map<UUID, Standing> known = known(members);
        for (UUID member : members) {
            Standing standing = requireVerified(member, known.get(member), pointer.apply(member));
            if (!standing.active()) {
                throw new MemberNotActive(member);
            }
        }
    }

    /** Refuses who is unknown or not verified; active or not, and system members too. */
    public void requireVerified(UUID member, String pointer) {
        requireVerified(member, known(List.of(member)).get(member), pointer);
    }

    /** Those of them who are known, and whether each is verified. */
    public Map<UUID, Boolean> verifiedOf(Collection<UUID> members) {
        return known(members).values().stream().collect(Collectors.toMap(Standing::id, Standing::verified));
    }

    private Map<UUID, Standing> known(Collection<UUID> members) {
        return jdbc
                .sql("select id, verified, active from known_member where id = any(?)")
                .param(members.toArray(UUID[]::new))
                .query((row, n) -> new Standing(
                        row.getObject("id", UUID.class), row.getBoolean("verified"), row.getBoolean("active")))
                .stream()
                .collect(Collectors.toMap(Standing::id, Function.identity()));
    }

    private static Standing requireVerified(UUID member, @Nullable Standing standing, String pointer) {
        if (standing == null) {
            throw new UnknownReference(pointer);
        }
        if (!standing.verified()) {
            throw new MemberNotVerified(member);
        }
        return standing;
    }
}
