package kontor.local.demo;

import java.util.HashMap;
import java.util.Map;
import kontor.local.stack.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Loads the demo shop: people with ranks, rights and credit, then goods with pictures, prices and stock. */
public final class FirstShop implements DemoData {

    static final String NAME = "shop";

    private static final String ADMIN = "ada";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void load(Shop shop) {
        DemoGoods goods = DemoGoods.read();
        Api anyone = Api.anonymous(shop.gateway());
        shop.progress().accept("demo data: people");
        Map<String, String> ids = register(anyone, shop, goods);
        Api admin = anyone.as(shop.logIns().token(ADMIN));
        admin.create("/api/v1/members/me/admin-claim", "demo:claim", Map.of());
        verify(admin, goods, ids);
        shop.progress().accept("demo data: goods");
        new DemoShelf(admin, goods).fill();
        goods.members().stream()
                .filter(person -> person.depositMinor() != null)
                .forEach(person -> deposit(admin, person, ids));
    }

    private static Map<String, String> register(Api anyone, Shop shop, DemoGoods goods) {
        Map<String, String> ids = new HashMap<>();
        for (DemoGoods.Person person : goods.members()) {
            Map<String, Object> body = new HashMap<>();
            body.put("lastName", person.lastName());
            if (person.firstName() != null) {
                body.put("firstName", person.firstName());
            }
            if (person.login() != null) {
                body.put("login", person.login());
                body.put("email", person.login() + "@kontor.example");
                body.put("password", shop.password());
            }
            JsonNode member = anyone.create("/api/v1/members", "demo:member:" + person.lastName(), body)
                    .orElseGet(() -> self(anyone, shop, person));
            ids.put(person.lastName(), member.get("id").asString());
        }
        return ids;
    }

    /** Registered by an earlier attempt whose answer was lost. */
    private static JsonNode self(Api anyone, Shop shop, DemoGoods.Person person) {
        @Nullable String login = person.login();
        if (login == null) {
            throw new Trouble("%s is registered already.".formatted(person.lastName()));
        }
        return anyone.as(shop.logIns().token(login)).get("/api/v1/members/me");
    }

    private static void verify(Api admin, DemoGoods goods, Map<String, String> ids) {
        goods.ranks().forEach(rank -> admin.create("/api/v1/ranks", "demo:rank:" + rank.name(), rank));
        Map<String, Long> ranks = new HashMap<>();
        admin.get("/api/v1/ranks?limit=100")
                .get("items")
                .forEach(rank ->
                        ranks.put(rank.get("name").asString(), rank.get("id").asLong()));
        for (DemoGoods.Person person : goods.members()) {
            String path = "/api/v1/members/" + ids.get(person.lastName());
            if (!ADMIN.equals(person.login())) {
                admin.create(
                        path + "/verification",
                        "demo:verify:" + person.lastName(),
                        Map.of("rankId", java.util.Objects.requireNonNull(ranks.get(person.rank()), person.rank())));
            }
            if (person.staff() != null) {
                Map<String, Object> grant = Map.of("grant", person.staff(), "granted", true);
                admin.create(path + "/staff-grant-changes", "demo:grant:" + person.lastName(), grant);
            }
            if (Boolean.TRUE.equals(person.customer())) {
                admin.create(path + "/customer", "demo:customer:" + person.lastName(), customer(person));
            }
        }
    }

    private static Map<String, Object> customer(DemoGoods.Person person) {
        Map<String, Object> site =
                Map.of("zipCode", "1117", "city", "Budapest", "street", "Magyar tudósok körútja 2", "country", "HU");
        return Map.of(
                "name",
                person.firstName() + " " + person.lastName(),
                "taxIdentifier",
                "12345678-1-42",
                "sites",
                java.util.List.of(site));
    }

    private static void deposit(Api admin, DemoGoods.Person person, Map<String, String> ids) {
        Map<String, Object> body = Map.of(
                "memberId", java.util.Objects.requireNonNull(ids.get(person.lastName())),
                "amountMinor", java.util.Objects.requireNonNull(person.depositMinor()),
                "comment", "First deposit");
        admin.create("/api/v1/deposits", "demo:deposit:" + person.lastName(), body);
    }
}
