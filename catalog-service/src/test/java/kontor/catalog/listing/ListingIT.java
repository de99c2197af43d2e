package kontor.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ListingIT {

    private static final String SYSTEM = "00000000-0000-0000-0000-000000000001";

    private final Shop shop;
    private final Wire wire;
    private final Members members;
    private final TestDatabase database;
    private final Stall stall;

    ListingIT(RestTestClient http, Members members, TopicReader topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        this.members = members;
        this.database = database;
        stall = new Stall(shop, members.verified());
    }

    @Test
    void tellsWhatHappensToAListing() {
        Answer blank = stall.offer(Map.of()).expect(201);
        long id = blank.id();
        assertThat(blank.etag()).isEqualTo("\"1\"");
        assertThat(blank.headers().getLocation()).hasPath("/api/v1/listings/" + id);
        assertThat(blank.body().get("status").asString()).isEqualTo("DRAFT");

        stall.edit(id, Stall.complete(3)).expect(200);
        stall.move(id, "ACTIVE").expect(200);
        stall.move(id, "DRAFT").expect(200);
        assertThat(stall.move(id, "CLOSED").expect(200).etag()).isEqualTo("\"5\"");

        List<Told> facts = wire.facts("listing", id, 5);
        assertThat(facts)
                .extracting(Told::name)
                .containsExactly(
                        "listing-changed", "listing-changed", "listing-published", "listing-changed", "listing-closed");
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(facts.get(0).body().get("title").isNull()).isTrue();
        assertThat(facts.get(2).body().at("/shipFrom/city").asString()).isEqualTo("Győr");
        assertThat(facts)
                .allSatisfy(fact -> assertThat(fact.body().get("actorId").asString())
                        .isEqualTo(stall.seller().id().toString()));
        Told state = wire.newest(Wire.LISTINGS, id, body -> body.get("version").asLong() == 5);
        assertThat(state.version()).isEqualTo(5);
        assertThat(state.body().get("country").asString()).isEqualTo("HU");
        assertThat(state.body().get("available").asInt()).isEqualTo(3);
        assertThat(state.body().get("status").asString()).isEqualTo("CLOSED");
        assertThat(audited(id)).isEmpty();
    }

    @Test
    void isMadeOnceHoweverOftenItIsSent() {
        String key = UUID.randomUUID().toString();
        Map<String, ?> fields = Stall.complete(1);

        List<Answer> answers = Together.all(4, n -> stall.offer(fields, key));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        stall.offer(Stall.with("title", "Other"), key).refused(422, "idempotency-key-reused");
    }

    /** C-20. */
    @Test
    void isPublishedOnlyWhenItCanBeBought() {
        for (String field : List.of("title", "unitPriceMinor", "weightG", "shipFrom")) {
            long id = stall.offer(Stall.with(field, null)).expect(201).id();
            assertThat(stall.move(id, "ACTIVE")
                            .refused(422, "listing-incomplete")
                            .pointer())
                    .isEqualTo("/" + field);
        }
        long empty = stall.draft(0);
        assertThat(stall.move(empty, "ACTIVE")
                        .refused(422, "listing-incomplete")
                        .pointer())
                .isEqualTo("/quantity");
        Stall system = new Stall(shop, members.systemMember());
        long ofSystem = system.draft(1);
        assertThat(system.move(ofSystem, "ACTIVE")
                        .refused(422, "listing-incomplete")
                        .pointer())
                .isEqualTo("/sellerId");
        assertThat(stall.listing(empty).get("version").asInt()).isEqualTo(1);
    }

    @Test
    void keepsWhatAnActiveOneNeeds() {
        long id = stall.active(3);

        for (String field : List.of("title", "unitPriceMinor", "weightG", "shipFrom")) {
            stall.change(id, field, null).refused(422, "listing-incomplete");
        }
        Answer cheaper = stall.change(id, "unitPriceMinor", 1).expect(200);

        assertThat(cheaper.body().get("unitPriceMinor").asLong()).isEqualTo(1);
        assertThat(stall.change(id, "unitPriceMinor", 1).expect(200).etag()).isEqualTo(cheaper.etag());
        assertThat(wire.facts("listing", id, 3)).hasSize(3);
    }

    @Test
    void isClosedByTheSystemWhenNothingIsLeft() {
        long id = stall.active(3);

        JsonNode sold = stall.change(id, "quantity", 0).expect(200).body();

        assertThat(sold.get("status").asString()).isEqualTo("CLOSED");
        List<Told> facts = wire.facts("listing", id, 4);
        assertThat(facts.get(2).name()).isEqualTo("listing-changed");
        assertThat(facts.get(2).body().get("actorId").asString())
                .isEqualTo(stall.seller().id().toString());
        assertThat(facts.get(3).name()).isEqualTo("listing-closed");
        assertThat(facts.get(3).body().get("actorId").asString()).isEqualTo(SYSTEM);
        assertThat(audited(id)).containsExactly("close-listing " + SYSTEM);
    }

    @Test
    void isFinalWhenItIsClosed() {
        long id = stall.draft(1);
        stall.move(id, "CLOSED").expect(200);

        stall.change(id, "title", "Other").refused(409, "not-allowed-in-state");
        stall.move(id, "ACTIVE").refused(409, "not-allowed-in-state");
        stall.move(id, "DRAFT").refused(409, "not-allowed-in-state");
        stall.move(id, "CLOSED").refused(409, "already-in-state");
    }

    @Test
    void isClosedByAnAdminButNothingElse() {
        long id = stall.active(1);
        Member admin = shop.admin();

        stall.move(id, "DRAFT", admin).refused(403, "forbidden");
        shop.patch("/listings/" + id, "\"2\"", Map.of("title", "Mine")).refused(404, "not-found");
        JsonNode closed = stall.move(id, "CLOSED", admin).expect(200).body();

        assertThat(closed.get("status").asString()).isEqualTo("CLOSED");
        assertThat(audited(id)).containsExactly("close-listing " + admin.id());
        assertThat(wire.facts("listing", id, 3).getLast().body().get("actorId").asString())
                .isEqualTo(admin.id().toString());
    }

    @Test
    void isNobodyElses() {
        long active = stall.active(1);
        Stall neighbour = new Stall(shop, members.verified());

        neighbour.edit(active, Map.of("title", "Mine")).refused(404, "not-found");
        neighbour.move(active, "CLOSED").refused(404, "not-found");
        neighbour.move(stall.draft(1), "CLOSED").refused(404, "not-found");

        assertThat(stall.listing(active).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void isEditedByOneOfManyRacers() {
        long id = stall.draft(1);

        List<Integer> statuses = Together.all(
                8, n -> stall.edit(id, "\"1\"", Map.of("weightG", 1000 + n)).status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(wire.facts("listing", id, 2)).hasSize(2);
    }

    /** I-13, in the transaction that keeps the copy of the member. */
    @Test
    void endsWithItsSeller() {
        Member gone = members.verified();
        Stall last = new Stall(shop, gone);
        long draft = last.draft(1);
        long active = last.active(2);
        long closed = last.draft(1);
        last.move(closed, "CLOSED").expect(200);

        members.change(gone.with("status", "ANONYMISED").with("active", false).with("subject", null));

        for (long id : List.of(draft, active, closed)) {
            JsonNode listing =
                    shop.get("/listings/" + id, shop.admin()).expect(200).body();
            assertThat(listing.get("status").asString()).isEqualTo("CLOSED");
            assertThat(listing.at("/shipFrom/street").asString()).isEqualTo("-");
            assertThat(listing.get("country").asString()).isEqualTo("HU");
        }
        assertThat(audited(draft)).containsExactly("close-listing " + SYSTEM);
        assertThat(audited(active)).containsExactly("close-listing " + SYSTEM);
        assertThat(audited(closed)).containsExactly("forget-address " + SYSTEM);
        assertThat(wire.facts("listing", active, 3)
                        .getLast()
                        .body()
                        .get("actorId")
                        .asString())
                .isEqualTo(SYSTEM);
    }

    private List<String> audited(long id) {
        return database.asOwner()
                .sql("select action || ' ' || actor_id from audit where target_type = 'listing' and target_id = ?"
                        + " order by at")
                .param(Long.toString(id))
                .query((row, n) -> row.getString(1))
                .list();
    }
}
