package kontor.identity.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import kontor.platform.AggregateRoot;
import kontor.platform.rejection.NotAllowedInState;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Somebody's own data. What admins decide about him stands in the histories, not here. */
@Entity
class Member extends AggregateRoot implements Persistable<UUID> {

    private enum Status {
        REGISTERED,
        VERIFIED,
        ANONYMISED
    }

    @Id
    private UUID id = new UUID(0, 0);

    private @Nullable String subject;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "first_name")
    private @Nullable String firstName;

    @Column(name = "last_name")
    private String lastName = "";

    private @Nullable String login;
    private @Nullable String email;

    @Column(name = "has_log_in")
    private boolean hasLogIn;

    @Column(name = "picture_upload_id")
    private @Nullable Long pictureUploadId;

    @Enumerated(EnumType.STRING)
    private Status status = Status.REGISTERED;

    private long version = 1;

    @Transient
    private boolean stored;

    protected Member() {}

    /** A log-in is a subject: the Keycloak user exists already, or the member has none (I-1). */
    Member(UUID id, Profile profile, @Nullable String subject, Instant now) {
        this.id = id;
        this.subject = subject;
        this.hasLogIn = subject != null;
        this.createdAt = now;
        apply(profile);
        announce(() -> new MemberRegistered(id, displayName(), pictureUploadId, hasLogIn, now));
    }

    Profile profile() {
        return new Profile(firstName, lastName, login, email, pictureUploadId);
    }

    /** Takes over what differs; false if nothing does. Who gives up his last name for log-in cannot log in any more. */
    boolean edit(Profile wanted, Instant now) {
        requireNotAnonymised();
        if (wanted.equals(profile())) {
            return false;
        }
        if (endsLogIn(wanted)) {
            forgetLogIn();
        }
        apply(wanted);
        version++;
        announce(() -> new MemberProfileChanged(id, displayName(), pictureUploadId, hasLogIn, now));
        return true;
    }

    /** Whom Keycloak knew before he registered may have no name here at all, and logs in by the one he has there. */
    boolean endsLogIn(Profile wanted) {
        return hasLogIn() && profile().canLogIn() && !wanted.canLogIn();
    }

    /** From now on he logs in as this Keycloak user. */
    void giveLogIn(String newSubject, Profile wanted, Instant now) {
        apply(wanted);
        subject = newSubject;
        hasLogIn = true;
        version++;
        announce(() -> new MemberProfileChanged(id, displayName(), pictureUploadId, true, now));
    }

    /** Only while nobody has verified him (I-12). */
    void delete(Instant now) {
        if (status != Status.REGISTERED) {
            throw new NotAllowedInState("Only somebody who was never verified can be deleted; anonymise instead.");
        }
        announce(() -> new MemberDeleted(id, now));
    }

    void requireAnonymisable() {
        if (status != Status.VERIFIED) {
            throw new NotAllowedInState("Only a verified member can be anonymised, once.");
        }
    }

    /** Final (I-13). The histories stay; the features that hold flags and profiles follow the event. */
    void anonymise(Instant now) {
        requireAnonymisable();
        apply(Profile.FORMER);
        forgetLogIn();
        status = Status.ANONYMISED;
        version++;
        announce(() -> new MemberAnonymised(id, now));
    }

    void requireNotAnonymised() {
        if (status == Status.ANONYMISED) {
            throw new NotAllowedInState("This member is anonymised.");
        }
    }

    private void forgetLogIn() {
        subject = null;
        hasLogIn = false;
    }

    private void apply(Profile profile) {
        firstName = profile.firstName();
        lastName = profile.lastName();
        login = profile.login();
        email = profile.email();
        pictureUploadId = profile.pictureUploadId();
    }

    private String displayName() {
        return firstName == null ? lastName : firstName + " " + lastName;
    }

    boolean hasLogIn() {
        return subject != null;
    }

    long version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void stored() {
        stored = true;
    }
}
