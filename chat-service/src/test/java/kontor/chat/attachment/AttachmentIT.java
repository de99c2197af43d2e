package kontor.chat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import kontor.chat.Answer;
import kontor.chat.Chat;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.picture.Drawing;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Pictures of conversations (H-6, H-13). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class AttachmentIT {

    private static final Path DIRECTORY = Path.of("target/attachments");
    private static final int PER_HOUR = 20;

    private final Chat chat;
    private final OrphanSweeper sweeper;
    private final Member ada;
    private final Member ben;
    private final long talk;

    AttachmentIT(
            RestTestClient http, Members members, TestDatabase database, TopicWriter writer, OrphanSweeper sweeper) {
        chat = new Chat(http, members, database, writer);
        this.sweeper = sweeper;
        ada = members.verified();
        ben = members.verified();
        talk = chat.talk(ada, ben);
    }

    private Answer get(Member reader, long conversationId, String path) {
        return chat.get(reader.bearer(), "%s/attachments/%s".formatted(Chat.at(conversationId), path));
    }

    private String attached(Member sender, long conversationId) {
        return path(chat.attach(sender, conversationId, Drawing.png(12, 8)));
    }

    private static String path(Answer attachment) {
        return attachment.expect(201).body().path("path").asString("");
    }

    @Test
    void isServedSafelyToThoseWhoAreInIt() {
        Answer attachment = chat.attach(ada, talk, Drawing.drawn("gif", 12, 8));
        String path = path(attachment);

        assertThat(path).matches("[0-9a-f]{32}\\.png");
        assertThat(attachment.headers().getFirst("Location"))
                .isEqualTo("/api/v1/conversations/%d/attachments/%s".formatted(talk, path));
        HttpHeaders headers = get(ben, talk, path).expect(200).headers();
        assertThat(headers.getFirst("Content-Type")).isEqualTo("image/png");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(headers.getFirst("Content-Disposition")).startsWith("inline").contains(path);
        assertThat(headers.getFirst("Cache-Control")).contains("no-store");
    }

    @Test
    void doesNotExistForOthers() {
        String path = attached(ada, talk);
        long other = chat.talk(ben);

        get(chat.members().verified(), talk, path).refused(404, "not-found");
        get(chat.admin(), talk, path).refused(404, "not-found");
        get(ben, other, path).refused(404, "not-found");
        chat.attach(chat.members().verified(), talk, Drawing.png(9, 9)).refused(404, "not-found");
        get(ben, talk, "..%2f..%2fpom.xml").refused(400, "malformed-request");
        get(ben, talk, "0".repeat(32) + ".png").refused(404, "not-found");
    }

    @Test
    void isTheImageOfAMessageByItsUploaderInItsConversation() {
        String path = attached(ada, talk);
        long other = chat.talk(ada, ben);

        Answer message = chat.post(ada.bearer(), Chat.at(talk) + "/messages", Chat.image(UUID.randomUUID(), path));

        assertThat(message.expect(201).body().path("image").asString("")).isEqualTo(path);
        for (Answer refused : List.of(
                chat.post(ben.bearer(), Chat.at(talk) + "/messages", Chat.image(UUID.randomUUID(), path)),
                chat.post(ada.bearer(), Chat.at(other) + "/messages", Chat.image(UUID.randomUUID(), path)))) {
            assertThat(refused.refused(422, "unknown-reference").pointer()).isEqualTo("/image");
        }
    }

    /** INV-36. */
    @Test
    void keepsEachFileWithItsRowAndItsHash() throws IOException, NoSuchAlgorithmException {
        String path = path(chat.attach(ada, talk, Drawing.drawn("jpg", 20, 10)));

        byte[] file = Files.readAllBytes(DIRECTORY.resolve(path));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(chat.neighbours()
                        .owner()
                        .sql("select sha256, bytes, width, height from attachment where path = ?")
                        .param(path)
                        .query()
                        .singleRow())
                .containsEntry("sha256", hash)
                .containsEntry("bytes", (long) file.length)
                .containsEntry("width", 20)
                .containsEntry("height", 10);
    }

    @Test
    void leavesNothingOfARefusedPicture() throws IOException {
        long before = files();

        chat.attach(ada, talk, Drawing.cut(Drawing.png(60, 60))).refused(422, "bad-image");
        chat.attach(ada, talk, Drawing.pngThatClaims(100_000, 100_000)).refused(422, "bad-image");
        chat.attach(ada, talk, Drawing.drawn("bmp", 10, 10)).refused(415, "unsupported-media-type");
        chat.attach(ada, talk, "<svg/>".getBytes(StandardCharsets.UTF_8)).refused(415, "unsupported-media-type");
        chat.attach(ada, talk, new byte[5 * 1024 * 1024 + 1]).refused(413, "too-large");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void takesNoneInAClosedConversation() throws IOException {
        long ticket = chat.neighbours().ticket(ada);
        long closed = chat.neighbours().conversation("TICKET", ticket);
        String path = attached(ada, closed);
        chat.neighbours().close(ticket, ada.id());
        long before = files();

        chat.attach(ada, closed, Drawing.png(9, 9)).refused(409, "conversation-closed");

        get(ada, closed, path).expect(200);
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{}', 415, unsupported-media-type",
        "multipart/form-data, '', 400, malformed-request",
        "multipart/form-data; boundary=b, '--b--', 400, invalid-field",
        "multipart/form-data; boundary=b, '--b|Content-Disposition: form-data; name=\"file\"||text|--b--|', 400,"
                + " invalid-field",
        "multipart/form-data; boundary=b, '--b|Content-Disposition: form-data; name=\"surprise\"||x|--b--|', 400,"
                + " invalid-field",
    })
    void refusesWhatIsNoForm(String type, String body, int status, String code) {
        byte[] bytes = body.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8);

        chat.send(
                        HttpMethod.POST,
                        Chat.at(talk) + "/attachments",
                        ada.bearer(),
                        bytes,
                        headers -> headers.set("Content-Type", type))
                .refused(status, code);
    }

    @Test
    void repeatsTheAnswerOfAKeyAndKeepsOneFile() throws IOException {
        String key = UUID.randomUUID().toString();
        byte[] file = Drawing.png(16, 16);
        long before = files();

        List<String> answers = Together.all(
                8, n -> chat.attach(ada, talk, file, key).expect(201).text());

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(files()).isEqualTo(before + 1);
        chat.attach(ada, talk, Drawing.png(17, 17), key).refused(422, "idempotency-key-reused");
        assertThat(files()).isEqualTo(before + 1);
    }

    @Test
    void takesNoMoreThanAMemberMayUploadWithinAnHour() {
        List<Integer> statuses = Together.all(
                PER_HOUR + 4, n -> chat.attach(ben, talk, Drawing.png(8, 8)).status());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(PER_HOUR);
        assertThat(statuses).containsOnly(201, 429);
        chat.attach(ada, talk, Drawing.png(8, 8)).expect(201);
    }

    @Test
    void losesItsFileWhenThereIsNoRow() throws IOException {
        String kept = attached(ada, talk);
        Path orphan = Files.write(DIRECTORY.resolve("0".repeat(31) + "1.png"), new byte[] {1});

        sweeper.sweep();
        assertThat(orphan).exists();
        sweeper.sweep();

        assertThat(orphan).doesNotExist();
        assertThat(DIRECTORY.resolve(kept)).exists();
    }

    private static long files() throws IOException {
        try (var all = Files.list(DIRECTORY)) {
            return all.count();
        }
    }
}
