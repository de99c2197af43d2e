package kontor.reporting.query;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberDirectory;
import kontor.reporting.figure.Reading;
import kontor.reporting.newest.States;

/** The members as their state topic tells them; few ask here, so they are looked through for each. */
public record NewestMembers(Reading reading) implements MemberDirectory {

    @Override
    public Optional<KnownMember> bySubject(String subject) {
        return members().values().stream()
                .filter(member -> subject.equals(member.subject()))
                .findFirst();
    }

    @Override
    public Optional<KnownMember> byId(UUID memberId) {
        return Optional.ofNullable(members().get(memberId.toString()));
    }

    private Map<String, KnownMember> members() {
        return reading.newest(States.MEMBERS);
    }
}
