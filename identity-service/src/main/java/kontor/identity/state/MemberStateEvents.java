package kontor.identity.state;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Outbox;
import kontor.platform.security.KnownMember;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The state topic of the members. */
@Component
class MemberStateEvents {

    private static final String MEMBERS = "kontor.identity.members.v1";

    private final Outbox outbox;

    MemberStateEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void publish(List<KnownMember> members) {
        outbox.together(() -> members.forEach(
                member -> outbox.state(MEMBERS, member.memberId(), member.version(), State.of(member))));
    }

    @EventListener
    void on(MemberGone gone) {
        outbox.tombstone(MEMBERS, gone.memberId(), gone.stateVersion());
    }

    /** The record on the wire. */
    private record State(
            UUID memberId,
            String displayName,
            @Nullable Long pictureUploadId,
            String status,
            boolean verified,
            @Nullable Instant verifiedAt,
            boolean active,
            boolean systemMember,
            boolean admin,
            int staffLevel,
            boolean hasLogIn,
            @Nullable String subject,
            @Nullable Long rankId,
            @Nullable String rankName,
            @Nullable Long debtLimitMinor,
            @Nullable Long customerId,
            long version) {

        static State of(KnownMember member) {
            return new State(
                    member.memberId(),
                    member.displayName(),
                    member.pictureUploadId(),
                    member.status(),
                    member.verified(),
                    member.verifiedAt(),
                    member.active(),
                    member.systemMember(),
                    member.admin(),
                    member.staffLevel(),
                    member.hasLogIn(),
                    member.subject(),
                    member.rankId(),
                    member.rankName(),
                    member.debtLimitMinor(),
                    member.customerId(),
                    member.version());
        }
    }
}
