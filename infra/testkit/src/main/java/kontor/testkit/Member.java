package kontor.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of the tests with the state that identity-service would publish. Immutable: changed copies are told anew.
 */
public final class Member {

    private final UUID id;
    private final Map<String, @Nullable Object> state;

    private Member(UUID id, Map<String, @Nullable Object> state) {
        this.id = id;
        this.state = state;
    }

    /** Registered, with a log-in, and no more. */
    static Member registered() {
        UUID id = Fact.newId();
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("memberId", id.toString());
        state.put("displayName", "Member " + id.toString().substring(24));
        state.put("pictureUploadId", null);
        state.put("status", "REGISTERED");
        state.put("verified", false);
        state.put("verifiedAt", null);
        state.put("active", false);
        state.put("systemMember", false);
        state.put("admin", false);
        state.put("staffLevel", 0);
        state.put("hasLogIn", true);
        state.put("subject", UUID.randomUUID().toString());
        state.put("rankId", null);
        state.put("rankName", null);
        state.put("debtLimitMinor", null);
        state.put("customerId", null);
        state.put("version", 1L);
        return new Member(id, state);
    }

    /** Verified with the rank Member, whose debt limit is -2000. */
    public Member verified() {
        return with("status", "VERIFIED")
                .with("verified", true)
                .with("verifiedAt", Instant.parse("2026-05-03T09:15:00Z").toString())
                .with("active", true)
                .with("rankId", 1)
                .with("rankName", "Member")
                .limit(-2000L);
    }

    /** With this debt limit in minor units; null is no limit. */
    public Member limit(@Nullable Long minor) {
        return with("debtLimitMinor", minor);
    }

    /** In the rank Inactive. */
    public Member inactive() {
        return with("active", false)
                .with("rankId", 4)
                .with("rankName", "Inactive")
                .limit(0L);
    }

    /** With this admin flag. */
    public Member admin(boolean flag) {
        return with("admin", flag);
    }

    /** Any field of the member state by its name in the contract. */
    public Member with(String field, @Nullable Object value) {
        if (!state.containsKey(field)) {
            throw new IllegalArgumentException("A member state has no field " + field);
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(state);
        changed.put(field, value);
        return new Member(id, changed);
    }

    /** Who he is in Kontor. */
    public UUID id() {
        return id;
    }

    /** Who he is in Keycloak. */
    public String subject() {
        if (state.get("subject") instanceof String subject) {
            return subject;
        }
        throw new IllegalStateException("This member has no log-in");
    }

    /** The version of the state. */
    public long version() {
        return state.get("version") instanceof Long version ? version : 0;
    }

    /** A good token of his, to be changed or signed. */
    public Token token() {
        return Tokens.of(subject());
    }

    /** The value of the Authorization header for him, the same one for a minute. */
    public String bearer() {
        return token().repeatedBearer();
    }

    /** All fields by their names in the contract. */
    Map<String, @Nullable Object> state() {
        return state;
    }

    Member next() {
        return with("version", version() + 1);
    }
}
