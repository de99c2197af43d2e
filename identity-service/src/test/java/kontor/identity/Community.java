package kontor.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kontor.identity.Shop.Answer;
import tools.jackson.databind.JsonNode;

/** A shop that is taken over: requests of its importer, with external ids that nobody used yet. */
public final class Community {

    private static final AtomicLong IDS = new AtomicLong(System.nanoTime());

    private final Shop shop;

    public Community(Shop shop) {
        this.shop = shop;
    }

    public static String externalId() {
        return "e" + IDS.incrementAndGet();
    }

    public Answer ranks(String... rows) {
        return shop.post("/imports/ranks", shop.admin(), request("ranks", rows));
    }

    public Answer members(String... rows) {
        return shop.post("/imports/members", shop.admin(), request("members", rows));
    }

    public Answer histories(String... rows) {
        return shop.post("/imports/member-histories", shop.admin(), request("changes", rows));
    }

    /** A new member, registered in 2019. */
    public UUID member() {
        Answer answer = members(member(externalId(), Instant.parse("2019-03-01T08:00:00Z")));
        return UUID.fromString(results(answer).getFirst().get("id").asString());
    }

    /** A new member who was verified with the rank Member and then made an admin, as far as the source says. */
    public UUID admin() {
        UUID member = member();
        Instant at = Instant.parse("2019-03-02T08:00:00Z");
        results(histories(
                verification(externalId(), member, at, member),
                rank(externalId(), member, at, member, Shop.MEMBER_RANK),
                admin(externalId(), member, at.plusSeconds(60), member, true)));
        return member;
    }

    public static List<JsonNode> results(Answer answer) {
        Shop.require(answer);
        return answer.body().get("results").valueStream().toList();
    }

    public static String request(String list, String... rows) {
        return "{\"source\":\"community\",\"%s\":[%s]}".formatted(list, String.join(",", rows));
    }

    public static String rank(String externalId, String name) {
        return """
                {"externalId":"%s","name":"%s","debtLimitMinor":-300,"systemUser":false,"active":true}\
                """.formatted(externalId, name);
    }

    public static String member(String externalId, Instant createdAt) {
        return """
                {"externalId":"%s","createdAt":"%s","firstName":"Mary","lastName":"Moved","pictureUploadId":7}\
                """.formatted(externalId, createdAt);
    }

    public static String verification(String externalId, UUID member, Instant at, UUID by) {
        return change("VERIFICATION", externalId, member, at, by, "");
    }

    public static String rank(String externalId, UUID member, Instant at, UUID by, long rankId) {
        return change("RANK", externalId, member, at, by, ",\"rankId\":" + rankId);
    }

    public static String admin(String externalId, UUID member, Instant at, UUID by, boolean admin) {
        return change("ADMIN", externalId, member, at, by, ",\"admin\":" + admin);
    }

    private static String change(String kind, String externalId, UUID member, Instant at, UUID by, String own) {
        return """
                {"kind":"%s","externalId":"%s","memberId":"%s","at":"%s","byAdminId":"%s"%s}\
                """.formatted(kind, externalId, member, at, by, own);
    }
}
