package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.e2e.Client.Answer;
import kontor.e2e.Market.Trader;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Support goes on while chat is down, and the other way round: what one owes the other comes when it is back. */
@Order(10)
@ExtendWith(ShopExtension.class)
class ApartIT {

    private final Shop shop;
    private final Trader seller;
    private final Trader buyer;
    private final long purchase;

    ApartIT(Shop shop) {
        this.shop = shop;
        Desk desk = Desk.of(shop);
        this.seller = desk.market().trader("Apart Seller", "Member");
        this.buyer = desk.market().trader("Apart Buyer", "Member");
        desk.market().community().deposit(buyer.memberId(), 5_000);
        this.purchase = desk.shipped(seller, buyer);
    }

    @Test
    void ticketsAreOpenedWithoutChatAndMessagesWrittenWithoutSupport() {
        long early = Desk.opened(buyer, "Where is it?", "The parcel.", "PURCHASE", purchase);
        long talk = Desk.conversation(buyer, early);

        ProcessHandle chat = shop.kill("chat");
        long ticket = Desk.opened(buyer, "Still nothing", "Nobody rang.", "PURCHASE", purchase);
        assertThat(Desk.said(buyer, ticket, "status")).isEqualTo("OPEN");
        shop.awaitReturn("chat", chat);
        long conversation = Desk.conversation(buyer, ticket);
        await().atMost(Ordeal.RETURN)
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(Desk.texts(buyer, conversation)).hasSize(2).startsWith("Nobody rang."));

        ProcessHandle support = shop.kill("support");
        assertThat(Desk.written(List.of(buyer.client()), talk, "Is anybody there?"))
                .isEqualTo(3);
        assertThatAPictureIsForThoseInIt(talk);
        shop.awaitReturn("support", support);
        Stream.of(early, ticket)
                .forEach(
                        each -> await().atMost(Ordeal.RETURN).ignoreExceptions().until(() -> isClosed(each)));
        assertThatAllHolds();
    }

    /** Asked again, since an answer may be missing although it is done. */
    private boolean isClosed(long ticket) {
        Desk.act(buyer, ticket, "status", "{\"status\":\"CLOSED\"}");
        return Desk.said(buyer, ticket, "status").equals("CLOSED");
    }

    private void assertThatAPictureIsForThoseInIt(long conversation) {
        String all = "/api/v1/conversations/%d/attachments".formatted(conversation);
        Answer attached = buyer.client().attach(all, Pictures.square(64));
        assertThat(attached.status()).as(attached.toString()).isEqualTo(201);
        String picture = attached.text("path");
        assertThat(buyer.client()
                        .post(
                                "/api/v1/conversations/%d/messages".formatted(conversation),
                                "{\"clientMessageId\":\"%s\",\"image\":\"%s\"}".formatted(UUID.randomUUID(), picture))
                        .number("seq"))
                .isEqualTo(4);
        assertThat(buyer.client().download(all + "/" + picture)).isNotEmpty();
        assertThat(seller.client().get(all + "/" + picture).code()).isEqualTo("not-found");
    }

    private void assertThatAllHolds() {
        Command.Result check = shop.run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }
}
