package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.e2e.Client.Answer;

/** What journeys arrange again and again: members with credit, goods on the shelf. */
record Community(Shop shop, Client admin) {

    static final Duration SOON = Duration.ofSeconds(15);

    static Community of(Shop shop) {
        return new Community(shop, shop.as("ada"));
    }

    long rank(String name) {
        for (var rank : admin.get("/api/v1/ranks?limit=100").body().required("items")) {
            if (rank.required("name").asString().equals(name)) {
                return rank.required("id").asLong();
            }
        }
        throw new AssertionError("no rank " + name);
    }

    /** A verified member without a log-in, known to the ledger. */
    String member(String lastName, String rank) {
        Answer registered = shop.anyone().post("/api/v1/members", "{\"lastName\":\"%s\"}".formatted(lastName));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        return verified(registered.text("id"), rank);
    }

    String verified(String memberId, String rank) {
        Answer verified = admin.post(
                "/api/v1/members/%s/verification".formatted(memberId), "{\"rankId\":%d}".formatted(rank(rank)));
        assertThat(verified.status()).as(verified.toString()).isEqualTo(201);
        await().atMost(SOON)
                .until(() -> admin.get("/api/v1/accounts/" + memberId).status() == 200);
        return memberId;
    }

    void deposit(String memberId, long amountMinor) {
        Answer deposit = admin.post(
                "/api/v1/deposits",
                "{\"memberId\":\"%s\",\"amountMinor\":%d,\"comment\":\"cash\"}".formatted(memberId, amountMinor));
        assertThat(deposit.status()).as(deposit.toString()).isEqualTo(201);
    }

    /** A product that the ledger knows. */
    long product(long priceMinor) {
        long id = create(
                        "/api/v1/products",
                        "{\"name\":\"%s\",\"priceMinor\":%d}".formatted(name("Product"), priceMinor))
                .number("id");
        String probe = member("Probe", "Member");
        await().atMost(SOON).until(() -> buy(admin, probe, id, 1).status() == 201);
        return id;
    }

    /** One that nobody else has. */
    static String name(String what) {
        return what + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    /** What an admin creates. */
    Answer create(String path, String body) {
        Answer made = admin.post(path, body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made;
    }

    Answer buy(Client buyer, String memberId, long productId, int amount) {
        return buyer.post("/api/v1/shelf-purchases", cart(memberId, productId, amount));
    }

    static String cart(String memberId, long productId, int amount) {
        return "{\"memberId\":\"%s\",\"lines\":[{\"productId\":%d,\"amount\":%d}]}"
                .formatted(memberId, productId, amount);
    }

    /** Whether the gateway reaches each service; after a crash its breakers need a moment. */
    boolean isServed() {
        return Stream.of(
                        "members/me",
                        "products?limit=1",
                        "deposits?limit=1",
                        "orders?limit=1",
                        "invoices?limit=1",
                        "tickets?limit=1",
                        "conversations?limit=1")
                .map(path -> "/api/v1/" + path)
                .allMatch(path -> admin.get(path).status() == 200);
    }

    long credit(String memberId) {
        return admin.get("/api/v1/accounts/" + memberId).number("creditMinor");
    }

    long onHand(long productId) {
        return admin.get("/api/v1/products/%d/stock".formatted(productId)).number("onHand");
    }
}
