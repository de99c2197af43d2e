package kontor.identity.importing.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.identity.keycloak.LogIns;
import kontor.identity.keycloak.OpenedLogIn;
import kontor.identity.member.MemberBook;
import kontor.identity.member.Profile;
import kontor.platform.Rejection;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportReport.Outcome;
import kontor.platform.importing.ImportReport.Result;
import kontor.platform.importing.ImportRows;
import kontor.platform.messaging.Origin;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of log-ins that are taken over: a look before Keycloak is asked, the decision after. */
@Service
class LogInKeeping {

    /**
     * A member who may get a log-in.
     *
     * @param place of his row in the request
     * @param profile his names
     */
    record Candidate(int place, String externalId, UUID memberId, boolean hasLogIn, Profile profile) {

        String pointer(String field) {
            return "/logIns/%d/%s".formatted(place, field);
        }
    }

    private final MemberBook members;
    private final LogIns logIns;
    private final Replies replies;
    private final Audit audit;
    private final JdbcClient jdbc;

    LogInKeeping(MemberBook members, LogIns logIns, Replies replies, Audit audit, JdbcClient jdbc) {
        this.members = members;
        this.logIns = logIns;
        this.replies = replies;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** Whose rows these are, in their order; refuses who is not here and who has neither login nor e-mail. */
    @Transactional
    List<Candidate> look(String source, List<LogInRow> rows) {
        ImportRows.requireDistinct("logIns", rows, LogInRow::externalId);
        Map<String, Candidate> known = known(source, rows);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Candidate found = known.get(rows.get(i).externalId());
            if (found == null) {
                throw new UnknownReference("/logIns/%d/externalId".formatted(i));
            }
            candidates.add(new Candidate(i, found.externalId(), found.memberId(), found.hasLogIn(), found.profile()));
        }
        // Judging locks the member, so it goes by id.
        candidates.stream()
                .filter(candidate -> !candidate.hasLogIn())
                .sorted(Comparator.comparing(Candidate::memberId))
                .forEach(this::requireWithout);
        return candidates;
    }

    private void requireWithout(Candidate candidate) {
        try {
            members.requireWithoutLogIn(candidate.memberId(), null, null);
        } catch (Rejection refused) {
            throw new RowRefused(candidate.pointer("externalId"), refused);
        }
    }

    boolean hasLogIn(UUID memberId) {
        return jdbc.sql("select has_log_in from member where id = ?")
                .param(memberId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** From now on they log in as the users that were opened for them; all of them or none. */
    @Transactional
    ImportReport keep(List<Candidate> candidates, List<OpenedLogIn> opened, RequestKey key) {
        return replies.once(key, ImportReport.class, () -> {
            Origin origin = Origin.current();
            Origin.begin(new Origin(origin.actorId(), origin.correlationId(), true));
            SortedMap<UUID, OpenedLogIn> given = new TreeMap<>();
            opened.forEach(one -> given.put(one.memberId(), one));
            for (OpenedLogIn one : given.values()) {
                Profile profile = members.requireWithoutLogIn(one.memberId(), null, null);
                members.giveLogIn(one.memberId(), profile, one.subject());
                logIns.keep(one, true);
            }
            audit.recordAll("import-log-in", "member", given.keySet());
            return new ImportReport(candidates.stream()
                    .map(one -> new Result(
                            one.externalId(),
                            one.memberId(),
                            given.containsKey(one.memberId()) ? Outcome.CREATED : Outcome.UNCHANGED))
                    .toList());
        });
    }

    /** Locked, so that nobody is given a log-in between the look and what is decided on it. */
    private Map<String, Candidate> known(String source, List<LogInRow> rows) {
        return jdbc
                .sql("""
                        select external_id, id, has_log_in, first_name, last_name, login, email from member
                        where external_source = ? and external_id = any(?) order by id for update
                        """)
                .params(source, rows.stream().map(LogInRow::externalId).toArray(String[]::new))
                .query((row, n) -> new Candidate(
                        0,
                        row.getString("external_id"),
                        row.getObject("id", UUID.class),
                        row.getBoolean("has_log_in"),
                        new Profile(
                                row.getString("first_name"),
                                row.getString("last_name"),
                                row.getString("login"),
                                row.getString("email"),
                                null)))
                .list()
                .stream()
                .collect(Collectors.toMap(Candidate::externalId, Function.identity()));
    }
}
