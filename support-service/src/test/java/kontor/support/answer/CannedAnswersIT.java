package kontor.support.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import kontor.support.Desk;
import kontor.support.object.TargetType;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.probe.Statements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Canned answers as admins write and staff reads them. */
@KontorTest(service = "support", kafka = KontorTest.Kafka.SHARED)
class CannedAnswersIT {

    private final Desk desk;
    private final Member admin;
    private final Member staff;

    /** A word that no other test uses. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    CannedAnswersIT(RestTestClient http, Members members, TestDatabase database) {
        desk = new Desk(http, database);
        admin = members.admin();
        staff = members.support(1);
    }

    private long canned(@Nullable TargetType type, String title, String text) {
        String body = """
                {"targetType": %s, "title": "%s", "text": "%s"}
                """.formatted(type == null ? "null" : "\"%s\"".formatted(type), title, text);
        return desk.post(admin.bearer(), "/canned-answers", body).expect(201).id();
    }

    @Test
    void addsEditsAndDeletesAnswers() {
        var added = desk.post(
                        admin.bearer(),
                        "/canned-answers",
                        "{\"title\": \"  Lost %s \", \"text\": \"One.\\nTwo.\"}".formatted(word))
                .expect(201);
        String path = "/canned-answers/" + added.id();
        assertThat(added.headers().getLocation()).hasPath("/api/v1" + path);
        assertThat(added.body().path("title").asString("")).isEqualTo("Lost " + word);
        assertThat(added.body().path("text").asString("")).isEqualTo("One.\nTwo.");
        assertThat(added.body().path("active").asBoolean()).isTrue();
        assertThat(added.body().path("targetType").isNull()).isTrue();

        String patch = "{\"targetType\": \"ORDER\", \"active\": false}";
        assertThat(desk.patch(admin.bearer(), path, patch).expect(200).etag()).isEqualTo("\"2\"");
        assertThat(desk.patch(admin.bearer(), path, patch).expect(200).etag()).isEqualTo("\"2\"");
        desk.patch(admin.bearer(), path, "\"1\"", patch).refused(412, "version-mismatch");
        assertThat(desk.get(staff.bearer(), path)
                        .expect(200)
                        .body()
                        .path("targetType")
                        .asString(""))
                .isEqualTo("ORDER");
        desk.patch(admin.bearer(), path, "{\"targetType\": null}").expect(200);
        desk.delete(admin.bearer(), path).expect(204);

        desk.get(staff.bearer(), path).refused(404, "not-found");
        desk.delete(admin.bearer(), path).refused(404, "not-found");
        assertThat(desk.audits("canned-answer", added.id()))
                .containsExactly(
                        "create-canned-answer", "edit-canned-answer", "edit-canned-answer", "delete-canned-answer");
    }

    @Test
    void addsOneForARepeatedKey() {
        String body = "{\"title\": \"%s\", \"text\": \"x\"}".formatted(word);
        String key = UUID.randomUUID().toString();

        long first = desk.post(admin.bearer(), "/canned-answers", key, body)
                .expect(201)
                .id();

        assertThat(desk.post(admin.bearer(), "/canned-answers", key, body)
                        .expect(201)
                        .id())
                .isEqualTo(first);
    }

    @Test
    void listsAnswersToStaffByTitle() {
        long second = canned(TargetType.ORDER, word + " b", "x");
        long first = canned(null, word.toUpperCase(Locale.ROOT) + " a", "x");
        String list = "/canned-answers?title=" + word;

        assertThat(desk.get(staff.bearer(), list)
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(item -> item.path("id").asLong())
                .containsExactly(first, second);
        assertThat(desk.get(staff.bearer(), list + "&targetType=ORDER&active=true")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream())
                .extracting(item -> item.path("id").asLong())
                .containsExactly(second);
        desk.get(staff.bearer(), list + "&targetType=THING").refused(400, "invalid-field");
        desk.post(staff.bearer(), "/canned-answers", "{\"title\": \"x\", \"text\": \"x\"}")
                .refused(403, "forbidden");
    }

    @Test
    void readsAPageOfAnyLengthByTheSameStatements() {
        canned(null, word + " a", "x");
        canned(TargetType.ORDER, word + " b", "x");

        int one = statements("/canned-answers?limit=1");

        assertThat(statements("/canned-answers?limit=100")).isEqualTo(one);
        assertThat(one).isPositive().isLessThanOrEqualTo(2);
    }

    private int statements(String list) {
        desk.get(staff.bearer(), list).expect(200);
        return Statements.of(() -> desk.get(staff.bearer(), list).expect(200)).size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"x\"}",
                "{\"text\": \"x\"}",
                "{\"title\": \" \", \"text\": \"x\"}",
                "{\"title\": \"x\\ny\", \"text\": \"x\"}",
                "{\"title\": \"x\", \"text\": \"\"}",
                "{\"title\": \"x\", \"text\": \"x\", \"targetType\": \"THING\"}",
                "{\"title\": \"x\", \"text\": \"x\", \"targetType\": 4}",
                "{\"title\": \"x\", \"text\": \"x\", \"active\": \"yes\"}",
            })
    void refusesWhatIsNoAnswer(String body) {
        desk.post(admin.bearer(), "/canned-answers", body).refused(400, "invalid-field");
    }

    @Test
    void keepsTextsWithinTheirLimits() {
        String body = "{\"title\": \"%s\", \"text\": \"%s\"}";

        desk.post(admin.bearer(), "/canned-answers", body.formatted("é".repeat(120), "é".repeat(2_000)))
                .expect(201);
        desk.post(admin.bearer(), "/canned-answers", body.formatted("é".repeat(121), "x"))
                .refused(400, "invalid-field");
        desk.post(admin.bearer(), "/canned-answers", body.formatted("x", "é".repeat(2_001)))
                .refused(400, "invalid-field");
    }
}
