package kontor.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kontor.identity.Community;
import kontor.identity.IdentityTest;
import kontor.identity.Shop;
import kontor.identity.Shop.Answer;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One row at fault refuses all rows and is named. */
@IdentityTest
class ImportRefusalIT {

    private static final Instant AT = Instant.parse("2019-03-02T09:30:00Z");
    private static final Instant AHEAD = Instant.parse("2999-01-01T00:00:00Z");
    private static final UUID NOBODY = new UUID(1, 1);

    private final Shop shop;
    private final Community community;
    private final TestDatabase database;

    ImportRefusalIT(RestTestClient http, TestDatabase database) {
        shop = Shop.founded(http, database);
        community = new Community(shop);
        this.database = database;
    }

    /** A request with a row at fault behind one that is good. */
    private record Bad(String code, String pointer, Supplier<Answer> request) {}

    @TestFactory
    Stream<DynamicTest> refusesTheWholeRequest() {
        return Stream.of(people(), references(), states())
                .flatMap(List::stream)
                .map(bad -> DynamicTest.dynamicTest(bad.code() + " " + bad.pointer(), () -> refuses(bad)));
    }

    private void refuses(Bad bad) {
        String before = rows();

        Answer answer = bad.request().get();

        assertThat(answer.code()).as("%s", answer).isEqualTo(bad.code());
        assertThat(answer.body().at("/errors/0/pointer").asString()).isEqualTo(bad.pointer());
        assertThat(rows()).isEqualTo(before);
    }

    private List<Bad> people() {
        String name = "Twin " + Community.externalId();
        String id = Community.externalId();
        return List.of(
                new Bad(
                        "unknown-field",
                        "/ranks/1/surprise",
                        () -> community.ranks(
                                Community.rank(Community.externalId(), "Fine " + id),
                                Community.rank(id, name).replace("}", ",\"surprise\":1}"))),
                new Bad(
                        "in-future",
                        "/members/1/createdAt",
                        () -> community.members(
                                person(Community.externalId(), AT), person(Community.externalId(), AHEAD))),
                new Bad("duplicate", "/members/1/externalId", () -> community.members(person(id, AT), person(id, AT))),
                new Bad(
                        "duplicate",
                        "/ranks/1/name",
                        () -> community.ranks(
                                Community.rank(Community.externalId(), name),
                                Community.rank(Community.externalId(), " " + name.toUpperCase(Locale.ROOT)))),
                new Bad(
                        "duplicate",
                        "/ranks/2/externalId",
                        () -> community.ranks(
                                Community.rank(id, name),
                                Community.rank(Community.externalId(), "Other " + id),
                                Community.rank(id, "Third " + id))));
    }

    private List<Bad> references() {
        UUID member = community.admin();
        UUID ours = shop.newcomer().id();
        return List.of(
                new Bad("unknown-reference", "/changes/1/memberId", () -> after(member, flag(NOBODY, AT, member))),
                new Bad("unknown-reference", "/changes/1/memberId", () -> after(member, flag(ours, AT, member))),
                new Bad("unknown-reference", "/changes/1/byAdminId", () -> after(member, flag(member, AT, NOBODY))),
                new Bad(
                        "unknown-reference",
                        "/changes/1/rankId",
                        () -> after(member, Community.rank(Community.externalId(), member, AT, member, 987_654))),
                new Bad("in-future", "/changes/1/at", () -> after(member, flag(member, AHEAD, member))));
    }

    private List<Bad> states() {
        UUID verified = community.admin();
        UUID fresh = community.member();
        UUID gone = community.admin();
        Shop.require(shop.post("/members/" + gone + "/anonymisation", shop.admin(), ""));
        String verification = Community.verification(Community.externalId(), fresh, AT, verified);
        String rank = Community.rank(Community.externalId(), fresh, AT, verified, 1);
        return List.of(
                new Bad(
                        "already-verified",
                        "/changes/1/memberId",
                        () -> after(verified, Community.verification(Community.externalId(), verified, AT, verified))),
                new Bad(
                        "already-verified",
                        "/changes/2/memberId",
                        () -> community.histories(
                                verification,
                                rank,
                                Community.verification(Community.externalId(), fresh, AT, verified))),
                new Bad("unknown-reference", "/changes/1/rankId", () -> after(verified, verification)),
                new Bad("member-not-verified", "/changes/1/memberId", () -> after(verified, rank)),
                new Bad("not-allowed-in-state", "/changes/1/memberId", () -> after(verified, flag(gone, AT, verified))),
                new Bad(
                        "invalid-field",
                        "/changes/1/rankId",
                        () -> after(verified, flag(verified, AT, verified).replace("ADMIN", "RANK"))));
    }

    private Answer after(UUID member, String row) {
        return community.histories(flag(member, AT, member), row);
    }

    private static String flag(UUID member, Instant at, UUID by) {
        return Community.admin(Community.externalId(), member, at, by, true);
    }

    private static String person(String externalId, Instant at) {
        return Community.member(externalId, at);
    }

    private String rows() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) || '/' || sum(version) || '/' || sum(fact_version)
                                from member),
                            (select count(*) from rank), (select count(*) from rank_change),
                            (select count(*) from member_verification), (select count(*) from admin_change),
                            (select count(*) from audit), (select count(*) from rank where external_id is not null))
                        """).query((row, n) -> row.getString(1)).single();
    }
}
