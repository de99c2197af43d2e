package kontor.identity.registration;

import java.util.UUID;
import kontor.identity.keycloak.LogIns;
import kontor.identity.member.MemberBook;
import kontor.identity.member.MemberView;
import kontor.identity.member.MemberViews;
import kontor.identity.member.Profile;
import kontor.platform.messaging.Origin;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.NotVerified;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transaction of a registration. */
@Service
class Enrolling {

    private final MemberBook members;
    private final LogIns logIns;
    private final MemberViews views;
    private final Replies replies;

    Enrolling(MemberBook members, LogIns logIns, MemberViews views, Replies replies) {
        this.members = members;
        this.logIns = logIns;
        this.views = views;
        this.replies = replies;
    }

    @Transactional
    MemberView enrol(RegisterMember command) {
        return replies.once(command.key(), MemberView.class, () -> {
            if (command.isAnonymous()) {
                Origin.actor(command.memberId());
            }
            if (command.logIn() == null) {
                members.add(command.memberId(), command.profile(), null);
            } else {
                members.add(
                        command.memberId(), command.profile(), command.logIn().subject());
                logIns.keep(command.logIn(), true);
            }
            return views.whole(command.memberId()).orElseThrow();
        });
    }

    /** Somebody whom Keycloak knows and the shop does not: his user name becomes his login where it fits. */
    @Transactional
    MemberView enrolKnown(String subject, Profile profile, RequestKey key) {
        return replies.once(key, MemberView.class, () -> {
            if (logIns.isUsed(subject)) {
                // A token that outlives its member, by deletion or anonymisation, opens nothing.
                throw views.isSubjectPresent(subject) ? new Duplicate("This log-in") : new NotVerified();
            }
            UUID id = members.nextId();
            Origin.actor(id);
            boolean isFree = profile.login() == null || !members.isLoginTaken(profile.login());
            members.add(id, isFree ? profile : profile.withoutLogin(), subject);
            logIns.adopt(subject, id);
            return views.whole(id).orElseThrow();
        });
    }
}
