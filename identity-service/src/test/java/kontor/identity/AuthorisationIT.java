package kontor.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.identity.Shop.Answer;
import kontor.identity.Shop.Person;
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

/** Every operation of the OpenAPI document, for every kind of caller, on an own, a foreign and an absent object. */
@IdentityTest
class AuthorisationIT {

    private static final AuthorisationTable TABLE = AuthorisationTable.read();

    private final Shop shop;
    private final Map<String, Principal> principals = new HashMap<>();
    private final Map<String, Thing> things = new HashMap<>();

    AuthorisationIT(RestTestClient http, TestDatabase database) {
        this.shop = Shop.founded(http, database);
    }

    /** A caller and what is his; whoever is no member has nothing. */
    private record Principal(@Nullable String bearer, Thing own) {}

    /** A member, a rank, and the member's profile with a site that is not its main one. */
    private record Thing(UUID member, long rank, long customer, long site) {

        static final Thing ABSENT = new Thing(new UUID(1, 1), 0, 0, 0);
    }

    @Test
    void namesEveryOperationForEveryPrincipal() {
        TABLE.requireComplete(shop.apiDocument());
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheTableSays() {
        return TABLE.tests(one -> {
            Answer answer = make(one);
            return AuthorisationTable.cell(answer.status(), answer::code);
        });
    }

    @TestFactory
    Stream<DynamicTest> doesNotTellAForeignObjectFromAnAbsentOne() {
        return TABLE.foreignLooksAbsent(one -> make(one).body());
    }

    private Answer make(Case one) {
        // What is changed is another thing afterwards.
        boolean isFresh = one.isGranted() && !one.verb().equals("GET");
        Principal principal =
                isFresh ? principal(one.principal()) : principals.computeIfAbsent(one.principal(), this::principal);
        Thing thing = switch (one.whose()) {
            case OWN -> principal.own();
            case FOREIGN -> isFresh ? foreign(one.operation()) : things.computeIfAbsent(one.operation(), this::foreign);
            case ABSENT -> Thing.ABSENT;
        };
        return call(one, principal.bearer(), thing);
    }

    private Answer call(Case one, @Nullable String bearer, Thing thing) {
        String path = one.path().substring("/api/v1".length());
        String id = path.startsWith("/members") ? thing.member().toString() : "" + numberIn(path, thing);
        String full = path.replace("{id}", id)
                .replace("{customerId}", "" + thing.customer())
                .replace("{siteId}", "" + thing.site());
        boolean isEdit = one.verb().equals("PATCH") && one.isGranted();
        @Nullable String etag = isEdit ? shop.get(full, shop.admin()).etag() : null;
        boolean hasBody = !one.verb().equals("GET") && !one.verb().equals("DELETE");
        return shop.call(
                HttpMethod.valueOf(one.verb()),
                full,
                bearer,
                hasBody ? body(one.operation()) : null,
                Map.of("If-Match", etag == null ? "\"1\"" : etag));
    }

    private static long numberIn(String path, Thing thing) {
        return path.startsWith("/ranks") ? thing.rank() : thing.customer();
    }

    private String body(String operation) {
        String[] parts = operation.replace("/api/v1", "").split(" ", 2);
        String unique = UUID.randomUUID().toString().substring(0, 13);
        return switch (parts[1]) {
            case "/members", "/members/me", "/members/{id}" -> "{\"lastName\":\"Named\"}";
            case "/members/{id}/verification", "/members/{id}/rank-changes" -> Shop.rank(2);
            case "/members/{id}/admin-changes" -> "{\"admin\":true}";
            case "/members/{id}/staff-grant-changes" -> "{\"grant\":\"SUPPORT_2\",\"granted\":true}";
            case "/members/{id}/log-in" -> "{\"login\":\"z%s\"}".formatted(unique);
            case "/members/{id}/customer" -> "{\"name\":\"New\",\"sites\":[%s]}".formatted(Shop.site("Eger"));
            case "/customers/{id}" -> "{\"name\":\"Renamed\"}";
            case "/customers/{customerId}/sites" -> Shop.site("Eger");
            case "/customers/{customerId}/sites/{siteId}" -> "{\"city\":\"Baja\"}";
            case "/ranks" -> "{\"name\":\"Rank %s\"}".formatted(unique);
            case "/ranks/{id}" -> "{\"debtLimitMinor\":-5}";
            case "/maintenance" -> "{\"on\":false}";
            case "/imports/ranks" -> Community.request("ranks", Community.rank(unique, "Rank " + unique));
            case "/imports/members" -> Community.request("members", Community.member(unique, Instant.EPOCH));
            case "/imports/member-histories" -> {
                UUID member = new Community(shop).member();
                yield Community.request("changes", Community.admin(unique, member, Instant.EPOCH, member, true));
            }
            case "/imports/customers" -> Retail.request("customers", Retail.customer(unique));
            case "/imports/log-ins" -> {
                Community.results(new Retail(shop).customers(Retail.customer(unique)));
                yield Retail.request("logIns", Retail.logIn(unique, "correct horse"));
            }
            default -> "";
        };
    }

    private Principal principal(String name) {
        return switch (name) {
            case "anonymous" -> new Principal(null, Thing.ABSENT);
            case "stranger client" ->
                new Principal(
                        Tokens.of(shop.member().subject()).client("partner").bearer(), Thing.ABSENT);
            case "unknown" -> new Principal(Tokens.stranger().bearer(), Thing.ABSENT);
            case "kiosk" -> new Principal(Tokens.kiosk().bearer(), Thing.ABSENT);
            case "registered" -> plain(shop.newcomer());
            case "customer" -> withProfile(shop.member());
            case "admin" -> withProfile(shop.newAdmin());
            case "inactive" -> inactive();
            case "demoted admin" -> plain(demoted());
            case "support-1", "support-2" ->
                plain(staff(name.toUpperCase(Locale.ROOT).replace('-', '_')));
            case "chief" -> plain(staff("SUPPORT_CHIEF"));
            default -> plain(shop.member());
        };
    }

    private static Principal plain(Person person) {
        return new Principal(person.bearer(), new Thing(person.id(), 0, 0, 0));
    }

    private Principal withProfile(Person person) {
        Shop.Profile profile = shop.profile(person);
        return new Principal(person.bearer(), new Thing(person.id(), 0, profile.id(), profile.otherSite()));
    }

    private Principal inactive() {
        Person person = shop.member();
        Principal principal = withProfile(person);
        decide(person, "rank-changes", Shop.rank(Shop.INACTIVE_RANK));
        return principal;
    }

    private Person demoted() {
        Person person = shop.newAdmin();
        decide(person, "admin-changes", "{\"admin\":false}");
        return person;
    }

    private Person staff(String grant) {
        Person person = shop.member();
        decide(person, "staff-grant-changes", "{\"grant\":\"%s\",\"granted\":true}".formatted(grant));
        return person;
    }

    private void decide(Person person, String what, String body) {
        Shop.require(shop.post("/members/" + person.id() + "/" + what, shop.admin(), body));
    }

    /** Somebody else's, such that an admin's call has an effect. */
    private Thing foreign(String operation) {
        if (operation.endsWith("/verification") || operation.startsWith("DELETE /api/v1/members")) {
            return new Thing(shop.newcomer().id(), 0, 0, 0);
        }
        if (operation.endsWith("/log-in")) {
            return new Thing(shop.withoutLogIn(), 0, 0, 0);
        }
        Person member = shop.member();
        if (operation.endsWith("/customer")) {
            return new Thing(member.id(), 0, 0, 0);
        }
        Shop.Profile profile = shop.profile(member);
        return new Thing(member.id(), shop.newRank(), profile.id(), profile.otherSite());
    }
}
