package kontor.chat.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.chat.Answer;
import kontor.chat.Chat;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The own conversations, with what is new in them. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class ListIT {

    private final Chat chat;
    private final Member ada;
    private final Member ben;

    ListIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        chat = new Chat(http, members, database, writer);
        ada = members.verified();
        ben = members.verified();
    }

    private Answer list(String query) {
        return chat.get(ada.bearer(), "/conversations" + query).expect(200);
    }

    private List<Long> ids(String query) {
        return list(query)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    @Test
    void showsTheNewestFirstAndOthersNothing() {
        long first = chat.talk(ada, ben);
        long second = chat.talk(ada, ben);
        chat.talk(ben, chat.members().verified());
        long silent = chat.talk(ada);
        chat.write(ben, second, "one").expect(201);
        chat.write(ben, first, "two").expect(201);

        assertThat(ids("")).containsExactly(first, second, silent);
        assertThat(ids("?sort=lastMessageAt")).containsExactly(silent, second, first);
        Answer page = list("?limit=1&count=true");
        assertThat(page.number("total")).isEqualTo(3);
        assertThat(ids("?limit=2&cursor=" + list("?limit=2").body().path("next").asString("")))
                .containsExactly(silent);
        assertThat(page.body().at("/items/0/unread").asLong()).isEqualTo(1);
        assertThat(page.body().at("/items/0/lastMessage/text").asString("")).isEqualTo("two");
        assertThat(page.body().at("/items/0/members").size()).isEqualTo(2);
    }

    @Test
    void findsByKindContextAndWhatIsUnread() {
        long listing = chat.neighbours().listing(ben);
        long purchase = chat.neighbours().purchase(ada, ben);
        long ticket = chat.neighbours().ticket(ada);
        long ofTicket = chat.neighbours().conversation("TICKET", ticket);
        long ofPurchase =
                chat.open(ada, Chat.aboutPurchase(purchase)).expect(201).id();
        long ofListing = chat.open(ada, Chat.aboutListing(listing)).expect(201).id();
        long plain = chat.talk(ada, ben);

        assertThat(ids("?type=SUPPORT")).containsExactly(ofTicket);
        assertThat(ids("?type=PURCHASE&type=SUPPORT")).containsExactlyInAnyOrder(ofTicket, ofPurchase);
        assertThat(ids("?type=PRIVATE")).containsExactlyInAnyOrder(ofListing, plain);
        assertThat(ids("?contextType=LISTING")).containsExactly(ofListing);
        assertThat(ids("?contextType=PURCHASE&contextId=" + purchase)).containsExactly(ofPurchase);
        assertThat(ids("?contextType=TICKET&contextId=" + purchase)).isEmpty();
        assertThat(ids("?unread=true")).containsExactly(ofTicket);
        assertThat(ids("?unread=false")).containsExactlyInAnyOrder(ofPurchase, ofListing, plain);
        assertThat(ids("?externalId=community:1")).isEmpty();
    }

    @Test
    void costsTheSameHoweverManyThereAre() {
        chat.write(ben, chat.talk(ada, ben), "one").expect(201);
        List<String> one = Statements.of(() -> list(""));
        for (int i = 0; i < 5; i++) {
            chat.write(ben, chat.talk(ada, ben, chat.members().verified()), "one")
                    .expect(201);
        }

        assertThat(Statements.of(() -> list(""))).isEqualTo(one).hasSize(3);
        assertThat(Statements.of(
                        () -> chat.get(ada.bearer(), "/conversations/unread").expect(200)))
                .hasSize(2);
    }
}
