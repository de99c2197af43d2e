package kontor.support;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.probe.AuthorisationTable;
import kontor.testkit.probe.AuthorisationTable.Case;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every operation of the service, to every kind of caller, on an own, a foreign and an absent ticket. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class AuthorisationIT {

    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    /** Who opens no tickets; somebody else's stand in for them. */
    private static final Set<String> STRANGERS = Set.of("anonymous", "stranger client", "unknown", "registered");

    private final Members members;
    private final Desk desk;
    private final Member admin;
    private final Member staff;

    AuthorisationIT(Members members, TestDatabase database, RestTestClient http) {
        this.members = members;
        desk = new Desk(http, database);
        admin = members.admin();
        staff = members.support(1);
    }

    /** A new ticket, one that somebody has, and a canned answer. */
    private record Thing(long opened, long taken, long assignment, long answer) {

        private static final Thing ABSENT = new Thing(0, 0, 0, 0);

        String at(String operation) {
            String path = operation.substring(operation.indexOf(' ') + 1);
            boolean isOfTaken = path.contains("{assignmentId}") || path.endsWith("/escalation");
            long ticket = isOfTaken ? taken : opened;
            return path.replace("/api/v1", "")
                    .replace("{id}", Long.toString(path.contains("canned-answers") ? answer : ticket))
                    .replace("{assignmentId}", Long.toString(assignment));
        }
    }

    private record Principal(@Nullable String bearer, Thing own) {}

    @Test
    void namesEveryOperationForEveryPrincipal() {
        TABLE.requireComplete(desk.get(null, "/v3/api-docs").body());
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() {
        Calls calls = new Calls();
        return TABLE.tests(one -> {
            Answer answer = calls.make(one);
            return AuthorisationTable.cell(answer.status(), answer::code);
        });
    }

    @TestFactory
    Stream<DynamicTest> doesNotTellAForeignObjectFromAnAbsentOne() {
        Calls calls = new Calls();
        return TABLE.foreignLooksAbsent(one -> calls.make(one).body());
    }

    /** Calls of all kinds of callers, who stay the same persons. */
    private final class Calls {

        private final Map<String, Principal> principals = AuthorisationTable.PRINCIPALS.stream()
                .collect(Collectors.toMap(name -> name, AuthorisationIT.this::principal));
        private final String neighbour = members.verified().bearer();
        private final Thing foreign = thing(neighbour);

        Answer make(Case one) {
            Principal principal = Objects.requireNonNull(principals.get(one.principal()));
            Thing thing = switch (one.whose()) {
                case OWN -> goes(one) ? fresh(one, Objects.requireNonNull(principal.bearer())) : principal.own();
                case FOREIGN -> goes(one) ? fresh(one, neighbour) : foreign;
                case ABSENT -> Thing.ABSENT;
            };
            String path = thing.at(one.operation());
            if (one.path().endsWith("/mine") && one.isGranted()) {
                desk.post(String.valueOf(principal.bearer()), path.replace("/mine", ""), "{}")
                        .expect(201);
            }
            return call(one, principal.bearer(), path);
        }

        /** What is moved or deleted is made for it. */
        private boolean goes(Case one) {
            boolean isStep = one.path().contains("/{id}/") && !one.verb().equals("GET");
            return one.isGranted() && (isStep || one.verb().equals("DELETE"));
        }
    }

    private Answer call(Case one, @Nullable String bearer, String path) {
        HttpMethod method = HttpMethod.valueOf(one.verb());
        boolean isRead = method.equals(HttpMethod.GET) || method.equals(HttpMethod.DELETE);
        String etag = method.equals(HttpMethod.PATCH) && one.isGranted()
                ? desk.get(admin.bearer(), path).etag()
                : "\"1\"";
        return desk.send(method, path, bearer, isRead ? null : body(one), headers -> {
            headers.set("If-Match", etag);
            headers.set("Idempotency-Key", UUID.randomUUID().toString());
            headers.set("Prefer", "wait=0");
        });
    }

    private static String body(Case one) {
        return Operation.ALL.stream()
                .filter(operation -> operation.name().equals(one.operation().replace("/api/v1", "")))
                .findFirst()
                .map(Operation::body)
                .orElseThrow();
    }

    private Thing thing(String bearer) {
        long taken = opened(bearer);
        return new Thing(opened(bearer), taken, taken(taken), answer());
    }

    /** What this call is about, and nothing else. */
    private Thing fresh(Case call, String bearer) {
        if (call.path().contains("canned-answers")) {
            return new Thing(0, 0, 0, answer());
        }
        long ticket = opened(bearer);
        if (call.path().endsWith("/escalation")) {
            taken(ticket);
        }
        return new Thing(ticket, ticket, 0, 0);
    }

    private long taken(long ticket) {
        return desk.post(staff.bearer(), "/tickets/%d/assignments".formatted(ticket), "{}")
                .expect(201)
                .id();
    }

    private long answer() {
        return desk.post(admin.bearer(), "/canned-answers", "{\"title\": \"Wait\", \"text\": \"Wait.\"}")
                .expect(201)
                .id();
    }

    private long opened(String bearer) {
        String body = "{\"subject\": \"Where is it?\", \"text\": \"Nowhere.\"}";
        return desk.send(HttpMethod.POST, "/tickets", bearer, body, headers -> {
                    headers.set("Idempotency-Key", UUID.randomUUID().toString());
                    headers.set("Prefer", "wait=0");
                })
                .expect(202)
                .id();
    }

    private Principal principal(String name) {
        Member member = switch (name) {
            case "unknown" -> members.unknown();
            case "registered" -> members.unverified();
            case "support-1" -> members.support(1);
            case "support-2" -> members.support(2);
            case "chief" -> members.support(3);
            case "admin", "demoted admin" -> members.admin();
            default -> members.verified();
        };
        Thing own = thing(STRANGERS.contains(name) ? members.verified().bearer() : member.bearer());
        return new Principal(bearer(name, member), own);
    }

    private @Nullable String bearer(String name, Member caller) {
        return switch (name) {
            case "anonymous" -> null;
            case "stranger client" ->
                Tokens.of(caller.subject()).client("partner").bearer();
            case "kiosk" ->
                Tokens.kiosk()
                        .claim("preferred_username", "service-account-kontor-kiosk")
                        .bearer();
            case "inactive" -> members.change(caller.inactive()).bearer();
            case "demoted admin" -> members.change(caller.admin(false)).bearer();
            default -> caller.bearer();
        };
    }
}
