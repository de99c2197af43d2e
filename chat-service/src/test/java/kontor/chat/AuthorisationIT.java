package kontor.chat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicWriter;
import kontor.testkit.picture.Drawing;
import kontor.testkit.probe.AuthorisationTable;
import kontor.testkit.probe.AuthorisationTable.Case;
import kontor.testkit.probe.AuthorisationTable.Whose;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.util.LinkedMultiValueMap;

/** Every operation of the OpenAPI document, for every kind of caller, on an own, a foreign and an absent object. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class AuthorisationIT {

    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    private final Members members;
    private final Chat chat;
    private final int port;

    AuthorisationIT(
            Members members,
            TestDatabase database,
            TopicWriter writer,
            RestTestClient http,
            @LocalServerPort int port) {
        this.members = members;
        this.port = port;
        chat = new Chat(http, members, database, writer);
    }

    /**
     * Somebody with a conversation that he is in, and its picture.
     *
     * @param host who is in it besides, and would be alone if the caller cannot be in any
     */
    private record Principal(@Nullable String bearer, Member member, Member host, long talk, String picture) {}

    @Test
    void namesEveryOperationForEveryPrincipal() {
        TABLE.requireComplete(chat.get(null, "/v3/api-docs").body());
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
                .collect(Collectors.toMap(Function.identity(), AuthorisationIT.this::principal));

        private final Principal neighbour = principal("member");

        Answer make(Case one) {
            Principal caller = Objects.requireNonNull(principals.get(one.principal()));
            if (one.path().endsWith("/chat/stream")) {
                return Listening.beginning(port, caller.bearer());
            }
            long id = switch (one.whose()) {
                case OWN -> one.path().endsWith("members/me") ? visited(one, caller) : caller.talk();
                case FOREIGN -> neighbour.talk();
                case ABSENT -> 0;
            };
            String picture = one.whose() == Whose.OWN ? caller.picture() : neighbour.picture();
            String path = one.path()
                    .replace("/api/v1", "")
                    .replace("{id}", Long.toString(id))
                    .replace("{name}", picture);
            return chat.send(HttpMethod.valueOf(one.verb()), path, caller.bearer(), body(one, caller), headers -> {});
        }
    }

    /** A purchase of others that he may help with, and already does if he is to leave. */
    private long visited(Case one, Principal caller) {
        if (!one.isGranted()) {
            return caller.talk();
        }
        Member seller = members.verified();
        long purchase = chat.neighbours().purchase(caller.host(), seller);
        long talk = chat.open(seller, Chat.aboutPurchase(purchase)).expect(201).id();
        chat.neighbours().assign(chat.neighbours().ticket(seller), caller.member(), "PURCHASE", purchase);
        if (one.verb().equals("DELETE")) {
            chat.join(caller.member(), talk).expect(200);
        }
        return talk;
    }

    private @Nullable Object body(Case one, Principal caller) {
        return switch (one.operation().replace("/api/v1", "")) {
            case "POST /conversations" -> opening(one, caller);
            case "POST /conversations/{id}/messages" -> Chat.message(UUID.randomUUID(), "hello");
            case "PUT /conversations/{id}/read" -> "{\"seq\": 0}";
            case "POST /conversations/{id}/attachments" -> {
                LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
                parts.add("file", Chat.file(Drawing.png(8, 8)));
                yield parts;
            }
            default -> null;
        };
    }

    private String opening(Case one, Principal caller) {
        return switch (one.whose()) {
            case OWN -> Chat.circle(caller.host());
            case FOREIGN -> Chat.aboutPurchase(chat.neighbours().purchase(caller.host(), members.verified()));
            case ABSENT -> Chat.aboutPurchase(0);
        };
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
        Member host = members.verified();
        boolean isAlone = name.equals("unknown") || name.equals("registered");
        long talk = isAlone ? chat.talk(host) : chat.talk(host, member);
        String picture = chat.attach(host, talk, Drawing.png(8, 8))
                .expect(201)
                .body()
                .path("path")
                .asString("");
        return new Principal(bearer(name, member), member, host, talk, picture);
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
