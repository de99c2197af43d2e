package kontor.order.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Who gets the papers of a parcel, and when. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class ParcelIT {

    private final Shop shop;
    private final Bazaar bazaar;

    ParcelIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
    }

    private Answer paper(Member caller, Deal deal, String what) {
        return shop.get(caller.bearer(), deal.path() + "/" + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "packing-slip"})
    void printsOnceThePurchaseIsPaid(String what) {
        Deal deal = bazaar.opened();
        paper(deal.seller(), deal, what).refused(409, "not-allowed-in-state");
        bazaar.paid(deal);

        Answer paper = paper(deal.seller(), deal, what).expect(200);

        assertThat(paper.text()).startsWith("%PDF-");
        assertThat(String.valueOf(paper.headers().getContentType())).isEqualTo("application/pdf");
        assertThat(paper.headers().getContentDisposition().getFilename())
                .isEqualTo("%s-%d.pdf".formatted(what, deal.id()));
        assertThat(paper.headers().getCacheControl()).contains("no-store");
        paper(shop.admin(), deal, what).expect(200);
        bazaar.done(deal);
        paper(deal.seller(), deal, what).expect(200);
    }

    /** The right to print is checked before the state. */
    @ParameterizedTest
    @ValueSource(strings = {"label", "packing-slip"})
    void printsForTheSellerAlone(String what) {
        Deal deal = bazaar.opened();
        Member staff = bazaar.assigned(Neighbours.nextId(), "PURCHASE", deal.id());

        paper(deal.buyer(), deal, what).refused(403, "forbidden");
        paper(staff, deal, what).refused(403, "forbidden");
        paper(shop.members().verified(), deal, what).refused(404, "not-found");
    }

    @Test
    void printsNothingOnceItIsCancelled() {
        Deal deal = bazaar.paid();
        shop.post(deal.seller().bearer(), deal.path() + "/cancellation", "{}").expect(200);

        paper(deal.seller(), deal, "label").refused(409, "not-allowed-in-state");
    }
}
