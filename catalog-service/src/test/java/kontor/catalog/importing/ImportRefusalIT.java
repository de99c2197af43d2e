package kontor.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.catalog.Community;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.picture.Drawing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One row at fault refuses all rows and is named. */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ImportRefusalIT {

    private static final UUID NOBODY = new UUID(1, 1);
    private static final String AHEAD = "2999-01-01T00:00:00Z";

    private final Shop shop;
    private final Members members;
    private final Community community;
    private final TestDatabase database;

    ImportRefusalIT(RestTestClient http, Members members, TestDatabase database) {
        shop = new Shop(http, members);
        this.members = members;
        community = new Community(shop);
        this.database = database;
    }

    /** A field of the second product that is at fault. */
    private record Bad(
            int status,
            String code,
            String pointer,
            String field,
            @Nullable Object value) {}

    @TestFactory
    Stream<DynamicTest> refusesTheWholeRequest() {
        return Stream.concat(names(), prices())
                .map(bad -> DynamicTest.dynamicTest(bad.code() + " " + bad.pointer(), () -> refuses(bad)));
    }

    private void refuses(Bad bad) {
        String before = rows();

        Answer answer = community.products(row(), Community.with(row(), bad.field(), bad.value()));

        assertThat(answer.refused(bad.status(), bad.code()).pointer()).isEqualTo("/products/1/" + bad.pointer());
        assertThat(rows()).isEqualTo(before);
    }

    private Stream<Bad> names() {
        String name = Shop.named("Straße");
        String barcode = Community.externalId();
        shop.product(Map.of("name", name, "barcode", barcode)).expect(201);
        long picture = shop.upload(members.verified().bearer(), "MEMBER", Drawing.png(8, 8))
                .expect(201)
                .id();
        return Stream.of(
                new Bad(409, "duplicate", "name", "name", name.toUpperCase(Locale.ROOT)),
                new Bad(409, "duplicate", "barcode", "barcode", barcode),
                new Bad(422, "unknown-reference", "createdBy", "createdBy", NOBODY),
                new Bad(422, "in-future", "createdAt", "createdAt", AHEAD),
                new Bad(422, "unknown-reference", "tagIds/1", "tagIds", List.of(shop.tag(true), 999_999)),
                new Bad(422, "unknown-reference", "imageUploadId", "imageUploadId", picture));
    }

    private Stream<Bad> prices() {
        UUID admin = shop.admin().id();
        Map<String, Object> good = Community.price("2019-03-01T08:00:00Z", 5, admin);
        Map<String, Object> known = Community.price("2019-03-01T08:00:00Z", 5, admin);
        Community.ids(community.products(Community.with(row(), "prices", List.of(known))));
        return Stream.of(
                new Bad(422, "in-future", "prices/1/at", "prices", List.of(good, Community.price(AHEAD, 5, admin))),
                new Bad(
                        422,
                        "unknown-reference",
                        "prices/1/byAdminId",
                        "prices",
                        List.of(good, Community.price("2019-03-01T08:00:00Z", 5, NOBODY))),
                new Bad(409, "duplicate", "prices/1/externalId", "prices", List.of(good, good)),
                new Bad(409, "duplicate", "prices/0/externalId", "prices", List.of(known)));
    }

    @Test
    void refusesWhatTheRequestHoldsTwice() {
        Map<String, @Nullable Object> row = row();
        String name = Shop.named("t");
        Map<String, Object> tag = Map.of("externalId", Community.externalId(), "name", name, "forSale", true);

        assertThat(community
                        .products(row, Community.with(row(), "externalId", row.get("externalId")))
                        .refused(409, "duplicate")
                        .pointer())
                .isEqualTo("/products/1/externalId");
        assertThat(community
                        .products(row, Community.with(row(), "name", row.get("name")))
                        .refused(409, "duplicate")
                        .pointer())
                .isEqualTo("/products/1/name");
        assertThat(community
                        .tags(tag, Community.with(tag, "externalId", Community.externalId()))
                        .refused(409, "duplicate")
                        .pointer())
                .isEqualTo("/tags/1/name");
    }

    private Map<String, @Nullable Object> row() {
        return Community.product(Community.externalId(), shop.admin().id());
    }

    private String rows() {
        return database.asOwner().sql("""
                        select concat_ws(' ', (select count(*) from product), (select count(*) from product_price),
                            (select count(*) from product_tag), (select count(*) from product_state),
                            (select count(*) from stock), (select count(*) from audit))
                        """).query((row, n) -> row.getString(1)).single();
    }
}
