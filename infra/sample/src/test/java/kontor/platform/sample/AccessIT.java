package kontor.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who passes which door: one row per door, one column per caller. */
@KontorTest(service = "sample")
class AccessIT {

    private static final List<String> CALLERS = List.of(
            "nobody",
            "stranger",
            "unverified",
            "inactive",
            "member",
            "kiosk",
            "support1",
            "support2",
            "chief",
            "admin");

    private final RestTestClient http;
    private final Members members;

    AccessIT(RestTestClient http, Members members) {
        this.http = http;
        this.members = members;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anyone     | 200 200 200 200 200 200 200 200 200 200
            token      | 401 200 200 200 200 200 200 200 200 200
            signed-in  | 401 not-verified 200 200 200 forbidden 200 200 200 200
            registered | 401 not-verified 200 member-inactive forbidden forbidden forbidden \
            forbidden forbidden forbidden
            verified   | 401 not-verified not-verified 200 200 forbidden 200 200 200 200
            member     | 401 not-verified not-verified member-inactive 200 forbidden 200 200 200 200
            kiosk      | 401 not-verified not-verified member-inactive forbidden 200 forbidden forbidden forbidden 200
            support-1  | 401 not-verified not-verified member-inactive forbidden forbidden 200 200 200 200
            support-2  | 401 not-verified not-verified member-inactive forbidden forbidden forbidden 200 200 200
            chief      | 401 not-verified not-verified member-inactive forbidden forbidden forbidden forbidden 200 200
            admin      | 401 not-verified not-verified member-inactive forbidden forbidden forbidden \
            forbidden forbidden 200
            forgotten  | forbidden forbidden forbidden forbidden forbidden forbidden forbidden \
            forbidden forbidden forbidden
            """)
    void letsInWhoBelongs(String door, String expected) {
        Map<String, @Nullable String> bearers = bearers();

        List<String> answers = CALLERS.stream()
                .map(caller -> answer(door, bearers.get(caller)))
                .toList();

        assertThat(String.join(" ", answers)).isEqualTo(expected);
    }

    @Test
    void decidesOnTheCopyOfTheMemberAndNotOnTheToken() {
        Member admin = members.admin();
        String bearer = admin.bearer();
        assertThat(answer("admin", bearer)).isEqualTo("200");

        members.change(admin.admin(false));

        org.awaitility.Awaitility.await()
                .atMost(10, java.util.concurrent.TimeUnit.SECONDS)
                .until(() -> answer("admin", bearer).equals("forbidden"));
    }

    @Test
    void countsWhatIsSaidOfAMemberAsHisDoing() {
        Member member = members.verified();

        http.get()
                .uri("/api/v1/doors/member")
                .header("Authorization", member.bearer())
                .exchange()
                .expectBody()
                .jsonPath("$.actor")
                .isEqualTo(member.id().toString());
    }

    @Test
    void takesASubjectThatIsNoUuid() {
        assertThat(answer("token", Tokens.of("service-account-7").bearer())).isEqualTo("200");
    }

    private Map<String, @Nullable String> bearers() {
        Map<String, @Nullable String> bearers = new LinkedHashMap<>();
        bearers.put("stranger", Tokens.stranger().bearer());
        bearers.put("unverified", members.unverified().bearer());
        bearers.put("inactive", members.inactive().bearer());
        bearers.put("member", members.verified().bearer());
        bearers.put("kiosk", Tokens.kiosk().bearer());
        bearers.put("support1", members.support(1).bearer());
        bearers.put("support2", members.support(2).bearer());
        bearers.put("chief", members.support(3).bearer());
        bearers.put("admin", members.admin().bearer());
        return bearers;
    }

    /** The code of a 403, else the status. */
    private String answer(String door, @Nullable String bearer) {
        var answer = http.get()
                .uri("/api/v1/doors/" + door)
                .headers(headers -> {
                    if (bearer != null) {
                        headers.set("Authorization", bearer);
                    }
                })
                .exchange()
                .returnResult(String.class);
        int status = answer.getStatus().value();
        String body = String.valueOf(answer.getResponseBody());
        return status == 403 ? body.replaceAll("(?s).*\"code\":\"([^\"]*)\".*", "$1") : String.valueOf(status);
    }
}
