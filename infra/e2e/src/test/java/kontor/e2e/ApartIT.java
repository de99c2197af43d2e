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
    private final Desk desk;
    private final Trader member;

    ApartIT(Shop shop) {
        this.shop = shop;
        this.desk = Desk.of(shop);
        this.member = desk.market().trader("Apart", "Member");
    }

    @Test
    void ticketsAreOpenedWithoutChatAndMessagesWrittenWithoutSupport() {
        long early = Desk.opened(member, "My name", "It is spelled with a t.");
        long talk = Desk.conversation(member, early);

        ProcessHandle chat = shop.kill("chat");
        long ticket = Desk.opened(member, "Still wrong", "Look at the list.");
        assertThat(Desk.said(member, ticket, "status")).isEqualTo("OPEN");
        shop.awaitReturn("chat", chat);
        long conversation = Desk.conversation(member, ticket);
        await().atMost(Ordeal.RETURN)
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(Desk.texts(member, conversation)).hasSize(2).startsWith("Look at the list."));

        ProcessHandle support = shop.kill("support");
        assertThat(Desk.written(List.of(member.client()), talk, "Is anybody there?"))
                .isEqualTo(3);
        assertThatAPictureIsForThoseInIt(talk);
        shop.awaitReturn("support", support);
        Stream.of(early, ticket)
                .forEach(
                        each -> await().atMost(Ordeal.RETURN).ignoreExceptions().until(() -> isClosed(each)));
    }

    /** Asked again, since an answer may be missing although it is done. */
    private boolean isClosed(long ticket) {
        Desk.act(member, ticket, "status", "{\"status\":\"CLOSED\"}");
        return Desk.said(member, ticket, "status").equals("CLOSED");
    }

    private void assertThatAPictureIsForThoseInIt(long conversation) {
        String all = "/api/v1/conversations/%d/attachments".formatted(conversation);
        Answer attached = member.client().attach(all, Pictures.square(64));
        assertThat(attached.status()).as(attached.toString()).isEqualTo(201);
        String picture = attached.text("path");
        assertThat(member.client()
                        .post(
                                "/api/v1/conversations/%d/messages".formatted(conversation),
                                "{\"clientMessageId\":\"%s\",\"image\":\"%s\"}".formatted(UUID.randomUUID(), picture))
                        .number("seq"))
                .isEqualTo(4);
        assertThat(member.client().download(all + "/" + picture)).isNotEmpty();
        assertThat(desk.admin().get(all + "/" + picture).code()).isEqualTo("not-found");
    }
}
