package kontor.identity.importing.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kontor.identity.importing.customer.LogInKeeping.Candidate;
import kontor.identity.keycloak.Account;
import kontor.identity.keycloak.LogIns;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.keycloak.Password;
import kontor.identity.member.Profile;
import kontor.platform.Rejection;
import kontor.platform.importing.ImportReport;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.RowRefused;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;

/**
 * Gives members who were taken over a log-in with the password they had: Keycloak first, outside of the transaction,
 * then all members of the request together. Who can log in already is left as he is. Nobody is mailed.
 */
@Service
class LogInImporting {

    private final LogInKeeping keeping;
    private final LogIns logIns;
    private final Replies replies;

    LogInImporting(LogInKeeping keeping, LogIns logIns, Replies replies) {
        this.keeping = keeping;
        this.logIns = logIns;
        this.replies = replies;
    }

    ImportReport take(String source, List<LogInRow> rows, RequestKey key) {
        return replies.stored(key, ImportReport.class).orElseGet(() -> begin(source, rows, key));
    }

    private ImportReport begin(String source, List<LogInRow> rows, RequestKey key) {
        List<Candidate> candidates = keeping.look(source, rows);
        List<OpenedLogIn> opened = new ArrayList<>();
        ImportReport report;
        try {
            for (Candidate candidate : candidates) {
                if (!candidate.hasLogIn()) {
                    open(candidate, rows.get(candidate.place()).password()).ifPresent(opened::add);
                }
            }
            report = keeping.keep(candidates, opened, key);
        } catch (RuntimeException failed) {
            opened.forEach(logIns::abandon);
            throw failed;
        }
        opened.forEach(logIns::settle);
        return report;
    }

    /** Empty if a twin of this request was faster. */
    private Optional<OpenedLogIn> open(Candidate candidate, String password) {
        Profile profile = candidate.profile();
        if (password.equalsIgnoreCase(profile.login()) || password.equalsIgnoreCase(profile.email())) {
            throw new InvalidField(candidate.pointer("password"), "must differ from login and e-mail address");
        }
        Account account = new Account(
                candidate.memberId(), profile.login(), profile.email(), profile.firstName(), profile.lastName());
        try {
            return Optional.of(
                    logIns.open(account, new Password(password, true), () -> keeping.hasLogIn(candidate.memberId())));
        } catch (Rejection refused) {
            if (keeping.hasLogIn(candidate.memberId())) {
                return Optional.empty();
            }
            throw refused.kind() == Rejection.Kind.UNAVAILABLE
                    ? refused
                    : new RowRefused(
                            candidate.pointer(refused instanceof InvalidField ? "password" : "externalId"), refused);
        }
    }
}
