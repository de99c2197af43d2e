package kontor.reporting.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import kontor.reporting.Topics;
import kontor.testkit.EventSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Section 7 of reporting.md: what is offered, what is sold of it, and for how long it has been there. */
class ListingsTests {

    private static final String LISTING = "kontor.catalog.listing.v1";
    private static final String DEAL = "kontor.catalog.reservation.v1";

    private final Listings listings = new Listings();
    private final Topics topics = Topics.of(listings);

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void countListingsAndPiecesByStatus() {
        tell("listing-published", 801, 1);
        tell("listing-published", 802, 1);
        tell("listing-changed", 802, 2);
        tell("listing-closed", 803, 1);

        assertThat(topics.rows(Listings.PER_STATUS))
                .containsExactly(
                        Map.of("status", "ACTIVE", "number", 2L, "pieces", 10L, "reserved", 2L, "sold", 0L),
                        Map.of("status", "CLOSED", "number", 1L, "pieces", 0L, "reserved", 0L, "sold", 0L));
    }

    /** What is only reserved is not sold; the topics come in any order. */
    @Test
    void haveSoldWhatHasLeftThemForGood() {
        deal("listing-consumed", 501);
        tell("listing-published", 801, 1);
        deal("listing-consumed", 502);
        deal("listing-reserved", 503);
        deal("listing-released", 504);

        assertThat(topics.rows(Listings.PER_STATUS))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("sold", 4L));
    }

    @Test
    void areListedWithTheirAge() {
        tell("listing-published", 801, 1);
        deal("listing-consumed", 501);
        Clock clock = Clock.fixed(Instant.parse("2026-06-03T01:00:00Z"), ZoneOffset.UTC);

        assertThat(topics.rows(new MarketReports().eachListing(listings, clock, Topics.UTC)))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("listingId", "801")
                        .containsEntry("title", "Espresso cup, blue")
                        .containsEntry("pieces", 5L)
                        .containsEntry("sold", 2L)
                        .containsEntry("ageDays", 14L));
    }

    private void tell(String word, int id, long version) {
        String type = "kontor.catalog.%s.v1".formatted(word);
        topics.tell(LISTING, type, id, version, EventSchema.of(type).example().replace("801", Integer.toString(id)));
    }

    private void deal(String word, int purchase) {
        String type = "kontor.catalog.%s.v1".formatted(word);
        topics.tell(
                DEAL,
                type,
                "purchase:" + purchase,
                1,
                EventSchema.of(type).example().replace("501", Integer.toString(purchase)));
    }
}
