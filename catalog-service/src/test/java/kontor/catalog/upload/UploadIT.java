package kontor.catalog.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.picture.Drawing;
import kontor.testkit.trial.Together;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class UploadIT {

    private static final Path DIRECTORY = Path.of("target/uploads");
    private static final int PER_HOUR = 20;

    private final Shop shop;
    private final Members members;
    private final TestDatabase database;
    private final OrphanSweeper sweeper;

    UploadIT(RestTestClient http, Members members, TestDatabase database, OrphanSweeper sweeper) {
        shop = new Shop(http, members);
        this.members = members;
        this.database = database;
        this.sweeper = sweeper;
    }

    @Test
    void isServedSafely() {
        String name = filename(shop.upload(shop.admin().bearer(), "PRODUCT", Drawing.drawn("gif", 12, 12)));

        assertThat(name).matches("[0-9a-f]{32}\\.png");
        Answer picture = shop.get("/uploads/" + name).expect(200);
        HttpHeaders headers = picture.headers();
        assertThat(headers.getFirst("Content-Type")).isEqualTo("image/png");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(headers.getFirst("Content-Disposition")).startsWith("inline").contains(name);
        assertThat(headers.getFirst("Cache-Control")).contains("immutable");
        shop.send(HttpMethod.HEAD, "/uploads/" + name, null, null, more -> {}).expect(200);
    }

    /** INV-36. */
    @Test
    void keepsEachFileWithItsRowAndItsHash() throws IOException, NoSuchAlgorithmException {
        String name = filename(shop.upload(members.verified().bearer(), "LISTING", Drawing.drawn("jpg", 20, 10)));

        Map<String, @Nullable Object> row = database.asOwner()
                .sql("select sha256, bytes, width, height, purpose from upload where filename = ?")
                .param(name)
                .query()
                .singleRow();
        byte[] file = Files.readAllBytes(DIRECTORY.resolve(name));
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(row)
                .containsEntry("sha256", hash)
                .containsEntry("bytes", (long) file.length)
                .containsEntry("width", 20)
                .containsEntry("height", 10)
                .containsEntry("purpose", "LISTING");
    }

    @Test
    void showsAProductItsPicture() {
        Answer picture =
                shop.upload(shop.admin().bearer(), "PRODUCT", Drawing.png(9, 9)).expect(201);
        Answer ofMember =
                shop.upload(shop.admin().bearer(), "MEMBER", Drawing.png(9, 9)).expect(201);
        long id = shop.productId(Map.of());

        shop.patch("/products/" + id, Map.of("imageUploadId", picture.id())).expect(200);
        shop.patch("/products/" + id, Map.of("imageUploadId", ofMember.id())).refused(422, "unknown-reference");

        assertThat(shop.get("/products/" + id).body().get("imageFilename").asString())
                .isEqualTo(filename(picture));
    }

    @Test
    void leavesNothingOfARefusedPicture() throws IOException {
        String bearer = members.verified().bearer();
        long before = files();

        refusedBy(bearer, "MEMBER", Drawing.png(20, 10), 422, "bad-image");
        refusedBy(bearer, "MEMBER", Drawing.cut(Drawing.png(60, 60)), 422, "bad-image");
        refusedBy(bearer, "MEMBER", Drawing.pngThatClaims(100_000, 100_000), 422, "bad-image");
        refusedBy(bearer, "LISTING", Drawing.drawn("bmp", 10, 10), 415, "unsupported-media-type");
        refusedBy(bearer, "LISTING", "<svg/>".getBytes(StandardCharsets.UTF_8), 415, "unsupported-media-type");
        refusedBy(bearer, "LISTING", new byte[0], 415, "unsupported-media-type");
        refusedBy(bearer, "LISTING", new byte[5 * 1024 * 1024 + 1], 413, "too-large");
        refusedBy(bearer, "PRODUCT", Drawing.png(10, 10), 403, "forbidden");
        refusedBy(bearer, "product", Drawing.png(10, 10), 400, "invalid-field");

        assertThat(files()).isEqualTo(before);
    }

    private void refusedBy(String bearer, String purpose, byte[] file, int status, String code) {
        shop.upload(bearer, purpose, file).refused(status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{}', 415, unsupported-media-type",
        "multipart/form-data, '', 400, malformed-request",
        "multipart/form-data; boundary=b, '', 400, invalid-field",
        "multipart/form-data; boundary=b, 'nothing', 400, invalid-field",
        "multipart/form-data; boundary=b, '--b--', 400, invalid-field",
        "multipart/form-data; boundary=b, '--b|Content-Disposition: form-data; name=\"purpose\"||LISTING|--b--|', 400,"
                + " invalid-field",
        "multipart/form-data; boundary=b, '--b|Content-Disposition: form-data; name=\"file\"||text|--b--|', 400,"
                + " invalid-field",
        "multipart/form-data; boundary=b, '--b|Content-Disposition: form-data; name=\"surprise\"||x|--b--|', 400,"
                + " invalid-field",
        "multipart/form-data; boundary=b, '--b|Content-Disposition: form-data; name=\"purpose\"||LIST', 400,"
                + " malformed-request",
    })
    void refusesWhatIsNoForm(String type, String body, int status, String code) {
        byte[] bytes = body.replace("|", "\r\n").getBytes(StandardCharsets.UTF_8);

        shop.send(
                        HttpMethod.POST,
                        "/uploads",
                        members.verified().bearer(),
                        bytes,
                        headers -> headers.set("Content-Type", type))
                .refused(status, code);
    }

    @Test
    void repeatsTheAnswerOfAKeyAndKeepsOneFile() throws IOException {
        String bearer = members.verified().bearer();
        String key = UUID.randomUUID().toString();
        byte[] file = Drawing.png(16, 16);
        long before = files();

        List<String> answers = Together.all(
                8, n -> shop.upload(bearer, "MEMBER", file, key).expect(201).text());

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(files()).isEqualTo(before + 1);
        shop.upload(bearer, "LISTING", file, key).refused(422, "idempotency-key-reused");
        assertThat(files()).isEqualTo(before + 1);
    }

    @Test
    void takesNoMoreThanAMemberMayUploadWithinAnHour() throws IOException {
        Member member = members.verified();
        long before = files();

        List<Integer> statuses = Together.all(
                PER_HOUR + 4,
                n -> shop.upload(member.bearer(), "MEMBER", Drawing.png(8, 8)).status());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(PER_HOUR);
        assertThat(statuses).containsOnly(201, 429);
        assertThat(files()).isEqualTo(before + PER_HOUR);
        Answer tooMany =
                shop.upload(member.bearer(), "MEMBER", Drawing.png(8, 8)).refused(429, "too-many-requests");
        assertThat(tooMany.headers().getFirst("Retry-After")).containsOnlyDigits();
        shop.upload(members.verified().bearer(), "MEMBER", Drawing.png(8, 8)).expect(201);
    }

    @Test
    void takesNoMoreThanTheShopCanKeep() {
        String name = "f".repeat(32) + ".png";
        database.asOwner().sql("""
            insert into upload (id, at, uploaded_by, filename, purpose, media_type, bytes, width, height, sha256)
            values (-1, now(), gen_random_uuid(), ?, 'LISTING', 'image/png', 11000000000, 1, 1, repeat('0', 64))
            """).param(name).update();
        try {
            shop.upload(members.verified().bearer(), "MEMBER", Drawing.png(8, 8))
                    .refused(429, "too-many-requests");
        } finally {
            database.asOwner().sql("delete from upload where id = -1").update();
        }
    }

    @Test
    void losesItsFileWhenThereIsNoRow() throws IOException {
        String kept = filename(shop.upload(members.verified().bearer(), "MEMBER", Drawing.png(8, 8)));
        Path orphan = Files.write(DIRECTORY.resolve("0".repeat(31) + "1.png"), new byte[] {1});

        sweeper.sweep();
        assertThat(orphan).exists();
        sweeper.sweep();

        assertThat(orphan).doesNotExist();
        assertThat(DIRECTORY.resolve(kept)).exists();
    }

    private static String filename(Answer upload) {
        return upload.expect(201).body().get("filename").asString();
    }

    private static long files() throws IOException {
        try (var all = Files.list(DIRECTORY)) {
            return all.count();
        }
    }
}
