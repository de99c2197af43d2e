package kontor.catalog.deal;

import java.util.List;
import java.util.Map;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.catalog.listing.Stall;
import kontor.catalog.stock.Ledger;
import kontor.testkit.Fact;
import kontor.testkit.Member;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;

/** Purchases on their way: tells what happens to them, waits until the catalog has taken notice, hears what it says. */
public final class Trade {

    static final String CONSUMER = "catalog.deal";

    private final Ledger ledger;
    private final Wire wire;

    public Trade(TopicWriter topics, TopicReader reader, TestDatabase database) {
        ledger = new Ledger(topics, database);
        wire = new Wire(reader);
    }

    /**
     * Everything that may happen. Of a listing with a picture and 6 pieces two purchases hold 1 each, one of them with
     * a piece of another listing, one has got 2, one gave 1 back, and one wanted too many; two further listings are
     * closed.
     */
    public void with(Stall stall, Member admin) {
        long listing = stall.active(6);
        stall.edit(listing, Map.of("imageUploadIds", List.of(stall.picture()))).expect(200);
        submit(Bargain.of(listing, 1));
        submit(Bargain.of(Bargain.line(listing, 1), Bargain.line(stall.active(2), 1)));
        ship(submit(Bargain.of(listing, 2)));
        tell(submit(Bargain.of(listing, 1)), Bargain.CANCELLED, 2);
        submit(Bargain.of(listing, 9));
        stall.edit(stall.active(1), Map.of("quantity", 0)).expect(200);
        stall.move(stall.active(1), "CLOSED", admin).expect(200);
    }

    Bargain submit(Bargain bargain) {
        return tell(bargain, Bargain.SUBMITTED, 1);
    }

    Bargain ship(Bargain bargain) {
        return tell(bargain, Bargain.SHIPPED, 2);
    }

    Bargain tell(Bargain bargain, String type, long version) {
        send(bargain.told(type, version));
        ledger.awaitApplied(CONSUMER, bargain.id(), version);
        return bargain;
    }

    void send(Fact... facts) {
        ledger.tell(facts);
    }

    /** The first answer to a purchase. */
    Told answer(Bargain bargain) {
        return said(submit(bargain), 1).getFirst();
    }

    /** Everything that was said to a purchase, once there is so much. */
    List<Told> said(Bargain bargain, int atLeast) {
        return wire.facts("reservation", "purchase:" + bargain.id(), atLeast);
    }

    /** Each line as listing and pieces, and why it failed if it did. */
    static List<String> lines(Told told) {
        return told.body()
                .get("lines")
                .valueStream()
                .map(line -> line.get("listingId").asLong() + " "
                        + line.get("quantity").asInt()
                        + (line.has("code") ? " " + line.get("code").asString() + " " + line.get("available") : ""))
                .toList();
    }
}
