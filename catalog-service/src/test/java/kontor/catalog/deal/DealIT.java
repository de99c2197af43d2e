package kontor.catalog.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.catalog.listing.Stall;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class DealIT {

    private final Wire wire;
    private final Trade trade;
    private final Stall stall;

    DealIT(RestTestClient http, Members members, TopicReader reader, TopicWriter topics, TestDatabase database) {
        wire = new Wire(reader);
        trade = new Trade(topics, reader, database);
        stall = new Stall(new Shop(http, members), members.verified());
    }

    /** What a purchase goes through: of 5 pieces it wants 3 (section 3). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submit                        | 5 | 3 | ACTIVE | reserved",
                "submit open                   | 5 | 3 | ACTIVE | reserved",
                "submit ship                   | 2 | 0 | ACTIVE | reserved consumed",
                "submit ship ship              | 2 | 0 | ACTIVE | reserved consumed",
                "submit ship cancel            | 2 | 0 | ACTIVE | reserved consumed",
                "submit cancel                 | 5 | 0 | ACTIVE | reserved released",
                "submit cancel cancel          | 5 | 0 | ACTIVE | reserved released",
                "submit cancel ship            | 5 | 0 | ACTIVE | reserved released",
                "submit reject                 | 5 | 0 | ACTIVE | reserved released",
                "submit cancel submit          | 5 | 0 | ACTIVE | reserved released reserved",
                "submit submit                 | 5 | 3 | ACTIVE | reserved reserved",
                "cancel submit                 | 5 | 0 | ACTIVE | refused",
                "reject submit ship            | 5 | 0 | ACTIVE | refused",
                "ship                          | 5 | 0 | ACTIVE | ''",
                "submit close ship             | 2 | 0 | CLOSED | reserved consumed",
                "submit close cancel           | 5 | 0 | CLOSED | reserved released",
                "close submit                  | 5 | 0 | CLOSED | refused",
            })
    void keepsTheTable(String course, int quantity, int reserved, String status, String said) {
        long id = stall.active(5);
        Bargain bargain = Bargain.of(id, 3);

        int version = 0;
        for (String step : course.strip().split(" ", -1)) {
            if (step.equals("close")) {
                stall.move(id, "CLOSED").expect(200);
            } else {
                trade.tell(bargain, typeOf(step), ++version);
            }
        }

        JsonNode listing = stall.listing(id);
        assertThat(listing.get("quantity").asInt()).isEqualTo(quantity);
        assertThat(listing.get("reserved").asInt()).isEqualTo(reserved);
        assertThat(listing.get("status").asString()).isEqualTo(status);
        List<String> expected =
                said.isBlank() ? List.of() : List.of(said.strip().split(" ", -1));
        assertThat(trade.said(bargain, expected.size()))
                .extracting(fact -> fact.name().replace("listing-", ""))
                .containsExactlyElementsOf(expected);
    }

    private static String typeOf(String step) {
        return switch (step) {
            case "submit" -> Bargain.SUBMITTED;
            case "open" -> Bargain.OPENED;
            case "ship" -> Bargain.SHIPPED;
            case "cancel" -> Bargain.CANCELLED;
            case "reject" -> Bargain.REJECTED;
            default -> throw new IllegalArgumentException(step);
        };
    }

    @Test
    void holdsAllLinesOrNone() {
        long many = stall.active(5);
        long few = stall.active(1);
        Bargain first = Bargain.of(Bargain.line(few, 1), Bargain.line(many, 3));
        Bargain second = Bargain.of(Bargain.line(many, 1), Bargain.line(few, 1));

        Told reserved = trade.answer(first);
        Told refused = trade.answer(second);

        assertThat(reserved.name()).isEqualTo("listing-reserved");
        assertThat(reserved.version()).isEqualTo(1);
        assertThat(Trade.lines(reserved)).containsExactly(many + " 3", few + " 1");
        JsonNode line = reserved.body().get("lines").get(0);
        assertThat(line.get("unitPriceMinor").asLong()).isEqualTo(1845);
        assertThat(line.get("sellerId").asString())
                .isEqualTo(stall.seller().id().toString());
        assertThat(line.at("/shipFrom/street").asString()).isEqualTo("Kossuth tér 3");
        assertThat(refused.name()).isEqualTo("listing-refused");
        assertThat(Trade.lines(refused)).containsExactly(few + " 1 listing-short 0");
        assertThat(stall.listing(many).get("reserved").asInt()).isEqualTo(3);
    }

    @Test
    void addsUpLinesOfOneListing() {
        long id = stall.active(5);

        Told refused = trade.answer(Bargain.of(Bargain.line(id, 3), Bargain.line(id, 3)));
        Told reserved = trade.answer(Bargain.of(Bargain.line(id, 3), Bargain.line(id, 2)));

        assertThat(Trade.lines(refused)).containsExactly(id + " 6 listing-short 5");
        assertThat(Trade.lines(reserved)).containsExactly(id + " 5");
        assertThat(stall.listing(id).get("available").asInt()).isZero();
    }

    @Test
    void namesEveryFailingListingWithItsReason() {
        long draft = stall.draft(5);
        long closed = stall.active(5);
        stall.move(closed, "CLOSED").expect(200);
        long few = stall.active(1);
        long good = stall.active(5);

        Told refused = trade.answer(Bargain.of(
                Bargain.line(good, 1),
                Bargain.line(few, 2),
                Bargain.line(closed, 1),
                Bargain.line(draft, 1),
                Bargain.line(Long.MAX_VALUE, 1)));

        assertThat(Trade.lines(refused))
                .containsExactly(
                        draft + " 1 listing-not-active null",
                        closed + " 1 listing-not-active null",
                        few + " 2 listing-short 1",
                        Long.MAX_VALUE + " 1 unknown-reference null");
        assertThat(stall.listing(good).get("reserved").asInt()).isZero();
    }

    /** G-35: though the listing is another by then. */
    @Test
    void givesTheFirstAnswerAgain() {
        long id = stall.active(3);
        Bargain first = trade.submit(Bargain.of(id, 2));
        Bargain second = trade.submit(Bargain.of(id, 2));

        stall.edit(id, Map.of("quantity", 10, "title", Shop.named("Other"), "unitPriceMinor", 1))
                .expect(200);
        trade.tell(first, Bargain.SUBMITTED, 2);
        trade.tell(second, Bargain.SUBMITTED, 2);

        for (Bargain bargain : List.of(first, second)) {
            List<Told> said = trade.said(bargain, 2);
            assertThat(said).extracting(Told::version).containsExactly(1L, 2L);
            assertThat(said.get(1).name()).isEqualTo(said.get(0).name());
            assertThat(said.get(1).body()).isEqualTo(said.get(0).body());
        }
        assertThat(stall.listing(id).get("reserved").asInt()).isEqualTo(2);
    }

    @Test
    void closesAListingWithItsLastPiece() {
        long id = stall.active(3);
        Bargain one = trade.submit(Bargain.of(id, 1));
        Bargain two = trade.submit(Bargain.of(id, 2));

        stall.move(id, "DRAFT").refused(409, "in-use");
        stall.edit(id, Map.of("quantity", 2)).refused(409, "in-use");
        trade.ship(two);
        assertThat(stall.listing(id).get("status").asString()).isEqualTo("ACTIVE");
        trade.ship(one);

        assertThat(stall.listing(id).get("status").asString()).isEqualTo("CLOSED");
        assertThat(wire.facts("listing", id, 7).getLast().name()).isEqualTo("listing-closed");
        Told state = wire.newest(
                Wire.LISTINGS, id, body -> body.get("status").asString().equals("CLOSED"));
        assertThat(state.body().get("available").asInt()).isZero();
    }

    @Test
    void dropsAReplayFromTheStart() {
        long id = stall.active(5);
        Bargain bargain = Bargain.of(id, 2);
        Fact[] history = {bargain.submitted(), bargain.told(Bargain.OPENED, 2), bargain.told(Bargain.SHIPPED, 3)};
        trade.send(history);
        trade.said(bargain, 2);

        trade.send(history);
        trade.tell(bargain, Bargain.SHIPPED, 4);

        assertThat(trade.said(bargain, 2))
                .extracting(Told::name)
                .containsExactly("listing-reserved", "listing-consumed");
        assertThat(stall.listing(id).get("quantity").asInt()).isEqualTo(3);
    }

    @Test
    void goesOnBehindAPurchaseThatCannotBeRead() {
        long id = stall.active(3);
        Bargain bad = Bargain.of(id, 0);

        trade.send(bad.submitted());

        assertThat(trade.answer(Bargain.of(id, 1)).name()).isEqualTo("listing-reserved");
        assertThat(wire.deadLetter(Bargain.TOPIC, bad.id())).contains("\"quantity\":0");
    }
}
