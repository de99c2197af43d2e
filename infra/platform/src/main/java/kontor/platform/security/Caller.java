package kontor.platform.security;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.MemberInactive;
import kontor.platform.rejection.NotVerified;
import kontor.platform.rejection.Unauthenticated;
import org.jspecify.annotations.Nullable;

/**
 * Who calls. Rights come from the service's own copy of the member, never from the token (G-19), except that a token
 * says whether it belongs to a kiosk.
 *
 * @param subject the token's {@code sub}, null without a token
 * @param member the member behind it, null if there is none
 * @param isKiosk whether the token has role {@code kiosk}
 * @param login the token's {@code preferred_username}, null without a token
 */
public record Caller(
        @Nullable String subject,
        @Nullable KnownMember member,
        boolean isKiosk,
        @Nullable String login) {

    /** Automatic steps act as this member (G-1). */
    public static final UUID SYSTEM = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private static final int CHIEF_LEVEL = 3;

    public static Caller anonymous() {
        return new Caller(null, null, false, null);
    }

    public boolean isAnonymous() {
        return subject == null;
    }

    public boolean isAdmin() {
        return member != null && member.isUsableAdmin();
    }

    /** Verified and active. */
    public boolean isMember() {
        return member != null && member.isActive();
    }

    public boolean isSelf(UUID memberId) {
        return member != null && member.memberId().equals(memberId);
    }

    /** The member's id; only for operations whose access rule demands a member. */
    public UUID memberId() {
        if (member == null) {
            throw new NotVerified();
        }
        return member.memberId();
    }

    /** Who is written down as actor: the member, or the subject of a kiosk's service account. */
    public UUID actorId() {
        if (member != null) {
            return member.memberId();
        }
        if (subject == null) {
            return SYSTEM;
        }
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException ignored) {
            // Keycloak's subjects are UUIDs, but no standard says so.
            return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        }
    }

    public int staffLevel() {
        if (member == null || !member.isActive()) {
            return 0;
        }
        return member.admin() ? CHIEF_LEVEL : member.staffLevel();
    }

    /** Refuses with 401 or the 403 that fits best (G-20, G-21) unless the caller belongs to one of the classes. */
    void require(Set<Who> allowed) {
        if (allowed.contains(Who.ANYONE)) {
            return;
        }
        if (isAnonymous()) {
            throw new Unauthenticated();
        }
        if (allowed.contains(Who.TOKEN) || (isKiosk && allowed.contains(Who.KIOSK))) {
            return;
        }
        if (isKiosk) {
            throw new Forbidden();
        }
        requireMember(allowed);
    }

    private void requireMember(Set<Who> allowed) {
        if (member == null || member.status().equals("ANONYMISED")) {
            throw new NotVerified();
        }
        if (allowed.contains(Who.SIGNED_IN) || (!member.verified() && allowed.contains(Who.REGISTERED))) {
            return;
        }
        if (!member.verified()) {
            throw new NotVerified();
        }
        if (allowed.contains(Who.VERIFIED)) {
            return;
        }
        if (!member.active()) {
            throw new MemberInactive();
        }
        if (allowed.stream().noneMatch(this::belongsTo)) {
            throw new Forbidden();
        }
    }

    private boolean belongsTo(Who who) {
        return switch (who) {
            case MEMBER -> true;
            case SUPPORT_1 -> staffLevel() >= 1;
            case SUPPORT_2 -> staffLevel() >= 2;
            case CHIEF -> staffLevel() >= CHIEF_LEVEL;
            case ADMIN -> isAdmin();
            case ANYONE, TOKEN, SIGNED_IN, REGISTERED, VERIFIED, KIOSK -> false;
        };
    }
}
